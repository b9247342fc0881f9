"""From Markdown to segments of prose, each character mapped back to its source."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from postlint.content.body.blots import blot
from postlint.content.body.commonmark import CommonMark
from postlint.content.body.html_tags import FORMATTING_TAGS, OPAQUE_TAGS, TAG_NAME
from postlint.content.body.jsx import find_jsx
from postlint.content.body.links import ReadLink
from postlint.content.body.masks import BLOT
from postlint.content.body.pieces import Leaf, Pieces, Range, make_segments, new_tuple
from postlint.content.body.templates import find_templates
from postlint.content.segment import PLACEHOLDER, Segment, SegmentKind
from postlint.content.source import without_surrogates
from postlint.model.span import Span

_KINDS: Final[dict[str, SegmentKind]] = {
    "Item": "list-item",
    "TableCell": "table-cell",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
    "DefinitionListTitle": "definition",
    "DefinitionListDefinition": "definition",
}
_INLINE: Final = frozenset({"Emphasis", "Strong", "Strikethrough"})


class Heading(NamedTuple):
    """One heading. Offsets are code points of the post."""

    start: int
    end: int
    """Behind its line end, where it has one."""
    level: int
    """1 to 6."""


class Body(NamedTuple):
    """The prose of a post's body, and what is not prose. Offsets are code points of the post."""

    segments: tuple[Segment, ...] = ()
    """In the order of the text; the alt texts of a paragraph's images follow the paragraph."""
    not_prose: tuple[Range, ...] = ()
    """Code, HTML, templates, addresses, link targets, in no order; see `merged`."""
    templates: tuple[Range, ...] = ()
    """Templates and MDX alone, in no order."""
    html: tuple[Range, ...] = ()
    """HTML alone, in the order of the text."""
    code_blocks: tuple[Range, ...] = ()
    """In the order of the text."""
    links: tuple[ReadLink, ...] = ()
    """Links, images and definitions of links, in no order; see `links_of`."""
    headings: tuple[Heading, ...] = ()
    """All headings, those without a word too, in the order of the text."""


def parse_body(text: str, body: Span, *, mdx: bool) -> Body:
    """Read `text[body.start:body.end]` as Markdown, which any text is: this never raises."""
    # A blank line stands for what is above, so that all offsets are those of the post.
    above = " " * (body.start - 1) + "\n" if body.start else ""
    source = above + text[body.start : body.end]
    source = source.replace(PLACEHOLDER, BLOT)
    blots = find_templates(source)
    if mdx:
        blots += find_jsx(source)
    source = blot(source, blots) if blots else source
    try:
        reader = _Reader(source)
    except UnicodeEncodeError:  # a byte that is not UTF-8 stands there as a lone surrogate
        reader = _Reader(without_surrogates(source))
    reader.read()
    templates = [(found.start, found.end) for found in blots]
    return Body(
        segments=tuple(make_segments(reader.leaves, reader.not_prose)),
        not_prose=(*reader.not_prose, *templates),
        templates=tuple(templates),
        html=tuple(reader.html),
        code_blocks=tuple(reader.code_blocks),
        links=tuple(reader.links),
        headings=tuple(reader.headings),
    )


def merged(ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    """The ranges in order, those that touch made one."""
    spans: list[Span] = []
    last_start, last_end = 0, 0
    for start, end in sorted(ranges):
        if start > last_end:
            if last_start < last_end:
                spans.append(Span(last_start, last_end))
            last_start, last_end = start, end
        elif end > last_end:
            last_end = end
    if last_start < last_end:
        spans.append(Span(last_start, last_end))
    return tuple(spans)


class _Reader:
    """Turns the parser's events into the leaves that segments are made of."""

    def __init__(self, text: str) -> None:
        self.leaves: list[Leaf] = []
        """In the order of the text; the alt texts of a paragraph's images follow the paragraph."""
        self.not_prose: list[Range] = []
        self.html: list[Range] = []
        self.code_blocks: list[Range] = []
        self.links: list[ReadLink] = []
        self.headings: list[Heading] = []
        self._text = text
        self._markdown = CommonMark(text)
        self._events = self._markdown.events()
        self._kind: SegmentKind = "paragraph"
        self._outer_kinds: list[SegmentKind] = []
        self._level = 0
        self._pieces = Pieces()
        self._outer_pieces: list[Pieces] = []
        self._alts: list[Leaf] = []
        self._open_links: list[Any] = []
        self._opaque: tuple[str, Pieces, int, int] | None = None
        """An open <code> or the like: its name, where it is in which pieces, its start."""

    def read(self) -> None:
        """Go through all events. Whatever has no handler of its own bounds a segment.

        Texts that follow each other are a run, which becomes a piece when something else comes.
        """
        text, has_entities, breaks_join = self._text, "&" in self._text, "\r" not in self._text
        run_start = run_end = 0
        for event, at in self._events:
            start, end = at["start"], at["end"]
            is_run = "Text" in event and not (has_entities and self._is_entity(event, start, end))
            if start == run_end and (is_run or (breaks_join and event == "SoftBreak")):
                run_end = end
                continue
            if run_start < run_end:
                self._pieces.texts.append(text[run_start:run_end])
                self._pieces.sources.append((run_start, run_end))
            if is_run:
                run_start, run_end = start, end
                continue
            run_start = run_end
            if "Start" in event:
                tag, handlers = event["Start"], _STARTS
            elif "End" in event:
                tag, handlers = event["End"], _ENDS
            else:
                tag, handlers = event, _INLINES
            handle = handlers.get(tag if type(tag) is str else next(iter(tag)))
            if handle:
                handle(self, tag, start, end)
            elif self._pieces.texts:
                self._end_leaf()
        for label, target, start, end in self._markdown.definitions():
            self.not_prose.append((start, end))
            said = {"link_type": "Definition", "id": label, "dest_url": target}
            self.links.append(ReadLink(start, end, start, said))

    def _is_entity(self, event: Any, start: int, end: int) -> bool:
        """Whether a text is a decoded entity: one or two characters, an event of its own."""
        shown: str = event["Text"]
        return len(shown) < 3 and shown != self._markdown.parsed[start:end]

    def _pass(self, _tag: Any, _start: int, _end: int) -> None:
        """Leave no trace: the text on both sides joins."""

    def _start_kind(self, tag: Any, _start: int, _end: int) -> None:
        self._end_leaf()
        self._outer_kinds.append(self._kind)
        name = tag if type(tag) is str else next(iter(tag))
        if not (name == "BlockQuote" and tag["BlockQuote"]):  # "> [!NOTE]" quotes nobody
            self._kind = _KINDS[name]

    def _start_heading(self, tag: Any, start: int, end: int) -> None:
        self._end_leaf()
        self._outer_kinds.append(self._kind)
        self._kind = "heading"
        self._level = int(tag["Heading"]["level"][1])
        self.headings.append(Heading(start, end, self._level))

    def _end_kind(self, _tag: Any, _start: int, _end: int) -> None:
        self._end_leaf()
        self._kind = self._outer_kinds.pop()
        self._level = 0

    def _skip_block(self, _tag: Any, start: int, end: int) -> None:
        self._end_leaf()
        self.not_prose.append((start, end))
        self._skip()

    def _skip_code(self, tag: Any, start: int, end: int) -> None:
        self.code_blocks.append((start, end))
        self._skip_block(tag, start, end)

    def _skip_html(self, tag: Any, start: int, end: int) -> None:
        self.html.append((start, end))
        self._skip_block(tag, start, end)

    def _skip(self) -> None:
        """Leave out what a code block, an HTML block or an autolink holds."""
        for event, _ in self._events:
            if "End" in event:
                return

    def _end_leaf(self) -> None:
        """Finish the segment at hand, at the start or end of any block."""
        if not self._pieces.texts:
            return
        self.leaves.append((self._kind, self._level, self._pieces))
        self._pieces = Pieces()
        self._opaque = None
        if self._alts:
            self.leaves += self._alts
            self._alts = []

    def _start_link(self, tag: Any, start: int, end: int) -> None:
        said = tag["Link"]
        if said["link_type"] in ("Autolink", "Email"):
            self._placeholder(tag, start, end)
            self._skip()
            self.links.append(ReadLink(start, end, start, said))
        else:
            self._open_links.append(said)

    def _end_link(self, tag: Any, start: int, end: int) -> None:
        """What follows the words of a link or an image is its target."""
        sources = self._pieces.sources
        target = max(start, sources[-1][1]) if sources else start
        self.not_prose.append((target, end))
        values = start, end, target, self._open_links.pop(), tag == "Image"
        self.links.append(new_tuple(ReadLink, values))

    def _start_image(self, tag: Any, _start: int, _end: int) -> None:
        self._open_links.append(tag["Image"])
        self._outer_pieces.append(self._pieces)
        self._pieces = Pieces()

    def _end_image(self, tag: Any, start: int, end: int) -> None:
        """The alt text becomes a segment of its own, for after that of the text around it."""
        self._end_link(tag, start, end)
        self._alts.append(("image-alt", 0, self._pieces))
        self._pieces = self._outer_pieces.pop()
        self._pieces.add_placeholder(start, end)

    def _decoded(self, event: Any, start: int, end: int) -> None:
        self._pieces.add(event["Text"], start, end)

    def _break(self, _event: Any, start: int, end: int) -> None:
        self._pieces.add("\n", start, end)

    def _placeholder(self, _event: Any, start: int, end: int) -> None:
        self._pieces.add_placeholder(start, end)
        self.not_prose.append((start, end))

    def _footnote_reference(self, event: Any, start: int, end: int) -> None:
        """Behind a word it leaves no trace; elsewhere it keeps words and blanks apart."""
        before = self._pieces.texts[-1][-1:] if self._pieces.texts else ""
        if before and not before.isspace() and not self._text[end : end + 1].isalnum():
            self.not_prose.append((start, end))
        else:
            self._placeholder(event, start, end)

    def _html(self, event: Any, start: int, end: int) -> None:
        """Formatting joins; <code> and the like become one placeholder up to their end tag."""
        self.html.append((start, end))
        html: str = event["InlineHtml"]
        found = TAG_NAME.match(html)
        name = found[1].lower() if found else ""
        if name in FORMATTING_TAGS:
            self.not_prose.append((start, end))
        elif name not in OPAQUE_TAGS:
            self._placeholder(event, start, end)
        elif html[1] != "/":
            self._placeholder(event, start, end)
            if not self._opaque and not html.endswith("/>"):
                self._opaque = (name, self._pieces, len(self._pieces.texts), start)
        else:
            self._end_opaque(name, start, end)

    def _end_opaque(self, name: str, start: int, end: int) -> None:
        if self._opaque and self._opaque[0] == name and self._opaque[1] is self._pieces:
            self._pieces.cut(self._opaque[2])
            start = self._opaque[3]
            self._opaque = None
        self._placeholder(None, start, end)


_Handlers = dict[str, Callable[[_Reader, Any, int, int], None]]
"""What to do at an event, by its name; called with the tag or event and its range."""

_STARTS: Final[_Handlers] = {
    **dict.fromkeys(_INLINE, _Reader._pass),
    **dict.fromkeys(_KINDS, _Reader._start_kind),
    "Link": _Reader._start_link,
    "Image": _Reader._start_image,
    "CodeBlock": _Reader._skip_code,
    "HtmlBlock": _Reader._skip_html,
    "Heading": _Reader._start_heading,
}
_ENDS: Final[_Handlers] = {
    **dict.fromkeys(_INLINE, _Reader._pass),
    **dict.fromkeys((*_KINDS, "Heading"), _Reader._end_kind),
    "Link": _Reader._end_link,
    "Image": _Reader._end_image,
}
_INLINES: Final[_Handlers] = {
    "Text": _Reader._decoded,
    "Code": _Reader._placeholder,
    "SoftBreak": _Reader._break,
    "HardBreak": _Reader._break,
    "InlineHtml": _Reader._html,
    "FootnoteReference": _Reader._footnote_reference,
    "TaskListMarker": _Reader._pass,
}
