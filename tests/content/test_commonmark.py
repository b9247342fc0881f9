"""Markdown is parsed from an ASCII text that means the same, with places in code points."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.content.body.commonmark import CommonMark
from postlint.content.body.masks import BLOT, NOTHING
from postlint.content.body.stand_in import stand_in

SIGNS = """
    # ## - * + 1. > | a|b --- *** ** * _ __ ~~ ~ [a](b) ![c](d) ![ [ ] ]( ) ` `` ``` <b> </b>
    <!-- --> <x@y.z> <https://a.b> &amp; &ngE; \\* \\[ \\ [^1] [^1]: [x][y] [a b]: /u : [!NOTE]
    <a href= > ' " = <br/> /> {#id} title:
"""
CHARACTERS = [*"éèÉ“”—€¿👻漢。٣\u0301", BLOT, NOTHING]
BLANKS = ["\u00a0", "\u2003", "\u3000", "\u2028", "\x85", "\x0b", "\x0c", "\x7f", "\0"]
LINES = [" ", "\n", "\n\n", "  \n", "\r\n", "\n    ", "\n> ", "\n- ", "\n: "]
TEXTS = st.lists(st.sampled_from([*SIGNS.split(), *CHARACTERS, *BLANKS, *LINES, "a", "b"]))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a “b” é", "a \x7fb\x7f \x7f"),
        ("**“a”** — *é*", "**,a,** \x7f *\x7f*"),
        ("[é](x) <é>", "[\x7f](x) <\x7f>"),
    ],
)
def test_an_ascii_text_stands_in_for_another(text: str, read: str) -> None:
    assert stand_in(text) == read


@pytest.mark.parametrize(
    "text",
    ["plain", "**a**\u00a0b", "\\“*", "[é]: /x", "[^é]: x", "[é][]", "[x][é]", "[a\\]é]: x"],
)
def test_no_other_text_stands_in_for_it(text: str) -> None:
    assert stand_in(text) == text


@settings(max_examples=1000)
@given(TEXTS.map("".join))
def test_the_parser_reads_the_same_in_both(text: str) -> None:
    assert read(CommonMark(text)) == read(Untranslated(text))


class Untranslated(CommonMark):
    """The text itself is parsed, and each place in it is counted anew."""

    def __init__(self, text: str) -> None:
        self.parsed = text
        self._is_ascii = False

    def _in_code_points(self, events: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
        data = self.parsed.encode()
        for event, at in events:
            yield event, {key: len(data[:byte].decode()) for key, byte in at.items()}


def read(markdown: CommonMark) -> list[object]:
    events = [(shape(event), at["start"], at["end"]) for event, at in markdown.events()]
    definitions = sorted(at for _, _, *at in markdown.definitions())
    return [*events, *definitions]


def shape(event: Any) -> object:
    """All of an event but for words."""
    if isinstance(event, str):
        return event
    [(name, tag)] = event.items()
    if name not in ("Start", "End"):
        return name
    if not isinstance(tag, dict):
        return name, tag
    [(kind, data)] = tag.items()
    if kind in ("Link", "Image") and name == "Start":
        return name, kind, data["link_type"]
    return name, kind, data["level"] if kind == "Heading" and name == "Start" else None


def test_a_definition_is_found_by_its_label() -> None:
    text = "[Émile] and [Ècole]\n\n[émile]: /x\n"
    events = [(shape(event), at) for event, at in CommonMark(text).events()]
    assert (("Start", "Link", "Shortcut"), {"start": 0, "end": 7}) in events
    assert [at for kind, at in events if kind == "Text"] == [
        {"start": 1, "end": 6},
        {"start": 7, "end": 12},
        {"start": 12, "end": 13},
        {"start": 13, "end": 18},
        {"start": 18, "end": 19},
    ]
    assert list(CommonMark(text).definitions()) == [("émile", "/x", 21, 32)]


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        CommonMark("a \udce9")


def test_labels_are_looked_for_in_linear_time() -> None:
    """One quadratic step would take minutes here."""
    for unit in ("[é", "[\\", "][", "[a\\é", "é]:", "*é"):
        stand_in("é" + unit * 100_000)
