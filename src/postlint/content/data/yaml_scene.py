"""A YAML text that cannot be read, with what is needed to find out what its writer did."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import yaml

from postlint.content.data.mistake import Mend
from postlint.content.data.scene import SourceScene
from postlint.content.data.tree_faults import in_quotes

_MOST_LINES: Final = 1000
_MOST_SCANNED: Final = 200_000
"""Tokens are looked at in so many characters only: an answer must not take longer than reading."""

KEY: Final = re.compile(
    r"""([ \t]*+(?:-[ \t]++)*+)
        ("(?:[^"\\\r\n]|\\.)*+"[ \t]*+ | '(?:[^'\r\n]|'')*+'[ \t]*+ | [^\s"'][^\r\n]*?):
        (?:[ \t]++|(?=[\r\n]|\Z))""",
    re.VERBOSE,
)
"""A key at the start of a line, up to its value: 1 is the indent with any dashes, 2 the key."""

_IN_BRACKETS = re.compile(r"[^,\[\]{}\r\n]*+(?=[,\]}])")
_OPENING = yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken
CLOSING: Final = yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken


@dataclass(frozen=True)
class Scene(SourceScene):
    """What the YAML library said of `source`; all offsets are of the source."""

    comment = re.compile(r"[ \t]+#(?:[ \t][^\r\n]*)?\Z")

    context: str
    opened: int
    """Where what it was reading had begun; `at` if it did not say."""
    loader: Any

    @cached_property
    def key(self) -> re.Match[str] | None:
        """The key that the line of the problem starts with, as KEY matches it."""
        return KEY.match(self.source, self.line_start, self.line_end)

    @property
    def is_first_on_line(self) -> bool:
        """Whether only blanks stand before the problem."""
        return not self.source[self.line_start : self.at].strip(" \t")

    @property
    def is_unexpected(self) -> bool:
        """Whether the library could have read on if something else stood here."""
        return "expected" in self.problem or "not allowed" in self.problem

    @property
    def indent(self) -> int:
        """How many spaces the line of the problem starts with."""
        return indent_of(self.source[self.line_start : self.line_end])

    def lines_above(self, stop: int = 0) -> Iterator[tuple[int, str]]:
        """Start and text of each line above the problem that says something, the nearest first.

        Lines that start at or before `stop` are left out; at most _MOST_LINES are looked at.
        """
        start = self.line_start
        for _ in range(_MOST_LINES):
            if start <= stop:
                return
            start = self.start_of_line(start - 1)
            line = self.source[start : self.end_of_line(start)]
            if line.strip() and not line.lstrip().startswith("#"):
                yield start, line

    @cached_property
    def last_token(self) -> yaml.Token | None:
        """The last token with a text that was read before the problem."""
        return self._tokens[0]

    @cached_property
    def open_brackets(self) -> tuple[int, ...]:
        """Where the brackets stand that are open at the problem, the outermost first."""
        return self._tokens[1]

    @cached_property
    def _tokens(self) -> tuple[yaml.Token | None, tuple[int, ...]]:
        last: yaml.Token | None = None
        brackets: list[int] = []
        try:
            for token in yaml.scan(self.source[:_MOST_SCANNED], Loader=self.loader):
                if token.start_mark.index >= self.at:
                    break
                if isinstance(token, _OPENING):
                    brackets.append(token.start_mark.index)
                elif isinstance(token, CLOSING) and brackets:
                    brackets.pop()
                if token.end_mark.index > token.start_mark.index:
                    last = token
        except yaml.YAMLError:
            pass  # the problem itself: all before it has been seen
        return last, tuple(brackets)

    def quoting(self, start: int) -> Mend | None:
        """Put what starts at `start` in quotes: its line, or its item where brackets are open."""
        end = self.end_of_value(start)
        if self.open_brackets:
            item = _IN_BRACKETS.match(self.source, start)
            if item is None:
                return None
            end = start + len(item[0].rstrip())
        change = (start, end, in_quotes(self.source[start:end]))
        return Mend("put the value in quotes", (change,))

    def is_mended_by(self, mend: Mend) -> bool:
        """Whether the text can be read after the changes, or at least up to the last of them."""
        return mend.helps(self.source, self._stumbles)

    def _stumbles(self, source: str) -> list[int]:
        try:
            yaml.compose(source, Loader=self.loader)
        except yaml.MarkedYAMLError as error:
            return [mark.index for mark in (error.problem_mark, error.context_mark) if mark]
        except RecursionError:
            return [0]
        return []


def indent_of(line: str) -> int:
    """How many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))
