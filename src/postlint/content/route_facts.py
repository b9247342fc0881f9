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
    """Whether no page is made of it: `permalink: false`, `published: false`."""
    keeps_numbers: bool = False
    """Docusaurus is told not to take numbers off the name."""
    is_unclear: bool = False
    """Whether it says more of addresses than is understood here."""


NO_ROUTE_FACTS: Final = RouteFacts()


def route_facts(data: Json) -> RouteFacts:
    """What the data of a front matter says; `data` is None where there is none."""
    if not isinstance(data, dict):
        return NO_ROUTE_FACTS
    permalink = data.get("permalink")
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
        is_hidden=permalink is False or data.get("published") is False,
        keeps_numbers=data.get("parse_number_prefixes") is False,
        is_unclear=isinstance(permalink, dict | list) or any(key in data for key in _REPEATING),
    )


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
