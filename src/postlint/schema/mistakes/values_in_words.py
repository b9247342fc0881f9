"""Names and values of front matter as an editor reads them in a message."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from postlint.content.data.tree import Json, Path

LONGEST_VALUE: Final = 60
"""Code points of a value that are shown in a message."""

LONGEST_LIST: Final = 12
"""Known keys or allowed values that are named in a message."""

_TYPES: Final = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
    "null": "nothing",
}
_OPENING: Final = """
a all an another any as at both by each either every for from how if in it may must no not of on one
only should some that the these this those to two under use what when where whether which who whose
why with without write
"""
_OPENERS: Final = frozenset(_OPENING.split())
"""Words that sentences begin with and that are never names, so they need no capital."""
_BARE: Final = re.compile(r"[0-9][0-9:./+TZ-]*\Z")


def name_of(path: Path) -> str:
    """A value by its keys: `"author.name"`, `item 2 of "tags"`, `"name" in item 2 of "authors"`."""
    keys: list[str] = []
    if sum(isinstance(step, int) for step in path) > 2:
        return f"a value in {name_of(path[:1])}" if isinstance(path[0], str) else "a value"
    for depth in range(len(path) - 1, -1, -1):
        step = path[depth]
        if isinstance(step, int):
            outer = name_of(path[:depth])
            item = f"item {step + 1} of {outer}" if outer else f"item {step + 1}"
            return f"{quoted('.'.join(keys))} in {item}" if keys else item
        keys.insert(0, step)
    return quoted(".".join(keys)) if keys else ""


def quoted(text: str) -> str:
    """Text between double quotes, cut to a readable length, on one line."""
    return f'"{shorten(text)}"'


def shorten(text: str) -> str:
    """At most LONGEST_VALUE code points of a text, on one line."""
    head = text[: LONGEST_VALUE + 1].replace("\r", "").replace("\n", " ")
    return head if len(text) <= LONGEST_VALUE else head[: LONGEST_VALUE - 1].rstrip() + "…"


def shown(value: Json) -> str:
    """A value in a message: text in quotes, except dates and the like; containers by their kind."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST_VALUE and _BARE.match(value) else quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "empty"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "a group of keys"
    return _number(value)


def kind_of(value: Json) -> str:
    """What a value is, for a message about its type: `text ("yes")`, `a number (5)`, `a list`."""
    if isinstance(value, str):
        return f"text ({quoted(value)})" if value else "empty text"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"a number ({_number(value)})"
    return shown(value)


def types_in_words(types: Iterable[str]) -> str:
    """JSON Schema type names as an editor says them: `text or a list`."""
    names = dict.fromkeys(types)
    if "number" in names:
        names.pop("integer", None)
    if len(names) > 1:
        names.pop("null", None)
    return either(_TYPES.get(name, name) for name in names)


def either(words: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return _joined(list(words), "or")


def both(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return _joined(list(words), "and")


def listed(words: Sequence[str]) -> str:
    """Words between commas, cut to a readable number with a word on how many are left out."""
    if len(words) <= LONGEST_LIST:
        return ", ".join(words)
    return f"{', '.join(words[: LONGEST_LIST - 2])} and {len(words) - LONGEST_LIST + 2} more"


def plain(value: Json) -> str:
    """A value as it stands in a list of allowed ones: text without quotes where that is clear."""
    if isinstance(value, str) and value and value == value.strip() and "," not in value:
        return shorten(value)
    return shown(value)


def sample(value: Json) -> str:
    """An example of a value: a list with its items, anything else as in a list of choices."""
    if isinstance(value, list):
        return f"[{', '.join(map(plain, value))}]"
    return plain(value)


def count(number: int, noun: str) -> str:
    """`no items`, `1 item`, `14 items`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def sentence(*parts: str | None) -> str | None:
    """The parts of a help text that are there, between semicolons; None where there is none."""
    return "; ".join(part.strip().rstrip(".") for part in parts if part and part.strip()) or None


def shorten_help(text: str) -> str:
    """A description from a schema on one line, at most 200 code points, begun as a help is."""
    line = " ".join(text[:1000].split()).removesuffix(".")
    first = line.partition(" ")[0].rstrip(",").lower()
    if first in _OPENERS and first != line.lower():
        line = line[0].lower() + line[1:]
    return line if len(line) <= 200 else line[:199].rstrip() + "…"


def _number(value: float) -> str:
    if isinstance(value, int) and value.bit_length() > 200:
        return "of more than 60 digits"
    return str(value)


def _joined(words: list[str], conjunction: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"
