"""One post as a value: its text, front matter, prose segments and what went wrong in reading it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from typing import Final

from postlint.content.anchors import Anchors, find_places
from postlint.content.body.html_elements import Element, ElementName, find_elements
from postlint.content.body.links import Link, ReadLink, links_of
from postlint.content.body.markdown import Body, Heading, merged, parse_body
from postlint.content.body.pieces import Range
from postlint.content.data.tree import Json
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.content.front_matter.prose import front_matter_segments
from postlint.content.front_matter.read import read_front_matter
from postlint.content.language import ENGLISH, Language
from postlint.content.lines import Lines
from postlint.content.prose import Prose
from postlint.content.references import NO_REFERENCES, References
from postlint.content.schema_keys import NO_SCHEMA_KEYS, SchemaKeys
from postlint.content.segment import Segment
from postlint.content.site_links import NO_SITE_LINKS, SiteLinks
from postlint.content.source import Source
from postlint.content.vocabulary import Vocabulary
from postlint.content.web_addresses import WebAddress, addresses_of, hosts_in
from postlint.model.finding import Fault, Problem
from postlint.model.span import Span

_LINE_END: Final = re.compile(r"\r\n?|\n")
_MOULD_FOLDERS: Final = frozenset({"archetypes", "scaffolds"})


@dataclass(frozen=True)
class Document:
    """A post, parsed. All offsets are code points of `text`."""

    path: str
    """As shown to the user, with "/" between the parts."""
    text: str
    """The whole file, decoded, line ends untouched, without a byte order mark."""
    front_matter: FrontMatter | None
    body: Span
    """Everything after the front matter, from the line after the closing fence."""
    segments: tuple[Segment, ...]
    """The prose, in the order of the text; front matter title and description first."""
    read: Body = field(default_factory=Body)
    """What the parser found in the body; `code`, `links` and `headings` are for use."""
    faults: tuple[Fault, ...] = ()
    """Problems met while the post was read, parsed or validated, for the rules to report."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """The words of the house and of the site, for the rules about spelling."""
    language: Language = ENGLISH
    site_links: SiteLinks = NO_SITE_LINKS
    """What other files say of the links, for the rules about links."""
    schema_keys: SchemaKeys = NO_SCHEMA_KEYS
    """What the schemas of the post say of keys, for the rules about what they leave open."""
    references: References = NO_REFERENCES
    """What the schema looks for elsewhere, for the rules about that."""

    @cached_property
    def lines(self) -> Lines:
        """The lines of `text`."""
        return Lines(self.text)

    @cached_property
    def prose(self) -> Prose:
        """The text of all segments, and its words."""
        return Prose(self.segments)

    @cached_property
    def code(self) -> tuple[Span, ...]:
        """What is not prose, sorted and not touching each other."""
        return merged(self.read.not_prose)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links, images and definitions of links, in the order of the text."""
        return links_of(self.text, self.read.links, self.read.templates)

    @cached_property
    def targets(self) -> str:
        """What the links of the body lead to, as `ReadLink.target` has it, in lines of their own.

        Rules about links take their first look here. There is a line feed before and behind each.
        """
        return "\n".join(["", *[link.said["dest_url"] for link in self.read.links], ""])

    def links_among(self, read: Iterable[ReadLink]) -> tuple[Link, ...]:
        """Some of the links that were read, in the order of the text."""
        return links_of(self.text, read, self.read.templates)

    @cached_property
    def labels(self) -> tuple[Span, ...]:
        """The words of links that are looked up by these very words: to change one breaks it."""
        return tuple(
            link.words
            for link in self.links
            if link.kind in ("reference", "undefined")
            and self.text[link.words.end : link.span.end] in ("]", "][]")
        )

    @cached_property
    def anchors(self) -> Anchors:
        """The places of the post that a link can lead to."""
        return Anchors(find_places(self.text, self.read))

    @cached_property
    def web_addresses(self) -> tuple[WebAddress, ...]:
        """What the post links to or shows of the web, in the order of the text."""
        return addresses_of(self.text, self.links, self.elements("a"), self.html_images)

    @cached_property
    def around_addresses(self) -> str:
        """A text that holds all `web_addresses`, as `ReadLink.target` has them."""
        html = (self.text[start:end] for start, end in self._html)
        return "\n".join((self.targets, *map(unescape, html)))

    @cached_property
    def hosts(self) -> frozenset[str]:
        """All hosts of `web_addresses`, as `ReadLink.target` has them, and perhaps some others."""
        return hosts_in(self.around_addresses)

    @cached_property
    def images(self) -> tuple[Link, ...]:
        """The images of `links`."""
        return self.links_among(one for one in self.read.links if one.is_image)

    @cached_property
    def html_images(self) -> tuple[Element, ...]:
        """The images of the body that are written in HTML, in the order of the text."""
        return tuple(self.elements("img"))

    def elements(self, name: ElementName) -> Iterator[Element]:
        """The images or links of the body that are written in HTML, in the order of the text."""
        return find_elements(self.text, name, self._html)

    @cached_property
    def _html(self) -> list[Range]:
        """HTML and JSX, in no order."""
        text, read = self.text, self.read
        return [*read.html, *(one for one in read.templates if text[one[0]] == "<")]

    @cached_property
    def derived(self) -> dict[object, object]:
        """What higher layers make of the post for several of their rules, by its type."""
        return {}

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings of the body, those without a word too, in the order of the text."""
        return self.read.headings

    @property
    def data(self) -> Json:
        """The data of the front matter; None without one, and where it cannot be read."""
        return self.front_matter.tree.data if self.front_matter else None

    def faults_of(self, rule: str) -> Iterator[Problem]:
        """The problems addressed to one rule, in the order they were met."""
        return (fault.problem for fault in self.faults if fault.rule == rule)

    def is_code(self, offset: int) -> bool:
        """Whether an offset lies in something that is not prose."""
        return _is_among(self.code, offset)

    def is_editable(self, span: Span, shown: str) -> bool:
        """Whether a span reads as it is written, is not escaped, and no link is looked up by it.

        `shown` is what a segment has for it.
        """
        is_plain = self.text[span.start : span.end] == shown
        is_escaped = self.text.endswith("\\", 0, span.start)
        return is_plain and not is_escaped and not _is_among(self.labels, span.start)


def parse(path: str, source: Source) -> Document:
    """The document of one file. Never raises: what cannot be parsed is among the faults."""
    head = parse_front_matter(path, source)
    read = parse_body(head.text, head.body, mdx=path.lower().endswith(".mdx"))
    return replace(head, segments=head.segments + read.segments, read=read)


def parse_front_matter(path: str, source: Source) -> Document:
    """The document of one file as `parse` gives it, but nothing of its body is read."""
    text = source.text
    front_matter = read_front_matter(text)
    faults = source.faults
    segments: tuple[Segment, ...] = ()
    start = 0
    if front_matter is not None:
        faults += () if is_mould(path) else front_matter.tree.faults
        segments = front_matter_segments(text, front_matter)
        start = _next_line(text, front_matter.span.end)
    return Document(
        path=path,
        text=text,
        front_matter=front_matter,
        body=Span(start, len(text)),
        segments=segments,
        faults=faults,
    )


def _is_among(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of some spans, in their order and apart from each other, holds an offset."""
    before = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return before >= 0 and offset < spans[before].end


def is_mould(path: str) -> bool:
    """Whether a file is a mould for new posts, in which `date: {{ .Date }}` is right.

    Hugo fills those in `archetypes`, Hexo those in `scaffolds`; how they read before that says
    nothing.
    """
    return not _MOULD_FOLDERS.isdisjoint(path.split("/")[:-1])


def _next_line(text: str, offset: int) -> int:
    line_end = _LINE_END.search(text, offset)
    return line_end.end() if line_end else len(text)
