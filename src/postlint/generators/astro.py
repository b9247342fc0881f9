"""The addresses of an Astro site: those of its pages, as content collections are laid out by
programs.

After https://docs.astro.build/en/basics/astro-pages/,
https://docs.astro.build/en/guides/routing/ and
https://docs.astro.build/en/reference/configuration-reference/.
"""

import re
from dataclasses import dataclass
from typing import Final

from postlint.content.route_facts import RouteFacts
from postlint.generators.address import Made, Mount, Published, joined, stem_of
from postlint.generators.site_config import (
    block_after,
    items_of,
    own_text,
    without_comments,
)
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

_SCRIPTS: Final = ("mjs", "js", "ts", "mts", "cjs", "cts")
_PAGES: Final = "src/pages/"
_WITHOUT_PAGES: Final = late_pattern(
    r"\s*(?:mdx|sitemap|react|preact|svelte|vue|solid\w*|lit|alpine\w*|tailwind\w*|partytown|icon"
    r"|expressiveCode|astroExpressiveCode|compress|robotsTxt|pagefind|markdoc|db|unocss|UnoCSS)\("
)
"""Integrations of which it is known that they make no pages of their own."""
_MAKING_PAGES: Final = late_pattern(r"\binjectRoute\b|\bfallback\b|\.\.\.\s{0,9}integrations\b")
_REDIRECT: Final = late_pattern(r"\s*(?:'([^'\n]{1,300})'|\"([^\"\n]{1,300})\")\s*:", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Astro:
    """What the configuration of a site says of its addresses."""

    origin: str
    base: str
    redirects: Made
    lists: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ("src/pages", "src/content")
    static: tuple[Mount, ...] = (Mount("public"),)
    has_more_static: bool = False

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        if not path.startswith(_PAGES):
            return Published() if path.startswith("src/") else None
        inner = path.removeprefix(_PAGES)
        if any(part.startswith("_") for part in inner.split("/")) or post.is_draft:
            return None
        folder, stem = stem_of(inner)
        if "[" in inner:
            return Published(beginnings=(joined(self.base, inner.partition("[")[0]),))
        made = folder if stem == "index" else f"{folder}/{stem}"
        return Published((joined(self.base, made, "/"),))

    def made(self) -> Made:
        """The redirects of the configuration, and what integrations may add."""
        return self.redirects


def read_astro(files: SiteFiles) -> Astro | None:
    """The addresses of a site; None where its configuration tells too little."""
    texts = (files.text(f"astro.config.{ending}") for ending in _SCRIPTS)
    text = next((one for one in texts if one is not None), None)
    program = without_comments(text) if text is not None else ""
    base = own_text(program, "base")
    if text is None or base is None or re.search(r"\b(?:srcDir|publicDir|outDir)\b", program):
        return None
    origin = (own_text(program, "site") or "").rstrip("/")
    whole = joined("/", base, "/") if base.strip("/") else "/"
    return Astro(origin, whole, _made(program, whole))


def _made(program: str, base: str) -> Made:
    """What the configuration publishes besides pages."""
    everything = Made(beginnings=(base,))
    named = re.search(r"(?<![\w.])['\"]?integrations['\"]?\s{0,9}(:\s{0,9}\[)?", program)
    if named and not named[1]:
        return everything
    integrations = items_of(block_after(program, named.end() - 1)) if named else []
    if _MAKING_PAGES.search(program) or not all(map(_WITHOUT_PAGES.match, integrations)):
        return everything
    found = re.search(r"(?<![\w.])['\"]?redirects['\"]?\s{0,9}(:\s{0,9}\{)?", program)
    if found is None:
        return Made()
    items = items_of(block_after(program, found.end() - 1)) if found[1] else ["?"]
    sources = [source[1] or source[2] for item in items if (source := _REDIRECT.match(item))]
    if len(sources) < len(items):
        return everything
    return Made(
        tuple(joined(base, one) for one in sources if "[" not in one),
        tuple(joined(base, one.partition("[")[0]) for one in sources if "[" in one),
    )
