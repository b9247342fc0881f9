"""What the examples of the rules about structure cannot show: odd headings, any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.content.document import Document, parse
from postlint.content.source import Source, decode
from postlint.model.finding import Problem
from postlint.rules.base import Rule
from postlint.rules.structure.duplicate_heading import DuplicateHeading
from postlint.rules.structure.empty_heading import EmptyHeading
from postlint.rules.structure.empty_section import EmptySection
from postlint.rules.structure.heading_skips_level import HeadingSkipsLevel
from postlint.rules.structure.title_repeated_as_heading import TitleRepeatedAsHeading
from postlint.rules.structure.unclosed_markup import UnclosedMarkup
from time_growth import growth

SITES = Path(__file__).resolve().parents[2] / "../shared/sites"

RULES: tuple[Rule, ...] = (
    HeadingSkipsLevel(),
    TitleRepeatedAsHeading(),
    EmptyHeading(),
    DuplicateHeading(),
    EmptySection(),
    UnclosedMarkup(),
)


def read(text: str, path: str = "post.md") -> Document:
    return parse(path, Source(text))


def lines(rule: Rule, text: str) -> list[int]:
    doc = read(text)
    return [doc.lines.position(problem.span.start).line for problem in rule.check(doc)]


def unclosed(text: str, path: str = "post.md") -> list[str]:
    return [problem.message for problem in UnclosedMarkup().check(read(text, path))]


def mended(text: str, problem: Problem) -> str:
    assert problem.fix
    for edit in reversed(problem.fix.edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    "text", ["A\n=\n\n### B\n", "# A\r\n\r\n### B\r\n", "  # A\n\n  ### B #\n"]
)
def test_a_skip_however_headings_are_written(text: str) -> None:
    assert lines(HeadingSkipsLevel(), text) == [text[: text.index("###")].count("\n") + 1]


@pytest.mark.parametrize(
    "text",
    ["- # A\n\n### B\n", "# A\n\n- ### B\n", "```\n# A\n```\n\n### B\n", "# A\n\n    ### B\n"],
)
def test_what_is_no_heading_of_the_post_skips_nothing(text: str) -> None:
    assert lines(HeadingSkipsLevel(), text) == []


@pytest.mark.parametrize(
    "version",
    ["2.0.1", "[2.0.1](a)", "v2.0", "Version 2.0 (LTS)", "2024-03-01", "**0.20** April 16th"],
)
def test_a_changelog_has_levels_of_its_own(version: str) -> None:
    assert lines(HeadingSkipsLevel(), f"# {version}\n\n### Fixed\n") == []
    twice = f"## Fixed\n\n## {version}\n\n## Fixed\n"
    assert lines(DuplicateHeading(), twice) == []


def test_no_fix_raises_a_heading_that_is_underlined() -> None:
    (problem,) = HeadingSkipsLevel(0).check(read("# A\n\nB\n---\n"))
    assert problem.fix is None


@pytest.mark.parametrize(
    ("title", "heading", "is_told"),
    [
        ("Fish &amp; chips", "# Fish & Chips", False),
        ("'It''s over'", "# It's over", True),
        ("It's over", "# It’s *over*", True),
        ("1984", "# 1984", False),
        ("'?!'", "# ?!", False),
        ("War", "War\n===", True),
        ("War", "## Peace\n\n# War", False),
    ],
)
def test_a_heading_with_the_words_of_the_title(title: str, heading: str, *, is_told: bool) -> None:
    told = lines(TitleRepeatedAsHeading(), f"---\ntitle: {title}\n---\n\n{heading}\n")
    assert bool(told) is is_told


def test_a_heading_is_under_the_nearest_higher_one() -> None:
    text = "# A\n\n### Notes\n\n## B\n\n### Notes\n\n## C\n\n### Notes\n\n### Notes\n"
    assert lines(DuplicateHeading(), text) == [13]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## A\n\n<!-- more -->\n\n## B\n", []),
        ("## A\n\n![a](a.jpg)\n\n## B\n", []),
        ("## A\n\n---\n\n## B\n", []),
        ("## A\n## B\n", [1]),
        ("## A\n\n# B\n", [1]),
        ("## A\n", []),
        ("## Unreleased\n\n## [1.0.0](a)\n", []),
        ("## 2. A\n\n## 2.1. B\n", []),
        ("### ora(text)\n### ora(options)\n", []),
        ("## [A](a.md) | [B](b.md)\n\n## C\n", []),
    ],
)
def test_a_section_with_nothing_in_it(text: str, told: list[int]) -> None:
    assert lines(EmptySection(), text) == told


@pytest.mark.parametrize(
    "text",
    [
        *(r"\**a", "a ** b", "f**k", "****", "**kwargs", "&#42;&#42;a", "glob **/*.md", "price**"),
        *("`` ` ``", "\\`a", "&#96;a", "`open64'", "rock `n' roll", "Hawai`i", "was `ne Tasse"),
        *(
            '**"Yes"**he said',
            "- ```\n  a\n  ```",
            "> ~~~\n> a\n> ~~~",
            "```a```",
            "    ```\n    a",
        ),
        *("*A note is here", "a* b\n\nc *a note d", "call (*fn) with *pszName here", "2 *3 = 6"),
        *("<p>a<li>b<br><img src=a>", "a <T> b", "1 <b 2", "<a name=x/>", '<i title=">">a</i>'),
        *("<!-- <b> -->", "`<b>`", "<script>'<b>'</script>", "<B>a</b>", "<https://a.b>"),
        *("{% if a %}<div>{% else %}<div class=b>{% endif %}</div>", "{% raw %}<b>{% endraw %}"),
        *("{{< a >}}", "{{< a >}}{{< /a >}}{{< a />}}", "{{</* a */>}} {{< /a >}}"),
        *("{% a %}", "{% if a %}\n\n```\n{% endif %}\n```", "{% raw %}\n```\n{% endraw %}"),
    ],
)
def test_markup_that_is_closed_or_none(text: str) -> None:
    assert unclosed(f"{text}\n") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a **b c", '"**" before "b c" is shown to readers: it has no end'),
        ("**a\n\nb** c", '"**" before "a" is shown to readers: it has no end'),
        (
            "**a: **b",
            '"**" before "a:" is shown to readers: the blank before its end keeps it open',
        ),
        ("[`a](b.md)", '"`" before "a" is shown to readers: it has no end'),
        ("````\na\n```", 'code that "````" opens is never closed'),
        ("~~~", 'code that "~~~" opens is never closed'),
        ("<DIV class='a'>\n\nb", '"<DIV class=\'a\'>" is never closed, expected "</div>"'),
        ("<kbd>a</kbd> <kbd>b", '"<kbd>" is never closed, expected "</kbd>"'),
        ("<sup>1<sup> a", '"<sup>" is never closed, expected "</sup>"'),
        ("<b>\n\n```\n</b>\n```", '"<b>" is never closed, expected "</b>"'),
        ("a <!-- b\n\nc -->", 'comment is never closed, expected "-->"'),
        (
            "{{% a b=1 %}}{{% a %}}{{% /a %}}",
            '"{{% a b=1 %}}" is never closed, expected "{{% /a %}}"',
        ),
        (
            "{{< highlight go >}}\na",
            '"{{< highlight go >}}" is never closed, expected "{{< /highlight >}}"',
        ),
        ("{%- for a in b %}", '"{%- for a in b %}" is never closed, expected "{% endfor %}"'),
    ],
)
def test_markup_without_an_end(text: str, message: str) -> None:
    assert unclosed(f"{text}\n") == [message]


def test_a_closing_fence_outside_of_its_item_is_the_one_meant() -> None:
    text = "1. Run\n\n   ```sh\n   make\n```\n\nThen:\n\n```sh\nwait\n```\n"
    (problem,) = UnclosedMarkup().check(read(text))
    assert problem.message == (
        'code that "```" opens is never closed: "```" on line 5 is not indented as this'
    )
    assert unclosed(mended(text, problem)) == []


def test_html_in_mdx_is_left_to_its_compiler() -> None:
    assert unclosed("<b>a\n", "post.mdx") == []


def test_a_description_is_no_markdown() -> None:
    assert unclosed("---\ndescription: a **b\n---\n") == []


PARTS = (
    *(
        "# ",
        "## ",
        "### ",
        "#### ",
        "a",
        "b",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "> ",
        "- ",
        "  ",
        "    ",
        "---\n",
    ),
    *(
        "**",
        "`",
        "```",
        "~~~",
        "<b>",
        "</b>",
        "<div>",
        "<!--",
        "-->",
        "<script>",
        "\\",
        "&#42;",
        "*",
    ),
    *(
        "{{< a >}}",
        "{{< /a >}}",
        "{% if %}",
        "{% endif %}",
        "{% raw %}",
        "{#a}",
        "title: a\n",
        "é",
        "👩",
    ),
)
TEXTS = st.lists(st.sampled_from(PARTS), max_size=25).map("".join) | st.text(max_size=60)


@settings(max_examples=300)
@given(TEXTS)
def test_any_text_is_read_and_told_in_order(text: str) -> None:
    doc = read(text)
    for rule in RULES:
        spans = [problem.span for problem in rule.check(doc)]
        assert spans == sorted(spans)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(max_examples=200)
@given(st.lists(st.integers(1, 6), max_size=12))
def test_a_raised_heading_skips_no_level(levels: list[int]) -> None:
    text = "".join(f"{'#' * level} {number}\n\n" for number, level in enumerate(levels))
    rule = HeadingSkipsLevel()
    for _ in levels:
        problem = next(rule.check(read(text)), None)
        if problem is None:
            return
        text = mended(text, problem)
    assert list(rule.check(read(text))) == []


@pytest.mark.parametrize(
    "unit",
    [
        *("# a\n### b\n", "# a\n", "#\n", "# a\n### b\n###### c\n", "### a\n"),
        *("**a ", "**a\n\n", "`a ", "`a\n\n", "- ```\n\n", "```\n", "> ```\n\n"),
        *("<b>", '<b "', "<b '\"", "<div>\n\n", "<!-- ", "a <!-- \n\n", "a <script>"),
        *("{{< a >}}\n\n", "{% if a %}\n\n", "{% if ", "{% raw %}`a`\n```\n{% endraw %}\n\n"),
    ],
)
def test_markup_takes_a_time_that_grows_with_it(unit: str) -> None:
    assert growth(lambda size: read("# z\n\n" + unit * size + "{{< /a >}}"), check, 1_000) < 10


def test_headings_take_a_time_that_grows_with_them() -> None:
    assert growth(lambda size: read("# a\n\n## b\n\n" * size), check, 2_000) < 10


def check(doc: Document) -> None:
    for rule in RULES:
        list(rule.check(doc))


@pytest.mark.parametrize(
    ("post", "message"),
    [
        ("hugo-docs/content/en/methods/time/UTC.md", 'code that "```" opens is never closed'),
        (
            "electron-website/blog/electron-17-0.md",
            '"`" before "9.8" is shown to readers: it has no end',
        ),
    ],
)
def test_slips_of_real_posts(post: str, message: str) -> None:
    if not (SITES / post).exists():
        pytest.skip("the shared sites are not here")
    doc = parse(post, decode((SITES / post).read_bytes()))
    assert [problem.message for problem in UnclosedMarkup().check(doc)] == [message]
