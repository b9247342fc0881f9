"""Titles and descriptions are segments, each character mapped through quotes and escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.front_matter.prose import front_matter_segments
from postlint.content.front_matter.read import read_front_matter
from postlint.content.segment import PLACEHOLDER, Segment

P = PLACEHOLDER


def segments(text: str) -> tuple[Segment, ...]:
    front_matter = read_front_matter(text)
    assert front_matter
    return front_matter_segments(text, front_matter)


def source(text: str, segment: Segment, words: str) -> str:
    """What the words of a segment stand for in the document."""
    at = segment.text.index(words)
    span = segment.source_span(at, at + len(words))
    return text[span.start : span.end]


def test_titles_and_descriptions_in_the_order_of_the_text() -> None:
    text = "---\nsummary: Two\nTitle: One\nauthor: Three\nmeta_description: Four\ndate: 5\n---\n"
    assert [(each.kind, each.text) for each in segments(text)] == [
        ("description", "Two"),
        ("title", "One"),
        ("description", "Four"),
    ]


@pytest.mark.parametrize(
    ("value", "prose"),
    [
        ("Plain title", "Plain title"),
        ("'It''s quoted'", "It's quoted"),
        (r'"Say \"hi\" \u00e9\x21"', 'Say "hi" é!'),
        ("Folded\n  over\n  lines", "Folded over lines"),
        ("'quoted\n\n  twice'", "quoted\ntwice"),
        ('"joined \\\n  up"', "joined up"),
        (">\n  Folded\n  block\n", "Folded block"),
        (">-\n\n  Late\n  block", "Late block"),
        ("|\n  Literal\n  block\n", "Literal\nblock"),
        ("&a Anchored", "Anchored"),
        ("!!str 'Tagged'", "Tagged"),
        ("Use `code` and {{ x }}, https://x.org.", f"Use {P} and {P}, {P}."),
        ("A <b>bold</b> <br> break", f"A bold {P} break"),
    ],
)
def test_yaml(value: str, prose: str) -> None:
    text = f"---\ntitle: {value}\n---\n"
    assert [each.text.strip() for each in segments(text)] == [prose]


@pytest.mark.parametrize(
    ("value", "prose"),
    [
        (r'"Say \"hi\" \U0001F600"', 'Say "hi" 😀'),
        (r"'one \ two'", r"one \ two"),
        ("'''It's\nhere'''", "It's\nhere"),
        ('"""\nOne \\\n   two\\tthree"""', "One two\tthree"),
    ],
)
def test_toml(value: str, prose: str) -> None:
    assert [each.text for each in segments(f"+++\ntitle = {value}\n+++\n")] == [prose]


def test_json() -> None:
    text = '{\n"title": "a \\/ b \\ud83d\\ude00 c"\n}\n'
    [segment] = segments(text)
    assert segment.text == "a / b 😀 c"
    assert source(text, segment, "😀") == "\\ud83d\\ude00"
    assert source(text, segment, "c") == "c"


@pytest.mark.parametrize(
    ("value", "words", "written"),
    [
        ("'It''s Karakbakh'", "Karakbakh", "Karakbakh"),
        ("'It''s Karakbakh'", "It's", "It''s"),
        (r'"a \"Karakbakh\" b"', '"Karakbakh"', r"\"Karakbakh\""),
        (">\n    a\n    Karakbakh\n", "Karakbakh", "Karakbakh"),
        (">\n    a\n    Karakbakh\n", "a Karakbakh", "a\n    Karakbakh"),
        ("use `a` here", P, "`a`"),
    ],
)
def test_each_word_knows_its_source(value: str, words: str, written: str) -> None:
    text = f"---\r\ntitle: {value}\n---\n"
    [segment] = segments(text)
    assert source(text, segment, words) == written


def test_an_alias_is_read_where_it_is_written() -> None:
    text = "---\ntitle: &a One\ndescription: *a\n---\n"
    assert [each.text for each in segments(text)] == ["One"]


@pytest.mark.parametrize(
    "text",
    ["---\n- a\n---\n", "---\na: [\n---\n", "---\ntitle: ''\nsummary: 5\n---\n", "---\n---\n"],
)
def test_without_words_there_is_no_segment(text: str) -> None:
    assert segments(text) == ()


WRITTEN = st.text("ab '\"\\:#>|{}`<&*!-é😀\n\r\tunx0") | st.text()


@given(WRITTEN, st.sampled_from(["", "'", '"', ">\n  ", "|\n  ", '"""', "'''"]), st.booleans())
def test_any_value_gives_sound_segments(value: str, quote: str, is_toml: bool) -> None:
    closing = quote if quote and quote[0] in "'\"" else ""
    fence, equals = ("+++", "=") if is_toml else ("---", ":")
    text = f"{fence}\ntitle{equals} {quote}{value}{closing}\n{fence}\n"
    front_matter = read_front_matter(text)
    for segment in front_matter_segments(text, front_matter) if front_matter else ():
        assert segment.starts[0] == 0
        assert list(segment.starts) == sorted(set(segment.starts))
        bounds = [at for span in segment.sources for at in span]
        assert bounds == sorted(bounds)
        assert 0 <= bounds[0] <= bounds[-1] <= len(text)
