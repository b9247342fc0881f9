"""Read the front matter that most posts have, simple values under their keys, without a parser.

What is not surely as simple is left to the readers of YAML and TOML. They give the very same, but
take several times as long, and PyYAML has to be imported first.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from postlint.content.data.nesting import MOST_LEVELS
from postlint.content.data.tree import Json, Path, Place, Tree
from postlint.model.span import Span

_QUOTED: Final = r"(?:\"[^\"\\\r\n]*+\"|'[^'\r\n]*+')"
_NUMBER: Final = r"(?:0|[1-9][0-9]{0,15}+)(?=[ ]*+[\r\n])"
_LINE_END: Final = r"[ ]*+(?:\r?\n|\Z)"
_COMMENT: Final = rf"(?:\#[^\r\n]*+)?+{_LINE_END}"

# A text starts with a letter, so that it is no number, and has no ": " and no " #"; a date is text.
_TEXT: Final = r"""(?:[^\W\d]|[/(]|[0-9]{4}-)
    [^\r\n:\#]*+ (?: (?: (?<=\S)\# | :(?=\S) ) [^\r\n:\#]*+ )*+"""
_ITEM: Final = rf"(?:{_QUOTED}|[^\W\d][\w ./+()-]*+)"
_YAML: Final = re.compile(
    rf"""[ ]*+ (?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,60}}+):
         (?: [ ]++ (?: (?P<quoted>{_QUOTED})
                     | (?P<number>{_NUMBER})
                     | (?P<brackets>\[[ ]*+ (?:{_ITEM}[ ]*+ (?:,[ ]*+{_ITEM}[ ]*+)*+ )?+ \])
                     | (?P<text>{_TEXT}) )
           | (?P<dashes> \r?\n (?P<indent>[ ]*+)-[ ]++(?:{_QUOTED}[ ]*+|{_TEXT})
                  (?: \r?\n (?P=indent)-[ ]++(?:{_QUOTED}[ ]*+|{_TEXT}) )*+ ) )?+
         {_LINE_END}
       | {_COMMENT}""",
    re.VERBOSE,
)
_STRING: Final = rf"(?!\"\"\"|'''){_QUOTED}"
_DATE: Final = r"""[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])
    (?: T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z?+ )?+"""
_TOML: Final = re.compile(
    rf"""(?: (?P<key>[A-Za-z0-9_-]++) [ ]*+=[ ]*+
             (?: (?P<quoted>{_STRING})
               | (?P<number>{_NUMBER})
               | (?P<brackets>\[\s*+ (?:{_STRING}\s*+ (?:,\s*+{_STRING}\s*+)*+ ,?+\s*+ )?+ \])
               | (?P<text>true|false|{_DATE}) )
           | \[(?P<table>[A-Za-z0-9_-]++)\]
         ) {_LINE_END}
       | {_COMMENT}""",
    re.VERBOSE,
)
_IN_BRACKETS: Final = re.compile(rf"({_QUOTED}|[^\s,\[\]][^,\]]*+)")
_BEHIND_DASHES: Final = re.compile(rf"-[ ]++({_QUOTED}|{_TEXT})", re.VERBOSE)

_BOOLS: Final[Mapping[str, bool]] = {"true": True, "false": False}
_NOT_TEXT: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
"""Words of YAML that may be no text, in small letters."""

_Mark = tuple[int, int, int, int]
"""Start and end of a key (-1 without one) and of its value, in code points of the document."""
_NO_MARK: Final[_Mark] = (-1, -1, 0, 0)
_MOST_LEVELS: Final = 20
"""Mappings in each other; what has more is left to a parser."""


class Places(Mapping[Path, Place]):
    """Places that are made when they are asked for: few ever are."""

    __slots__ = ("_marks",)

    def __init__(self, marks: dict[Path, _Mark]) -> None:
        self._marks = marks

    def __getitem__(self, path: Path) -> Place:
        key_start, key_end, start, end = self._marks[path]
        return Place(None if key_start < 0 else Span(key_start, key_end), Span(start, end))

    def __contains__(self, path: object) -> bool:
        return path in self._marks

    def __iter__(self) -> Iterator[Path]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


class _NotFlatError(Exception):
    """A parser has to read it."""


def read_flat(text: str, span: Span, language: Literal["yaml", "toml"]) -> Tree | None:
    """The tree of the part of `text` that `span` names; None where a parser has to read it."""
    source = text[span.start : span.end]
    is_odd = not source.replace("\n", "").replace("\r", "").isprintable()
    is_deep = source.count("[") + source.count("{") > MOST_LEVELS or source.count(".") > MOST_LEVELS
    if is_odd or is_deep:
        return None
    try:
        return _Flat(source, span.start).read(language)
    except _NotFlatError:
        return None


class _Level(NamedTuple):
    """A mapping that is open."""

    indent: int
    path: Path
    data: dict[str, Json]
    mark: _Mark
    """Of the mapping, but for its end."""


class _Flat:
    """Reads one text entry by entry: a key with its value, the header of a table, an empty line."""

    def __init__(self, source: str, base: int) -> None:
        self._source = source
        self._base = base
        self._marks: dict[Path, _Mark] = {(): _NO_MARK}
        self._levels = [_Level(0, (), {}, _NO_MARK)]
        """The innermost last."""
        self._opened: _Level | None = None
        """A mapping whose first entry is still to come."""
        self._end = base
        """Where the value read last ends, in the document."""

    def read(self, language: Literal["yaml", "toml"]) -> Tree:
        """The tree. Raises _NotFlatError where an entry is not as simple as it has to be."""
        data = self._levels[0].data
        next_entry = (_YAML if language == "yaml" else _TOML).match
        at = first = 0
        while at < len(self._source):
            entry = next_entry(self._source, at)
            if entry is None:
                raise _NotFlatError
            at = entry.end()
            kind = entry.lastgroup
            if kind is None:
                first = first if data else at
            elif kind == "table":
                self._open_table(entry)
            else:
                self._read_entry(entry, kind)
        if not data or self._opened:
            raise _NotFlatError
        while self._levels:
            self._leave()
        end = self._end if language == "yaml" else self._base + len(self._source.rstrip())
        self._marks[()] = -1, -1, self._base + first, end
        return Tree(data, Places(self._marks))

    def _open_table(self, entry: re.Match[str]) -> None:
        if len(self._levels) > 1:
            self._leave()
        data = self._levels[0].data
        name = entry["table"]
        if name in data:
            raise _NotFlatError
        table: dict[str, Json] = {}
        data[name] = table
        start, end = self._base + entry.start("table"), self._base + entry.end("table")
        self._end = end + 1
        self._marks[name,] = mark = start, end, start - 1, self._end
        self._levels.append(_Level(0, (name,), table, mark))

    def _leave(self) -> None:
        """Close the innermost mapping."""
        level = self._levels.pop()
        self._marks[level.path] = *level.mark[:3], self._end

    def _level(self, indent: int, start: int) -> _Level:
        """The mapping that an entry at `start`, with such an indent, belongs to."""
        levels, opened = self._levels, self._opened
        if opened:
            self._opened = None
            if not levels[-1].indent < indent or len(levels) == _MOST_LEVELS:
                raise _NotFlatError  # the value is missing
            levels.append(opened._replace(indent=indent, mark=(*opened.mark[:2], start, start)))
        while indent < levels[-1].indent:
            self._leave()
        if indent != levels[-1].indent:
            raise _NotFlatError
        return levels[-1]

    def _read_entry(self, entry: re.Match[str], kind: str) -> None:
        base, name = self._base, entry["key"]
        key_start, key_end = entry.span("key")
        indent, level = key_start - entry.start(), self._levels[-1]
        if self._opened or indent != level.indent:
            level = self._level(indent, base + key_start)
        path = (*level.path, name)
        if name in level.data or name.lower() in _NOT_TEXT:
            raise _NotFlatError
        start, end = entry.span(kind)
        self._marks[path] = _NO_MARK  # a parent stands before its children
        if kind == "key":
            mapping: dict[str, Json] = {}
            level.data[name] = mapping
            mark = (base + key_start, base + key_end, 0, 0)
            self._opened = _Level(0, path, mapping, mark)
            return
        if kind == "text" or kind == "quoted":
            written = entry[kind].rstrip(" ")
            level.data[name] = _value(written)
            self._end = base + start + len(written)
        elif kind == "number":
            level.data[name] = int(entry[kind])
            self._end = base + end
        elif kind == "brackets":
            level.data[name] = self._items(_IN_BRACKETS, path, start + 1, end - 1)
            self._end = base + end
        else:
            start = entry.end("indent")
            if start - entry.start("indent") < level.indent:
                raise _NotFlatError
            level.data[name] = self._items(_BEHIND_DASHES, path, start, end)
        self._marks[path] = base + key_start, base + key_end, base + start, self._end

    def _items(self, each: re.Pattern[str], path: Path, start: int, end: int) -> list[Json]:
        items: list[Json] = []
        for item in each.finditer(self._source, start, end):
            written = item[1].rstrip(" ")
            item_start = self._base + item.start(1)
            self._end = item_start + len(written)
            self._marks[*path, len(items)] = -1, -1, item_start, self._end
            items.append(_value(written))
        return items


def _value(written: str) -> str | bool:
    """A string without escapes, a plain text, true or false."""
    if written[0] in "\"'":
        return written[1:-1]
    if written.lower() not in _NOT_TEXT:
        return written
    if written not in _BOOLS:
        raise _NotFlatError
    return _BOOLS[written]
