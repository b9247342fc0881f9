"""Trailing space and invisible characters: what the rules' own examples cannot show."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.content.document import Document, parse
from postlint.content.source import Source, decode
from postlint.model.finding import Problem
from postlint.model.span import Span
from postlint.rules.typography.invisible_character import InvisibleCharacter
from postlint.rules.typography.trailing_space import TrailingSpace

SHARED = Path(__file__).resolve().parents[2] / "../shared"


def read(text: str) -> Document:
    return parse("post.md", Source(text))


def fixed(text: str, problems: list[Problem]) -> str:
    edits = [edit for problem in problems if problem.fix for edit in problem.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def trailing(text: str) -> list[str]:
    return [problem.message for problem in TrailingSpace().check(read(text))]


def invisible(text: str) -> list[str]:
    return [problem.message for problem in InvisibleCharacter().check(read(text))]


@pytest.mark.parametrize(
    ("post", "lines"),
    [("frontmatter/00-seed.md", [4, 10]), ("seed/armenia-azerbaijan.md", [4, 10, 11])],
)
def test_a_real_post_gets_one_finding_of_each_kind(post: str, lines: list[int]) -> None:
    file = SHARED / post
    if not file.exists():
        pytest.skip("the shared posts are not here")
    doc = parse(post, decode(file.read_bytes()))
    found = [doc.lines.position(p.span.start).line for p in TrailingSpace().check(doc)]
    assert found == lines


def test_a_finding_names_its_lines_and_holds_all_places() -> None:
    text = "---\na: 1 \nb: 2\t\n--- \n" + "Text. \n\n" * 10
    values, fence, body = TrailingSpace().check(read(text))
    assert values.message == "trailing space in the front matter on 2 lines: 2, 3"
    assert fence.message == "trailing space after the closing fence"
    assert body.message == "trailing space on 10 lines: 5, 7, 9, 11, 13, 15, 17, 19 and 2 more"
    assert len(body.others) == 9


@pytest.mark.parametrize("space", [" ", "\t", "\u00a0", "\u00a0 ", "\u3000", "\u2003\u202f"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_all_kinds_of_space_and_line_ends(space: str, line_end: str) -> None:
    text = line_end.join(["---", f"a: 1{space}", "--- ", f"Text.{space}", "", "End."])
    problems = list(TrailingSpace().check(read(text)))
    assert len(problems) == 3
    assert fixed(text, problems) == line_end.join(["---", "a: 1", "---", "Text.", "", "End."])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("+++\na = 1 \nb = '''\nkept \n'''\n+++ \nText.\n", [2, 6]),
        (';;;\n{"a": 1 \n}\n;;; \nText.\n', [2, 4]),
        ('{"a": 1, \n"b": 2\n} \nText.\n', [1]),
        ("---\na: [1 \nb: |\n  kept \n--- \nText.\n", [2, 5]),
        ("---\na:\n  - b: >- # folded\n      kept \n\n    c: 1 \nd: 2\n---\nText.\n", [6]),
        ("---\na: !!str |2\n  kept \n---\nText.\n", []),
    ],
)
def test_front_matter_of_every_language_even_broken(text: str, lines: list[int]) -> None:
    doc = read(text)
    found = [doc.lines.position(problem.span.start).line for problem in TrailingSpace().check(doc)]
    assert found == lines


@pytest.mark.parametrize(
    "text",
    [
        "a hard break  \nin a paragraph\n",
        "a hard break   \r\nin a paragraph\r\n",
        "- a hard break  \n  in an item\n",
        "> a hard break  \n> in a quotation\n",
        "   \n\t\n\u00a0\n> \n",
        "    indented code \n",
        "~~~\nfenced code \n~~~\n",
        "<div> \nhtml \n</div>\n",
        "a slash \\ \n",
    ],
)
def test_space_that_has_a_meaning_or_stands_alone_is_let_be(text: str) -> None:
    assert trailing(text) == []


@pytest.mark.parametrize(
    "text",
    ["# Heading  \nText\n", "- one  \n- two\n", "Text  \n\nText\n", "Text  ", "| a |  \n| b |\n"],
)
def test_two_spaces_that_break_no_line_are_reported(text: str) -> None:
    assert len(trailing(text)) == 1


def test_one_finding_for_three_hundred_soft_hyphens() -> None:
    (problem,) = InvisibleCharacter().check(read("Kara\u00adbakh " * 300))
    assert problem.message == 'soft hyphen (U+00AD) in "Kara<U+00AD>bakh", and 299 more places'
    assert problem.fix is not None
    assert len(problem.fix.edits) == 300


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("donâ€™t", "don’t"),
        ("â€œquotedâ€\x9d â€” and more", "“quoted” — and more"),
        ("Ã‰mile ZolÃ¡", "Émile Zolá"),
        ("Ã¢â‚¬â„¢", "’"),
        ("WaÅ‚Ä™sa", "Wałęsa"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
        ("ðŸ˜€", "😀"),
        ("5Â\u00a0km", "5\u00a0km"),
        ("over.Â Next", "over. Next"),
        ("ï»¿Text", "Text"),
        ("\x93quoted\x94", "“quoted”"),
    ],
)
def test_garbled_text_is_mended(garbled: str, meant: str) -> None:
    problems = list(InvisibleCharacter().check(read(garbled)))
    assert fixed(garbled, problems) == meant
    assert not any(problem.fix and problem.fix.safe for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "„Ä“ “MAÇÃ” «Â» AMANHÃ… AMANHÃ— CAFÉ” SPAß–",
        "voilà\u00a0» là… manhã…” coborâ”… Â, Ã",
        "👩\u200d💻 🧑🏽\u200d🚒 ❤️\u200d🔥 1️⃣ ©️ \U0001f3f4\U000e0067\U000e0062\U000e007f",
        "می\u200cخواهم क्\u200dष ภาษา\u200bไทย",
        "שלום\u200f! English in \u202bעברית\u202c",
        "tab\tform feed\x0cend",
        "what could not be read shows as “\ufffd” or (\ufffd), `\ufffd`",
        "a \ufffd is what it shows",
        "U+FFFD is x\ufffdx, not the x\ufffdx (&#xFFFD;)",
        "in code: `â€™`\n\n    it\ufffds\n",
        "\udc80 a byte that is no UTF-8",
        "zero width as an entity: &#8203; &shy;",
    ],
)
def test_what_a_script_an_emoji_or_a_name_needs_is_let_be(text: str) -> None:
    assert invisible(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("👩\u200d and", 'zero-width joiner (U+200D) in "👩<U+200D>"'),
        ("word\ufe0f", 'variation selector-16 (U+FE0F) in "word<U+FE0F>"'),
        ("a\x1b[31m", 'control character (U+001B) in "a<U+001B>[31m"'),
        ("a \u00ad b", 'soft hyphen (U+00AD) in "a <U+00AD> b"'),
        ("x\U000e0068\U000e0069", 'tag characters hide "hi"'),
        ("a\u200e b", 'left-to-right mark (U+200E) in "a<U+200E>"'),
        ("caf\ufffd au lait", 'replacement character (U+FFFD) in "caf\ufffd"'),
        ("`x\u200by`", 'zero-width space (U+200B) in "`x<U+200B>y`"'),
        ("<p>itâ€™s</p>", '"â€™" is a garbled "’"'),
        ("a.Â b", '"Â" is garbled text'),
    ],
)
def test_a_character_is_named_and_shown(text: str, message: str) -> None:
    assert invisible(text) == [message]


def test_no_fix_in_code_is_safe() -> None:
    (problem,) = InvisibleCharacter().check(read("a\u200bb `x\u200by`"))
    assert problem.fix is not None
    assert not problem.fix.safe


PARTS = [
    *("word", " ", "  ", "\t", "\u00a0", "\u3000", "\n", "\r\n", "\r", "\n\n", "> ", "- ", "# "),
    *(
        "```\n",
        "`",
        "---\n",
        "--- ",
        "+++\n",
        "{",
        "}",
        "a: ",
        "b: |\n",
        "  ",
        "'''",
        "<div>",
        "\\",
    ),
    *("\u200b", "\u200d", "\u00ad", "\u202e", "\u2028", "\ufeff", "\ufffd", "\x00", "\x93", "\x1b"),
    *(
        "â€™",
        "Ã©",
        "Â",
        "Ã",
        "ðŸ",
        "€",
        "™",
        "ï»¿",
        "👩",
        "\ufe0f",
        "\U0001f3f4",
        "\U000e0067",
        "\udc80",
    ),
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=30).map("".join) | st.text(max_size=60)


@settings(max_examples=200)
@given(TEXTS)
def test_trailing_space_is_where_it_says_and_gone_when_mended(text: str) -> None:
    problems = list(TrailingSpace().check(read(text)))
    for problem in problems:
        for span in (problem.span, *problem.others):
            assert text[span.start : span.end].isspace()
            assert text[span.end :].lstrip("\r")[:1] in ("", "\n")
    assert [p.message for p in TrailingSpace().check(read(fixed(text, problems)))] == []


@settings(max_examples=200)
@given(TEXTS)
def test_invisible_characters_are_where_they_say_and_gone_when_mended(text: str) -> None:
    for problem in InvisibleCharacter().check(read(text)):
        spans = (problem.span, *problem.others)
        assert all(Span(0, len(text)).covers(span) and span.start < span.end for span in spans)
        assert list(spans) == sorted(set(spans))
        assert problem.message.isprintable() or "\ufffd" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        " " * 1_000_000 + "x",
        "x \n" * 200_000,
        "\u200b" * 1_000_000,
        "Ã©" * 300_000,
        "\u202e\u05d0" * 100_000,
        "---\n" + "a: |\n  x \n" * 50_000 + "---\n",
        ": " * 200_000,
    ],
)
def test_hostile_text_ends_soon(text: str) -> None:
    doc = Document("post.md", text, None, Span(0, len(text)), ())
    assert len(list(TrailingSpace().check(doc))) <= 1
    assert len(list(InvisibleCharacter().check(doc))) <= 1
