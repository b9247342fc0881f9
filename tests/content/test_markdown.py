"""From Markdown to segments: what is prose, of which kind, and where each character stands."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.body.markdown import Body, merged, parse_body
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.model.span import Span
from time_growth import growth

P = PLACEHOLDER
SITES = Path(__file__).parents[2] / "../shared/sites"


def body(text: str, *, mdx: bool = False) -> Body:
    return parse_body(text, Span(0, len(text)), mdx=mdx)


def texts(text: str) -> list[str]:
    return [segment.text for segment in body(text).segments]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(segment.kind, segment.text) for segment in body(text).segments]


def pieces(text: str, segment: Segment) -> list[tuple[str, str]]:
    """Each piece of a segment beside its source."""
    ends = (*segment.starts[1:], len(segment.text))
    return [
        (segment.text[start:end], text[source_start:source_end])
        for start, end, (source_start, source_end) in zip(
            segment.starts, ends, segment.sources, strict=True
        )
    ]


def code(text: str, *, mdx: bool = False) -> list[str]:
    spans = merged(body(text, mdx=mdx).not_prose)
    return [text[span.start : span.end] for span in spans]


def test_each_block_is_a_segment_of_its_kind() -> None:
    text = (
        "# Title\n\nOne.\n\n- two\n- three\n\n> four\n\n"
        "| five | six |\n|---|---|\n| 7 | eight |\n\n"
        "Nine[^1].\n\n[^1]: Ten.\n\nTerm\n: Meaning\n"
    )
    assert kinds(text) == [
        ("heading", "Title"),
        ("paragraph", "One."),
        ("list-item", "two"),
        ("list-item", "three"),
        ("quote", "four"),
        ("table-cell", "five"),
        ("table-cell", "six"),
        ("table-cell", "7"),
        ("table-cell", "eight"),
        ("paragraph", "Nine."),
        ("footnote", "Ten."),
        ("definition", "Term"),
        ("definition", "Meaning"),
    ]


@pytest.mark.parametrize(
    ("text", "level"), [("# a", 1), ("###### a", 6), ("a\n===", 1), ("a\n---", 2), ("a", 0)]
)
def test_a_heading_has_its_level(text: str, level: int) -> None:
    assert [segment.level for segment in body(text).segments] == [level]


def test_the_innermost_block_gives_the_kind() -> None:
    assert kinds("> - a\n\n1. b\n\n   > c\n\n   d") == [
        ("list-item", "a"),
        ("list-item", "b"),
        ("quote", "c"),
        ("list-item", "d"),
    ]


def test_an_alert_is_no_quotation() -> None:
    assert kinds("> [!NOTE]\n> Mind the gap.") == [("paragraph", "Mind the gap.")]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("**d**irectory", "directory"),
        ("[w]orking", "[w]orking"),
        ("a [good *link*](/x 'title') here", "a good link here"),
        ("~~old~~new", "oldnew"),
        ("a\nb  \nc\\\nd", "a\nb\nc\nd"),
        ("a \n  b", "a\nb"),
        ("> a\n> b\nc", "a\nb\nc"),
        ("Q&amp;A &#8211; caf&eacute;", "Q&A – café"),
        (r"1\. \*no\* \[x\]", "1. *no* [x]"),
        ("a `b` c", f"a {P} c"),
        ("run `b`, then", f"run {P}, then"),
        ("a `b`<br>", f"a {P}"),
        ("see <https://x.org>.", f"see {P}."),
        ("mail <me@x.org>", f"mail {P}"),
        ("a<br>b", f"a{P}b"),
        ("<b>d</b>irectory", "directory"),
        ("1<sup>st</sup>, H<sub>2</sub>O", "1st, H2O"),
        ("press <kbd>Ctrl</kbd>+<kbd>C</kbd> twice", f"press {P}+{P} twice"),
        ("the <code>a *b*</code> function", f"the {P} function"),
        ("the <code>a function", f"the {P}a function"),
        ("a <!-- comment --> b", f"a {P} b"),
        ("a word[^1].\n\n[^1]: note", "a word."),
        ("a word[^1][^1] here\n\n[^1]: note", "a word here"),
        ("a word [^1].\n\n[^1]: note", f"a word {P}."),
        ("one[^1]two\n\n[^1]: note", f"one{P}two"),
        ("- [x] done", "done"),
        ("[a][unknown label] [b][] [sic] [1][2]", "a b [sic] [1][2]"),
        ("# Title {#id .class}", "Title"),
    ],
)
def test_inline_markup(text: str, prose: str) -> None:
    assert texts(text)[0] == prose


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode\n```",
        "    code",
        "<div>\nhtml\n</div>",
        "<!-- comment -->",
        "[label]: https://x.org 'title'",
        "`code`",
        "![](image.png)",
        "---",
        "| |\n|-|\n| |",
        "",
        "\n\n",
    ],
)
def test_what_is_no_prose_makes_no_segment(text: str) -> None:
    assert body(text).segments == ()


def test_an_alt_text_is_a_segment_behind_its_paragraph() -> None:
    assert kinds("a ![the *alt*](b.png) c\n\nd") == [
        ("paragraph", f"a {P} c"),
        ("image-alt", "the alt"),
        ("paragraph", "d"),
    ]


def test_every_piece_knows_its_source() -> None:
    text = "> It&rsquo;s **so**\n> `it` \\*"
    assert pieces(text, body(text).segments[0]) == [
        ("It", "It"),
        ("’", "&rsquo;"),
        ("s ", "s "),
        ("so", "so"),
        ("\n", "\n"),
        (P, "`it`"),
        (" ", " "),
        ("*", "*"),
    ]


def test_offsets_are_code_points_of_the_document() -> None:
    text = "---\ntitle: é\n---\nÉté 😀 **né** end\n"
    start = text.index("Été")
    [segment] = parse_body(text, Span(start, len(text)), mdx=False).segments
    at = segment.text.index("end")
    assert segment.source_span(at, at + 3) == Span(text.index("end"), text.index("end") + 3)


def test_a_crlf_is_one_break() -> None:
    text = "one\r\ntwo\r\n\r\nthree\r\n"
    assert texts(text) == ["one\ntwo", "three"]
    assert pieces(text, body(text).segments[0])[1] == ("\n", "\r\n")


def test_a_byte_that_is_not_utf_8_reads_as_a_replacement_character() -> None:
    text = "a \udce9 b\0 *c*"  # a surrogate, from Python's "surrogateescape"
    assert texts(text) == ["a \ufffd b\0 c"]


def test_code_holds_all_that_is_not_prose() -> None:
    text = "a `b` [c](/d 'e') <i>f</i> www.x.org ![g](h)\n\n```\ni\n```\n\n<p>j</p>\n\n[k]: /l\n"
    assert code(text) == [
        "`b`",
        "](/d 'e')",
        "<i>",
        "</i>",
        "www.x.org",
        "](h)",
        "```\ni\n```",
        "<p>j</p>\n",
        "[k]: /l",
    ]


MARKDOWN = st.text("ab.é😀 \n\t\r\0*_`~[]()<>{}!#&;:|\\/-+=$%@'\"1^\ufffc\ufdd0\ud800\U00012474")
SNIPPETS = """
    a word Karabakh `code` ``b` **bold** [x](y) ![x](y) <b> </b> <code> </code> <div> &amp; &nGt;
    &ngE; https://a.b/c(d) {{ {% raw %} {% endraw %} {{< code >}} {{< /code >}} }} %} {:.x} {#id}
    $x^2$ $$ \\( \\) [^1] [^1]: - > | |- # @me #tag a/b.md ``` ::: {x} <A b={c}> import export $5
"""
WORDS = st.lists(st.sampled_from([*SNIPPETS.split(), "\r\n", " \n", "\n\n"])).map(" ".join)


@given(st.one_of(MARKDOWN, WORDS, st.text()), st.booleans(), st.integers(0, 9))
def test_any_text_gives_sound_segments(text: str, mdx: bool, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    parsed = parse_body(text, span, mdx=mdx)
    for segment in parsed.segments:
        check_segment(text, span, segment)
    code = merged(parsed.not_prose)
    assert list(code) == sorted(code)
    assert all(a.end < b.start for a, b in pairwise(code))
    assert all(span.covers(each) and each.start < each.end for each in code)


@given(WORDS, st.integers(1, 9), st.booleans())
def test_what_is_above_the_body_changes_nothing_but_the_offsets(
    text: str, start: int, mdx: bool
) -> None:
    alone = parse_body(text, Span(0, len(text)), mdx=mdx)
    below = parse_body("-" * start + text, Span(start, start + len(text)), mdx=mdx)
    assert below.not_prose == tuple((a + start, b + start) for a, b in alone.not_prose)
    assert below.segments == tuple(
        segment._replace(sources=tuple((a + start, b + start) for a, b in segment.sources))
        for segment in alone.segments
    )


def check_segment(text: str, span: Span, segment: Segment) -> None:
    assert segment.text
    assert segment.starts[0] == 0
    assert all(a < b for a, b in zip(segment.starts, segment.starts[1:], strict=False))
    assert segment.starts[-1] < len(segment.text)
    assert all(span.start <= start < end <= span.end for start, end in segment.sources)
    assert all(a[1] <= b[0] for a, b in zip(segment.sources, segment.sources[1:], strict=False))
    assert P + P not in segment.text
    for piece, source in pieces(text, segment):
        if len(piece) == len(source) and piece not in (P, "\n"):
            assert piece == re.sub("[\ud800-\udfff]", "\ufffd", source)


@pytest.mark.parametrize(
    "unit",
    [
        *("[", "![", "> ", "- ", "<", "`", "{{", "{%", "{% raw %}", "{#", "$", "$a", "\\(", "<a "),
        *("<!--", "{{< code >}}\n\n", "{::comment}", "@a", "a/", "a.b", "http://", "{a"),
        "\nexport {\n\n",
    ],
)
@pytest.mark.parametrize("mdx", [False, True])
def test_hostile_text_is_read_in_linear_time(unit: str, mdx: bool) -> None:
    """One quadratic step would take minutes here."""
    text = unit * 10_000
    parse_body(text, Span(0, len(text)), mdx=mdx)


@given(st.lists(st.text("aé\u4e16😀", min_size=1, max_size=2000), max_size=6))
def test_nested_images_map_to_their_source(words: list[str]) -> None:
    """Their ends lead far back and forth in the text."""
    text = "é" + "".join(f"![{word}" for word in words)
    text += "".join(f" {word}](/ä)" for word in words) + "ö"
    parsed = body(text)
    for segment in parsed.segments:
        for piece, source in pieces(text, segment):
            assert piece == source or (piece == P and source[0] == "!" and source[-1] == ")")
    assert code(text) == ["](/ä)"] * len(words)


def test_images_nested_in_each_other_are_read_in_linear_time() -> None:
    assert growth(lambda size: "é" + "![" * size + "a" + "](x)" * size, body, 5_000) < 10


def test_megabytes_on_one_line() -> None:
    text = "word, word " * 1_000_000
    [segment] = body(text).segments
    assert segment.text == text.rstrip()


@pytest.mark.skipif(not SITES.is_dir(), reason="needs the shared sites")
def test_no_letter_of_a_real_post_is_lost() -> None:
    """Each belongs to a segment or to code."""
    for path in sorted((SITES / "jekyll-docs/docs/_docs").glob("*.md")):
        text = path.read_text("utf-8").split("---\n", 2)[2]
        parsed = body(text)
        seen = bytearray(len(text))
        for start, end in (source for segment in parsed.segments for source in segment.sources):
            seen[start:end] = b"x" * (end - start)
        for span in merged(parsed.not_prose):
            seen[span.start : span.end] = b"x" * (span.end - span.start)
        lost = "".join(
            text[at] if text[at].isalpha() and not seen[at] else " " for at in range(len(text))
        )
        assert lost.split() == [], path
