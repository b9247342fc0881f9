"""Places in a text: `Span` in code points, `Position` in lines and columns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points of `Document.text`: the one coordinate of postlint."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where a code point stands for a reader: line and column, both 1-based, in code points."""

    line: int
    column: int
