"""The addresses of a Hugo site.

After https://gohugo.io/content-management/urls/, https://gohugo.io/configuration/permalinks/,
https://gohugo.io/configuration/ugly-urls/ and https://gohugo.io/configuration/languages/.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from postlint.content.data.tree import Json
from postlint.content.route_facts import RouteFacts, route_facts
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

_ENDINGS: Final = ("toml", "yaml", "yml", "json")
_PARTS: Final = ("languages", "permalinks", "module", "taxonomies", "frontmatter")
_TAXONOMIES: Final[Mapping[str, Json]] = {"tag": "tags", "category": "categories"}
_TOKEN: Final = late_pattern(r":\w+(?:\[[^\]]*\])?")
_KEPT: Final = frozenset("./\\_#+~-@")
_PLAIN: Final = late_pattern(r"[\w./ -]*\Z", re.ASCII)
_CLEAN: Final = late_pattern(r"[\w./\\#+~@-]*\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Language:
    """One language of a site."""

    name: str
    prefix: str
    """What its addresses begin with: "" or "de"."""
    folders: tuple[str, ...]
    """Where its posts stand, relative to the site."""


@dataclass(frozen=True, slots=True)
class Hugo:
    """What the configuration of a site says of its addresses."""

    origin: str
    base: str
    static: tuple[str, ...]
    lists: frozenset[str]
    languages: tuple[_Language, ...]
    permalinks: Mapping[str, str] | None
    """By section, those of pages; None where they are of a kind that is not understood."""
    section_permalinks: frozenset[str]
    """The sections whose own addresses are made from a pattern."""
    ugly: frozenset[str] | bool
    lowers: bool
    knows_dates: bool
    """Whether the date of a post is that under `date`."""
    _by_suffix: Mapping[str, _Language] = field(default_factory=dict)

    @property
    def sources(self) -> tuple[str, ...]:
        """The folders of all languages."""
        return tuple(dict.fromkeys(one for each in self.languages for one in each.folders))

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        language, inner = self._language(path)
        if language is None or post.is_hidden:
            return None
        if any(part.startswith(".") for part in inner.split("/")):
            return None
        addresses = tuple(
            joined(self.base, language.prefix, one) for one in self._addresses(inner, post)
        )
        folder = self._folder(inner)
        aliases = (
            joined(self.base, language.prefix, "" if one.startswith("/") else folder, one)
            for one in post.aliases
        )
        return Published(addresses, tuple(aliases))

    def _language(self, path: str) -> tuple[_Language | None, str]:
        """The language of a post, and its path below the folder of that, without its suffix."""
        for language in self.languages:
            inner = next(below(path, language.folders), None)
            if inner is None:
                continue
            stem, _, ending = inner.rpartition(".")
            own = self._by_suffix.get(stem.rpartition(".")[2]) if "." in stem else None
            if own:
                return own, f"{stem.rpartition('.')[0]}.{ending}"
            return language, inner
        return None, path

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
        section = inner.partition("/")[0] if "/" in inner else ""
        if stem == "_index":
            if section not in self.section_permalinks or folder.count("/"):
                yield from (f"{one}/" for one in self._sanitized(folder))
            return
        if stem == "index":
            if not folder:
                yield ""
                return
            folder, _, stem = folder.rpartition("/")
        if self.permalinks is None:
            return
        pattern = self.permalinks.get(section)
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
        tokens = _TOKEN.findall(pattern)
        if "\\" in pattern or any("[" in token for token in tokens):
            return
        needs_date = any(token[1:] in _OF_DAYS for token in tokens)
        days = days_of(post.date) if needs_date and self.knows_dates else ()
        if needs_date and not days:
            return
        for day in days or (None,):
            made = pattern
            for token in tokens:
                value = self._value(token[1:], folder, stem, post, day)
                if value is None:
                    return
                made = made.replace(token, value, 1)
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
        yield sanitized(path)
        if not _PLAIN.match(path):
            yield path.replace(" ", "-")


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


def read_hugo(site: Path) -> Hugo | None:
    """The addresses of the site in a folder; None where its configuration cannot be read."""
    config = _config(site)
    if config is None or route_facts({"cascade": config.get("cascade")}).cascades:
        return None
    origin, base = origin_and_base(text_of(config, "baseurl"))
    languages = _languages(config)
    permalinks, sections = _permalinks(config.get("permalinks"))
    ugly = config.get("uglyurls")
    taxonomies = mapping(config, "taxonomies") if "taxonomies" in config else _TAXONOMIES
    date_keys = texts_of(mapping(config, "frontmatter"), "date") or ("date",)
    return Hugo(
        origin=origin,
        base=base,
        static=_static(config),
        lists=frozenset(str(one).lower() for one in taxonomies.values()),
        languages=languages,
        permalinks=permalinks,
        section_permalinks=sections,
        ugly=frozenset(key for key, value in ugly.items() if value)
        if isinstance(ugly, dict)
        else ugly is True,
        lowers=config.get("disablepathtolower") is not True,
        knows_dates=date_keys[0].lower() in ("date", ":default"),
        _by_suffix={one.name: one for one in languages} if len(languages) > 1 else {},
    )


def _config(site: Path) -> dict[str, Json] | None:
    """The configuration with its keys in small letters; None where there is none to read."""
    for name in ("hugo", "config"):
        for ending in _ENDINGS:
            file = site / f"{name}.{ending}"
            data = read_data(file)
            if isinstance(data, dict):
                return _lowered(data)
            if file.exists():
                return None
    folder = site / "config" / "_default"
    merged: dict[str, Json] = {}
    for name in ("hugo", "config", *_PARTS):
        for ending in _ENDINGS:
            data = read_data(folder / f"{name}.{ending}")
            if isinstance(data, dict):
                merged |= _lowered(data if name in ("hugo", "config") else {name: data})
    return merged or None


def _lowered(data: dict[str, Json]) -> dict[str, Json]:
    return {key.lower(): value for key, value in data.items()}


def _languages(config: dict[str, Json]) -> tuple[_Language, ...]:
    default = text_of(config, "defaultcontentlanguage") or "en"
    in_folder = config.get("defaultcontentlanguageinsubdir") is True
    content = text_of(config, "contentdir").strip("/") or "content"
    written = {name: mapping(one) for name, one in mapping(config, "languages").items()}
    mounts = _mounts(config, "content")
    if len(written) < 2:
        folders = tuple(source for source, _ in mounts) or (content,)
        own = [text_of(_lowered(one), "contentdir") for one in written.values()]
        folders = tuple(one.strip("/") for one in own if one) or folders
        return (_Language(default, default if in_folder else "", folders),)
    languages = []
    for name, one in written.items():
        own_folder = text_of(_lowered(one), "contentdir").strip("/")
        mounted = tuple(source for source, lang in mounts if lang in (name, ""))
        prefix = "" if name == default and not in_folder else name
        folders = (own_folder,) if own_folder else mounted or (content,)
        languages.append(_Language(name.lower(), prefix, folders))
    # A folder that several share is that of the default language.
    return tuple(sorted(languages, key=lambda one: one.name != default.lower()))


def _mounts(config: dict[str, Json], target: str) -> list[tuple[str, str]]:
    """The folders that are mounted at one of Hugo's, with the language they are for."""
    mounts = mapping(config, "module").get("mounts")
    return [
        (text_of(one, "source").strip("/"), text_of(one, "lang").lower())
        for one in (mounts if isinstance(mounts, list) else ())
        if text_of(one, "target").strip("/") == target
    ]


def _static(config: dict[str, Json]) -> tuple[str, ...]:
    named = [one for key in config if key.startswith("staticdir") for one in texts_of(config, key)]
    named += [source for source, _ in _mounts(config, "static")]
    return tuple(one.strip("/") for one in named or ["static"])


def _permalinks(written: Json) -> tuple[Mapping[str, str] | None, frozenset[str]]:
    """The patterns of pages by section, and the sections that have one of their own."""
    if written is None:
        return {}, frozenset()
    if not isinstance(written, dict):
        return None, frozenset()
    every = {**written, **mapping(written, "page")}
    pages = {key: value for key, value in every.items() if isinstance(value, str)}
    return pages, frozenset(mapping(written, "section"))
