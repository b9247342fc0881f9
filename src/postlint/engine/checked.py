"""What comes out of one file: plain data that can cross a process border and be kept."""

from typing import NamedTuple

from postlint.content.facts import NO_FACTS, Facts
from postlint.content.neighbours import ALONE, Neighbours
from postlint.model.finding import Finding
from postlint.model.span import Position


class Crash(NamedTuple):
    """A bug of ours: what broke, on which file, with the traceback for the report."""

    part: str
    """`rule NAME`, or "the reader" for all that comes before the rules."""
    path: str
    traceback: str


class Checked(NamedTuple):
    """All that came out of one file."""

    path: str
    findings: tuple[Finding, ...]
    lines: tuple[tuple[int, str], ...] = ()
    """The source lines that findings that are not muted, and their edits, begin and end on, by
    1-based number."""
    places: tuple[tuple[int, Position], ...] = ()
    """Where the edits of findings that are not muted begin and end, by code point."""
    crashes: tuple[Crash, ...] = ()
    front_matter_lines: int = 0
    """How many lines the front matter takes with its fences."""
    is_dated: bool = False
    """Whether it may be another one on another day."""
    schema_files: tuple[str, ...] | None = ()
    """What was read for the schema that the post itself names; None where it cannot be had."""
    neighbours: Neighbours = ALONE
    """What it was checked with."""
    facts: Facts = NO_FACTS
    """What the post says of itself, for the site it is part of."""
