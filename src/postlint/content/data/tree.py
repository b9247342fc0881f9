"""A YAML, TOML or JSON text as JSON data with the place of every key and value."""

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from postlint.model.finding import Fault
from postlint.model.span import Span

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
"""JSON types only: dates stay text, keys are strings."""

Path = tuple[str | int, ...]
"""Keys and 0-based list indexes from the root to a value, as `jsonschema` gives them."""


class Place(NamedTuple):
    """Where a value stands: its key (None for a list item and the root) and the value itself.

    Spans are in code points of the whole document. The span of an empty value (`title:`) is
    empty and stands right after the colon; a block value ends on its own last line.
    """

    key: Span | None
    value: Span


class Tree(NamedTuple):
    """What a reader made of a text."""

    data: Json
    """None where a syntax error left nothing to read; then `places` is empty."""
    places: Mapping[Path, Place] = field(repr=False)
    """Every value written in the file; what an alias or a merge brings in has no entry."""
    faults: tuple[Fault, ...] = ()
    is_parsed: bool = True
    """False where a syntax error left no data."""

    def place(self, path: Path) -> Place:
        """The place of a value, or of its nearest ancestor where it is not written out itself."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places[path]


def is_empty(value: Json) -> bool:
    """Whether a value says nothing, so that the key could as well be left out: a text of blanks,
    a list or group of keys without anything in it, null."""
    if isinstance(value, str):
        return not value or value.isspace()
    return value is None or value == [] or value == {}
