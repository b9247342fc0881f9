"""Who wrote a post, in the words of its front matter."""

from collections.abc import Iterator
from typing import Final

from postlint.content.data.tree import Json

_KEYS: Final = ("author", "authors", "byline")
_LONGEST: Final = 100
"""Code points; what is longer is no name."""


def author_of(data: Json) -> str | None:
    """The names under `author`, `authors` or `byline`, in any of the ways generators know.

    A name, a list of names, or mappings that have a `name`. None where nobody is named.
    """
    if not isinstance(data, dict):
        return None
    found = next((data[key] for key in _KEYS if data.get(key)), None)
    written = found if isinstance(found, list) else [found]
    names = ", ".join(name for one in written[:_LONGEST] for name in _names(one))
    return names if 0 < len(names) <= _LONGEST else None


def _names(one: Json) -> Iterator[str]:
    name = one.get("name") if isinstance(one, dict) else one
    if isinstance(name, str) and name.strip():
        yield " ".join(name.split())
