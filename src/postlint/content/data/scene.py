"""A text that cannot be read, and where its reader stumbled: what YAML and TOML have in common."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar


@dataclass(frozen=True)
class SourceScene:
    """What a library said of `source`; all offsets are of the source."""

    comment: ClassVar[re.Pattern[str]]
    """A comment at the end of a line, with the blanks before it."""

    source: str
    problem: str
    at: int
    """Where the library stumbled."""

    @cached_property
    def line_start(self) -> int:
        """Where the line of the problem starts."""
        return self.start_of_line(self.at)

    @cached_property
    def line_end(self) -> int:
        """Where the line of the problem ends, before its line end."""
        return self.end_of_line(self.at)

    @property
    def char(self) -> str:
        """The character the library stumbled on; empty at the end."""
        return self.source[self.at : self.at + 1]

    @cached_property
    def _lines(self) -> str:
        """The source with every line end made a line feed; a lone carriage return ends a line."""
        return self.source.replace("\r", "\n")

    def start_of_line(self, at: int) -> int:
        """The offset of the line that `at` stands in."""
        return self._lines.rfind("\n", 0, at) + 1

    def end_of_line(self, at: int) -> int:
        """Where the line that `at` stands in ends, before its line end."""
        end = self._lines.find("\n", at)
        return len(self.source) if end == -1 else end

    def end_of_value(self, start: int) -> int:
        """Where the text that starts at `start` ends, without a comment and blanks after it."""
        text = self.source[start : self.end_of_line(start)]
        return start + len(self.comment.sub("", text).rstrip())
