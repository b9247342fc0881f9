"""Put a segment together from pieces of text, and blot out the words in it that are not prose."""

from bisect import bisect_right
from typing import Final

from postlint.content.body.masks import Mask, find_masks
from postlint.content.segment import PLACEHOLDER, Segment, SegmentKind

_NOT_WORDS: Final = " \t\r\n\xa0" + PLACEHOLDER

Piece = tuple[str, int, int]
"""A part of a segment's text, not empty, and the range of the document it stands for."""


def add_placeholder(pieces: list[Piece], start: int, end: int) -> None:
    """Append a placeholder for a source range, or widen the one that is already there."""
    if pieces and pieces[-1][0] == PLACEHOLDER:
        pieces[-1] = (PLACEHOLDER, pieces[-1][1], end)
    else:
        pieces.append((PLACEHOLDER, start, end))


def make_segment(
    pieces: list[Piece], kind: SegmentKind, level: int, code: list[tuple[int, int]]
) -> Segment | None:
    """The segment of pieces in the order of their source, None where it has no words.

    The source of what is blotted out in it goes to `code`.
    """
    if len(pieces) == 1:
        text, start, end = pieces[0]
        segment = Segment(kind, text, (0,), ((start, end),), level)
    elif pieces:
        segment = _segment(pieces, kind, level)
    else:
        return None
    masks = find_masks(segment.text)
    if masks:
        segment = _blotted(segment, masks, code)
    return segment if segment.text.strip(_NOT_WORDS) else None


def _segment(pieces: list[Piece], kind: SegmentKind, level: int) -> Segment:
    """The segment as it stands."""
    starts: list[int] = []
    sources: list[tuple[int, int]] = []
    length = 0
    for part, source_start, source_end in pieces:
        starts.append(length)
        sources.append((source_start, source_end))
        length += len(part)
    text = "".join([piece[0] for piece in pieces])
    return Segment(kind, text, tuple(starts), tuple(sources), level)


def _blotted(segment: Segment, masks: list[Mask], code: list[tuple[int, int]]) -> Segment:
    """The segment with a placeholder, or nothing, for each masked range."""
    pieces: list[Piece] = []
    at = 0
    for start, end, is_visible in masks:
        _copy(segment, at, start, pieces)
        span = segment.source_span(start, end)
        code.append((span.start, span.end))
        if is_visible:
            add_placeholder(pieces, span.start, span.end)
        at = end
    _copy(segment, at, len(segment.text), pieces)
    return _segment(pieces, segment.kind, segment.level)


def _copy(segment: Segment, start: int, end: int, pieces: list[Piece]) -> None:
    """Append the range `start:end` of a segment's text, piece by piece, to others."""
    text, starts, sources = segment.text, segment.starts, segment.sources
    index = bisect_right(starts, start) - 1
    while start < end:
        first = starts[index]
        last = starts[index + 1] if index + 1 < len(starts) else len(text)
        stop = min(end, last)
        source_start, source_end = sources[index]
        part = text[start:stop]
        if part == PLACEHOLDER:
            add_placeholder(pieces, source_start, source_end)
        elif last - first == source_end - source_start:
            pieces.append((part, source_start + start - first, source_start + stop - first))
        elif start == first and stop == last:
            pieces.append((part, source_start, source_end))
        # Else a mask covers the other half of a decoded entity, and so all of its source.
        start = stop
        index += 1
