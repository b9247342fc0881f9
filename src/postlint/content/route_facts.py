"""What the front matter of a post says of the address that it is published at."""

from typing import Final, NamedTuple

from postlint.content.data.tree import Json

_LONGEST: Final = 300
"""Code points; what is longer is no part of an address."""
_MOST: Final = 100
"""So many addresses and categories of one post are kept."""
_ALIASES: Final = ("aliases", "redirect_from")
_REPEATING: Final = ("cascade", "eleventyComputed", "pagination")
"""Keys under which other addresses than that of the post itself may be made."""
_NOT_RENDERED: Final = (False, "false", "never", "link")
_PUBLISHED: Final = ("publishdate", "pubdate", "date")
_EXPIRES: Final = ("expirydate", "unpublishdate")
_OF_ADDRESSES: Final = frozenset(["url", "slug", "permalink"])
_OF_PAGES: Final = _OF_ADDRESSES.union(
    ["build", "_build", "draft", "headless", *_PUBLISHED, *_EXPIRES]
)
"""What decides whether a page is made, and where."""


class RouteFacts(NamedTuple):
    """What a generator needs to know of a post, besides its path, for its address.

    All values are as written, "" where there is none.
    """

    slug: str = ""
    url: str = ""
    """Hugo's."""
    permalink: str = ""
    """Jekyll's and Eleventy's."""
    path: str = ""
    """Zola's."""
    id: str = ""
    """That of Docusaurus."""
    title: str = ""
    date: str = ""
    categories: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Hugo's, Zola's and, as "redirect_from", Jekyll's."""
    has_front_matter: bool = False
    is_draft: bool = False
    is_hidden: bool = False
    """Whether no page is made of it: `permalink: false`, `published: false`, `headless: true`,
    `build: {render: never}`."""
    keeps_numbers: bool = False
    """Docusaurus is told not to take numbers off the name."""
    is_unclear: bool = False
    """Whether it says more of addresses than is understood here."""
    published: str = ""
    """The date from which on there is a page."""
    expires: str = ""
    """The date from which on there is none."""
    cascades: bool = False
    """Whether it says of the posts below it where, or whether, they are published."""
    moves_others: bool = False
    """Whether it says where."""
    renders_nothing: bool = False
    """Zola is told to make no page."""


NO_ROUTE_FACTS: Final = RouteFacts()


def route_facts(data: Json) -> RouteFacts:
    """What the data of a front matter says; `data` is None where there is none."""
    if not isinstance(data, dict):
        return NO_ROUTE_FACTS
    permalink = data.get("permalink")
    lowered = {key.lower(): value for key, value in data.items()}  # as Hugo reads them
    return RouteFacts(
        slug=_text(data.get("slug")),
        url=_text(data.get("url")),
        permalink=_text(permalink),
        path=_text(data.get("path")),
        id=_text(data.get("id")),
        title=_text(data.get("title")),
        date=_text(data.get("date")),
        categories=(*_words(data.get("categories")), *_words(data.get("category"), one=True)),
        aliases=tuple(one for key in _ALIASES if key in data for one in _list(data[key])),
        has_front_matter=True,
        is_draft=data.get("draft") is True,
        is_hidden=permalink is False or data.get("published") is False or _is_not_rendered(lowered),
        keeps_numbers=data.get("parse_number_prefixes") is False,
        is_unclear=isinstance(permalink, dict | list) or any(key in data for key in _REPEATING),
        published=_first(lowered, _PUBLISHED),
        expires=_first(lowered, _EXPIRES),
        cascades=_cascades(lowered.get("cascade"), _OF_PAGES),
        moves_others=_cascades(lowered.get("cascade"), _OF_ADDRESSES),
        renders_nothing=data.get("render") is False,
    )


def _is_not_rendered(lowered: dict[str, Json]) -> bool:
    """Whether Hugo is told to make no page: https://gohugo.io/content-management/build-options/."""
    builds = [lowered.get(key) for key in ("build", "_build")]
    return lowered.get("headless") is True or any(
        isinstance(build, dict) and build.get("render") in _NOT_RENDERED for build in builds
    )


def _first(lowered: dict[str, Json], keys: tuple[str, ...]) -> str:
    return next((text for key in keys if (text := _text(lowered.get(key)))), "")


def _cascades(cascade: Json, keys: frozenset[str]) -> bool:
    """Whether any of these keys is given to the posts below, whichever of them that is for."""
    parts = cascade if isinstance(cascade, list) else [cascade]
    said = (key.lower() for part in parts[:_MOST] if isinstance(part, dict) for key in part)
    return not keys.isdisjoint(said)


def _text(value: Json) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value)[:_LONGEST].strip()


def _list(value: Json) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [text for item in items[:_MOST] if (text := _text(item))]


def _words(value: Json, *, one: bool = False) -> list[str]:
    """The items of a list, the words of a text; a text is `one` item for some keys."""
    return value.split()[:_MOST] if isinstance(value, str) and not one else _list(value)
