"""The addresses of a Docusaurus site, whose configuration is a program that is only looked at.

After https://docusaurus.io/docs/create-doc, https://docusaurus.io/docs/blog,
https://docusaurus.io/docs/creating-pages and the source of its plugins for docs and blog.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from postlint.content.route_facts import RouteFacts
from postlint.generators.address import Made, Mount, Published, joined, may_match, stem_of
from postlint.generators.site_config import (
    block_after,
    items_of,
    list_in,
    list_under,
    object_at,
    own_text,
    plain_path,
    text_in,
    without_comments,
)
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

_SCRIPTS: Final = ("js", "ts", "mjs", "cjs", "mts", "cts")
_NUMBER: Final = late_pattern(r"\d+\s*[-_.]+\s*(?=[^\s])")
_NO_NUMBER: Final = late_pattern(r"(?:\d{2}|\d{4})[-_.]\d{2}|\d+[-_.]\d+")
_DATED: Final = late_pattern(
    r"(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*?)(?:/index)?\.[^./]*", re.DOTALL
)
_VERSIONED: Final = late_pattern(r"versioned_docs/version-([^/]+)/(.+)")
_PRESETS: Final = late_pattern(r"(?<![\w.-])['\"]?presets['\"]?\s{0,9}[:=]\s{0,9}(?=\[)")
_CLASSIC: Final = late_pattern(
    r"\s*+\[?\s*+(?:require(?:\.resolve)?\(\s*+)?(['\"`])(?:@docusaurus/)?(?:preset-)?classic\1\s*\)?"
)
_PLUGIN: Final = late_pattern(
    r"\[\s{0,99}(?:require(?:\.resolve)?\(\s{0,9})?"
    r"['\"`][\w@./-]{0,99}content-(docs|blog|pages)['\"`]\s{0,9}\)?"
)
_OPTIONS: Final = late_pattern(r"\s*,(?!\s*\])")
_END: Final = late_pattern(r"[\s,]*(?:\]|\Z)")
_MOST_PLUGINS: Final = 50
_MOST_OF_PLUGIN: Final = 4_000
"""Characters; the options of more are not read, nor what is published with them."""
_LISTS: Final = frozenset(["tags", "archive", "authors", "category", "page"])


@dataclass(frozen=True, slots=True)
class _Plugin:
    """The files of a folder, and below which address they are published."""

    kind: str
    """"docs", "blog" or "pages"."""
    folder: str
    route: str | None
    """None where a program says so."""
    excluded: tuple[str, ...] | None = ()
    """Patterns of files that are no pages; None where a program says which."""


@dataclass(frozen=True, slots=True)
class Docusaurus:
    """What the configuration of a site says of its addresses."""

    files: SiteFiles
    program: str
    """The configuration without its comments."""
    origin: str
    base: str
    plugins: tuple[_Plugin, ...]
    versions: tuple[str, ...]
    """The newest first; empty where there are none."""
    numbers: bool
    """Whether it is known how numbers are taken off names."""
    knows_versions: bool
    lists: frozenset[str]
    static: tuple[Mount, ...] = (Mount("static"),)
    has_more_static: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The folders of all plugins."""
        folders = tuple(one.folder for one in self.plugins)
        return (*folders, "versioned_docs") if self.versions else folders

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        if any(part.startswith("_") for part in path.split("/")):
            return None
        versioned = _VERSIONED.fullmatch(path) if self.versions else None
        for plugin in self.plugins:
            if versioned and plugin.folder == "docs":
                return self._versioned(plugin, versioned[1], versioned[2], post)
            if path.startswith(f"{plugin.folder}/"):
                inner = path[len(plugin.folder) + 1 :]
                if plugin.kind == "docs" and plugin.folder == "docs" and self.versions:
                    return self._versioned(plugin, "next", inner, post)
                return self._below(plugin, plugin.route, inner, post)
        return None

    def _versioned(self, plugin: _Plugin, version: str, inner: str, post: RouteFacts) -> Published:
        if not self.knows_versions or plugin.route is None:
            return Published()
        is_newest = version == self.versions[0]
        route = plugin.route if is_newest else f"{plugin.route}/{version}"
        return self._below(plugin, route, inner, post)

    def _below(self, plugin: _Plugin, route: str | None, inner: str, post: RouteFacts) -> Published:
        if route is None or post.url:
            return Published()
        slugs = {"docs": self._of_doc, "blog": _of_blog, "pages": _of_page}[plugin.kind](
            inner, post
        )
        addresses = tuple(joined(self.base, route, one) for one in slugs)
        is_certain = plugin.excluded is not None and not may_match(plugin.excluded, inner)
        return Published(addresses, is_certain=is_certain)

    def made(self) -> Made:
        """Lists of categories, redirects and pages of plugins."""
        from postlint.generators.docusaurus_made import read_made

        return read_made(self)

    def _of_doc(self, inner: str, post: RouteFacts) -> Iterator[str]:
        folder, stem = stem_of(inner)
        strips = not post.keeps_numbers
        if strips and not self.numbers and any(map(_NUMBER.match, inner.split("/"))):
            return
        if strips:
            folder = "/".join(map(_without_number, folder.split("/")))
        base = post.id or (_without_number(stem) if strips else stem)
        if post.slug:
            yield post.slug if post.slug.startswith("/") else joined(folder, post.slug)
            return
        parent = inner.split("/")[-2].lower() if "/" in inner else ""
        is_index = stem.lower() in ("index", "readme") or (parent and stem.lower() == parent)
        yield f"{folder}/" if is_index else f"{folder}/{base}"


def _without_number(name: str) -> str:
    return name if _NO_NUMBER.match(name) else _NUMBER.sub("", name, count=1)


def _of_blog(inner: str, post: RouteFacts) -> Iterator[str]:
    if post.slug:
        yield post.slug
        return
    dated = _DATED.fullmatch(inner)
    if dated:
        yield f"{dated[2].replace('-', '/')}/{dated[1]}{dated[3]}"
    if not dated or dated[1]:  # early versions take no date from below a folder
        folder, stem = stem_of(inner)
        yield folder if stem == "index" else f"{folder}/{stem}" if folder else stem


def _of_page(inner: str, post: RouteFacts) -> Iterator[str]:
    folder, stem = stem_of(inner)
    yield post.slug or (f"{folder}/" if stem == "index" else f"{folder}/{stem}")


def read_docusaurus(files: SiteFiles) -> Docusaurus | None:
    """The addresses of a site; None where its configuration tells too little."""
    texts = (files.text(f"docusaurus.config.{ending}") for ending in _SCRIPTS)
    text = next((one for one in texts if one is not None), None)
    if text is None:
        return None
    program = without_comments(text)
    base = own_text(program, "baseUrl")
    if not base:
        return None
    versions = files.data("versions.json")
    names = (
        tuple(one for one in versions if isinstance(one, str)) if isinstance(versions, list) else ()
    )
    locales = re.search(r"\blocales\s{0,9}:\s{0,9}\[([^\]]{0,2000})\]", program)
    own_lists = re.findall(r"['\"`]([\w-]+)['\"`]", locales[1]) if locales else []
    static = list_under(program, "staticDirectories")
    return Docusaurus(
        files=files,
        program=program,
        origin=(own_text(program, "url") or "").rstrip("/"),
        base=joined("/", base, "/"),
        plugins=tuple(_plugins(program)),
        versions=names,
        numbers="numberPrefixParser" not in program,
        knows_versions=not re.search(
            r"\b(?:lastVersion|versions|includeCurrentVersion)\b", program
        ),
        lists=_LISTS | {one.lower() for one in own_lists},
        static=tuple(Mount(plain_path(one)) for one in static or ["static"]),
        has_more_static=static is None,
    )


_USUAL: Final[Mapping[str, tuple[str, str]]] = {
    "docs": ("docs", "docs"),
    "blog": ("blog", "blog"),
    "pages": ("src/pages", ""),
}


def _plugins(program: str) -> Iterator[_Plugin]:
    """What further plugins and the preset publish."""
    for found in islice(_PLUGIN.finditer(program), _MOST_PLUGINS):
        most = found.end() + _MOST_OF_PLUGIN
        yield _plugin(found[1], _options(program[:most], found.end()))
    preset = _preset(program)
    for kind in _USUAL:
        value = preset.get(kind, preset.get("", "{}")) if preset is not None else ""
        if value != "false":
            yield _plugin(kind, object_at(value))


def _preset(program: str) -> dict[str, str] | None:
    """The options of the classic preset; None where a program says them, or which preset it is."""
    lists = islice(_PRESETS.finditer(program), _MOST_PLUGINS)
    items = (item for found in lists for item in items_of(block_after(program, found.end())))
    named = [(item, found.end()) for item in items if (found := _CLASSIC.match(item))]
    return _options(*named[0]) if len(named) == 1 else None


def _options(program: str, at: int) -> dict[str, str] | None:
    """The options that follow the name of a plugin, which ends at a place."""
    found = _OPTIONS.match(program, at)
    return object_at(program, found.end()) if found else {} if _END.match(program, at) else None


def _plugin(kind: str, options: dict[str, str] | None) -> _Plugin:
    """What is published with some options; None are those of a program."""
    folder, route = _USUAL[kind]
    options = {"": ""} if options is None else options
    path = text_in(options, "path")
    own = text_in(options, "routeBasePath") if {"", "routeBasePath"} & options.keys() else route
    if path is None:
        return _Plugin(kind, folder, None)
    listed = None if "include" in options else list_in(options, "exclude")
    excluded = None if listed is None else tuple(listed)
    return _Plugin(kind, plain_path(path or folder), own, excluded)
