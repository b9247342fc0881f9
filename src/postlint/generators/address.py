"""What an address of a site is, and what each generator has to say of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from posixpath import normpath
from typing import Final, NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from postlint.content.route_facts import RouteFacts
from postlint.model.late_pattern import late_pattern

_DAY: Final = late_pattern(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])")
_NO_TIME: Final = late_pattern(r"(?:[T ]00:00(?::00(?:\.0+)?)?)?\Z")


class Published(NamedTuple):
    """The addresses of one post, from the root of the host on: `/blog/a-post/`."""

    addresses: tuple[str, ...] = ()
    """Where it is published: several where that hangs on what is not known here, such as the time
    zone of the machine that builds the site; none where it cannot be known."""
    aliases: tuple[str, ...] = ()
    """What leads there, too."""
    is_certain: bool = True
    """Whether it is published at all."""
    beginnings: tuple[str, ...] = ()
    """It may be published at any number of addresses that begin so."""

    @property
    def address(self) -> str | None:
        """The one address; None where it cannot be known for certain."""
        return self.addresses[0] if len(self.addresses) == 1 and self.is_certain else None


class Made(NamedTuple):
    """What is published besides posts and files."""

    addresses: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    """All addresses that begin so may be there; "" begins all."""


class Mount(NamedTuple):
    """Files of a site, and where they are published."""

    folder: str
    """Relative to the site; "" is all."""
    at: str = ""
    """What their paths begin with below the base of the site, as "img"."""

    def source_of(self, path: str) -> str | None:
        """What is published at a path below the base of the site, relative to the site."""
        if self.at and not f"{path}/".startswith(f"{self.at}/"):
            return None
        return "/".join(filter(None, (self.folder, path[len(self.at) :].strip("/"))))


class Addresses(Protocol):
    """The addresses of a site, as its generator and its configuration have them."""

    @property
    def origin(self) -> str:
        """Scheme and host, as `https://example.org`; "" where that is not known."""
        ...

    @property
    def base(self) -> str:
        """The path that all addresses begin with; it begins and ends with "/"."""
        ...

    @property
    def sources(self) -> tuple[str, ...]:
        """The folders of the site, relative to it, in which pages are made of files; "" is all."""
        ...

    @property
    def static(self) -> tuple[Mount, ...]:
        """The folders whose files are published as they are."""
        ...

    @property
    def has_more_static(self) -> bool:
        """Whether other files may be, too."""
        ...

    @property
    def lists(self) -> frozenset[str]:
        """Names of folders, in small letters, in which the generator makes pages of its own."""
        ...

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        ...

    def made(self) -> Made:
        """What is published besides posts and files, and what may be."""
        ...


def key_of(address: str) -> str:
    """What all addresses have in common that servers take for the same, in small letters.

    `/Docs/a%20b/`, `/docs/a b.html` and `/docs/a b/index.html` all are `/docs/a b`.
    """
    key = unquote(address) if "%" in address else address
    key = key.lower()
    if key.endswith((".html", ".htm")):
        key = key.rpartition(".")[0]
        key = key.removesuffix("/index") if key.endswith("/index") else key
    return key.rstrip("/") or "/"


def joined(*parts: str) -> str:
    """Parts of an address as one that begins with "/"; it ends with one if the last part does."""
    whole = "/".join(part for part in parts if part)
    clean = normpath(f"/{whole}")
    clean = clean[1:] if clean.startswith("//") else clean
    return f"{clean}/" if whole.endswith("/") and clean != "/" else clean


def origin_and_base(url: str) -> tuple[str, str]:
    """Scheme and host of the address of a site, and the path below which it lies."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}" if "." in url.split("/")[0] else url)
    except ValueError:
        return "", "/"
    origin = f"{parts.scheme or 'https'}://{parts.netloc.lower()}" if parts.netloc else ""
    return origin, f"/{parts.path.strip('/')}/" if parts.path.strip("/") else "/"


def days_of(written: str) -> tuple[date, ...]:
    """The days that a date of a front matter may fall on where the site is built.

    One with a time may be the day before or after, in another time zone; none where it is no date.
    """
    found = _DAY.match(written)
    if found is None:
        return ()
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if _NO_TIME.match(written, found.end()):
            return (day,)
        return day, day - timedelta(1), day + timedelta(1)
    except (ValueError, OverflowError):
        return ()


LONGEST_PATTERN: Final = 300
"""Code points; a longer pattern is none that is read."""
_LONGEST_ADDRESS: Final = 2_000


def filled(
    pattern: str, token: re.Pattern[str], value_of: Callable[[str], str | None]
) -> str | None:
    """A pattern with the value for each of its tokens, given by what the first group of `token`
    holds; None where one is not known, and for what is too long to be an address."""
    parts: list[str] = []
    at = 0
    for found in token.finditer(pattern):
        value = value_of(found[1])
        if value is None:
            return None
        parts += (pattern[at : found.start()], value)
        at = found.end()
    made = "".join([*parts, pattern[at:]])
    return made if len(made) <= _LONGEST_ADDRESS else None


def stem_of(path: str) -> tuple[str, str]:
    """The folder of a path and the name of its file without what follows the last dot."""
    folder, _, name = path.rpartition("/")
    return folder, name.rpartition(".")[0] or name


def below(path: str, folders: tuple[str, ...]) -> Iterator[str]:
    """What is left of a path below each of some folders that it lies in; "" holds everything."""
    for folder in folders:
        if not folder:
            yield path
        elif path.startswith(f"{folder}/"):
            yield path[len(folder) + 1 :]


_WILD: Final = late_pattern(r"[*?]+|\[[^\]]*\]|\{[^}]*\}|[!@+]?\([^)]*\)|[\[{(\\].*", re.DOTALL)
_MOST_PATTERNS: Final = 100


def may_match(patterns: Sequence[str], path: str) -> bool:
    """Whether any of some patterns with wildcards may match a path relative to the site, or a
    folder on the way to it, in whichever of their notations they are written.

    What stands between the wildcards has to stand in the path, in this order. Patterns that are too
    many or too long may match anything.
    """
    if len(patterns) > _MOST_PATTERNS:
        return True
    whole = f"/{path.lower()}/"
    return any(_may_match(_pieces(pattern), whole) for pattern in patterns if pattern)


def _may_match(pieces: tuple[str, ...], whole: str) -> bool:
    at = 0
    for piece in pieces:
        at = whole.find(piece, at) + len(piece)
        if at < len(piece):
            return False
    return True


@lru_cache(maxsize=1024)
def _pieces(pattern: str) -> tuple[str, ...]:
    """What stands between the wildcards of a pattern."""
    if len(pattern) > LONGEST_PATTERN:
        return ()
    return tuple(_WILD.split(pattern.lower().removeprefix("./")))
