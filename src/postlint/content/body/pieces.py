"""Put segments together from pieces of text, and blot out the words in them that are no prose."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from postlint.content.body.masks import Mask, find_masks, may_have_masks
from postlint.content.segment import PLACEHOLDER, Segment, SegmentKind

_NOT_WORDS: Final = " \t\r\n\xa0" + PLACEHOLDER

new_tuple: Final = tuple.__new__
"""Makes a named tuple in a third of the time that its own constructor takes."""

Range = tuple[int, int]
"""Start and end, in code points of the document."""


class Pieces:
    """The parts of a segment's text, none of them empty, in the order of their source."""

    __slots__ = ("sources", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.sources: list[Range] = []
        """What each text stands for."""

    def add(self, text: str, start: int, end: int) -> None:
        """Append a piece."""
        self.texts.append(text)
        self.sources.append((start, end))

    def add_placeholder(self, start: int, end: int) -> None:
        """Append a placeholder, or widen the one that is already there."""
        if self.texts and self.texts[-1] == PLACEHOLDER:
            self.sources[-1] = (self.sources[-1][0], end)
        else:
            self.texts.append(PLACEHOLDER)
            self.sources.append((start, end))

    def add_part(self, text: str, source: Range, start: int, end: int) -> None:
        """Append the range `start:end` of a piece.

        Nothing is left of a decoded entity whose other half is masked: so is all of its source.
        """
        if end - start == len(text):
            if text == PLACEHOLDER:
                self.add_placeholder(*source)
            else:
                self.add(text, *source)
        elif len(text) == source[1] - source[0]:
            self.add(text[start:end], source[0] + start, source[0] + end)

    def cut(self, length: int) -> None:
        """Leave only the first pieces."""
        del self.texts[length:], self.sources[length:]


Leaf = tuple[SegmentKind, int, Pieces]
"""What becomes a segment: its kind, the level of a heading (else 0), and its pieces."""


def make_segments(leaves: Sequence[Leaf], not_prose: list[Range]) -> list[Segment]:
    """The segments of all leaves that have words, in their order.

    The source of what is blotted out in them goes to `not_prose`.
    """
    texts = ["".join(pieces.texts) for _, _, pieces in leaves]
    blotted: dict[int, Pieces] = {}
    for index in may_have_masks(texts):
        masks = find_masks(texts[index])
        if masks:
            blotted[index] = _blotted(leaves[index][2], masks, not_prose)
            texts[index] = "".join(blotted[index].texts)
    segments: list[Segment] = []
    for index, (kind, level, pieces) in enumerate(leaves):
        text = texts[index]
        if text.strip(_NOT_WORDS):
            parts = blotted.get(index, pieces)
            starts = (0, *accumulate(map(len, parts.texts[:-1]))) if len(parts.texts) > 1 else (0,)
            values = kind, text, starts, tuple(parts.sources), level
            segments.append(new_tuple(Segment, values))
    return segments


def _blotted(pieces: Pieces, masks: list[Mask], not_prose: list[Range]) -> Pieces:
    """The pieces with a placeholder, or nothing, for each masked range of their text."""
    blotted = Pieces()
    ahead = masks[::-1]
    opened = end = 0
    for text, source in zip(pieces.texts, pieces.sources, strict=True):
        at = start = end
        end += len(text)
        offset = source[0] - start
        is_verbatim = len(text) == source[1] - source[0]
        while ahead and ahead[-1][0] < end:
            mask_start, mask_end, is_visible = ahead[-1]
            if mask_start >= at:  # else it began in a piece before
                if mask_start > at:
                    blotted.add_part(text, source, at - start, mask_start - start)
                opened = mask_start + offset if is_verbatim else source[0]
            at = min(mask_end, end)
            if mask_end > end:
                break
            closed = mask_end + offset if is_verbatim else source[1]
            not_prose.append((opened, closed))
            if is_visible:
                blotted.add_placeholder(opened, closed)
            ahead.pop()
        if at < end:
            blotted.add_part(text, source, at - start, end - start)
    return blotted
