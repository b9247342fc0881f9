"""From Markdown to segments of prose, each character mapped back to its source."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, Protocol

import pyromark
from pyromark import Options

from postlint.content.body.blots import blot
from postlint.content.body.html_tags import FORMATTING_TAGS, OPAQUE_TAGS, TAG_NAME
from postlint.content.body.jsx import find_jsx
from postlint.content.body.masks import BLOT
from postlint.content.body.pieces import Piece, add_placeholder, make_segment
from postlint.content.body.templates import find_templates
from postlint.content.segment import PLACEHOLDER, Segment, SegmentKind
from postlint.model.span import Span

if TYPE_CHECKING:
    from pyromark.event import BrokenLink


def _resolve(link: "BrokenLink") -> tuple[str, str] | None:
    """Take `[text][label]` for a link though nothing defines the label: a layout may.

    `[sic]` stays what it is, and so do the numbers of notes, `[1][2]`.
    """
    kind, label = link["link_type"], link["reference"]
    is_full = kind in ("Reference", "ReferenceUnknown") and len(label) > 1 and not label.isdigit()
    return ("", "") if is_full or kind in ("Collapsed", "CollapsedUnknown") else None


# No math: "between $2,000 and $5,000" is prose. No smart punctuation: rules judge what is written.
_MARKDOWN: Final = pyromark.Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST,
    broken_link_callback=_resolve,
)

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_KINDS: Final[dict[str, SegmentKind]] = {
    "Item": "list-item",
    "TableCell": "table-cell",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
    "DefinitionListTitle": "definition",
    "DefinitionListDefinition": "definition",
}
_MARK_DISTANCE: Final = 4096
_CONTINUATION_BYTES: Final = bytes(range(0x80, 0xC0))
_INLINE: Final = frozenset({"Emphasis", "Strong", "Strikethrough"})


@dataclass(frozen=True, slots=True)
class Body:
    """The prose of a post's body, and what is not prose. Offsets are code points of the post."""

    segments: tuple[Segment, ...]
    """In the order of the text; the alt texts of a paragraph's images follow the paragraph."""
    code: tuple[Span, ...]
    """Code, HTML, templates, addresses, link targets; sorted, not touching each other."""


def parse_body(text: str, body: Span, *, mdx: bool) -> Body:
    """Read `text[body.start:body.end]` as Markdown, which any text is: this never raises."""
    source = text[body.start : body.end]
    if not source.isascii():
        source = _SURROGATE.sub("\ufffd", source).replace(PLACEHOLDER, BLOT)
    blots = find_templates(source)
    if mdx:
        blots += find_jsx(source)
    reader = _Reader(blot(source, blots) if blots else source, body.start)
    reader.read()
    code = reader.code
    code += [(body.start + found.start, body.start + found.end) for found in blots]
    return Body(tuple(reader.segments), _merged(code))


def _merged(ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The ranges in order, those that touch made one."""
    ranges.sort()
    merged: list[Span] = []
    last_start, last_end = 0, 0
    for start, end in ranges:
        if start > last_end:
            if last_start < last_end:
                merged.append(Span(last_start, last_end))
            last_start, last_end = start, end
        elif end > last_end:
            last_end = end
    if last_start < last_end:
        merged.append(Span(last_start, last_end))
    return tuple(merged)


class _Source(Protocol):
    """The parsed text behind the parser's byte offsets."""

    def read(self, start: int, end: int) -> tuple[str, int]:
        """The text between two byte offsets and the code point it begins at in the document."""
        ...

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Two byte offsets as code points of the document."""
        ...

    def character_at(self, byte: int) -> str:
        """The character that begins at a byte offset, "" at the end."""
        ...


class _AsciiSource:
    """A text whose bytes are its code points."""

    __slots__ = ("_offset", "_text")

    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._offset = offset

    def read(self, start: int, end: int) -> tuple[str, int]:
        return self._text[start:end], start + self._offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        return start + self._offset, end + self._offset

    def character_at(self, byte: int) -> str:
        return self._text[byte : byte + 1]


class _Utf8Source:
    """Any other text; counts the code points from the last offset it was asked for.

    Where that is far off it counts from the nearest of its marks: the ends of images inside each
    other lead back again and again.
    """

    __slots__ = ("_byte", "_bytes", "_marks", "_offset", "_point")

    def __init__(self, text: str, offset: int) -> None:
        self._bytes = text.encode()
        self._offset = offset
        self._byte = 0
        self._point = offset
        self._marks: list[int] = []
        """How many code points begin before each multiple of _MARK_DISTANCE bytes."""

    def read(self, start: int, end: int) -> tuple[str, int]:
        point = self._locate(start)
        text = self._bytes[start:end].decode()
        self._byte = end
        self._point = point + len(text)
        return text, point

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self._locate(start), self._locate(end)

    def character_at(self, byte: int) -> str:
        return self._bytes[byte : byte + 4].decode(errors="ignore")[:1]

    def _locate(self, byte: int) -> int:
        if abs(byte - self._byte) > _MARK_DISTANCE:
            self._point = self._offset + self._count_from_mark(byte)
        elif byte >= self._byte:
            self._point += len(self._bytes[self._byte : byte].decode())
        else:
            self._point -= len(self._bytes[byte : self._byte].decode())
        self._byte = byte
        return self._point

    def _count_from_mark(self, byte: int) -> int:
        data, marks = self._bytes, self._marks
        if not marks:
            starts = range(0, len(data), _MARK_DISTANCE)
            counts = (_count_points(data[start : start + _MARK_DISTANCE]) for start in starts)
            marks.extend(accumulate(counts, initial=0))
        index = byte // _MARK_DISTANCE
        return marks[index] + _count_points(data[index * _MARK_DISTANCE : byte])


def _count_points(data: bytes) -> int:
    """How many code points begin in a part of a text in UTF-8, which may cut one in two."""
    return len(data.translate(None, _CONTINUATION_BYTES))


class _Reader:
    """Turns the parser's events into segments. Offsets of events are bytes of the masked text."""

    def __init__(self, text: str, offset: int) -> None:
        self.segments: list[Segment] = []
        self.code: list[tuple[int, int]] = []
        source_type = _AsciiSource if text.isascii() else _Utf8Source
        self._source: _Source = source_type(text, offset)
        self._text = text
        self._has_entities = "&" in text
        self._has_returns = "\r" in text
        # The stubs describe events as a union of some thirty typed dictionaries.
        self._events: Iterator[tuple[Any, Any]] = iter(_MARKDOWN.events_with_range(text))
        self._kind: SegmentKind = "paragraph"
        self._outer_kinds: list[SegmentKind] = []
        self._level = 0
        self._pieces: list[Piece] = []
        self._outer_pieces: list[list[Piece]] = []
        self._alts: list[Segment] = []
        self._run_start = 0
        self._run_end = 0
        """The source of text not yet put into pieces; it may grow with the next event."""
        self._text_end = 0
        """Where the last text or placeholder ended."""
        self._opaque: tuple[str, list[Piece], int, int] | None = None
        """An open <code> or the like: its name, where it is in which pieces, its start."""

    def read(self) -> None:
        """Go through all events. Whatever has no handler of its own bounds a segment."""
        has_entities, has_returns = self._has_entities, self._has_returns
        boundary = _Reader._end_leaf
        for event, at in self._events:  # an event is a name, or a dictionary of one
            if "Text" in event:
                start, end = at["start"], at["end"]
                if has_entities and self._is_decoded(event["Text"], start, end):
                    self._piece(event["Text"], start, end)
                elif start == self._run_end:
                    self._run_end = end
                else:
                    self._flush()
                    self._run_start = start
                    self._run_end = end
            elif "Start" in event:
                tag = event["Start"]
                start_tag = _STARTS.get(tag if type(tag) is str else next(iter(tag)), boundary)
                start_tag(self, tag, at)
            elif "End" in event:
                tag = event["End"]
                end_tag = _ENDS.get(tag if type(tag) is str else next(iter(tag)), boundary)
                end_tag(self, tag, at)
            elif event == "SoftBreak" and at["start"] == self._run_end and not has_returns:
                self._run_end = at["end"]
            else:
                key = event if type(event) is str else next(iter(event))
                _INLINES.get(key, boundary)(self, event, at)
        self._end_leaf()
        if "]:" in self._text:
            self._read_definitions()

    def _read_definitions(self) -> None:
        """`[label]: /target` makes no event."""
        definitions = _MARKDOWN.reference_definitions(self._text).values()
        spans = [(each["span"]["start"], each["span"]["end"]) for each in definitions]
        self.code += [self._source.span(*span) for span in sorted(spans)]

    def _pass(self, _tag: Any, _at: Any) -> None:
        """Leave no trace: the text on both sides joins."""

    def _start_kind(self, tag: Any, _at: Any) -> None:
        self._end_leaf()
        self._outer_kinds.append(self._kind)
        name = tag if type(tag) is str else next(iter(tag))
        if not (name == "BlockQuote" and tag["BlockQuote"]):  # "> [!NOTE]" quotes nobody
            self._kind = _KINDS[name]

    def _start_heading(self, tag: Any, _at: Any) -> None:
        self._end_leaf()
        self._outer_kinds.append(self._kind)
        self._kind = "heading"
        self._level = int(tag["Heading"]["level"][1])

    def _end_kind(self, _tag: Any, _at: Any) -> None:
        self._end_leaf()
        self._kind = self._outer_kinds.pop()
        self._level = 0

    def _skip_block(self, _tag: Any, at: Any) -> None:
        self._end_leaf()
        self.code.append(self._source.span(at["start"], at["end"]))
        self._skip()

    def _skip(self) -> None:
        """Leave out what a code block, an HTML block or an autolink holds."""
        for event, _ in self._events:
            if "End" in event:
                return

    def _end_leaf(self, _tag: Any = None, _at: Any = None) -> None:
        """Finish the segment at hand, at the start or end of any block."""
        if self._run_start < self._run_end:
            self._flush()
        if not self._pieces:
            return
        segment = make_segment(self._pieces, self._kind, self._level, self.code)
        if segment:
            self.segments.append(segment)
        self._pieces = []
        self._opaque = None
        if self._alts:
            self.segments += self._alts
            self._alts = []

    def _start_link(self, tag: Any, at: Any) -> None:
        if tag["Link"]["link_type"] in ("Autolink", "Email"):
            self._placeholder(tag, at)
            self._skip()

    def _end_link(self, _tag: Any, at: Any) -> None:
        self._flush()
        self.code.append(self._source.span(max(at["start"], self._text_end), at["end"]))

    def _start_image(self, _tag: Any, _at: Any) -> None:
        self._flush()
        self._outer_pieces.append(self._pieces)
        self._pieces = []

    def _end_image(self, _tag: Any, at: Any) -> None:
        """The alt text becomes a segment of its own, for after that of the text around it."""
        self._end_link(_tag, at)
        alt = make_segment(self._pieces, "image-alt", 0, self.code)
        if alt:
            self._alts.append(alt)
        self._pieces = self._outer_pieces.pop()
        add_placeholder(self._pieces, *self._source.span(at["start"], at["end"]))
        self._text_end = at["end"]

    def _break(self, _event: Any, at: Any) -> None:
        self._piece("\n", at["start"], at["end"])

    def _placeholder(self, _event: Any, at: Any) -> None:
        self._flush()
        span = self._source.span(at["start"], at["end"])
        add_placeholder(self._pieces, *span)
        self.code.append(span)
        self._text_end = at["end"]

    def _footnote_reference(self, event: Any, at: Any) -> None:
        """Behind a word it leaves no trace; elsewhere it keeps words and blanks apart."""
        self._flush()
        before = self._pieces[-1][0][-1:] if self._pieces else ""
        if before and not before.isspace() and not self._source.character_at(at["end"]).isalnum():
            self.code.append(self._source.span(at["start"], at["end"]))
        else:
            self._placeholder(event, at)

    def _html(self, event: Any, at: Any) -> None:
        """Formatting joins; <code> and the like become one placeholder up to their end tag."""
        self._flush()
        html: str = event["InlineHtml"]
        found = TAG_NAME.match(html)
        name = found[1].lower() if found else ""
        if name in FORMATTING_TAGS:
            self.code.append(self._source.span(at["start"], at["end"]))
        elif name not in OPAQUE_TAGS:
            self._placeholder(event, at)
        elif html[1] != "/":
            self._placeholder(event, at)
            if not self._opaque and not html.endswith("/>"):
                self._opaque = (name, self._pieces, len(self._pieces), at["start"])
        else:
            self._end_opaque(name, at)

    def _end_opaque(self, name: str, at: Any) -> None:
        start = at["start"]
        if self._opaque and self._opaque[0] == name and self._opaque[1] is self._pieces:
            del self._pieces[self._opaque[2] :]
            start = self._opaque[3]
            self._opaque = None
        self._placeholder(None, {"start": start, "end": at["end"]})

    def _is_decoded(self, text: str, start: int, end: int) -> bool:
        """Whether a text is a decoded entity: one or two characters, an event of its own."""
        return len(text) < 3 and self._source.read(start, end)[0] != text

    def _flush(self) -> None:
        """Make the running text a piece."""
        start, end = self._run_start, self._run_end
        if start < end:
            part, point = self._source.read(start, end)
            self._pieces.append((part, point, point + len(part)))
            self._run_start = self._text_end = end

    def _piece(self, part: str, start: int, end: int) -> None:
        self._flush()
        self._pieces.append((part, *self._source.span(start, end)))
        self._text_end = end


_Handlers = dict[str, Callable[[_Reader, Any, Any], None]]
"""What to do at an event, by its name; called with the tag or event and its range of bytes."""

_STARTS: Final[_Handlers] = {
    **dict.fromkeys(_INLINE, _Reader._pass),
    **dict.fromkeys(_KINDS, _Reader._start_kind),
    "Link": _Reader._start_link,
    "Image": _Reader._start_image,
    "CodeBlock": _Reader._skip_block,
    "HtmlBlock": _Reader._skip_block,
    "Heading": _Reader._start_heading,
}
_ENDS: Final[_Handlers] = {
    **dict.fromkeys(_INLINE, _Reader._pass),
    **dict.fromkeys((*_KINDS, "Heading"), _Reader._end_kind),
    "Link": _Reader._end_link,
    "Image": _Reader._end_image,
}
_INLINES: Final[_Handlers] = {
    "Code": _Reader._placeholder,
    "SoftBreak": _Reader._break,
    "HardBreak": _Reader._break,
    "InlineHtml": _Reader._html,
    "FootnoteReference": _Reader._footnote_reference,
    "TaskListMarker": _Reader._pass,
}
