"""What the readers of YAML, TOML and JSON share: faults, and text made fit to be parsed."""

import re
from collections.abc import Mapping
from typing import Final

from postlint.content.data.nesting import MOST_LEVELS
from postlint.content.data.tree import Json, Path, Place, Tree
from postlint.content.lines import Lines
from postlint.model.finding import Edit, Fault, Fix, Problem
from postlint.model.span import Span

MOST_DIGITS: Final = 250
"""Longer numbers stay text: no float holds them, and Python does not print all of them."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]+")
_LONGEST_QUOTE: Final = 40
_MOST_SHOWN: Final = 1000


def make_readable(text: str, forbidden: re.Pattern[str] = _FORBIDDEN) -> str:
    """Replace each character of the runs that `forbidden` matches by one U+FFFD.

    By default these are control characters and lone surrogates, which no parser takes. Another
    rule reports them; here the rest is to be read nevertheless, with every offset unchanged.
    """
    return forbidden.sub(_as_replacements, text)


def _as_replacements(found: re.Match[str]) -> str:
    return "\ufffd" * (found.end() - found.start())


def quote(text: str) -> str:
    """Some text of the file as a message shows it: in quotes, on one line and not too long."""
    line = make_readable(text[:_MOST_SHOWN].strip().split("\n", 1)[0].rstrip())
    if len(line) > _LONGEST_QUOTE:
        line = f"{line[: _LONGEST_QUOTE - 1]}…"
    mark = "'" if '"' in line and "'" not in line else '"'
    return f"{mark}{line}{mark}"


def syntax_fault(
    span: Span, message: str, help_text: str | None = None, fix: Fix | None = None
) -> Fault:
    """A fault of front-matter-syntax."""
    return Fault("front-matter-syntax", Problem(span, message, help_text, fix=fix))


def unread(fault: Fault) -> Tree:
    """The tree of a text that could not be read, for the one reason given."""
    return Tree(None, {}, (fault,), is_parsed=False)


def too_deep(span: Span) -> Fault:
    """The fault of values nested in each other beyond all reason."""
    return syntax_fault(
        span,
        f"values are nested deeper than {MOST_LEVELS} levels",
        "look for an opening bracket that should not be there",
    )


def replace(span: Span, replacement: str, title: str) -> Fix:
    """A fix of one edit that an editor has to look at."""
    return Fix(title, (Edit(span, replacement),))


class Duplicates:
    """Collects the faults of keys that are set twice; counts lines only once there is one."""

    __slots__ = ("_lines", "_text", "faults")

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: Lines | None = None
        self.faults: list[Fault] = []

    def add(self, name: str, first: Span, later: Span) -> None:
        """Report `later`, the span of a key, which already stood at `first`."""
        if self._lines is None:
            self._lines = Lines(self._text)
        line = self._lines.position(first.start).line
        here = self._lines.position(later.start).line
        where = "earlier on this line" if line == here else f"on line {line}"
        message = f"{quote(name)} is already set {where}"
        self.faults.append(Fault("duplicate-key", Problem(later, message, "keep one of the two")))


def living_places(places: Mapping[Path, Place], data: Json) -> dict[Path, Place]:
    """The places that lead to a value: of a key set twice only the later value is kept."""
    return {path: place for path, place in places.items() if _leads_on(data, path)}


def _leads_on(data: Json, path: Path) -> bool:
    """Whether a path leads to a value of `data`."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            if step not in data:
                return False
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int):
            if step >= len(data):
                return False
            data = data[step]
        else:
            return False
    return True


def in_quotes(text: str) -> str:
    """`text`, without line ends, as a quoted scalar of YAML; in plain double quotes if possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
