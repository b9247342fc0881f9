"""Who wrote a post and where it is filed, in the words of its front matter."""

from collections.abc import Iterator
from typing import Final

from postlint.content.data.tree import Json

_AUTHOR: Final = ("author", "authors", "byline")
_SECTION: Final = ("section", "category", "categories")
_LONGEST: Final = 100
"""Code points; what is longer is no name."""


def author_of(data: Json) -> str:
    """The names under `author`, `authors` or `byline`, in any of the ways generators know.

    A name, a list of names, or mappings that have a `name`; "" where nobody is named.
    """
    return _if_short(", ".join(_named(data, _AUTHOR)))


def section_of(data: Json) -> str:
    """The `section` or `category` of a post, or the first of its `categories`; "" without one."""
    return _if_short(next(_named(data, _SECTION), ""))


def _if_short(name: str) -> str:
    return name if len(name) <= _LONGEST else ""


def _named(data: Json, keys: tuple[str, ...]) -> Iterator[str]:
    """The names under the first of some keys that has a value."""
    if isinstance(data, dict):
        found = next((data[key] for key in keys if data.get(key)), None)
        written = found if isinstance(found, list) else [found]
        for one in written[: _LONGEST + 1]:
            yield from _names(one)


def _names(one: Json) -> Iterator[str]:
    name = one.get("name") if isinstance(one, dict) else one
    if isinstance(name, str) and name.strip():
        yield " ".join(name.split())
