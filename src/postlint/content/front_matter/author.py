"""Who wrote a post, and what part of its site it belongs to, in the words of its front matter."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from postlint.content.data.tree import Json, Path
from postlint.content.front_matter.front_matter import FrontMatter

_AUTHOR: Final = ("author", "authors", "byline")
_SECTION: Final = ("section", "category", "categories")
_LONGEST: Final = 100
"""Code points; what is longer is no name. So many names of a post are looked at, too."""


def author_of(data: Json) -> str:
    """The names under `author`, `authors` or `byline`, in any of the ways generators know.

    A name, a list of names, or mappings that have a `name`; "" where nobody is named.
    """
    return _if_short(", ".join(_on_one_line(name) for _, name in _names(data, _AUTHOR)))


def section_of(data: Json) -> str:
    """The `section` or `category` of a post, or the first of its `categories`; "" without one."""
    return _if_short("".join(_on_one_line(name) for _, name in islice(_names(data, _SECTION), 1)))


def authors_in(text: str, front_matter: FrontMatter) -> Iterator[tuple[int, str]]:
    """The names of the authors one by one, each as it is written in the text of the post, and
    where."""
    places = front_matter.tree.places
    for path, name in _names(front_matter.tree.data, _AUTHOR):
        if path in places:
            span = places[path].value
            at = text.find(name, span.start, span.end)
            if at >= 0:
                yield at, name


def _names(data: Json, keys: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Each name under the first of some keys that has a value, and the way to it in the data."""
    if not isinstance(data, dict):
        return
    key = next((key for key in keys if data.get(key)), "")
    found = data.get(key)
    written = enumerate(found[:_LONGEST]) if isinstance(found, list) else ((None, found),)
    for index, one in written:
        path: Path = (key,) if index is None else (key, index)
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            yield (*path, "name") if isinstance(one, dict) else path, name


def _on_one_line(name: str) -> str:
    return " ".join(name.split())


def _if_short(name: str) -> str:
    return name if len(name) <= _LONGEST else ""
