"""Read JSON with the place of every key and value."""

import math
import re
from collections.abc import Callable
from json import JSONDecodeError, decoder
from typing import Any, Final

from postlint.content.data import json_mistakes
from postlint.content.data.mistake import Mistake
from postlint.content.data.nesting import too_deep_bracket
from postlint.content.data.tree import Json, Path, Place, Tree
from postlint.content.data.tree_faults import (
    MOST_DIGITS,
    Duplicates,
    living_places,
    make_readable,
    too_deep,
    unread,
)
from postlint.content.source import without_surrogates
from postlint.model.span import Span

# The string scanner of the standard library (in C); the type stubs do not know it.
_scan_string: Callable[[str, int, bool], tuple[str, int]] = vars(decoder)["scanstring"]

_BLANK = re.compile(r"[ \t\r\n]*+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?([eE][+-]?[0-9]++)?(?![\w.+-])")
_CONSTANT = re.compile(r"(?:true|false|null)\b")
_CONSTANTS: Final = {"true": True, "false": False, "null": None}


def read_json(text: str, span: Span | None = None) -> Tree:
    """Read the part of `text` that `span` names (default: all) as one JSON value. Never raises."""
    return _read(text, span or Span(0, len(text)), _Reader.document)


def read_json_members(text: str, span: Span | None = None) -> Tree:
    """Read the members of a JSON object that has no braces of its own, as between two `;;;`."""
    return _read(text, span or Span(0, len(text)), _Reader.bare_members)


def _read(text: str, span: Span, read: Callable[["_Reader"], Json]) -> Tree:
    base = span.start + (text[span.start : span.start + 1] == "\ufeff")
    source = make_readable(text[base : span.end])
    deep = too_deep_bracket(source)
    if deep is not None:
        return unread(too_deep(Span(base + deep, base + deep + 1)))
    reader = _Reader(text, source, base)
    try:
        data = read(reader)
    except RecursionError:
        return unread(too_deep(Span(base, base)))
    except _NoJsonError as error:
        return unread(
            error.mistake.as_fault(
                base, lambda mend: mend.helps(source, lambda mended: _stumbles(mended, read))
            )
        )
    faults = reader.duplicates.faults
    places = living_places(reader.places, data) if faults else reader.places
    return Tree(data, places, tuple(faults))


def _stumbles(source: str, read: Callable[["_Reader"], Json]) -> list[int]:
    """Where the text cannot be read; empty if it can."""
    try:
        read(_Reader(source, source, 0))
    except RecursionError:
        return [0]
    except _NoJsonError as error:
        return [error.mistake.start]
    return []


class _NoJsonError(Exception):
    def __init__(self, mistake: Mistake) -> None:
        super().__init__()
        self.mistake = mistake


class _Reader:
    """Walks through `source`, which starts at `base` of the whole text."""

    def __init__(self, text: str, source: str, base: int) -> None:
        self.source = source
        self.base = base
        self.at = 0
        self.places: dict[Path, Place] = {}
        self.duplicates = Duplicates(text)
        self._end = 0
        """Where the value read last ends."""

    def document(self) -> Json:
        """One value and nothing else."""
        self._skip_blank()
        data = self._value((), None)
        self._skip_blank()
        if self.at < len(self.source):
            raise _NoJsonError(json_mistakes.after_end(self.source, self.at))
        return data

    def bare_members(self) -> Json:
        """The members of an object without its braces."""
        self._skip_blank()
        start = self.at
        self.places[()] = Place(None, self._span(start, start))
        if start == len(self.source):
            return {}
        data = self._members((), start, "")
        self.places[()] = Place(None, self._span(start, self._end))
        return data

    def _span(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + end)

    def _skip_blank(self) -> None:
        found = _BLANK.match(self.source, self.at)
        self.at = found.end() if found else self.at
        if self.source.startswith(("//", "/*", "#"), self.at):
            raise _NoJsonError(json_mistakes.comment(self.source, self.at))

    def _value(self, path: Path, key: Span | None) -> Json:
        start = self.at
        char = self.source[start : start + 1]
        data: Json
        if char == '"':
            data = self._string()
        elif char in ("{", "["):
            self.places[path] = Place(key, self._span(start, start))  # a parent before its children
            self.at += 1
            data = self._members(path, start, "}") if char == "{" else self._items(path, start)
        else:
            data = self._bare()
        self._end = self.at
        self.places[path] = Place(key, self._span(start, self.at))
        return data

    def _string(self) -> str:
        start = self.at
        try:
            value, self.at = _scan_string(self.source, start + 1, True)
        except JSONDecodeError as error:
            raise _NoJsonError(json_mistakes.bad_string(self.source, start, error)) from None
        # An escape can name half a character, which no text may hold.
        return value if value.isascii() else without_surrogates(value)

    def _bare(self) -> Any:
        """A number, true, false or null."""
        number = _NUMBER.match(self.source, self.at)
        if number is not None:
            self.at = number.end()
            return _number(number)
        constant = _CONSTANT.match(self.source, self.at)
        if constant is None:
            raise _NoJsonError(json_mistakes.no_value(self.source, self.at))
        self.at = constant.end()
        return _CONSTANTS[constant[0]]

    def _items(self, path: Path, opening: int) -> list[Json]:
        items: list[Json] = []
        if self._is_empty("]"):
            return items
        while True:
            self._expect_entry(opening)
            items.append(self._value((*path, len(items)), None))
            if not self._goes_on(opening, "]"):
                return items

    def _members(self, path: Path, opening: int, closing: str) -> dict[str, Json]:
        """The members of an object, up to `closing`, or to the end of the text if that is ""."""
        data: dict[str, Json] = {}
        if closing and self._is_empty(closing):
            return data
        while True:
            self._expect_entry(opening)
            name, key = self._key()
            child = (*path, name)
            if name in data:
                self.duplicates.add(name, self.places[child].key or key, key)
            data[name] = self._value(child, key)
            if not self._goes_on(opening, closing):
                return data

    def _is_empty(self, closing: str) -> bool:
        self._skip_blank()
        is_empty = self.source.startswith(closing, self.at)
        self.at += is_empty
        return is_empty

    def _expect_entry(self, opening: int) -> None:
        """Stop where no item or key can start: at the end, or at a comma too many."""
        at = self.at
        is_end = at == len(self.source)
        if is_end and self.source[opening] in "[{":
            raise _NoJsonError(json_mistakes.unclosed(self.source, opening))
        if is_end or self.source[at] in ",]}":
            raise _NoJsonError(json_mistakes.comma(self.source, at))

    def _goes_on(self, opening: int, closing: str) -> bool:
        """Read what is after an entry: a comma, or the closing bracket, which ends it."""
        self._skip_blank()
        at = self.at
        if at == len(self.source):
            if not closing:
                return False
            raise _NoJsonError(json_mistakes.unclosed(self.source, opening))
        self.at += 1
        if self.source[at] == ",":
            self._skip_blank()
            return True
        if self.source[at] == closing:
            return False
        raise _NoJsonError(json_mistakes.no_comma(self.source, self._end, at, closing))

    def _key(self) -> tuple[str, Span]:
        start = self.at
        if not self.source.startswith('"', start):
            raise _NoJsonError(json_mistakes.no_key(self.source, start))
        name = self._string()
        end = self.at
        self._skip_blank()
        if not self.source.startswith(":", self.at):
            raise _NoJsonError(json_mistakes.no_colon(self.source, start, end, self.at))
        self.at += 1
        self._skip_blank()
        return name, self._span(start, end)


def _number(found: re.Match[str]) -> int | float | str:
    """The number, or its text where JSON programs could not agree on it."""
    text = found[0]
    if len(text) > MOST_DIGITS:
        return text
    if found[1] is None and found[2] is None:
        return int(text)
    value = float(text)
    return value if math.isfinite(value) else text
