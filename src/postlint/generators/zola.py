"""The addresses of a Zola site.

After https://www.getzola.org/documentation/content/page/ and
https://www.getzola.org/documentation/content/section/.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from postlint.content.route_facts import RouteFacts
from postlint.generators.address import Published, below, joined, origin_and_base, stem_of
from postlint.generators.site_config import mapping, read_data, text_of
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
    languages: frozenset[str]
    sources: tuple[str, ...] = ("content",)
    static: tuple[str, ...] = ("static", "content")

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        inner = next(below(path, self.sources), None)
        if inner is None or not post.has_front_matter:
            return None
        folder, stem = stem_of(inner)
        prefix = ""
        if stem.rpartition(".")[2] in self.languages and "." in stem:
            stem, _, prefix = stem.rpartition(".")
        aliases = tuple(joined(self.base, one, "/") for one in post.aliases)
        address = self._address(folder, stem, post)
        addresses = () if address is None else (joined(self.base, prefix, address, "/"),)
        return Published(addresses, aliases)

    def _address(self, folder: str, stem: str, post: RouteFacts) -> str | None:
        if post.path:
            return post.path
        if stem == "_index":
            return self._in_address(folder)
        if stem == "index":
            folder, _, stem = folder.rpartition("/")
        last = post.slug or _DATED.sub("", stem, count=1)
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


def read_zola(site: Path) -> Zola | None:
    """The addresses of the site in a folder; None where its configuration cannot be read."""
    files = (site / name for name in ("zola.toml", "config.toml"))
    config = next((data for file in files if isinstance(data := read_data(file), dict)), None)
    if config is None:
        return None
    origin, base = origin_and_base(text_of(config, "base_url"))
    taxonomies = config.get("taxonomies")
    names = (text_of(one, "name") for one in (taxonomies if isinstance(taxonomies, list) else ()))
    slugs = mapping(config, "slugify").get("paths", "on")
    return Zola(
        origin=origin,
        base=base,
        lists=frozenset(name.lower() for name in names),
        slugifies=slugs == "on",
        languages=frozenset(mapping(config, "languages")),
    )
