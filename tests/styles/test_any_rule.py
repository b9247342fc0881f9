"""Any rule on any post: no crash, and every place and every edit is in the post."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from packs import problems

from postlint.model.errors import ConfigError

PATTERNS = st.lists(
    st.sampled_from(
        [
            *"abcA .,'\"",
            r"\w+",
            r"\s",
            r"\b",
            "[a-c]",
            "(a|b)",
            "(?:",
            "(",
            ")",
            "?",
            "*",
            "+",
            "^",
            "$",
            "|",
            "(?i)",
            "(?<=a)",
            "(?!b)",
            r"\1",
            "[^x]",
            "%s",
            ".",
            "",
        ]
    ),
    max_size=5,
).map("".join)
SCOPES = st.sampled_from(
    [
        "text",
        "raw",
        "summary",
        "heading",
        "sentence",
        "paragraph",
        "link",
        "strong & text",
        "code",
        "~list",
        "table.header",
        "frontmatter",
        "alt",
        "blockquote & sentence",
    ]
)
ACTIONS = st.sampled_from(
    [
        None,
        {"name": "remove"},
        {"name": "replace"},
        {"name": "replace", "params": ["x", "'"]},
        {"name": "edit", "params": ["regex", "(a)", "$1$2"]},
        {"name": "edit", "params": ["split", "a", "1"]},
        {"name": "convert", "params": ["simple"]},
        {"name": "suggest", "params": ["spellings"]},
    ]
)
FLAGS = st.dictionaries(
    st.sampled_from(["ignorecase", "nonword", "append", "alpha"]), st.booleans()
)
KINDS = st.one_of(
    st.builds(lambda a, b: {"extends": "existence", "tokens": [a, b]}, PATTERNS, PATTERNS),
    st.builds(lambda a, b: {"extends": "existence", "raw": [a, b]}, PATTERNS, PATTERNS),
    st.builds(lambda a, b: {"extends": "substitution", "swap": {a: b}}, PATTERNS, PATTERNS),
    st.builds(
        lambda a, n: {"extends": "occurrence", "token": a, "max": n}, PATTERNS, st.integers()
    ),
    st.builds(lambda a: {"extends": "occurrence", "token": a, "min": 3}, PATTERNS),
    st.builds(lambda a: {"extends": "repetition", "tokens": [a]}, PATTERNS),
    st.builds(lambda a, b: {"extends": "consistency", "either": {a: b}}, PATTERNS, PATTERNS),
    st.builds(lambda a, b: {"extends": "conditional", "first": a, "second": b}, PATTERNS, PATTERNS),
    st.builds(
        lambda a, b: {"extends": "capitalization", "match": a, "exceptions": [b], "prefix": "a"},
        st.sampled_from(["$title", "$sentence", "$lower", "$upper", "^[A-Z]"]),
        PATTERNS,
    ),
    st.builds(lambda a: {"extends": "spelling", "filters": [a]}, PATTERNS),
    st.builds(
        lambda a: {"extends": "metric", "formula": a, "condition": "> 1"},
        st.sampled_from(
            ["words / list", "math.sqrt(0 - words)", "round(smog, 2)", "1 / 0", "-pre"]
        ),
    ),
)
POSTS = st.lists(
    st.sampled_from(
        [
            *("---\n", "title: a 'b' c\n", 'title: "a\\n\\u00e9 b"\n', "# ", "a ", "ab ", "A. "),
            *("b, ", "\n", "\r\n", "\n\n", "> ", "- ", "1. ", "*", "**", "`", "`a b`", "[a b](c)"),
            *(
                "[a]",
                "[",
                "![a b](c)",
                "| a | b |\n|--|--|\n| a | b |\n",
                "&amp;",
                "<b>",
                "{{ a }}",
            ),
            *("é", "’", "\0", "https://a.b/c ", "a_b.c ", "```\n", "[a]: b\n", "[^1]", "\ufffc"),
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=400)
@given(KINDS, SCOPES, ACTIONS, FLAGS, POSTS)
def test_any_rule_on_any_post(
    kind: dict[str, object],
    scope: str,
    action: dict[str, object] | None,
    flags: dict[str, bool],
    post: str,
) -> None:
    rule = {**kind, "scope": scope, "action": action, **flags, "message": "%s or %s, %[2]s %d"}
    try:
        found = problems(json.dumps(rule), post)
    except ConfigError:
        return
    for _, problem in found:
        spans = [problem.span, *(edit.span for edit in (problem.fix.edits if problem.fix else ()))]
        assert all(0 <= span.start <= span.end <= len(post) for span in spans)
