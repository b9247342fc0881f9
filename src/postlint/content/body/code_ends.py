"""Where code and paragraphs end, for those who read a text before Markdown is parsed."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from postlint.model.late_pattern import late_pattern

_RUN: Final = late_pattern("`+")
_BLANK_LINE: Final = late_pattern(r"\n[ \t>]*+\r?\n")
_LIST_MARKER: Final = late_pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
_LONGEST_INDENT: Final = 80


class CodeEnds:
    """Looks ahead in one text; asked with ascending offsets, it reads the text once.

    This is a rough reading: it knows no containers and takes no indented code for code.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[int, list[int]] | None = None
        self._found: dict[str, int] = {}
        self._paragraph_end = -1

    def find(self, needle: str, start: int) -> int:
        """As `text.find`, remembering what was found; -1 where there is none."""
        found = self._found.get(needle, -2)
        if found != -1 and found < start:
            found = self._found[needle] = self._text.find(needle, start)
        return found

    def find_in_paragraph(self, needle: str, start: int) -> int:
        """As `find`, but -1 also where a blank line comes first."""
        found = self.find(needle, start)
        return found if found < self.paragraph_end(start) else -1

    def paragraph_end(self, start: int) -> int:
        """Where the next blank line begins, or the end of the text."""
        if self._paragraph_end < start:
            found = _BLANK_LINE.search(self._text, start)
            self._paragraph_end = found.start() if found else len(self._text)
        return self._paragraph_end

    def code_end(self, start: int, end: int) -> int:
        """Where the code ends that a run `start:end` of backticks or tildes opens.

        It is `end` where the run opens nothing. A run that opens may be the rest of one whose first
        backtick has a backslash before it; a run that closes is whole, for code has no escapes.
        """
        if end - start >= 3 and self._opens_fence(start, end):
            closing = _closing_fence(self._text[start], end - start).search(self._text, end)
            return closing.end() if closing else len(self._text)
        if self._text[start] == "~":
            return end
        if self._runs is None:
            self._runs = {}
            for run in _RUN.finditer(self._text):
                self._runs.setdefault(run.end() - run.start(), []).append(run.start())
        starts = self._runs.get(end - start, [])
        following = bisect_left(starts, end)
        if following < len(starts) and starts[following] < self.paragraph_end(end):
            return starts[following] + end - start
        return end

    def _opens_fence(self, start: int, end: int) -> bool:
        text = self._text
        line_start = text.rfind("\n", max(0, start - _LONGEST_INDENT), start) + 1
        if not line_start and start > _LONGEST_INDENT:
            return False
        if not _LIST_MARKER.fullmatch(text, line_start, start):
            return False
        line_end = text.find("\n", end)
        return text[start] == "~" or text.find("`", end, line_end if line_end >= 0 else None) < 0


@lru_cache(maxsize=64)
def _closing_fence(character: str, length: int) -> re.Pattern[str]:
    return re.compile(rf"\n[ \t>]*+{character}{{{length},}}+[ \t]*+\r?(?=\n|\Z)")
