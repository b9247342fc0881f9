"""Mistakes in how long, how many or how much, in words."""

from collections.abc import Iterator
from typing import Literal

from postlint.schema.broken import Broken
from postlint.schema.keywords import allows
from postlint.schema.mistakes.mistake import Mistake, Remove
from postlint.schema.mistakes.values_in_words import count, shown
from postlint.schema.repeats import repeats


def wrong_size(broken: Broken) -> Iterator[Mistake]:
    """`"tags" has 14 items, at most 8 allowed`."""
    value = broken.value
    is_counted = isinstance(value, str | list | dict)
    said = _counted(broken) if is_counted else _measured(broken)
    at: Literal["key", "value"] = "key" if isinstance(value, list | dict) else "value"
    message = f"{broken.subject} {said}"
    yield Mistake("wrong-length", broken.path, at, message, broken.about)


def _counted(broken: Broken) -> str:
    value, limit = broken.value, broken.expected
    noun = {"str": "character", "list": "item"}.get(type(value).__name__, "key")
    size = len(value) if isinstance(value, str | list | dict) else 0
    if broken.keyword.startswith("max"):
        return f"has {count(size, noun)}, at most {limit} allowed"
    if value == "":
        return f"is empty, expected at least {count(limit, noun)}"
    return f"has {count(size, noun)}, expected at least {limit}"


def _measured(broken: Broken) -> str:
    limit = broken.expected
    expected = {
        "minimum": f"{limit} or more",
        "maximum": f"{limit} or less",
        "exclusiveMinimum": f"more than {limit}",
        "exclusiveMaximum": f"less than {limit}",
    }.get(broken.keyword, f"a multiple of {limit}")
    return f"is {shown(broken.value)}, expected {expected}"


def too_many_items(broken: Broken) -> Iterator[Mistake]:
    """`"point" has 3 items, at most 2 allowed`."""
    limit = len(broken.node.get("prefixItems", ()))
    items = len(broken.value) if isinstance(broken.value, list) else 0
    message = f"{broken.subject} has {count(items, 'item')}, at most {limit} allowed"
    yield Mistake("wrong-length", broken.path, "key", message, broken.about)


def duplicate_items(broken: Broken) -> Iterator[Mistake]:
    """`"tags" has "world" twice`, and in the help which item it was before."""
    items = broken.value if isinstance(broken.value, list) else []
    found = list(repeats(items))
    again = {index for index, _ in found}
    different = [item for index, item in enumerate(items) if index not in again]
    mend = Remove() if allows(broken.wanted, different) else None
    for index, earlier in found:
        yield Mistake(
            "duplicate-item",
            (*broken.path, index),
            "value",
            f"{broken.subject} has {shown(items[index])} twice",
            f"it is there as item {earlier + 1} already",
            mend=mend,
        )
