"""Walk through a TOML text and note where each key and value stands.

tomllib says whether a text is valid and what it means, but gives no places. This scanner trusts
it: it reads what is valid, and stops at the first thing that it does not understand.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field

from postlint.content.data.tree import Path, Place
from postlint.model.span import Span

_BETWEEN = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BLANK = re.compile(r"[ \t]*+")
_KEY_PART = re.compile(r"([A-Za-z0-9_-]++)|\"((?:[^\"\\\n]|\\.)*+)\"|'([^'\n]*+)'")
_VALUE = re.compile(
    r'''"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*+"""(?:"{1,2})?
    | \'\'\'(?:[^']|'{1,2}(?!'))*+\'\'\'(?:'{1,2})?
    | "(?!"")(?:[^"\\\n]|\\.)*+"
    | '(?!\'\')[^'\n]*+'
    | [0-9]{4}-[0-9]{2}-[0-9]{2}[ ][0-9]{2}:[^\s,\]}#]++
    | [^\s,\[\]{}#"'=]++''',
    re.VERBOSE,
)


class _StuckError(Exception):
    """The text goes on in a way that this scanner does not understand."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A key that is set again: its name, and where it stood first and stands now."""

    name: str
    first: Span
    later: Span


@dataclass(slots=True)
class Survey:
    """What a walk through a text found; offsets count from the start of the document."""

    places: dict[Path, Place]
    repeat: Repeat | None = None
    """The first key that is set twice."""
    stuck: int | None = None
    """Where the walk came to an end before the text did."""
    open_brackets: list[int] = field(default_factory=list)
    """The brackets of arrays and inline tables that were open there, the outermost first."""


def survey(source: str, base: int) -> Survey:
    """Walk through a TOML text that starts at `base` of the document."""
    walk = _Walk(source, base)
    try:
        walk.statements()
    except (_StuckError, RecursionError):
        walk.found.stuck = base + walk.at
    walk.close()
    return walk.found


class _Walk:
    def __init__(self, source: str, base: int) -> None:
        self.source = source
        self.base = base
        self.at = 0
        self.found = Survey({})
        self._table: Path = ()
        self._table_span = [0, 0]
        self._array_lengths: dict[Path, int] = {}
        self._final: dict[Path, Span] = {}
        """Keys that cannot be set again, with the place of the key."""

    def statements(self) -> None:
        """Every table header and every key with its value, to the end of the text."""
        source = self.source
        self._skip(_BETWEEN)
        self._table_span = [self.at, self.at]
        self.found.places[()] = Place(None, self._span(self.at, max(self.at, len(source.rstrip()))))
        while self.at < len(source):
            if source.startswith("[", self.at):
                self._header()
            else:
                self._pair(self._table)
                self._table_span[1] = self.at
            self._skip(_BETWEEN)

    def close(self) -> None:
        """Give the table that was read last, and the array it is in, their span."""
        path = self._table
        if not path:
            return
        places = self.found.places
        span = self._span(*self._table_span)
        places[path] = Place(places[path].key, span)
        if isinstance(path[-1], int):
            array = places[path[:-1]]
            places[path[:-1]] = Place(array.key, Span(array.value.start, span.end))

    def _span(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + end)

    def _skip(self, blanks: re.Pattern[str]) -> None:
        found = blanks.match(self.source, self.at)
        if found is not None:
            self.at = found.end()

    def _expect(self, sign: str) -> None:
        if not self.source.startswith(sign, self.at):
            raise _StuckError
        self.at += len(sign)

    def _header(self) -> None:
        self.close()
        start = self.at
        is_array = self.source.startswith("[[", start)
        self.at += 2 if is_array else 1
        path: Path = ()
        parts = list(self._key_parts())
        for name, key in parts[:-1]:
            path = self._into((*path, name))
            self.found.places.setdefault(path, Place(key, self._span(start, self.at)))
        name, key = parts[-1]
        path = (*path, name)
        whole = Place(key, self._span(start, self.at))
        if is_array:
            length = self._array_lengths.get(path, 0)
            if not length:
                self._note(path, key)
            self._array_lengths[path] = length + 1
            self.found.places.setdefault(path, whole)
            path = (*path, length)
            whole = Place(None, whole.value)
        else:
            self._note(path, key)
        self.found.places[path] = whole
        self._table = path
        self._expect("]]" if is_array else "]")
        self._table_span = [start, self.at]

    def _into(self, path: Path) -> Path:
        """The path of the table that a header passes through: of an array it is the last."""
        length = self._array_lengths.get(path)
        return path if length is None else (*path, length - 1)

    def _note(self, path: Path, key: Span) -> None:
        first = self._final.setdefault(path, key)
        if first is not key and self.found.repeat is None:
            self.found.repeat = Repeat(str(path[-1]), first, key)

    def _key_parts(self) -> Iterator[tuple[str, Span]]:
        """The names of a dotted key, each with its place."""
        while True:
            self._skip(_BLANK)
            found = _KEY_PART.match(self.source, self.at)
            if found is None:
                raise _StuckError
            self.at = found.end()
            yield _name(found), self._span(*found.span())
            self._skip(_BLANK)
            if not self.source.startswith(".", self.at):
                return
            self.at += 1

    def _pair(self, table: Path) -> None:
        start = self.at
        path = table
        parts = list(self._key_parts())
        self._expect("=")
        self._skip(_BLANK)
        for name, _ in parts:
            path = (*path, name)
        self._note(path, parts[-1][1])
        self._value(path, parts[-1][1])
        for length, (_, key) in enumerate(parts[:-1], start=len(table) + 1):
            place = Place(key, self._span(start, self.at))
            self.found.places.setdefault(path[:length], place)

    def _value(self, path: Path, key: Span | None) -> None:
        start = self.at
        opening = self.source[start : start + 1]
        if opening in ("[", "{"):
            self.found.places[path] = Place(key, Span(0, 0))  # a parent before its children
            self.found.open_brackets.append(self.base + start)
            self.at += 1
            if opening == "[":
                self._items(path)
            else:
                self._members(path)
            self.found.open_brackets.pop()
        else:
            found = _VALUE.match(self.source, start)
            if found is None:
                raise _StuckError
            self.at = found.end()
        self.found.places[path] = Place(key, self._span(start, self.at))

    def _items(self, path: Path) -> None:
        number = 0
        while True:
            self._skip(_BETWEEN)
            if self.source.startswith("]", self.at):
                self.at += 1
                return
            self._value((*path, number), None)
            number += 1
            self._skip(_BETWEEN)
            if not self.source.startswith("]", self.at):
                self._expect(",")

    def _members(self, path: Path) -> None:
        while True:
            self._skip(_BETWEEN)
            if self.source.startswith("}", self.at):
                self.at += 1
                return
            self._pair(path)
            self._skip(_BETWEEN)
            if not self.source.startswith("}", self.at):
                self._expect(",")


def _name(found: re.Match[str]) -> str:
    bare, basic, literal = found.groups()
    if basic is None:
        return str(bare if bare is not None else literal)
    if "\\" not in basic:
        return str(basic)
    try:
        return str(tomllib.loads(f"name = {found[0]}")["name"])
    except tomllib.TOMLDecodeError:
        raise _StuckError from None
