"""A mistake against a schema, in words, before it has a place in a text."""

from dataclasses import dataclass
from typing import Final, Literal

from postlint.content.data.tree import Json, Path
from postlint.schema.node import Node

MOST_WORDED: Final = 50
"""Mistakes of one kind that are put in words; of the others only the places are told."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Write another value where this one stands; `text` quotes what is written as it is."""

    value: Json
    is_safe: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Put quotes around the value as it is written, because text is wanted."""

    wanted: Node | bool = True
    """What the text has to satisfy."""


@dataclass(frozen=True, slots=True)
class Rename:
    """Write another key where this one stands."""

    key: str
    is_safe: bool = False


@dataclass(frozen=True, slots=True)
class Insert:
    """Add a key at the top level."""

    key: str
    value: Json


@dataclass(frozen=True, slots=True)
class Remove:
    """Take this item out of its list."""


Mend = Rewrite | Quote | Rename | Insert | Remove


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: which rule reports it, where in the data, and what to say."""

    rule: str
    path: Path
    """The value, or the object that lacks a key."""
    at: Literal["key", "value", "opening"]
    """`opening` is where a missing key is reported: the fence, or the key of the parent."""
    message: str
    """Empty for a mistake beyond MOST_WORDED of its kind."""
    help: str | None = None
    suggestions: tuple[str, ...] = ()
    mend: Mend | None = None
