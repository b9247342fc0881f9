"""The parts of a post that the rules of a pack look at, as Vale names and shows them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from postlint.content.document import Document
from postlint.content.prose import SEPARATOR
from postlint.content.segment import PLACEHOLDER, Segment, SegmentKind
from postlint.language.sentences import sentences
from postlint.model.span import Span
from postlint.styles.scope import FRAGMENTS, Scope
from postlint.styles.structure import Structure, structure_of

_SECTIONS: Final[dict[SegmentKind, tuple[str, ...]]] = {
    "paragraph": ("paragraph",),
    "list-item": ("list",),
    "quote": ("blockquote",),
    "footnote": ("footnote", "paragraph"),
    "definition": ("definition", "paragraph"),
    "image-alt": ("attr", "alt"),
    "title": ("frontmatter",),
    "description": ("frontmatter",),
}
_SUMMED_UP: Final = frozenset(("paragraph", "list-item", "quote", "footnote", "definition"))
"""What a summary of the post is made of: no headings, no tables."""

_MARKUP: Final = re.compile(r"[`<{$\\]|!\[|:\w+:$|%")
_WORD: Final = re.compile(r"\w+")
_ADDRESS: Final = re.compile(r"[a-z]+://|www\.|mailto:|[^\s@]+@[^\s@]+\.\w", re.IGNORECASE)


BEYOND_PROSE: Final = frozenset(("raw", "code"))
"""Sections of blocks whose text is not that of the blocks of prose."""

Piece = tuple[str, int, int]
"""A text, and the start and end of what it stands for."""


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """The runs of letters, digits and underscores, each with where it begins."""
    return ((found.start(), found[0]) for found in _WORD.finditer(text))


class Block:
    """A stretch of text with the sections that name it."""

    __slots__ = ("_folded", "sections", "segment", "start", "text")

    def __init__(
        self, sections: frozenset[str], segment: Segment, start: int = 0, end: int | None = None
    ) -> None:
        self.sections = sections
        self.segment = segment
        self.start = start
        """Where in the text of the segment it begins."""
        is_whole = start == 0 and end is None
        self.text = segment.text if is_whole else segment.text[start:end]
        self._folded: str | None = None

    @property
    def folded(self) -> str:
        """The text with the case of letters taken away."""
        if self._folded is None:
            self._folded = self.text.casefold()
        return self._folded

    def span(self, start: int, end: int) -> Span:
        """The span of the post that a range of the text stands for."""
        return self.segment.source_span(self.start + start, self.start + end)

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether a range of the text stands in the post as one run of characters."""
        return self.segment.is_verbatim(self.start + start, self.start + end)


class Joined(NamedTuple):
    """The texts of some blocks as one, with what no word and no line goes over between them."""

    text: str
    starts: tuple[int, ...]
    """Where in the text each block begins."""
    blocks: list[Block]


class View:
    """A post as a pack sees it; what no rule asks for is not made."""

    def __init__(self, doc: Document) -> None:
        self.doc: Final = doc
        self._by_scope: dict[tuple[Scope, ...], list[Block]] = {}

    def blocks(self, scopes: tuple[Scope, ...]) -> list[Block]:
        """The blocks that one of the scopes holds for, in the order of the text."""
        if scopes not in self._by_scope:
            asked: frozenset[str] = frozenset().union(*(scope.asked for scope in scopes))
            self._by_scope[scopes] = [
                block
                for block in self._candidates(asked)
                if any(scope.holds(block.sections) for scope in scopes)
            ]
        return self._by_scope[scopes]

    @cached_property
    def texts(self) -> list[Block]:
        """The blocks of prose, those of the front matter first."""
        own = tuple(self._front_matter())
        ending = self._ending
        return [*own, *(self._block(one, ending) for one in self._segments)]

    @cached_property
    def joined(self) -> Joined:
        """All blocks of prose."""
        lengths = (len(block.text) + len(SEPARATOR) for block in self.texts)
        starts = tuple(accumulate(lengths, initial=len(SEPARATOR)))[:-1]
        text = SEPARATOR.join(["", *(block.text for block in self.texts), ""])
        return Joined(text, starts, self.texts)

    @cached_property
    def folded(self) -> str:
        """The texts of all blocks of prose, without the case of their letters."""
        return "\n".join(block.folded for block in self.texts)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in it."""
        return frozenset(_WORD.findall(self.folded))

    @cached_property
    def summary(self) -> Block:
        """The prose without headings and tables, a blank line after each part."""
        parts = [one for one in self._segments if one.kind in _SUMMED_UP]
        return Block(frozenset(("summary", self._ending)), _joined(parts, self.doc.body.end))

    @cached_property
    def structure(self) -> Structure:
        """What the segments do not say."""
        return structure_of(self.doc)

    def _candidates(self, asked: frozenset[str]) -> Iterator[Block]:
        yield from self.texts
        if "sentence" in asked:
            yield from self._sentences
        if asked & FRAGMENTS - {"sentence"}:
            yield from self._inline
        if "raw" in asked:
            yield self._raw
        if "summary" in asked:
            yield self.summary

    @cached_property
    def _segments(self) -> list[Segment]:
        """The segments of the body, in them what a reader of Vale's rules counts on."""
        text = self.doc.text
        return [
            _restored(one, text) if PLACEHOLDER in one.text else one
            for one in self.doc.segments
            if one.kind not in ("title", "description")
        ]

    @cached_property
    def _ending(self) -> str:
        return self.doc.path.rpartition(".")[2].lower()

    def _block(self, segment: Segment, ending: str) -> Block:
        if segment.kind == "heading":
            own: tuple[str, ...] = ("heading", f"h{segment.level}")
        elif segment.kind == "table-cell":
            own = ("table", "header" if self._is_header(segment) else "cell")
        else:
            own = _SECTIONS[segment.kind]
        return Block(frozenset(("text", ending, *own)), segment)

    def _is_header(self, cell: Segment) -> bool:
        at, heads = cell.sources[0][0], self.structure.headers
        before = bisect_right(heads, at, key=lambda head: head.start) - 1
        return before >= 0 and at < heads[before].end

    def _front_matter(self) -> Iterator[Block]:
        front_matter = self.doc.front_matter
        data = self.doc.data
        if front_matter is None or not isinstance(data, dict):
            return
        prose = [one for one in self.doc.segments if one.kind in ("title", "description")]
        for key, value in data.items():
            place = front_matter.tree.places.get((key,))
            if not isinstance(value, str) or not value.strip() or place is None:
                continue
            span = place.value
            inside = (one for one in prose if span.start <= one.sources[0][0] < span.end)
            segment = next(inside, None) or _value(self.doc.text, span, value)
            sections = frozenset(("text", "frontmatter", key.lower(), self._ending))
            yield Block(sections, _restored(segment, self.doc.text))

    @cached_property
    def _sentences(self) -> list[Block]:
        return [
            Block(block.sections | {"sentence"}, block.segment, start, end)
            for block in self.texts
            if not block.sections & {"frontmatter", "attr"}
            for start, end in sentences(block.text)
        ]

    @cached_property
    def _inline(self) -> list[Block]:
        links = [one.words for one in self.doc.links if one.kind not in ("bare", "definition")]
        found = self.structure
        ranges = {"link": links, "strong": found.strong, "emphasis": found.emphasis}
        blocks = [block for name, spans in ranges.items() for block in self._parts(name, spans)]
        for span in found.code:
            written = self.doc.text[span.start : span.end]
            inner = Segment("paragraph", written, (0,), ((span.start, span.end),))
            blocks.append(Block(frozenset(("code", self._ending)), inner))
        return blocks

    def _parts(self, name: str, spans: Iterable[Span]) -> Iterator[Block]:
        """The blocks that some spans of the post are in the blocks of prose."""
        ahead = sorted(spans, reverse=True)
        for block in self.texts:
            last = block.segment.sources[-1][1] if block.segment.sources else 0
            pieces = list(_pieces_of(block.segment))
            while ahead and ahead[-1].start < last:
                span = ahead.pop()
                start, end = _range_of(block.segment, pieces, span)
                if start < end:
                    yield Block(block.sections | {name}, block.segment, start, end)

    @cached_property
    def _raw(self) -> Block:
        """The file as it is, with line ends that patterns know."""
        text = self.doc.text
        lines = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        sections = frozenset(("raw", self._ending))
        if len(lines) == len(text):
            return Block(sections, Segment("paragraph", lines, (0,), ((0, len(text)),)))
        return Block(sections, _pieced(_lines(text)))


def _lines(text: str) -> Iterator[Piece]:
    at = 0
    for found in re.finditer("\r\n?", text):
        if at < found.start():
            yield text[at : found.start()], at, found.start()
        yield "\n", *found.span()
        at = found.end()
    if at < len(text):
        yield text[at:], at, len(text)


def _pieced(pieces: Iterable[Piece], kind: SegmentKind = "paragraph", level: int = 0) -> Segment:
    """A segment of some pieces, those without text left out."""
    kept = [piece for piece in pieces if piece[0]]
    starts = accumulate((len(text) for text, _, _ in kept[:-1]), initial=0) if kept else ()
    text = "".join(text for text, _, _ in kept)
    return Segment(kind, text, tuple(starts), tuple((start, end) for _, start, end in kept), level)


def _pieces_of(segment: Segment) -> Iterator[Piece]:
    ends = (*segment.starts[1:], len(segment.text))
    for start, end, source in zip(segment.starts, ends, segment.sources, strict=True):
        yield segment.text[start:end], *source


def _restored(segment: Segment, source: str) -> Segment:
    """The segment with asterisks for code and addresses, nothing for an image, and with words again
    that are no prose to our own rules, such as the names of files."""
    pieces = (
        (_shown(source[start:end]) if text == PLACEHOLDER else text, start, end)
        for text, start, end in _pieces_of(segment)
    )
    return _pieced(pieces, segment.kind, segment.level)


def _shown(source: str) -> str:
    """What stands for a part of the post that is no prose."""
    if source.startswith("!["):
        return ""
    if source.startswith("`"):
        return "*" * max(1, len(source.strip("`").strip()))
    if _MARKUP.match(source) or _ADDRESS.match(source):
        return "*" * len(source)
    return source


def _joined(segments: Sequence[Segment], end: int) -> Segment:
    pieces: list[Piece] = []
    for segment in segments:
        pieces += _pieces_of(segment)
        behind = pieces[-1][2] if pieces else end
        pieces.append(("\n\n", behind, behind))
    return _pieced(pieces)


def _value(text: str, span: Span, value: str) -> Segment:
    """A value of the front matter, mapped as a whole where it is not written as it reads."""
    raw = text[span.start : span.end]
    for quotes in (0, 1):
        if raw[quotes : len(raw) - quotes] == value:
            source = (span.start + quotes, span.end - quotes)
            return Segment("paragraph", value, (0,), (source,))
    return Segment("paragraph", value, (0,), ((span.start, span.end),))


def _range_of(segment: Segment, pieces: Sequence[Piece], span: Span) -> tuple[int, int]:
    """The range of a segment's text that lies in a span of the post; an empty one for none."""
    start, end = len(segment.text), 0
    index = max(0, bisect_right(pieces, span.start, key=lambda piece: piece[1]) - 1)
    while index < len(pieces) and pieces[index][1] < span.end:
        text, source_start, source_end = pieces[index]
        at = segment.starts[index]
        if span.start < source_end:
            first, last = 0, len(text)
            if len(text) == source_end - source_start:
                first = max(0, span.start - source_start)
                last = min(last, span.end - source_start)
            start, end = min(start, at + first), max(end, at + last)
        index += 1
    return start, end
