"""The addresses of an Astro site: those of its pages, as content collections are laid out by
programs.

After https://docs.astro.build/en/basics/astro-pages/ and
https://docs.astro.build/en/reference/configuration-reference/.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from postlint.content.route_facts import RouteFacts
from postlint.generators.address import Published, joined, stem_of
from postlint.generators.site_config import own_text, read_text, without_comments

_SCRIPTS: Final = ("mjs", "js", "ts", "mts", "cjs", "cts")


@dataclass(frozen=True, slots=True)
class Astro:
    """What the configuration of a site says of its addresses."""

    origin: str
    base: str
    lists: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ("src/pages", "src/content")
    static: tuple[str, ...] = ("public",)

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        if not path.startswith("src/pages/"):
            return Published() if path.startswith("src/") else None
        inner = path.removeprefix("src/pages/")
        if any(part.startswith("_") for part in inner.split("/")) or post.is_draft:
            return None
        folder, stem = stem_of(inner)
        if "[" in inner:
            return Published()
        made = folder if stem == "index" else f"{folder}/{stem}"
        return Published((joined(self.base, made, "/"),))


def read_astro(site: Path) -> Astro | None:
    """The addresses of the site in a folder; None where its configuration tells too little."""
    texts = (read_text(site / f"astro.config.{ending}") for ending in _SCRIPTS)
    text = next((one for one in texts if one is not None), None)
    program = without_comments(text) if text is not None else ""
    base = own_text(program, "base")
    if text is None or base is None or "srcDir" in program:
        return None
    origin = (own_text(program, "site") or "").rstrip("/")
    return Astro(origin, joined("/", base, "/") if base.strip("/") else "/")
