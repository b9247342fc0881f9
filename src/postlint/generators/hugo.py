"""The addresses of a Hugo site.

After https://gohugo.io/content-management/urls/, https://gohugo.io/configuration/permalinks/,
https://gohugo.io/configuration/ugly-urls/, https://gohugo.io/configuration/languages/ and
https://gohugo.io/content-management/page-bundles/. The configuration is read in `hugo_config`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Final

from postlint.content.data.tree import Json
from postlint.content.route_facts import RouteFacts, route_facts
from postlint.generators.address import (
    LONGEST_PATTERN,
    Made,
    Mount,
    Published,
    below,
    days_of,
    filled,
    joined,
    origin_and_base,
    stem_of,
)
from postlint.generators.hugo_config import (
    HugoMount,
    Themes,
    lowered,
    mounts_of,
    read_config,
    themes_of,
)
from postlint.generators.site_config import mapping, text_of, texts_of
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

_INDEX: Final = late_pattern(
    r"index(?:\.[\w-]+)?\.(?:md|markdown|mdown|html?|adoc|asciidoc|ad|org|rst|pandoc|pdc)"
)
_IGNORED: Final = late_pattern(r"(?:[\w/ ~@,-]|\\[./_~-])+\$?")
"""A pattern that is nothing but a text, perhaps at the end."""
_TAXONOMIES: Final[Mapping[str, Json]] = {"tag": "tags", "category": "categories"}
_TOKEN: Final = late_pattern(r":(\w+(?:\[[^\]]*\])?)")
_KEPT: Final = frozenset("./\\_#+~-@")
_PLAIN: Final = late_pattern(r"[\w./ -]*\Z", re.ASCII)
_CLEAN: Final = late_pattern(r"[\w./\\#+~@-]*\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Language:
    """One language of a site."""

    name: str
    prefix: str
    """What its addresses begin with: "" or "de"."""
    folders: tuple[Mount, ...]
    """Where its posts stand. Files of the first hide those of the same path in the others."""


@dataclass(frozen=True, slots=True)
class Hugo:
    """What the configuration of a site says of its addresses."""

    files: SiteFiles
    sources: tuple[str, ...]
    """The folders of all languages."""
    origin: str
    base: str
    static: tuple[Mount, ...]
    has_more_static: bool
    has_more_pages: bool
    """Whether a theme that is not here may have pages."""
    ignored: tuple[str, ...]
    """How the paths of files end, or with "$" taken off what stands in them, that are no pages."""
    lists: frozenset[str]
    languages: tuple[_Language, ...]
    permalinks: Mapping[str, str] | None
    """By section, those of pages; None where they are of a kind that is not understood."""
    section_permalinks: frozenset[str]
    """The sections whose own addresses are made from a pattern."""
    ugly: frozenset[str] | bool
    lowers: bool
    without_accents: bool
    knows_dates: bool
    """Whether the date of a post is that under `date`."""
    _by_suffix: Mapping[str, _Language] = field(default_factory=dict)
    _bundles: dict[str, bool] = field(default_factory=dict)
    """Whether a folder is that of one page, by its path."""

    def made(self) -> Made:
        """Everything, where nobody knows what a theme has."""
        return Made(beginnings=(self.base,)) if self.has_more_pages else Made()

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        language, inner, is_first = self._language(path)
        if language is None or post.is_hidden or self._is_ignored(path):
            return None
        if any(part.startswith(".") for part in inner.split("/")) or self._is_resource(path):
            return None
        # https://gohugo.io/content-management/urls/#leading-slashes
        prefix = "" if post.url.startswith("/") else language.prefix
        addresses = (joined(self.base, prefix, one) for one in self._addresses(inner, post))
        folder = self._folder(inner)
        aliases = (
            joined(self.base, language.prefix, "" if one.startswith("/") else folder, one)
            for one in post.aliases
        )
        return Published(tuple(addresses), tuple(aliases), is_first)

    def _is_ignored(self, path: str) -> bool:
        whole = f"/{path}"
        return any(
            whole.endswith(one[:-1]) if one.endswith("$") else one in whole for one in self.ignored
        )

    def _is_resource(self, path: str) -> bool:
        """Whether a file belongs to the page of a folder that it stands in."""
        folder, name = path.rpartition("/")[::2]
        is_index = _INDEX.fullmatch(name) is not None
        while folder not in self.sources and folder:
            if not is_index and self._is_bundle(folder):
                return True
            folder, is_index = folder.rpartition("/")[0], False
        return False

    def _is_bundle(self, folder: str) -> bool:
        if folder not in self._bundles:
            names = self.files.names(folder)
            self._bundles[folder] = any(map(_INDEX.fullmatch, names))
        return self._bundles[folder]

    def _language(self, path: str) -> tuple[_Language | None, str, bool]:
        """The language of a post, its path below the folder of that, without its suffix, and
        whether nothing can hide it."""
        for language in self.languages:
            for mount in language.folders:
                rest = next(below(path, (mount.folder,)), None)
                if rest is None:
                    continue
                inner = f"{mount.at}/{rest}" if mount.at else rest
                is_first = mount is language.folders[0]
                stem, _, ending = inner.rpartition(".")
                suffix = stem.rpartition(".")[2].lower() if "." in stem else ""
                own = self._by_suffix.get(suffix)
                if own:
                    return own, f"{stem.rpartition('.')[0]}.{ending}", is_first
                return language, inner, is_first
        return None, path, False

    def _folder(self, inner: str) -> str:
        """The folder that aliases are relative to."""
        folder, stem = stem_of(inner)
        if stem == "index":
            folder = folder.rpartition("/")[0]
        return self._cased(folder)

    def _addresses(self, inner: str, post: RouteFacts) -> Iterator[str]:
        """What follows the language in the address of a post."""
        if post.url:
            if ":" not in post.url and "\\" not in post.url:
                is_file = "." in post.url.rpartition("/")[2]
                yield post.url if is_file or post.url.endswith("/") else f"{post.url}/"
            return
        folder, stem = stem_of(inner)
        section = inner.partition("/")[0].lower() if "/" in inner else ""
        if stem == "_index":
            if not section or section not in self.section_permalinks:
                yield from (f"{one}/" for one in self._sanitized(folder))
            return
        if stem == "index":
            if not folder:
                yield ""
                return
            folder, _, stem = folder.rpartition("/")
        # Versions differ in what a section with a space is called, and a folder at the top that is
        # one page.
        sections = {section, section.replace(" ", "-"), section if folder else ""}
        patterns = (
            {self.permalinks.get(one) for one in sections} if self.permalinks is not None else ()
        )
        if len(patterns) != 1:
            return
        pattern = patterns.pop()
        if pattern is not None:
            yield from self._from_pattern(pattern, folder, stem, post)
            return
        is_ugly = self.ugly if isinstance(self.ugly, bool) else section in self.ugly
        last = post.slug or stem
        for one in self._sanitized(f"{folder}/{last}" if folder else last):
            yield f"{one}.html" if is_ugly else f"{one}/"

    def _from_pattern(
        self, pattern: str, folder: str, stem: str, post: RouteFacts
    ) -> Iterator[str]:
        if len(pattern) > LONGEST_PATTERN or "\\" in pattern:
            return
        tokens = _TOKEN.findall(pattern)
        if any("[" in token for token in tokens):
            return
        needs_date = any(token in _OF_DAYS for token in tokens)
        days = days_of(post.date) if needs_date and self.knows_dates else ()
        if needs_date and not days:
            return
        for day in days or (None,):
            value_of = partial(self._value, folder=folder, stem=stem, post=post, day=day)
            made = filled(pattern, _TOKEN, value_of)
            if made is None:
                return
            for one in self._sanitized(made):
                is_file = "." in one.rpartition("/")[2] and not made.endswith("/")
                yield one if is_file else f"{one}/"

    def _value(
        self, name: str, folder: str, stem: str, post: RouteFacts, day: date | None
    ) -> str | None:
        """What stands for a token of a pattern; None for one that is not known here."""
        if day and name in _OF_DAYS:
            return _OF_DAYS[name](day)
        if name == "section":
            return folder.partition("/")[0]
        if name == "sections":
            return folder
        if name in ("filename", "contentbasename"):
            return stem
        if name in ("slugorfilename", "slugorcontentbasename"):
            return post.slug or stem
        text = post.slug or post.title if name == "slug" else post.title
        is_text = name in ("slug", "title") and text
        return sanitized(text).replace("/", "-") if is_text else None

    def _cased(self, path: str) -> str:
        return path.lower() if self.lowers else path

    def _sanitized(self, path: str) -> Iterator[str]:
        """A path as it stands in an address; with other signs than letters, versions differ."""
        path = self._cased(path.strip("/"))
        if self.without_accents:
            path = _without_accents(path)
        yield sanitized(path)
        if not _PLAIN.match(path):
            yield path.replace(" ", "-")


def _without_accents(path: str) -> str:
    """Letters as they are without what Unicode can take off them."""
    parts = unicodedata.normalize("NFD", path)
    kept = (char for char in parts if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", "".join(kept))


def sanitized(path: str) -> str:
    """What Hugo makes of a path or a title: letters, digits and few signs, spaces as "-"."""
    if _CLEAN.match(path):
        return path
    made: list[str] = []
    is_due = was_hyphen = False
    for char in path:
        if char.isalnum() or char in _KEPT or (not char.isascii() and char.isprintable()):
            was_hyphen = char == "-"
            if is_due and not was_hyphen:
                made.append("-")
            is_due = False
            made.append(char)
        elif made and not was_hyphen and char.isspace():
            is_due = True
    return "".join(made)


_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_OF_DAYS: Final[Mapping[str, Callable[[date], str]]] = {
    "year": lambda day: f"{day.year:04}",
    "month": lambda day: f"{day.month:02}",
    "day": lambda day: f"{day.day:02}",
    "monthname": lambda day: _MONTHS[day.month - 1],
    "yearday": lambda day: str(day.timetuple().tm_yday),
    "weekday": lambda day: str(day.isoweekday() % 7),
}


def read_hugo(files: SiteFiles) -> Hugo | None:
    """The addresses of a site; None where its configuration cannot be read."""
    config = read_config(files)
    ignored = texts_of(config, "ignorefiles") if config else ()
    if config is None or not all(map(_IGNORED.fullmatch, ignored)):
        return None
    if route_facts({"cascade": config.get("cascade")}).cascades:
        return None
    mounts = mounts_of(config)
    themes = themes_of(config, files)
    if mounts is None:
        return None
    origin, base = origin_and_base(text_of(config, "baseurl"))
    languages = _languages(config, mounts, themes)
    permalinks, sections = _permalinks(config.get("permalinks"))
    ugly = config.get("uglyurls")
    taxonomies = mapping(config, "taxonomies") if "taxonomies" in config else _TAXONOMIES
    date_keys = texts_of(mapping(config, "frontmatter"), "date") or ("date",)
    return Hugo(
        files=files,
        sources=tuple(dict.fromkeys(one.folder for each in languages for one in each.folders)),
        origin=origin,
        base=base,
        static=_static(config, mounts, themes),
        has_more_static=not themes.are_known,
        has_more_pages=not themes.are_known,
        ignored=tuple(one.replace("\\", "") for one in ignored),
        lists=frozenset(str(one).lower() for one in taxonomies.values()),
        languages=languages,
        permalinks=permalinks,
        section_permalinks=sections,
        ugly=frozenset(key.lower() for key, value in ugly.items() if value)
        if isinstance(ugly, dict)
        else ugly is True,
        lowers=config.get("disablepathtolower") is not True,
        without_accents=config.get("removepathaccents") is True,
        knows_dates=date_keys[0].lower() in ("date", ":default"),
        _by_suffix={one.name: one for one in languages} if len(languages) > 1 else {},
    )


def _languages(
    config: dict[str, Json], mounts: tuple[HugoMount, ...], themes: Themes
) -> tuple[_Language, ...]:
    default = text_of(config, "defaultcontentlanguage") or "en"
    in_folder = config.get("defaultcontentlanguageinsubdir") is True
    written = {name: mapping(one) for name, one in mapping(config, "languages").items()}
    languages = []
    for name, one in (written if len(written) > 1 else {default: {}}).items():
        own = one or next(iter(written.values()), {})
        folder = text_of(lowered(own), "contentdir") or text_of(config, "contentdir")
        mounted = tuple(
            mount.as_mount
            for mount in mounts
            if mount.component == "content"
            and (len(written) < 2 or mount.language in (name.lower(), ""))
        )
        is_named = text_of(lowered(own), "contentdir") or not mounted
        folders = (Mount((folder or "content").strip("/")),) if is_named else mounted
        prefix = "" if name.lower() == default.lower() and not in_folder else name
        from_themes = tuple(Mount(f"{theme}/content") for theme in themes.folders)
        languages.append(_Language(name.lower(), prefix, (*folders, *from_themes)))
    # A folder that several share is that of the default language.
    return tuple(sorted(languages, key=lambda one: one.name != default.lower()))


def _static(
    config: dict[str, Json], mounts: tuple[HugoMount, ...], themes: Themes
) -> tuple[Mount, ...]:
    named = [
        Mount(one.strip("/"))
        for key in config
        if key.startswith("staticdir")
        for one in texts_of(config, key)
    ]
    named += [mount.as_mount for mount in mounts if mount.component == "static"]
    return (*(named or [Mount("static")]), *(Mount(f"{one}/static") for one in themes.folders))


def _permalinks(written: Json) -> tuple[Mapping[str, str] | None, frozenset[str]]:
    """The patterns of pages by section, and the sections that have one of their own."""
    if written is None:
        return {}, frozenset()
    if not isinstance(written, dict):
        return None, frozenset()
    kinds = lowered(written)
    every = {*_by_section(written), *_by_section(kinds.get("page"))}
    pages = dict(every)
    # Which of two patterns for one section counts is left to chance.
    is_clear = len(pages) == len(every)
    return pages if is_clear else None, frozenset(dict(_by_section(kinds.get("section"))))


def _by_section(written: Json) -> Iterator[tuple[str, str]]:
    """The patterns by section, whose name may stand there in capitals and with slashes."""
    for key, value in mapping(written).items():
        if isinstance(value, str):
            yield key.strip(" /").lower(), value
