"""A run of prose as a reader sees it, each character mapped back to its place in the source."""

from bisect import bisect_right
from typing import Final, Literal, NamedTuple

from postlint.model.span import Span

PLACEHOLDER: Final = "\ufffc"
"""Stands for one stretch of what is not prose: code, a URL, a template tag, an image."""

SegmentKind = Literal[
    "paragraph",
    "heading",
    "list-item",
    "table-cell",
    "quote",
    "footnote",
    "definition",
    "image-alt",
    "title",
    "description",
]

STANDS_ALONE: Final[frozenset[SegmentKind]] = frozenset(
    {"title", "description", "heading", "table-cell", "image-alt"}
)
"""What does not go on in the next segment, as a quotation or an aside of paragraphs does."""


class Segment(NamedTuple):
    """One paragraph, heading, cell ... of prose.

    `text` has inline markup joined (`**d**irectory` is "directory"), entities decoded, soft and
    hard line breaks as "\\n", and one PLACEHOLDER for each stretch that is not prose. It is made of
    pieces: `starts[i]` is where piece i begins in `text` (strictly ascending, the first is 0) and
    `sources[i]` the half-open range of `Document.text` it stands for. A piece as long as its
    source is *verbatim* and maps character by character; any other (a decoded entity, a
    placeholder) maps as a whole.
    """

    kind: SegmentKind
    text: str
    starts: tuple[int, ...]
    sources: tuple[tuple[int, int], ...]
    level: int = 0
    """1 to 6 for a heading, else 0."""

    @property
    def is_cut_short(self) -> bool:
        """Whether it is a teaser that ends where its length ran out, wherever that was."""
        return self.kind == "description" and self.text.rstrip().endswith(("...", "…"))

    def source_span(self, start: int, end: int) -> Span:
        """The span of the document that the half-open range `start:end` of `text` stands for."""
        if start >= end:
            at = self._source_start(start)
            return Span(at, at)
        return Span(self._source_start(start), self._source_end(end))

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` stands in the source as one unbroken run of characters."""
        span = self.source_span(start, end)
        return span.end - span.start == end - start

    def _source_start(self, at: int) -> int:
        if not self.starts:
            return 0
        piece = bisect_right(self.starts, at) - 1
        source_start = self.sources[piece][0]
        return source_start + at - self.starts[piece] if self._is_whole(piece) else source_start

    def _source_end(self, at: int) -> int:
        piece = bisect_right(self.starts, at - 1) - 1
        source_start, source_end = self.sources[piece]
        offset = at - self.starts[piece]
        return source_start + offset if self._is_whole(piece) else source_end

    def _is_whole(self, piece: int) -> bool:
        """Whether a piece has as many characters as its source, so that each maps to its own."""
        last = piece + 1 == len(self.starts)
        text_end = len(self.text) if last else self.starts[piece + 1]
        source_start, source_end = self.sources[piece]
        return text_end - self.starts[piece] == source_end - source_start
