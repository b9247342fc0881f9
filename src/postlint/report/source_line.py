"""The line a finding stands on, cut to the width of the page around the place that is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from postlint.report.page import COMMAND, SPELT_BRACKET, Page, escape

_TAB: Final = "    "

_JOINER: Final = "\u200d"

_LONGEST_REST: Final = 12
"""Characters: so much of a word that does not fit is left out rather than shown."""


class Drawn(NamedTuple):
    """A source line as it is printed; both numbers are terminal cells."""

    text: str
    indent: int
    """How far in the marked part begins."""
    marked: int
    """How long it is; at least 1."""


@dataclass(slots=True)
class _Cells:
    """Characters as they are printed, each with its width in terminal cells."""

    texts: list[str]
    widths: list[int]

    def width(self) -> int:
        return sum(self.widths)

    def first(self, room: int) -> "_Cells":
        """As many of the first characters as there is room for."""
        taken = 0
        for count, width in enumerate(self.widths):
            taken += width
            if taken > room:
                return _Cells(self.texts[:count], self.widths[:count])
        return self

    def last(self, room: int) -> "_Cells":
        """As many of the last characters as there is room for."""
        taken = 0
        for count, width in enumerate(reversed(self.widths)):
            taken += width
            if taken > room:
                return self.behind(len(self.texts) - count)
        return self

    def behind(self, index: int) -> "_Cells":
        """The characters from an index on."""
        return _Cells(self.texts[index:], self.widths[index:])

    def last_words(self, room: int) -> "_Cells":
        """As many of the last words as there is room for; a very long one is cut."""
        kept = self.last(room)
        begin = len(self.texts) - len(kept.texts)
        if begin and self.texts[begin - 1] == " ":
            return kept
        space = _find(" ", kept.texts[:_LONGEST_REST])
        return kept.behind(space + 1) if space is not None else kept

    def first_words(self, room: int) -> "_Cells":
        """As many of the first words as there is room for; a very long one is cut."""
        kept = self.first(room)
        end = len(kept.texts)
        if end < len(self.texts) and self.texts[end] == " ":
            return kept
        space = _find(" ", kept.texts[: -_LONGEST_REST - 1 : -1])
        end -= space + 1 if space is not None else 0
        return _Cells(kept.texts[:end], kept.widths[:end])


def _find(text: str, texts: list[str]) -> int | None:
    return texts.index(text) if text in texts else None


def draw(line: str, start: int, end: int, page: Page, room: int) -> Drawn:
    """A line with the code points `start` to `end` (0-based, exclusive) marked, in `room` cells.

    What is far from the mark is never looked at, so the length of the line does not matter.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    near, far = max(0, start - room), min(end, start + room)
    before = _cells(line[near:start], page)
    marked = _cells(line[start:far], page)
    after = _cells(line[far : far + room] if far == end else "", page)
    if COMMAND in line[near : far + room]:
        _spell_commands((before, marked, after))
    is_more = near > 0, far < end or len(line) > far + room
    if not any(is_more) and before.width() + marked.width() + after.width() <= room:
        return _join(before, marked, after)
    return _cut(before, marked, after, is_more, page.spell("…"), room)


def _spell_commands(parts: Sequence[_Cells]) -> None:
    """Spell out each "[" after "##", as `Page.spell` does, wherever the parts meet."""
    cells = [(part, index) for part in parts for index in range(len(part.texts))]
    texts = [part.texts[index] for part, index in cells]
    for place in range(2, len(texts)):
        if texts[place - 2].endswith("#") and texts[place - 1] == "#" and texts[place][0] == "[":
            part, index = cells[place]
            shown = SPELT_BRACKET + texts[place][1:]
            part.texts[index] = shown
            part.widths[index] += len(shown) - len(texts[place])


def _cut(
    before: _Cells,
    marked: _Cells,
    after: _Cells,
    is_more: tuple[bool, bool],
    dots: str,
    room: int,
) -> Drawn:
    """Take from both sides what leaves the mark in the middle, or all of the shorter side."""
    room -= 2 * len(dots)
    head = marked.first(max(1, room - min(before.width(), room // 4)))
    is_long = len(head.texts) < len(marked.texts)
    free = max(0, room - head.width())
    room_left = max(free // 2, free - after.width())
    is_cut_left = is_more[0] or before.width() > room_left
    left = before.last_words(room_left) if is_cut_left else before
    room_right = 0 if is_long else free - min(before.width(), room_left)
    is_cut_right = is_more[1] or is_long or after.width() > room_right
    right = after.first_words(room_right) if is_cut_right else after
    drawn = _join(left, head, right)
    return Drawn(
        (dots if is_cut_left else "") + drawn.text + (dots if is_cut_right else ""),
        drawn.indent + (len(dots) if is_cut_left else 0),
        drawn.marked,
    )


def _join(before: _Cells, marked: _Cells, after: _Cells) -> Drawn:
    text = "".join((*before.texts, *marked.texts, *after.texts))
    return Drawn(text, before.width(), max(1, marked.width()))


def _cells(text: str, page: Page) -> _Cells:
    """Each character as it is printed; what has no width of its own goes with the one before."""
    if text.isascii() and text.isprintable():
        return _Cells(list(text), [1] * len(text))
    from rich.cells import cell_len

    texts: list[str] = []
    for character in text:
        shown = _TAB if character == "\t" else page.spell(character)
        is_joined = bool(texts) and (texts[-1].endswith(_JOINER) or cell_len(shown) == 0)
        if is_joined:
            texts[-1] += shown
        elif cell_len(shown) == 0:  # first of the mark, or of what is left of the line
            texts.append(escape(character))
        else:
            texts.append(shown)
    return _Cells(texts, [cell_len(shown) for shown in texts])
