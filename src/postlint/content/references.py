"""What a post says that has to exist elsewhere: authors, categories, other posts."""

from typing import Final, NamedTuple

from postlint.content.data.tree import Path


class Reference(NamedTuple):
    """A value of the front matter that its schema looks for elsewhere."""

    path: Path
    """Where it stands in the front matter."""
    value: str
    to: tuple[str, ...]
    """Where it may exist, as the schema writes it: `data/authors.yml#/*/id`."""
    posts: tuple[str, ...] = ()
    """Those of them that are answered by the posts of the site."""
    places: tuple[str, ...] = ()
    """Where the schema says these, each as `/absolute/file:line:column`."""
    is_known: bool = True
    """Whether it exists in one of the others."""
    near: str | None = None
    """The value of the others that it is most like, where it is not known."""


class References(NamedTuple):
    """What a post refers to, and what other posts ask it for."""

    made: tuple[Reference, ...] = ()
    asked: tuple[tuple[str, ...], ...] = ()
    """The keys of posts that schemas of the site look for values in, from the top down; `()` is the
    slug."""


NO_REFERENCES: Final = References()
