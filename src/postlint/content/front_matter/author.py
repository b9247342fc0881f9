"""Who wrote a post, in the words of its front matter."""

from collections.abc import Iterator
from typing import Final

from postlint.content.data.tree import Json, Path
from postlint.content.front_matter.front_matter import FrontMatter

_KEYS: Final = ("author", "authors", "byline")
_LONGEST: Final = 100
"""Code points; what is longer is no name."""


def author_of(data: Json) -> str | None:
    """The names under `author`, `authors` or `byline`, in any of the ways generators know.

    A name, a list of names, or mappings that have a `name`. None where nobody is named.
    """
    names = ", ".join(" ".join(name.split()) for _, name in _names(data))
    return names if 0 < len(names) <= _LONGEST else None


def authors_in(text: str, front_matter: FrontMatter) -> Iterator[tuple[int, str]]:
    """The same names one by one, each as it is written in the text of the post, and where."""
    places = front_matter.tree.places
    for path, name in _names(front_matter.tree.data):
        if path in places:
            span = places[path].value
            at = text.find(name, span.start, span.end)
            if at >= 0:
                yield at, name


def _names(data: Json) -> Iterator[tuple[Path, str]]:
    """Each name, and the way to it in the data."""
    if not isinstance(data, dict):
        return
    key = next((key for key in _KEYS if data.get(key)), "")
    found = data.get(key)
    written = enumerate(found[:_LONGEST]) if isinstance(found, list) else ((None, found),)
    for index, one in written:
        path: Path = (key,) if index is None else (key, index)
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip():
            yield (*path, "name") if isinstance(one, dict) else path, name
