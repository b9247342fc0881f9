"""What a stream can show, and how text is spelled so that it can."""

import io

import pytest

from postlint.report.page import ColorChoice, Page, page_of


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


XTERM = {"TERM": "xterm-256color", "COLUMNS": "72", "LINES": "30"}


def test_a_pipe_is_plain() -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    assert page_of(pipe, "auto", XTERM) == Page(encoding="cp1252")


def test_a_terminal_has_a_width_and_colours() -> None:
    assert page_of(Terminal(), "auto", XTERM) == Page(width=72, is_screen=True, has_color=True)


@pytest.mark.parametrize(
    ("color", "environ", "on_screen", "in_pipe"),
    [
        ("auto", {}, True, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("always", {"NO_COLOR": "1"}, True, True),
        ("always", {"TERM": "dumb"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_who_decides_on_colour(
    color: ColorChoice, environ: dict[str, str], on_screen: bool, in_pipe: bool
) -> None:
    assert page_of(Terminal(), color, XTERM | environ).has_color is on_screen
    assert page_of(io.StringIO(), color, XTERM | environ).has_color is in_pipe


@pytest.mark.parametrize(
    ("text", "encoding", "spelled"),
    [
        ("plain", "utf-8", "plain"),
        ("“naïve” 中文 👩\u200d👧 می\u200cخواهم", "utf-8", "“naïve” 中文 👩\u200d👧 می\u200cخواهم"),
        ("a\nb\tc\rd\0", "utf-8", "a\\nb\\tc\\rd\\x00"),
        ("\x1b]0;title\x07\x9b31m\x7f", "utf-8", "\\x1b]0;title\\x07\\x9b31m\\x7f"),
        ("\u202e\u2066\u200f\ufeff\u2028", "utf-8", "\\u202e\\u2066\\u200f\\ufeff\\u2028"),
        ("caf\udce9 \ud83d", "utf-8", "caf\\xe9 \\ud83d"),
        ("\ufffe ##[error]x ::y", "utf-8", "\\ufffe ##\\x5berror]x ::y"),
        ("it’s — “x”… é", "ascii", 'it\'s - "x"... \\xe9'),
        ("it’s é", "cp1252", "it’s é"),
    ],
)
def test_spelling(text: str, encoding: str, spelled: str) -> None:
    assert Page(encoding=encoding).spell(text) == spelled


@pytest.mark.parametrize(
    ("path", "spelled"),
    [
        ("a::b.md", "a::b.md"),
        ("::error::x.md", "./::error::x.md"),
        ("\xa0 ::error::x.md", "./\xa0 ::error::x.md"),
        ("##[error]x.md", "##\\x5berror]x.md"),
    ],
)
def test_a_path_at_the_start_of_a_line_is_no_command(path: str, spelled: str) -> None:
    assert Page().spell_path(path) == spelled
