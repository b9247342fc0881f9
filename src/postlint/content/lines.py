"""Lines and columns, made in this one place from line feeds only."""

from bisect import bisect_right
from itertools import accumulate

from postlint.model.span import Position, Span


class Lines:
    """The lines of one text; only "\\n" ends a line, as in every editor and CI annotation."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        lengths = map(len, text.split("\n")[:-1])
        self._starts = list(accumulate(map((1).__add__, lengths), initial=0))

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The 1-based line and column of a code-point offset into the text."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line, without its line end ("\\n" or "\\r\\n")."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self._text)
        if end > start and self._text[end - 1] == "\r":
            end -= 1
        return Span(start, end)
