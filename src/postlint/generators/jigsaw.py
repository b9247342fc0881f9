"""The addresses of a Jigsaw site, whose configuration is a program that is only looked at.

After https://jigsaw.tighten.com/docs/collections-path/ and
https://jigsaw.tighten.com/docs/building-and-previewing/.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

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
    origin_and_base,
    stem_of,
)
from postlint.generators.site_config import (
    block_after,
    own_text,
    shallow,
    without_comments,
)
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

_FIELD: Final = late_pattern(r"\{([^{}]*)\}")
_COLLECTION: Final = late_pattern(r"['\"]([\w-]+)['\"]\s*=>\s*(?=\[)")
_NOT_SLUG: Final = late_pattern(r"[^\w\s.-]+|_")
_BLANKS: Final = late_pattern(r"[\s-]+")
_MOST_COLLECTIONS: Final = 50
_MOST_OF_COLLECTION: Final = 20_000
"""Characters."""
_DATES: Final = {"Y": "{0.year:04}", "m": "{0.month:02}", "d": "{0.day:02}"}


@dataclass(frozen=True, slots=True)
class Jigsaw:
    """What the configuration of a site says of its addresses."""

    origin: str
    base: str
    collections: Mapping[str, str | None]
    """The paths of the collections; "" for the usual one, None where a program says so."""
    is_pretty: bool
    lists: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ("source",)
    static: tuple[Mount, ...] = (Mount("source"),)
    has_more_static: bool = False

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        inner = next(below(path, self.sources), None)
        if inner is None:
            return None
        if not inner.startswith("_"):
            folder, stem = stem_of(inner)
            if "." in stem:  # it may be made by another program first, as page.blade.md
                stem = stem.removesuffix(".blade")
            made = folder if stem == "index" else f"{folder}/{stem}"
            return Published((self._ended(made),)) if post.has_front_matter else None
        name, _, rest = inner[1:].partition("/")
        if name not in self.collections or not rest or "/_" in f"/{rest}":
            return None
        return Published(tuple(self._of_item(name, rest, post)))

    def made(self) -> Made:
        """Nothing besides posts."""
        return Made()

    def _of_item(self, collection: str, inner: str, post: RouteFacts) -> Iterator[str]:
        pattern = self.collections[collection]
        stem = stem_of(inner)[1].removesuffix(".blade")
        if pattern is None or len(pattern) > LONGEST_PATTERN or not inner.isascii():
            return
        if not pattern:
            yield self._ended(f"{_slug(collection)}/{_slug(stem)}")
            return
        if "{" not in pattern:
            yield self._ended(f"{pattern}/{_slug(stem)}")
            return
        values = {"collection": collection, "filename": stem, "title": post.title}
        values["slug"] = post.slug
        for day in days_of(post.date) or (None,):
            made = filled(pattern, _FIELD, partial(_value, values=values, day=day))
            if made is None:
                return
            yield self._ended(made)

    def _ended(self, path: str) -> str:
        """An address with the end that pages have."""
        if self.is_pretty or not path.strip("/"):
            return joined(self.base, path, "/")
        return joined(self.base, f"{path}.html")


def _value(written: str, values: Mapping[str, str], day: date | None) -> str | None:
    """What stands for a field of a path; None where that is not known here."""
    name, _, form = written.partition("|")
    key = name.lstrip("-_")
    value = values.get(key)
    if form:
        is_known = day and key == "date" and all(sign in "Ymd-/" for sign in form)
        value = "".join(_DATES.get(sign, sign) for sign in form).format(day) if is_known else None
    if not value or not value.isascii():
        return None
    return _slug(value) if key != name else value


def _slug(text: str) -> str:
    return _BLANKS.sub("-", _NOT_SLUG.sub("", text.replace("_", "-").lower())).strip("-")


def read_jigsaw(files: SiteFiles) -> Jigsaw | None:
    """The addresses of a site; None where its configuration tells too little."""
    text = files.text("config.php")
    if text is None:
        return None
    program = without_comments(text)
    address = own_text(files.text("config.production.php") or program, "baseUrl", "=>")
    origin, base = origin_and_base(address or "")
    pretty = re.search(r"['\"]pretty['\"]\s{0,9}=>\s{0,9}false", program)
    return Jigsaw(origin, base, dict(_collections(program)), is_pretty=pretty is None)


def _collections(program: str) -> Iterator[tuple[str, str | None]]:
    """The collections and their paths."""
    start = re.search(r"['\"]collections['\"]\s{0,9}=>", program)
    block = block_after(program, start.end()) if start else ""
    at = 0
    for _ in range(_MOST_COLLECTIONS):
        found = _COLLECTION.search(block, at)
        if found is None:
            return
        own = block_after(block, found.end(), _MOST_OF_COLLECTION)
        yield found[1], own_text(shallow(own), "path", "=>")
        at = found.end() + len(own)
