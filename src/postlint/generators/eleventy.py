"""The addresses of an Eleventy site, whose configuration is a program that is only looked at.

After https://www.11ty.dev/docs/permalinks/ and https://www.11ty.dev/docs/config/#input-directory.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from postlint.content.route_facts import RouteFacts
from postlint.generators.address import Published, below, joined, stem_of
from postlint.generators.site_config import own_text, read_text, without_comments
from postlint.model.late_pattern import late_pattern

_CONFIGS: Final = (
    *(f"eleventy.config.{ending}" for ending in ("js", "mjs", "cjs")),
    *(".eleventy.js", ".eleventy.cjs", ".eleventy.mjs"),
)
_DATA: Final = (".json", ".11tydata.json", ".11tydata.js", ".11tydata.cjs", ".11tydata.mjs")
_DATED: Final = late_pattern(r"\d{4}-\d{2}-\d{2}-(?=.)")


@dataclass(frozen=True, slots=True)
class Eleventy:
    """What the configuration of a site says of its addresses."""

    site: Path
    base: str
    source: str
    is_open: bool
    """Whether a program may give permalinks."""
    origin: str = ""
    lists: frozenset[str] = frozenset()

    @property
    def sources(self) -> tuple[str, ...]:
        """The folder that the site is made of."""
        return (self.source,)

    @property
    def static(self) -> tuple[str, ...]:
        """Which files are copied, only the program knows; they mostly lie where they belong."""
        return (self.source, "public", "static", "")

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        inner = next(below(path, self.sources), None)
        if inner is None or post.is_hidden:
            return None
        if any(part[0] == "_" or part == "node_modules" for part in inner.split("/") if part):
            return None
        if post.permalink:
            is_plain = not any(sign in post.permalink for sign in "{}<>")
            return Published((joined(self.base, post.permalink),) if is_plain else ())
        if self.is_open or post.is_unclear or self._has_data_files(inner):
            return Published()
        folder, stem = stem_of(inner)
        stem = _DATED.sub("", stem, count=1)
        last = folder.rpartition("/")[2]
        is_index = stem == "index" or (stem == last and last)
        address = joined(self.base, folder if is_index else f"{folder}/{stem}", "/")
        return Published((address,))

    def _has_data_files(self, inner: str) -> bool:
        """Whether files beside a post, or above it, may give it a permalink."""
        folder = self.site / self.source
        for part in ["", *inner.split("/")[:-1]]:
            folder = folder / part if part else folder
            if _may_give_permalinks(folder, part or folder.name):
                return True
        stem = folder / stem_of(inner)[1]
        return any(_gives(stem.with_name(f"{stem.name}{ending}")) for ending in _DATA)


def _may_give_permalinks(folder: Path, name: str) -> bool:
    return any(_gives(folder / f"{name}{ending}") for ending in _DATA)


def _gives(file: Path) -> bool:
    text = read_text(file)
    return text is not None and "permalink" in text


def read_eleventy(site: Path) -> Eleventy | None:
    """The addresses of the site in a folder; None where its configuration cannot be read."""
    text = next((one for name in _CONFIGS if (one := read_text(site / name)) is not None), None)
    if text is None:
        return None
    program = without_comments(text)
    source = own_text(program, "input")
    prefix = own_text(program, "pathPrefix")
    if source is None or prefix is None or "setInputDirectory" in program:
        return None
    computed = site / source.strip("./") / "_data" / "eleventyComputed.js"
    return Eleventy(
        site=site,
        base=joined("/", prefix, "/") if prefix.strip("/") else "/",
        source=source.strip("./"),
        is_open="permalink" in program.lower() or computed.exists(),
    )
