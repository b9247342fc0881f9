"""The addresses of a Zola site.

After https://www.getzola.org/documentation/content/page/ and
https://www.getzola.org/documentation/content/section/.
"""

from dataclasses import dataclass
from typing import Final

from postlint.content.route_facts import RouteFacts
from postlint.generators.address import (
    Made,
    Mount,
    Published,
    below,
    joined,
    may_match,
    origin_and_base,
    stem_of,
)
from postlint.generators.site_config import mapping, text_of, texts_of
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

_DATED: Final = late_pattern(r"\d{4}-\d\d-\d\d(?:T[^_-]*)?[_-](?=.)")
_NO_WORD: Final = late_pattern(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Zola:
    """What the configuration of a site says of its addresses."""

    origin: str
    base: str
    lists: frozenset[str]
    slugifies: bool
    keeps_dates: bool
    """Whether the day that a file is named for is a part of its address."""
    languages: frozenset[str]
    ignored: tuple[str, ...] = ()
    """Patterns of files that may be no pages."""
    has_more_static: bool = False
    sources: tuple[str, ...] = ("content",)
    static: tuple[Mount, ...] = (Mount("static"), Mount("content"))

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        inner = next(below(path, self.sources), None)
        if inner is None or not post.has_front_matter or post.renders_nothing:
            return None
        folder, stem = stem_of(inner)
        prefix = ""
        if stem.rpartition(".")[2] in self.languages and "." in stem:
            stem, _, prefix = stem.rpartition(".")
        aliases = tuple(joined(self.base, one, "/") for one in post.aliases)
        address = self._address(folder, stem, post)
        addresses = () if address is None else (joined(self.base, prefix, address, "/"),)
        return Published(addresses, aliases, not may_match(self.ignored, inner))

    def made(self) -> Made:
        """Nothing besides posts."""
        return Made()

    def _address(self, folder: str, stem: str, post: RouteFacts) -> str | None:
        if post.path:
            return post.path
        if stem == "_index":
            return self._in_address(folder)
        if stem == "index":
            folder, _, stem = folder.rpartition("/")
        undated = stem if self.keeps_dates else _DATED.sub("", stem, count=1)
        last = post.slug or undated
        named, above = self._in_address(last), self._in_address(folder)
        return None if named is None or above is None else f"{above}/{named}"

    def _in_address(self, path: str) -> str | None:
        """A path as it stands in addresses; None where letters would have to be rewritten."""
        if not path.isascii():
            return None
        if not self.slugifies:
            return path
        parts = (_NO_WORD.sub("-", part.lower()).strip("-") for part in path.split("/"))
        return "/".join(parts)


def read_zola(files: SiteFiles) -> Zola | None:
    """The addresses of a site; None where its configuration cannot be read."""
    names = ("zola.toml", "config.toml")
    config = next((data for name in names if isinstance(data := files.data(name), dict)), None)
    if config is None:
        return None
    origin, base = origin_and_base(text_of(config, "base_url"))
    taxonomies = config.get("taxonomies")
    lists = (text_of(one, "name") for one in (taxonomies if isinstance(taxonomies, list) else ()))
    theme = f"themes/{text_of(config, 'theme')}" if text_of(config, "theme") else ""
    slugify = mapping(config, "slugify")
    return Zola(
        origin=origin,
        base=base,
        lists=frozenset(name.lower() for name in lists),
        slugifies=slugify.get("paths", "on") == "on",
        keeps_dates=slugify.get("paths_keep_dates") is True,
        languages=frozenset(mapping(config, "languages")),
        ignored=texts_of(config, "ignored_content"),
        static=tuple(map(Mount, ("static", "content", *([f"{theme}/static"] if theme else [])))),
        has_more_static=bool(theme) and not files.has_folder(theme),
    )
