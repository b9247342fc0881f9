"""One post as a value: its text, front matter, prose segments and what went wrong in reading it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from postlint.content.body.links import Link, links_of
from postlint.content.body.markdown import Body, Heading, merged, parse_body
from postlint.content.data.tree import Json
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.content.front_matter.prose import front_matter_segments
from postlint.content.front_matter.read import read_front_matter
from postlint.content.language import ENGLISH, Language
from postlint.content.lines import Lines
from postlint.content.prose import Prose
from postlint.content.segment import Segment
from postlint.content.source import Source
from postlint.content.vocabulary import Vocabulary
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
        before = bisect_right(self.code, offset, key=lambda span: span.start) - 1
        return before >= 0 and offset < self.code[before].end


def parse(path: str, source: Source) -> Document:
    """The document of one file. Never raises: what cannot be parsed is among the faults."""
    text = source.text
    front_matter = read_front_matter(text)
    faults = source.faults
    segments: tuple[Segment, ...] = ()
    start = 0
    if front_matter is not None:
        faults += () if _is_mould(path) else front_matter.tree.faults
        segments = front_matter_segments(text, front_matter)
        start = _next_line(text, front_matter.span.end)
    body = Span(start, len(text))
    read = parse_body(text, body, mdx=path.lower().endswith(".mdx"))
    return Document(
        path=path,
        text=text,
        front_matter=front_matter,
        body=body,
        segments=segments + read.segments,
        read=read,
        faults=faults,
    )


def _is_mould(path: str) -> bool:
    """Whether a file is a mould for new posts, in which `date: {{ .Date }}` is right.

    Hugo fills those in `archetypes`, Hexo those in `scaffolds`; how they read before that says
    nothing.
    """
    return not _MOULD_FOLDERS.isdisjoint(path.split("/")[:-1])


def _next_line(text: str, offset: int) -> int:
    line_end = _LINE_END.search(text, offset)
    return line_end.end() if line_end else len(text)
