"""A post in; its front matter with fences, places and faults out."""

from pathlib import Path

import frontmatter
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from trees import DATA, TEXTS, fixed, is_sound, said

from postlint.content.data.tree import Json
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.content.front_matter.handlers import JsonHandler, TomlHandler, YamlHandler
from postlint.content.front_matter.read import read_front_matter
from postlint.model.span import Span

SHARED = Path(__file__).parents[2] / "../shared"
YAML, TOML, JSON = YamlHandler(), TomlHandler(), JsonHandler()


def read(text: str) -> FrontMatter:
    found = read_front_matter(text)
    assert found is not None
    return found


def parts(text: str) -> tuple[str, str, str | None, str]:
    """The opening fence, the content, the closing fence and what follows it."""
    found = read(text)
    closing = text[found.closing.start : found.closing.end] if found.closing else None
    opening = text[found.opening.start : found.opening.end]
    return opening, text[found.content.start : found.content.end], closing, text[found.span.end :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\n---\nBody\n", ("---", "a: 1\n", "---", "\nBody\n")),
        ("---\r\na: 1\r\n---\r\nBody", ("---", "a: 1\r\n", "---", "\r\nBody")),
        ("---\ra: 1\r---\rBody", ("---", "a: 1\r", "---", "\rBody")),
        ("---\na: 1\n---", ("---", "a: 1\n", "---", "")),
        ("--- \na: 1\n---\xa0\t\nBody", ("---", "a: 1\n", "---", "\xa0\t\nBody")),
        ("---\na: 1\n...\nBody\n---\n", ("---", "a: 1\n", "...", "\nBody\n---\n")),
        ("---\na: 1\n----\nb: 2\n---\n", ("---", "a: 1\n----\nb: 2\n", "---", "\n")),
        ("---\na: |\n  ---\n---\n", ("---", "a: |\n  ---\n", "---", "\n")),
        ("---yaml\na: 1\n---\n", ("---", "a: 1\n", "---", "\n")),
        ("\ufeff---\na: 1\n---\n", ("---", "a: 1\n", "---", "\n")),
        ("\n \n---\na: 1\n---\n", ("---", "a: 1\n", "---", "\n")),
        ("+++\na = 1\n+++ \nBody", ("+++", "a = 1\n", "+++", " \nBody")),
        ("+++\n\n[a]\n+++\n", ("+++", "\n[a]\n", "+++", "\n")),
        ("---\n\n# x\na: 1\n---\n", ("---", "\n# x\na: 1\n", "---", "\n")),
        ("---toml\na = 1\n---\n", ("---", "a = 1\n", "---", "\n")),
        ('{"a": 1}\nBody', ("{", '{"a": 1}', "}", "\nBody")),
        ('{\n"a": {"b": "}"}\n} \n', ("{", '{\n"a": {"b": "}"}\n}', "}", " \n")),
        (';;;\n"a": 1\n;;;\nBody', (";;;", '"a": 1\n', ";;;", "\nBody")),
        (';;;\n{"a": 1}\n;;;\n', (";;;", '{"a": 1}\n', ";;;", "\n")),
        ('---json\n{"a": 1}\n---\n', ("---", '{"a": 1}\n', "---", "\n")),
    ],
)
def test_fences_are_found_and_nothing_is_lost(
    text: str, expected: tuple[str, str, str, str]
) -> None:
    assert parts(text) == expected
    assert read(text).tree.faults == () or "----" in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "Some text.\n---\na: 1\n---\n",
        "----\na: 1\n----\n",
        "- - -\na: 1\n---\n",
        "---\n\nText below a rule.\n",
        "---\n\nText between two rules.\n\n---\n\nMore.\n",
        "---\nText under a rule.\nMore of it.\n",
        "---\nNote: text under a rule.\n\nMore of it: yes.\n",
        "---\n| a | b |\n|---|---|\n",
        "\n---\n\nText between two rules.\n\n---\n",
        "+++ inserted +++\n",
        "+++\nText\n",
        "{{< shortcode >}}\n",
        "{{ page.title }}\n",
        '{{ "now" | date }}\n',
        "{% include a.html %}\n",
        "{: .class }\n",
        "{#anchor}\n",
        "{braces} in text\n",
        '{"a": 1} is JSON.\n',
        "{: title='A' }\n",
        "{expression}\n",
        "{title: Words of a song}\n",
        "{'words': in} text\n",
        "{a ? 'b' : 'c'}\n",
        "---hello\na: 1\n---\n",
        "\ufeff" * 3,
    ],
)
def test_what_only_looks_like_front_matter_is_none(text: str) -> None:
    assert read_front_matter(text) is None


@pytest.mark.parametrize(
    "text",
    ["---\n---\n", "---\n\n---\n", "---\n# nothing\n---\n", "+++\n+++\n", "{}\n", ";;;\n;;;\n"],
)
def test_empty_front_matter_is_an_empty_mapping(text: str) -> None:
    tree = read(text).tree
    assert (tree.data, tree.faults, tree.is_parsed) == ({}, (), True)
    assert () in tree.places


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("---\ntitle: A\n\nBody\n", "---\ntitle: A\n---\n\nBody\n"),
        ("---\ntitle: A\ndate: B\nBody\n", "---\ntitle: A\ndate: B\n---\nBody\n"),
        ("---\r\ntitle: A\r\n\r\nBody", "---\r\ntitle: A\r\n---\r\n\r\nBody"),
        ("---\ntitle: A", "---\ntitle: A\n---\n"),
        ("---\ntitle: A\n----\nBody\n", "---\ntitle: A\n---\nBody\n"),
        ("---\ntags:\n- a\n\n# x\nb: c\n--\nBody\n", "---\ntags:\n- a\n\n# x\nb: c\n---\nBody\n"),
        ("---\nTitle: A\n—\nBody\n", "---\nTitle: A\n---\nBody\n"),
        ("---\nTitle: A\n  ---\nBody\n", "---\nTitle: A\n---\nBody\n"),
        ('+++\ntitle = "A"\n[b]\n\nBody\n', '+++\ntitle = "A"\n[b]\n+++\n\nBody\n'),
    ],
)
def test_unclosed_front_matter_is_reported_at_its_opening_fence(text: str, mended: str) -> None:
    found = read(text)
    (fault,) = found.tree.faults
    assert fault.rule == "unclosed-front-matter"
    assert said(text, found.tree)[0].startswith("1:1 front matter starts here, but no line")
    assert (found.closing, found.tree.data) == (None, None)
    assert fault.problem.fix is not None
    (edit,) = fault.problem.fix.edits
    assert text[: edit.span.start] + edit.replacement + text[edit.span.end :] == mended


@pytest.mark.parametrize(
    ("text", "line", "mended"),
    [
        (
            "---\ntitle: A\ndate: 2020\n\n# Heading\n\nText\n---\nmore\n",
            5,
            "---\ntitle: A\ndate: 2020\n---\n\n# Heading\n\nText\n---\nmore\n",
        ),
        ("---\ntitle: A\n\n**Text**\n\n---\n", 4, "---\ntitle: A\n---\n\n**Text**\n\n---\n"),
        ("---\na: A\n\n\nText\n\nNote: b\n---\n", 5, "---\na: A\n---\n\n\nText\n\nNote: b\n---\n"),
        ("---\na: A\n\n- b\n- c\n\n---\n", 4, "---\na: A\n---\n\n- b\n- c\n\n---\n"),
        ("+++\na = 1\n\n# B\n\nText.\n+++\n", 4, "+++\na = 1\n+++\n\n# B\n\nText.\n+++\n"),
    ],
)
def test_a_rule_in_the_text_is_no_closing_fence(text: str, line: int, mended: str) -> None:
    found = read(text)
    (fault,) = found.tree.faults
    assert fault.rule == "unclosed-front-matter"
    assert said(text, found.tree)[0].endswith(f"closes it before the text on line {line}")
    assert fixed(text, found.tree) == mended
    assert text[found.span.end :].lstrip() == text.split("\n", line - 1)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n\na stray line\ndate: 2020\n---\nBody\n",
        "---\ntitle: A\na stray line\n---\nBody\n",
        "---\ntitle: A\n\nb: c: d\n---\nBody\n",
        "---\n\nb: c\nText\n---\nBody\n",
        "---\ntitle: A\n\n\tb: c\n---\nBody\n",
    ],
)
def test_a_mistake_between_keys_leaves_the_closing_fence(text: str) -> None:
    found = read(text)
    assert [fault.rule for fault in found.tree.faults] == ["front-matter-syntax"]
    assert found.closing is not None


def test_the_body_of_unclosed_front_matter_starts_behind_the_last_key() -> None:
    for text, body in (
        ("---\ntitle: A\n\nBody\n", "\n\nBody\n"),
        ("---\na: A\nb: B\nBody\n", "\nBody\n"),
        ("---\ntitle: A\n----\nBody\n", "\nBody\n"),
    ):
        assert text[read(text).span.end :] == body


def test_a_closing_fence_that_is_almost_right_is_named() -> None:
    (fault,) = read("---\ntitle: A\n----\nBody\n").tree.faults
    assert fault.problem.help == 'line 3 is "----", but the closing fence has to be exactly "---"'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\n- a\n- b\n---\n", "2:1 front matter is a list, expected lines such as"),
        ("---\nSome text\n---\n", '2:1 front matter is "Some text", expected lines such as'),
        ("---\n\n# x\n12\n---\n", None),
        ("---json\n[1]\n---\n", "2:1 front matter is a list, expected lines such as"),
    ],
)
def test_front_matter_that_is_no_mapping_is_reported(text: str, message: str | None) -> None:
    found = read_front_matter(text)
    if message is None:
        assert found is None
        return
    assert found is not None
    (fault,) = found.tree.faults
    assert fault.rule == "front-matter-not-a-mapping"
    assert said(text, found.tree)[0].startswith(message)


def test_keys_without_a_space_behind_the_colon_are_reported_as_such() -> None:
    text = "---\ntitle:News\n---\n"
    assert said(text, read(text).tree) == [
        "2:6 this colon has no space after it, so it does not end a key"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\na: 1\nb: c: d\n---\n", '3:5 "c: d" has a colon'),
        ("+++\na = b\n+++\n", '2:5 "b" is not in quotes'),
        ('{\n"a": 1,\n}\n', "2:7 there is nothing after this comma"),
        ('{\n  "a": "b\n}\nBody with "quotes"\n', "2:8 this quote is never closed"),
        ("{\n  title: 'A'\n}\n", '2:3 the key "title" is not in quotes'),
        ("{'title': 'x'}\n\nBody\n", "1:2 \"'title'\" is not in double quotes"),
        ('{ title: "x" }\n', '1:3 the key "title" is not in quotes'),
        ("{draft: true, a: {}}\n", '1:2 the key "draft" is not in quotes'),
        (';;;\n"a" 1\n;;;\n', '2:1 there is no colon after the key "a"'),
        ("---js\n{a: 1}\n---\n", '1:1 front matter is written in "js", which cannot be read'),
    ],
)
def test_syntax_faults_stand_where_they_are_in_the_post(text: str, message: str) -> None:
    found = read(text)
    assert said(text, found.tree)[0].startswith(message)
    assert (found.tree.data, found.tree.is_parsed) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + "x" * 10_000_000,
        "---\ntitle: " + "x " * 2_000_000,
        "---\n" + "---x\n" * 500_000,
        "---\n" + ("---" + " " * 50 + "x\n") * 50_000,
        " " * 5_000_000,
        "{" + " " * 5_000_000,
        '{"a": "' + "{" * 5_000_000,
        "{\n" * 1_000_000,
    ],
    ids=["line", "key", "almost", "spaces", "blank", "brace", "braces", "lines"],
)
def test_hostile_starts_take_no_time(text: str) -> None:
    found = read_front_matter(text)
    assert found is None or found.closing is None


def test_what_cannot_be_decoded_hides_nothing() -> None:
    text = b"---\ntitle: caf\xe9 \x00\ntags: [a]\n---\n".decode("utf-8", "surrogateescape")
    assert read(text).tree.data == {"title": "caf\ufffd \ufffd", "tags": ["a"]}


@pytest.mark.parametrize(
    ("handler", "text", "metadata"),
    [
        (
            YAML,
            "---\ntitle: A\ndate: 2020-09-29\n---\n\nBody",
            {"title": "A", "date": "2020-09-29"},
        ),
        (TOML, '+++\ntitle = "A"\nn = {x = [1]}\n+++\nBody', {"title": "A", "n": {"x": [1]}}),
        (JSON, '{"title": "A"}\nBody', {"title": "A"}),
        (JSON, ';;;\n"title": "A"\n;;;\nBody', {"title": "A"}),
        (YAML, "No front matter\n---\n", {}),
    ],
)
def test_handlers_work_with_python_frontmatter(
    handler: YamlHandler, text: str, metadata: dict[str, Json]
) -> None:
    post = frontmatter.loads(text, handler=handler)
    assert post.metadata == metadata
    assert post.content.endswith("Body") or not metadata
    assert frontmatter.loads(frontmatter.dumps(post), handler=handler).metadata == metadata
    assert handler.detect(text) == bool(metadata)


def test_a_handler_refuses_what_it_cannot_read() -> None:
    with pytest.raises(ValueError, match="has a colon followed by a space"):
        frontmatter.loads("---\na: b: c\n---\n", handler=YAML)
    assert YAML.read("+++\na = 1\n+++\n") is None


@given(
    st.sampled_from(["---\n", "+++\n", "{", "{\n", ";;;\n", "---json\n", "\ufeff---\r\n"]), TEXTS
)
def test_any_text_is_read_without_a_crash(opening: str, text: str) -> None:
    text = opening + text
    found = read_front_matter(text)
    if found is not None:
        assert found.span.start == 0
        assert found.span.end <= len(text)
        assert found.content.start <= found.content.end
        assert is_sound(found.tree, Span(0, len(text)))
        ends = [found.opening.end, found.closing.start if found.closing else len(text)]
        assert ends == sorted(ends)


@given(DATA, st.sampled_from([YAML, JSON]))
@example({"\xa0": None}, YAML)
def test_what_a_handler_writes_it_reads(data: dict[str, Json], handler: YamlHandler) -> None:
    fences = ("---\n", "\n---\n") if handler is YAML else ("", "\n")
    text = fences[0] + handler.export(dict(data)) + fences[1]
    found = read_front_matter(text)
    assert found is not None
    assert (found.tree.data, found.tree.faults) == (data, ())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sites are not here")
def test_front_matter_of_real_sites_is_read() -> None:
    paths = [*SHARED.glob("sites/**/*.md"), *SHARED.glob("quality/clean-dev/**/*.md")]
    posts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(paths)]
    found = [front_matter for text in posts if (front_matter := read_front_matter(text))]
    unread = [front_matter for front_matter in found if not front_matter.tree.is_parsed]
    assert len(found) > 1000
    assert len(unread) <= 1  # a post of Jekyll's own tests, meant to be broken


def test_unclosed_front_matter_may_begin_with_a_schema() -> None:
    front_matter = read_front_matter("---\n$schema: news-post\ntitle: A\ndate: x\n\nBody text.\n")
    assert front_matter is not None
    assert [fault.rule for fault in front_matter.tree.faults] == ["unclosed-front-matter"]
