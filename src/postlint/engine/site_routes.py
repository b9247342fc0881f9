"""The addresses of one site, and what becomes of a link that names one.

An address is missing only where all that makes addresses is known: the generator, its
configuration, every post, every other page and the redirects. What a program makes, as pages of
tags, is not judged, nor is a folder of addresses in which the site has no post.
"""

import os
import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from urllib.parse import unquote

from postlint.content.facts import Facts
from postlint.content.front_matter.read import read_front_matter
from postlint.content.ignore import is_in
from postlint.content.local_links import POSTS
from postlint.content.near import NearWords
from postlint.content.route_facts import RouteFacts, route_facts
from postlint.engine.folders import Folders
from postlint.generators.address import Mount, Published, key_of
from postlint.generators.addresses import KnownSite
from postlint.generators.redirects import read_redirects
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

# os.path and plain strings, as in `folders`.
# ruff: noqa: PTH118, PTH119, PTH120

_TEMPLATES: Final = frozenset(
    [
        *("html", "htm", "xhtml", "njk", "liquid", "hbs", "handlebars", "ejs", "mustache"),
        *("pug", "haml", "webc", "vto", "php"),
    ]
)
"""Endings of pages that may say in a front matter where they are published."""
_LISTS: Final = frozenset(
    [
        *("tag", "tags", "category", "categories", "archive", "archives", "author", "authors"),
        "taxonomies",
    ]
)
"""Parts of addresses at which generators, themes and plugins make pages of what posts say."""
_MADE: Final = frozenset(
    [
        *("feed", "rss", "atom", "search", "api", "latest", "next", "stable", "print", "amp"),
        *("page", "pages", "series", "topic", "topics", "keywords", "assets", "static", "images"),
        *("img", "css", "js", "sitemap", "years", "year", "month"),
    ]
)
"""The same, where no post has its address below."""
_NUMBERED: Final = late_pattern(r"(?:page|p|v)?[\d.]+")
_NO_ENDING: Final = frozenset(["html", "htm", ""])
_MOST_FILES: Final = 200_000
_MOST_READ: Final = 1_000
"""So many files that are not among the posts are read for where they are published."""
_TELLING: Final = 10
"""A name with so many letters is that of the same post in another folder."""
_NEAR: Final = 5
"""One in so many letters of a name may be wrong."""


class Route(NamedTuple):
    """What became of one address."""

    is_there: bool | None
    """None where that cannot be known."""
    file: str = ""
    """The post that is published there, absolute; "" where that is not known to be one."""
    suggestion: str | None = None
    """An address that may have been meant, as it would be written."""


UNKNOWN_ROUTE: Final = Route(None)


class Routes:
    """The addresses of one site.

    `posts` are all that is known of its posts, by absolute path with links resolved. Files are
    looked for with `folders`, and what lies outside of these is never asked for.
    """

    def __init__(self, site: KnownSite, folders: Folders, posts: Mapping[str, Facts]) -> None:
        self._site: Final = site
        self._addresses: Final = site.addresses
        self._folders: Final = folders
        self._posts: Final = posts
        self._files: Final[dict[str, str]] = {}
        """What is published, by key: the post, or "" for anything else."""
        self._own: Final[dict[str, str]] = {}
        """The address of each post of which that is certain, by path relative to the site."""
        self._above: Final[set[str]] = set()
        """The keys of all folders of addresses."""
        self._by_folder: Final[dict[str, dict[str, str]]] = defaultdict(dict)
        """The addresses of posts: their folder, and their last part in small letters."""
        self._by_name: Final[dict[str, list[str]]] = defaultdict(list)
        self._near: Final[dict[str, NearWords]] = {}
        """The names of `_by_folder`, to find what was meant."""
        self._answers: Final[dict[str, Route]] = {}
        """What became of the addresses that begin at the root."""
        self._static: Final = tuple(filter(self._is_there, self._addresses.static))
        self._read = 0
        self._open: tuple[str, ...] = ()
        self._is_known = self._gather()

    def look_up(self, file: str, path: str) -> Route:
        """What becomes of an address, as a post, given by its absolute path, names it.

        `path` is without query and anchor.
        """
        if not self._is_known:
            return UNKNOWN_ROUTE
        if not path.startswith("/"):
            return self._look_up(self._inner(file), path)
        if path not in self._answers:  # many posts link to the same few
            self._answers[path] = self._look_up(self._inner(file), path)
        return self._answers[path]

    def _look_up(self, inner: str, path: str) -> Route:
        places: list[str] = []
        for place in self._places(inner, path):
            key = key_of(place)
            if key in self._files:
                return Route(is_there=True, file=self._files[key])
            places.append(place)
        keys = [key_of(place) for place in places]
        if any(key in self._above for key in keys) or any(map(self._is_static, places)):
            return Route(is_there=True)
        if not keys or not all(map(self._is_judged, keys)) or self._is_source(inner, path):
            return UNKNOWN_ROUTE
        suggestion = self._suggest(path, places[0])
        folder = posixpath.dirname(keys[0])
        has_siblings = folder not in ("/", self._base_key) and folder in self._by_folder
        is_plain = path.startswith("/") or path.endswith(("/", ".html"))
        if suggestion is None and not (has_siblings and is_plain):
            return UNKNOWN_ROUTE  # "../DEPS" may be a file of another repository
        return Route(is_there=False, suggestion=suggestion)

    @property
    def _base_key(self) -> str:
        return key_of(self._addresses.base)

    def _path(self, inner: str) -> str:
        """The absolute path of a file or folder, given relative to the site."""
        if not inner:
            return self._site.folder
        return f"{self._site.folder}{os.sep}{inner.replace('/', os.sep)}"

    def _inner(self, file: str) -> str:
        """The path of a file relative to the site."""
        return file[len(self._site.folder) :].lstrip(os.sep).replace(os.sep, "/")

    # What is published

    def _gather(self) -> bool:
        """Find out all addresses; False where some cannot be known."""
        if any(".." in folder.split("/") for folder in self._addresses.sources):
            return False  # what lies outside of the site is not its own
        roots = tuple(mount.folder for mount in self._static if not mount.at)
        redirects = read_redirects(self._site.files, SiteFiles(self._folders.top), roots)
        if "" in redirects.beginnings:
            return False
        made = self._addresses.made()
        self._open = tuple(map(str.lower, (*redirects.beginnings, *made.beginnings)))
        for address in (*redirects.addresses, *made.addresses):
            self._add(address, "")
        number = 0
        for folder in self._addresses.sources:
            for inner in self._walk(folder):
                number += 1
                if number > _MOST_FILES or not self._gather_file(inner):
                    return False
        return bool(self._own)

    def _walk(self, folder: str) -> Iterator[str]:
        """The files below a folder of the site, relative to the site."""
        waiting = [folder] if self._folders.way(self._path(folder)).kind == "folder" else []
        while waiting:
            here = waiting.pop()
            names = self._folders.names(self._path(here))
            for name, kind in (names or {}).items():
                path = f"{here}/{name}" if here else name
                if kind == "folder" and name != "node_modules" and name[0] != ".":
                    waiting.append(path)
                elif kind == "file":
                    yield path

    def _gather_file(self, inner: str) -> bool:
        """Add where one file is published; False where that cannot be known."""
        file = self._path(inner)
        ending = inner.rpartition(".")[2].lower()
        facts = self._posts.get(file)
        if facts is not None:
            if facts.route.moves_others:
                return False
            published = self._addresses.published(inner, facts.route)
            return published is None or self._add_post(inner, file, published)
        if ending in POSTS or ending in _TEMPLATES:
            return self._gather_unknown(inner, file, is_post=ending in POSTS)
        if ending == "gotmpl":  # https://gohugo.io/content-management/content-adapters/
            made = self._addresses.published(f"{inner.rpartition('/')[0]}/_index.md", RouteFacts())
            self._may_begin(made.addresses if made else ())
        self._add_default(inner)
        return True

    def _may_begin(self, beginnings: tuple[str, ...]) -> None:
        """Whatever begins so may be an address of the site."""
        new = {one.lower() for one in beginnings}.difference(self._open)
        self._open = (*self._open, *sorted(new)) if new else self._open

    def _gather_unknown(self, inner: str, file: str, *, is_post: bool) -> bool:
        """Add where a page is published that is none of the known posts."""
        if self._addresses.published(_as_post(inner), RouteFacts(has_front_matter=True)) is None:
            return True
        self._read += 1
        if self._read > _MOST_READ:
            return False
        text = self._site.files.text(inner)
        front_matter = read_front_matter(text) if text is not None else None
        route = route_facts(front_matter.tree.data if front_matter else None)
        if route.moves_others:
            return False
        published = self._addresses.published(_as_post(inner), route)
        self._add_default(inner)
        if published is None:
            return True
        if is_post:
            return self._add_post(inner, file, published)
        for address in (*published.addresses, *published.aliases):
            self._add(address, "")
        if not (published.addresses or published.beginnings):
            beginning = route.permalink.partition("{")[0]
            if len(beginning.strip("/")) == 0:
                return False
            self._may_begin((f"/{beginning.lstrip('/')}",))
        return True

    def _add_default(self, inner: str) -> None:
        """Add where a page would be published that says nothing of it."""
        made = self._addresses.published(_as_post(inner), RouteFacts(has_front_matter=True))
        for address in made.addresses if made else ():
            self._add(address, "")
        self._may_begin(made.beginnings if made else ())

    def _add_post(self, inner: str, file: str, published: Published) -> bool:
        for address in published.aliases:
            self._add(address, file)
        for address in published.addresses:
            self._add(address, file)
        if published.address:
            self._own[inner] = published.address
            key = key_of(published.address)
            name = posixpath.basename(key)
            self._by_folder[posixpath.dirname(key)][name] = published.address
            self._by_name[name].append(published.address)
        self._may_begin(published.beginnings)
        return bool(published.addresses or published.beginnings)

    def _add(self, address: str, file: str) -> None:
        key = key_of(address)
        if file or key not in self._files:
            self._files[key] = file
        above = posixpath.dirname(key)
        while above not in self._above and above not in ("", "/"):
            self._above.add(above)
            above = posixpath.dirname(above)

    # What a link leads to

    def _places(self, inner: str, path: str) -> Iterator[str]:
        """The addresses that a path may stand for, seen from a post."""
        if path.startswith("/"):
            yield posixpath.normpath(path).replace("//", "/")
            return
        own = self._own.get(inner)
        if own is None:
            return
        here = own if own.endswith("/") else posixpath.dirname(own)
        bases = dict.fromkeys([here, f"{own.rstrip('/')}/", posixpath.dirname(own.rstrip("/"))])
        for base in bases:
            yield posixpath.normpath(posixpath.join(base, path)).replace("//", "/")

    def _is_source(self, inner: str, path: str) -> bool:
        """Whether a path names a file or a folder, without its ending perhaps."""
        folder = posixpath.dirname(inner)
        site = self._site.folder
        roots = [site, *(os.path.join(site, one) for one in self._addresses.sources)]
        if not path.startswith("/"):
            roots = [os.path.join(self._site.folder, folder)]
        for root in roots:
            place = os.path.normpath(os.path.join(root, path.strip("/")))
            if not is_in(place, self._folders.top):
                return True
            if self._folders.way(place).kind:
                return True
            names = self._folders.names(os.path.dirname(place)) or {}
            name = os.path.basename(place)
            if any(f"{name}.{ending}" in names for ending in ("md", "mdx", "markdown", "html")):
                return True
        return False

    def _is_static(self, place: str) -> bool:
        """Whether a file that is published as it is stands at an address."""
        rest = unquote(place).removeprefix(self._addresses.base).strip("/")
        if "\0" in rest:
            return False
        for mount in self._static:
            inner = mount.source_of(rest)
            if inner is None:
                continue
            root, file = self._path(mount.folder), os.path.normpath(self._path(inner))
            above, _, name = file.rpartition(os.sep)
            if is_in(file, root) and self._folders.way(above).kind == "folder":
                names = self._folders.names(above) or {}
                if not rest or any(one in names for one in (name, f"{name}.html", f"{name}.htm")):
                    return True
        return False

    def _is_there(self, mount: Mount) -> bool:
        """Whether files that are published as they are stand in the site."""
        is_below = ".." not in mount.folder.split("/")
        return is_below and self._folders.way(self._path(mount.folder)).kind in ("file", "folder")

    def _is_judged(self, key: str) -> bool:
        """Whether nothing but a post of the site could be at an address."""
        base = self._base_key
        if base != "/" and not key.startswith(f"{base}/"):
            return False
        if f"{key}/".startswith(self._open):
            return False
        parts = key.strip("/").split("/")
        ending = parts[-1].rpartition(".")[2] if "." in parts[-1] else ""
        if ending.isalpha() and ending not in _NO_ENDING and len(ending) <= 5:
            return False
        lists = self._addresses.lists
        above = ""
        for part in parts:
            above = f"{above}/{part}"
            is_of_posts = above in self._above or above in self._files
            is_made = part in _MADE or _NUMBERED.fullmatch(part)
            if part in _LISTS or part in lists or (is_made and not is_of_posts):
                return False
        return True

    def _suggest(self, path: str, place: str) -> str | None:
        """The address of a post that may have been meant, written as the path is."""
        key = key_of(place)
        folder, name = posixpath.split(key)
        siblings = self._by_folder.get(folder, {})
        if folder not in self._near:
            self._near[folder] = NearWords(sorted(siblings), share=_NEAR)
        guess = self._near[folder].nearest(name)
        address = siblings[guess] if guess else None
        if address is None and len(name) >= _TELLING:
            moved = set(self._by_name.get(name, ()))
            address = moved.pop() if len(moved) == 1 else None
        if address is None:
            return None
        return address if path.startswith("/") else _relative(address, path, place)


def _relative(address: str, path: str, place: str) -> str | None:
    """An address in the same folder as a place, written as a relative path to that place was."""
    if posixpath.dirname(address.rstrip("/")) != posixpath.dirname(place.rstrip("/")):
        return None
    stem = path.rstrip("/")
    ending = path[len(stem) :]
    name = posixpath.basename(stem)
    if not name.strip("."):
        return None
    last = posixpath.basename(address.rstrip("/"))
    return f"{stem[: len(stem) - len(name)]}{last}{ending}"


def _as_post(inner: str) -> str:
    """The path of a page as if it were written in Markdown."""
    folder, _, name = inner.rpartition("/")
    stem = name.rpartition(".")[0] or name
    for between in (".blade", ".11ty"):
        stem = stem.removesuffix(between)
    return f"{folder}/{stem}.md" if folder else f"{stem}.md"
