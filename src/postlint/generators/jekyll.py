"""The addresses of a Jekyll site.

After https://jekyllrb.com/docs/permalinks/, https://jekyllrb.com/docs/collections/ and
https://jekyllrb.com/docs/configuration/front-matter-defaults/.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, Literal, NamedTuple

from postlint.content.data.tree import Json
from postlint.content.route_facts import RouteFacts
from postlint.generators.address import (
    LONGEST_PATTERN,
    Made,
    Mount,
    Published,
    below,
    days_of,
    filled,
    joined,
    may_match,
    origin_and_base,
    stem_of,
)
from postlint.generators.site_config import mapping, plain_path, text_of, texts_of
from postlint.generators.site_files import SiteFiles
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
_DECIDING: Final = ("slug", "date", "category", "categories", "permalink")
"""Keys that change addresses where a default gives them."""
_MADE_OF: Final = {"title": "slug", "slug": "slug", "categories": "categories"}
"""The keys that decide on the tokens of a pattern."""
_OLD_KINDS: Final = {"post": "posts", "page": "pages", "draft": "drafts"}
_MOST_DEFAULTS: Final = 200
_WILD: Final = frozenset("*?[{")
_WITHOUT_PAGES: Final = frozenset(
    [
        *("jekyll-feed", "jekyll-sitemap", "jekyll-seo-tag", "jekyll-gist", "jekyll-mentions"),
        *("jemoji", "jekyll-include-cache", "jekyll-titles-from-headings", "jekyll-paginate"),
        *("jekyll-default-layout", "jekyll-relative-links", "jekyll-coffeescript"),
        *("jekyll-optional-front-matter", "jekyll-redirect-from", "jekyll-remote-theme"),
        *(
            "jekyll-github-metadata",
            "jekyll-avatar",
            "jekyll-commonmark",
            "jekyll-commonmark-ghpages",
        ),
        *("jekyll-sass-converter", "jekyll-toc", "jekyll-last-modified-at", "jekyll-minifier"),
        *("jekyll-spaceship", "jekyll-target-blank", "jekyll-environment-variables", "liquid-c"),
        *(
            "jekyll-admin",
            "jekyll-compose",
            "jekyll-livereload",
            "jekyll-tidy",
            "jekyll-loading-lazy",
        ),
    ]
)
"""Plugins of which it is known that they make no pages, or only those that are looked for."""
_MAKES_PAGES: Final = late_pattern(r"\b(?:Generator|Page\w*|pages|Document|StaticFile|Hooks?)\b")
_EXCLUDED: Final = ("node_modules", "vendor", ".sass-cache", ".jekyll-cache", "_site", "gemfiles")


class _Default(NamedTuple):
    """Values for all posts in a folder."""

    path: str
    """That of the folder, or a pattern."""
    kind: str
    """"posts", "pages", the name of a collection, or "" for all."""
    permalink: str
    """"" for none."""
    unknown: frozenset[str]
    """The keys whose values are not understood here; "categories" for "category", too."""

    def scope(self, inner: str) -> Literal["inside", "outside", "unclear"]:
        """Whether a file is in the folder; versions of Jekyll differ on what only begins so."""
        if not self.path or f"{inner}/".startswith(f"{self.path}/"):
            return "inside"
        if _WILD.isdisjoint(self.path):
            return "unclear" if inner.startswith(self.path) else "outside"
        return "unclear" if may_match((self.path,), inner) else "outside"


class _Given(NamedTuple):
    """What all defaults together say of a post."""

    permalink: str
    unknown: frozenset[str]


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
    """Paths and patterns."""
    included: tuple[str, ...]
    """The same, of what is published though its name begins with "_" or "."."""
    defaults: tuple[_Default, ...]
    """The most specific last."""
    has_plugins: bool
    """Whether plugins may make pages that nothing is known of."""
    lists: frozenset[str] = frozenset()
    has_more_static: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The folder that the site is made of."""
        return (self.source,)

    @property
    def static(self) -> tuple[Mount, ...]:
        """All that is no page is published as it is."""
        return (Mount(self.source),)

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        inner = next(below(path, (self.source,)), None)
        if inner is None or post.is_hidden or self._is_excluded(inner):
            return None
        folders = inner.split("/")[:-1]
        aliases = tuple(joined(self.base, one) for one in post.aliases)
        if "_posts" in folders or "_drafts" in folders:
            addresses = self._of_post(inner, post)
        elif folders and folders[0][:1] == "_" and not self._is_included(inner):
            if folders[0][1:] not in self.collections:
                return None
            addresses = self._of_document(inner, folders[0][1:], post)
        elif self._is_left_out(inner):
            return None
        else:
            addresses = self._of_page(inner, post)
        is_certain = not may_match(_patterns(self.excluded), inner)
        return Published(tuple(joined(self.base, one) for one in addresses), aliases, is_certain)

    def made(self) -> Made:
        """Everything, where plugins make pages."""
        return Made(beginnings=(self.base,)) if self.has_plugins else Made()

    def _is_excluded(self, inner: str) -> bool:
        return _is_named(self.excluded, inner) and not self._is_included(inner)

    def _is_left_out(self, inner: str) -> bool:
        """Whether a name on the way to a file keeps it out of the site."""
        is_odd = any(part[0] in "_.#~" for part in inner.split("/") if part)
        return is_odd and not self._is_included(inner)

    def _is_included(self, inner: str) -> bool:
        """Whether a file, or a folder on the way to it, is published whatever else is said."""
        by_name = not set(self.included).isdisjoint(inner.split("/"))
        return (
            by_name or _is_named(self.included, inner) or may_match(_patterns(self.included), inner)
        )

    def _given(self, inner: str, kind: str) -> _Given:
        """What the defaults say of a post: of each key what the most specific of them says."""
        permalink = ""
        unknown: set[str] = set()
        for one in self.defaults:
            scope = one.scope(inner) if one.kind in ("", kind) else "outside"
            if scope == "outside":
                continue
            unknown |= one.unknown
            if scope == "unclear" and one.permalink:
                unknown.add("permalink")
            elif one.permalink:
                permalink = one.permalink
                unknown.discard("permalink")
        return _Given(permalink, frozenset(unknown))

    def _of_post(self, inner: str, post: RouteFacts) -> tuple[str, ...]:
        kind = "_posts" if "_posts" in inner.split("/") else "_drafts"
        folder, stem = stem_of(inner)
        dated = _DATED.fullmatch(stem)
        if dated is None and kind == "_posts":
            return ()
        given = self._given(inner, kind[1:])
        usual = self.collections.get("posts") or self.permalink
        above = folder.split("/")
        values = {
            "title": _pretty(post.slug or (dated[2] if dated else stem)),
            "slug": _slug(post.slug or (dated[2] if dated else stem)),
            "categories": _categories((*above[: above.index(kind)], *post.categories)),
            "collection": "posts",
            "name": _slug(stem),
            "output_ext": ".html",
        }
        day = dated[1] if dated else ""
        return tuple(self._by_pattern(usual, given, post, values, day))

    def _of_document(self, inner: str, collection: str, post: RouteFacts) -> tuple[str, ...]:
        given = self._given(inner, collection)
        folder, stem = stem_of(inner)
        dated = _DATED.fullmatch(stem)
        usual = self.collections[collection] or f"/:collection/:path{self._ending()}"
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
        day = dated[1] if dated else ""
        return tuple(self._by_pattern(usual, given, post, values, day))

    def _by_pattern(
        self, usual: str, given: _Given, post: RouteFacts, values: Mapping[str, str], day: str
    ) -> Iterator[str]:
        """The pattern of a post, of the defaults, or else the usual one, with its values; `day` is
        that of the name of the file."""
        own = {key for key in ("permalink", "slug", "date") if getattr(post, key)}
        unknown = given.unknown - own
        if not unknown.isdisjoint(["permalink", "published"]):
            return
        known = {name: one for name, one in values.items() if _MADE_OF.get(name) not in unknown}
        written = "" if "date" in unknown else post.date or day
        yield from self._expand(post.permalink or given.permalink or usual, known, written)

    def _of_page(self, inner: str, post: RouteFacts) -> tuple[str, ...]:
        folder, stem = stem_of(inner)
        ending = inner.rpartition(".")[2].lower()
        if not post.has_front_matter:
            # As it is; as a page, where a plugin is at work, which GitHub always has.
            return (
                (f"/{inner}", f"/{folder}/{stem}.html") if ending in _MARKDOWN else (f"/{inner}",)
            )
        values = {"path": folder, "basename": stem, "output_ext": ".html"}
        given = self._given(inner, "pages")
        if post.permalink:
            return tuple(self._expand(post.permalink, values, ""))
        if given.permalink or not given.unknown.isdisjoint(["permalink", "published"]):
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
        is_long = len(pattern) > LONGEST_PATTERN
        if is_long or any(sign in pattern for sign in "{}") or "://" in pattern:
            return
        needs_date = any(token in _OF_DAYS for token in _TOKEN.findall(pattern))
        for day in days_of(written) if needs_date else (None,):
            made = filled(pattern, _TOKEN, partial(_value, values=values, day=day))
            if made is None:
                return
            yield _DOTS.sub("", made)


def _value(name: str, values: Mapping[str, str], day: date | None) -> str | None:
    """What stands for a token of a pattern; None for one that is not known here."""
    return _OF_DAYS[name](day) if day and name in _OF_DAYS else values.get(name)


def _is_named(paths: tuple[str, ...], inner: str) -> bool:
    """Whether a file, or a folder on the way to it, is one of some paths."""
    return any(inner == one or inner.startswith(f"{one}/") for one in paths)


def _patterns(paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in paths if not _WILD.isdisjoint(one))


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


def read_jekyll(files: SiteFiles) -> Jekyll | None:
    """The addresses of a site; None where its configuration cannot be read."""
    names = [f"_config.{ending}" for ending in ("yml", "yaml", "toml")]
    config = next((data for name in names if isinstance(data := files.data(name), dict)), None)
    if config is None or text_of(config, "collections_dir"):
        return None
    origin = origin_and_base(text_of(config, "url"))[0]
    style = text_of(config, "permalink") or "date"
    return Jekyll(
        origin=origin,
        base=joined("/", text_of(config, "baseurl"), "/") if text_of(config, "baseurl") else "/",
        source=plain_path(text_of(config, "source")),
        permalink=_STYLES.get(style, style),
        collections=_collections(config.get("collections")),
        excluded=(*_EXCLUDED, *map(plain_path, texts_of(config, "exclude"))),
        included=tuple(map(plain_path, texts_of(config, "include"))),
        defaults=tuple(sorted(_defaults(config.get("defaults")), key=_specific)),
        has_plugins=_has_plugins(files, config),
    )


def _has_plugins(files: SiteFiles, config: dict[str, Json]) -> bool:
    """Whether any plugin may make pages that nothing is known of."""
    named = {*texts_of(config, "plugins"), *texts_of(config, "gems")}
    if not _WITHOUT_PAGES.issuperset(named):
        return True
    source = plain_path(text_of(config, "source"))
    way = f"{source}/" if source else ""
    folders = texts_of(config, "plugins_dir") or (f"{way}_plugins",)
    own = (path for folder in folders for path in files.below(plain_path(folder)))
    return any(
        (text := files.text(path)) is None or _MAKES_PAGES.search(text)
        for path in own
        if path.endswith(".rb")
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
    """The defaults that decide on addresses; where they are too many, that nothing is known."""
    items = written if isinstance(written, list) else []
    if len(items) > _MOST_DEFAULTS:
        yield _Default("", "", "", frozenset(["permalink", "published"]))
        return
    for one in items:
        scope, values = mapping(one, "scope"), mapping(one, "values")
        unknown: set[str] = {key for key in _DECIDING if key in values}
        permalink = text_of(values, "permalink")
        if permalink:
            unknown.remove("permalink")
        if "category" in unknown:
            unknown.add("categories")
        if values.get("published") is False:
            unknown.add("published")
        if unknown or permalink:
            kind = text_of(scope, "type")
            path = text_of(scope, "path").strip("/")
            yield _Default(path, _OLD_KINDS.get(kind, kind), permalink, frozenset(unknown))


def _specific(one: _Default) -> tuple[int, bool]:
    """How specific a default is: of those that are the same, the last wins."""
    return len(one.path), bool(one.kind)
