"""The source line of a finding: cut around the mark, the carets under the right cells."""

import pytest
from rich.cells import cell_len

from postlint.report.page import Page
from postlint.report.source_line import draw
from time_growth import growth


def shown(line: str, start: int, end: int, room: int = 60, encoding: str = "utf-8") -> list[str]:
    drawn = draw(line, start, end, Page(encoding=encoding), room)
    return [drawn.text, " " * drawn.indent + "^" * drawn.marked]


@pytest.mark.parametrize(
    ("line", "place", "text", "carets"),
    [
        ("the the end", (0, 7), "the the end", "^^^^^^^"),
        ("\tthe the", (1, 8), "    the the", "    ^^^^^^^"),
        ("a\tb", (1, 2), "a    b", " ^^^^"),
        ("中文 the the", (3, 10), "中文 the the", "     ^^^^^^^"),
        ("the 中文", (4, 6), "the 中文", "    ^^^^"),
        ("cafe\u0301 bar", (6, 9), "cafe\u0301 bar", "     ^^^"),
        ("cafe\u0301 bar", (0, 5), "cafe\u0301 bar", "^^^^"),
        ("👩\u200d👩\u200d👧 bar", (6, 9), "👩\u200d👩\u200d👧 bar", "   ^^^"),
        ("no\u200bbreak", (2, 3), "no\\u200bbreak", "  ^^^^^^"),
        ("e\u0301", (1, 2), "e\\u0301", " ^^^^^^"),
        ("bell\x07 \x1b[2J x", (11, 12), "bell\\x07 \\x1b[2J x", "                 ^"),
        ("\u202egnp.exe", (1, 4), "\\u202egnp.exe", "      ^^^"),
        ("caf\udce9 x", (5, 6), "caf\\xe9 x", "        ^"),
        ("##[error]x", (0, 3), "##\\x5berror]x", "^^^^^^"),
        ("a ##[error]x", (3, 4), "a ##\\x5berror]x", "   ^"),
        ("end", (3, 3), "end", "   ^"),
        ("", (0, 0), "", "^"),
    ],
)
def test_carets_stand_under_what_is_meant(
    line: str, place: tuple[int, int], text: str, carets: str
) -> None:
    assert shown(line, *place) == [text, carets]


WORDS = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(
    ("word", "room", "text", "carets"),
    [
        ("one", 30, "one two three four five six…", "^^^"),
        ("six", 30, "…four five six seven eight…", "           ^^^"),
        ("twelve", 30, "…eight nine ten eleven twelve", "                       ^^^^^^"),
        ("two three four five six seven", 20, "one two three four…", "    ^^^^^^^^^^^^^^"),
    ],
)
def test_long_lines_are_cut_around_the_mark(word: str, room: int, text: str, carets: str) -> None:
    start = WORDS.index(word)
    assert shown(WORDS, start, start + len(word), room) == [text, carets]


def test_wide_letters_without_spaces_are_cut_anywhere() -> None:
    line = "中" * 50 + "文" + "中" * 50
    assert shown(line, 50, 51, 22) == ["…中中中中文中中中中…", "         ^^"]


@pytest.mark.parametrize("part", [0, 0.5, 0.99])
@pytest.mark.parametrize("letter", ["a", "中", "\u0301", "\x1b", "\t"])
def test_a_long_line_takes_no_longer_to_cut_than_a_short_one(letter: str, part: float) -> None:
    def cut(line: str) -> None:
        start = int(part * len(line))
        drawn = draw(line, start, start + 10, Page(), 80)
        draw(line, start, len(line), Page(), 80)
        assert cell_len(drawn.text) <= 80
        assert len(drawn.text) <= 400

    assert growth(lambda size: letter * size, cut, 10_000) < 2


def test_what_an_encoding_lacks_is_spelled_out_before_it_is_measured() -> None:
    assert shown("“Հ” x", 4, 5, encoding="ascii") == ['"\\u0540" x', "         ^"]
    assert shown("“é” x", 4, 5, encoding="latin-1") == ['"é" x', "    ^"]
