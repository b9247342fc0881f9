"""The addresses of a Jekyll site.

After https://jekyllrb.com/docs/permalinks/, https://jekyllrb.com/docs/collections/ and
https://jekyllrb.com/docs/configuration/front-matter-defaults/.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from postlint.content.data.tree import Json
from postlint.content.route_facts import RouteFacts
from postlint.generators.address import (
    Published,
    below,
    days_of,
    joined,
    origin_and_base,
    stem_of,
)
from postlint.generators.site_config import mapping, read_data, text_of, texts_of
from postlint.model.late_pattern import late_pattern

_STYLES: Final = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_DATED: Final = late_pattern(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.*)")
_TOKEN: Final = late_pattern(r":([a-z_]+)")
_NOT_PRETTY: Final = late_pattern(r"[^\w.~!$&'()+,;=@]+")
_NO_WORD: Final = late_pattern(r"[\W_]+")
_DOTS: Final = late_pattern(r"/\.+(?=/|\Z)")
_MARKDOWN: Final = frozenset(["md", "markdown", "mkd", "mkdn", "mkdown"])
_PAGES: Final = frozenset(["html", "htm", *_MARKDOWN])
_DECIDING: Final = frozenset(["slug", "date", "category", "categories", "permalink"])
"""Keys that change addresses where a default gives them."""
_EXCLUDED: Final = ("node_modules", "vendor", ".sass-cache", ".jekyll-cache", "_site", "gemfiles")


@dataclass(frozen=True, slots=True)
class _Default:
    """A value for all posts in a folder."""

    folder: str
    kind: str
    """"posts", "pages", the name of a collection, or "" for all."""
    permalink: str
    is_unclear: bool
    """Whether it says more of addresses than is understood here."""


@dataclass(frozen=True, slots=True)
class Jekyll:
    """What the configuration of a site says of its addresses."""

    origin: str
    base: str
    source: str
    permalink: str
    collections: Mapping[str, str]
    """The patterns of the collections that are published; "" for the usual one."""
    excluded: tuple[str, ...]
    defaults: tuple[_Default, ...]
    lists: frozenset[str]

    @property
    def sources(self) -> tuple[str, ...]:
        """The folder that the site is made of."""
        return (self.source,)

    @property
    def static(self) -> tuple[str, ...]:
        """All that is no page is published as it is."""
        return (self.source,)

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        inner = next(below(path, (self.source,)), None)
        if inner is None or post.is_hidden or self._is_excluded(inner):
            return None
        folders = inner.split("/")[:-1]
        aliases = tuple(joined(self.base, one) for one in post.aliases)
        if "_posts" in folders or "_drafts" in folders:
            addresses = self._of_post(inner, post)
        elif folders and folders[0][:1] == "_":
            if folders[0][1:] not in self.collections:
                return None
            addresses = self._of_document(inner, folders[0][1:], post)
        elif any(folder[0] in "_.#~" for folder in inner.split("/")):
            return None
        else:
            addresses = self._of_page(inner, post)
        return Published(tuple(joined(self.base, one) for one in addresses), aliases)

    def _is_excluded(self, inner: str) -> bool:
        return any(inner == one or inner.startswith(f"{one}/") for one in self.excluded)

    def _default(self, inner: str, kind: str) -> _Default | None:
        """The default that decides on the address of a post: the one with the longest path."""
        found = None
        for one in self.defaults:
            is_below = not one.folder or inner.startswith(f"{one.folder}/") or inner == one.folder
            is_kind = one.kind in ("", kind)
            if is_below and is_kind and (found is None or len(one.folder) >= len(found.folder)):
                found = one
        return found

    def _of_post(self, inner: str, post: RouteFacts) -> tuple[str, ...]:
        kind = "_posts" if "_posts" in inner.split("/") else "_drafts"
        folder, stem = stem_of(inner)
        dated = _DATED.fullmatch(stem)
        default = self._default(inner, kind[1:])
        if (dated is None and kind == "_posts") or (default and default.is_unclear):
            return ()
        pattern = post.permalink or (default.permalink if default else "")
        pattern = pattern or self.collections.get("posts") or self.permalink
        above = folder.split("/")
        values = {
            "title": _pretty(post.slug or (dated[2] if dated else stem)),
            "slug": _slug(post.slug or (dated[2] if dated else stem)),
            "categories": _categories((*above[: above.index(kind)], *post.categories)),
            "collection": "posts",
            "name": _slug(stem),
            "output_ext": ".html",
        }
        return tuple(self._expand(pattern, values, post.date or (dated[1] if dated else "")))

    def _of_document(self, inner: str, collection: str, post: RouteFacts) -> tuple[str, ...]:
        default = self._default(inner, collection)
        if default and default.is_unclear:
            return ()
        folder, stem = stem_of(inner)
        dated = _DATED.fullmatch(stem)
        pattern = post.permalink or (default.permalink if default else "")
        pattern = pattern or self.collections[collection] or f"/:collection/:path{self._ending()}"
        rest = folder.partition("/")[2]
        slug = post.slug or (dated[2] if dated else stem)
        values = {
            "collection": collection,
            "path": f"{rest}/{stem}" if rest else stem,
            "name": _slug(stem),
            "title": _pretty(slug),
            "slug": _slug(slug),
            "categories": _categories(post.categories),
            "output_ext": ".html",
        }
        return tuple(self._expand(pattern, values, post.date or (dated[1] if dated else "")))

    def _of_page(self, inner: str, post: RouteFacts) -> tuple[str, ...]:
        folder, stem = stem_of(inner)
        ending = inner.rpartition(".")[2].lower()
        if not post.has_front_matter:
            # As it is; as a page, where a plugin is at work, which GitHub always has.
            return (
                (f"/{inner}", f"/{folder}/{stem}.html") if ending in _MARKDOWN else (f"/{inner}",)
            )
        values = {"path": folder, "basename": stem, "output_ext": ".html"}
        default = self._default(inner, "pages")
        if post.permalink:
            return tuple(self._expand(post.permalink, values, ""))
        if default and (default.is_unclear or default.permalink):
            return ()
        if ending not in _PAGES:
            return (f"/{inner}",)
        if stem == "index":
            return (f"/{folder}/" if folder else "/",)
        return (
            f"/{folder}/{stem}{'.html' if self._ending() == ':output_ext' else self._ending()}",
        )

    def _ending(self) -> str:
        """How the addresses of what is no post end, after the pattern of posts."""
        if self.permalink.endswith(":output_ext"):
            return ":output_ext"
        return "/" if self.permalink.endswith("/") else ""

    def _expand(self, pattern: str, values: Mapping[str, str], written: str) -> Iterator[str]:
        """A pattern with its values; none where one of them is not known here."""
        tokens = _TOKEN.findall(pattern)
        if any(sign in pattern for sign in "{}") or "://" in pattern:
            return
        needs_date = any(token in _OF_DAYS for token in tokens)
        days = days_of(written) if needs_date else (None,)
        for day in days:
            made = pattern
            for token in tokens:
                value = _OF_DAYS[token](day) if day and token in _OF_DAYS else values.get(token)
                if value is None:
                    return
                made = made.replace(f":{token}", value, 1)
            yield _DOTS.sub("", made)


def _categories(names: tuple[str, ...]) -> str:
    return "/".join(dict.fromkeys(name.lower() for name in names if name))


def _pretty(text: str) -> str:
    return _NOT_PRETTY.sub("-", text).strip("-")


def _slug(text: str) -> str:
    return _NO_WORD.sub("-", text).strip("-").lower()


_OF_DAYS: Final[Mapping[str, Callable[[date], str]]] = {
    "year": lambda day: f"{day.year:04}",
    "month": lambda day: f"{day.month:02}",
    "day": lambda day: f"{day.day:02}",
    "i_month": lambda day: str(day.month),
    "i_day": lambda day: str(day.day),
    "short_year": lambda day: f"{day.year % 100:02}",
    "y_day": lambda day: f"{day.timetuple().tm_yday:03}",
    "week": lambda day: f"{day.isocalendar().week:02}",
    "w_year": lambda day: str(day.isocalendar().year),
    "w_day": lambda day: str(day.isoweekday()),
    "short_day": lambda day: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()],
}


def read_jekyll(site: Path) -> Jekyll | None:
    """The addresses of the site in a folder; None where its configuration cannot be read."""
    files = (site / f"_config.{ending}" for ending in ("yml", "yaml", "toml"))
    config = next((data for file in files if isinstance(data := read_data(file), dict)), None)
    if config is None or text_of(config, "collections_dir"):
        return None
    origin = origin_and_base(text_of(config, "url"))[0]
    style = text_of(config, "permalink") or "date"
    source = text_of(config, "source").strip("./")
    return Jekyll(
        origin=origin,
        base=joined("/", text_of(config, "baseurl"), "/") if text_of(config, "baseurl") else "/",
        source=source,
        permalink=_STYLES.get(style, style),
        collections=_collections(config.get("collections")),
        excluded=(*_EXCLUDED, *(one.strip("./") for one in texts_of(config, "exclude"))),
        defaults=tuple(_defaults(config.get("defaults"))),
        lists=frozenset(),
    )


def _collections(written: Json) -> dict[str, str]:
    """The patterns of the collections that are published."""
    if not isinstance(written, dict):
        return {}
    return {
        name: _STYLES.get(pattern := text_of(one, "permalink"), pattern)
        for name, one in written.items()
        if name == "posts" or mapping(one).get("output") is True
    }


def _defaults(written: Json) -> Iterator[_Default]:
    """The defaults that decide on addresses."""
    for one in written if isinstance(written, list) else ():
        scope, values = mapping(one, "scope"), mapping(one, "values")
        decided = _DECIDING & values.keys()
        if not decided:
            continue
        folder = text_of(scope, "path").strip("/")
        permalink = text_of(values, "permalink")
        is_unclear = decided != {"permalink"} or any(sign in folder for sign in "*?[")
        if any(sign in folder for sign in "*?["):
            folder = re.split(r"[*?\[]", folder)[0].rpartition("/")[0]
        yield _Default(folder, text_of(scope, "type"), permalink, is_unclear)
