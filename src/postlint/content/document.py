"""One post as a value: its text, front matter, prose segments and what went wrong in reading it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from postlint.content.front_matter import FrontMatter
from postlint.content.lines import Lines
from postlint.content.segment import Segment
from postlint.model.finding import Fault, Problem
from postlint.model.span import Span


@dataclass(frozen=True)
class Document:
    """A post, parsed. All offsets are code points of `text`."""

    path: str
    """As shown to the user, with "/" between the parts."""
    text: str
    """The whole file, decoded, line ends untouched, without a byte order mark."""
    front_matter: FrontMatter | None
    body: Span
    """Everything behind the front matter, from the line after the closing fence."""
    segments: tuple[Segment, ...]
    """The prose, in the order of the text; front matter title and description first."""
    code: tuple[Span, ...]
    """What is not prose, sorted and not overlapping: code, HTML, templates, link targets."""
    faults: tuple[Fault, ...] = ()
    """Problems met while the post was read, parsed or validated, for the rules to report."""

    @cached_property
    def lines(self) -> Lines:
        """The lines of `text`."""
        return Lines(self.text)

    def faults_of(self, rule: str) -> Iterator[Problem]:
        """The problems addressed to one rule, in the order they were met."""
        return (fault.problem for fault in self.faults if fault.rule == rule)

    def is_code(self, offset: int) -> bool:
        """Whether an offset lies in something that is not prose."""
        before = bisect_right(self.code, offset, key=lambda span: span.start) - 1
        return before >= 0 and offset < self.code[before].end
