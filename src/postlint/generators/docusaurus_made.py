"""What a Docusaurus site publishes besides its posts: lists of categories, pages of plugins.

After https://docusaurus.io/docs/sidebar/items#generated-index-page and
https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-client-redirects.
"""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from postlint.generators.address import joined
from postlint.generators.docusaurus import Docusaurus
from postlint.generators.redirects import Redirects
from postlint.generators.site_config import (
    block_after,
    items_of,
    mapping,
    read_data,
    read_text,
    text_of,
    without_comments,
)
from postlint.model.late_pattern import late_pattern

_CATEGORIES: Final = ("_category_.json", "_category_.yml", "_category_.yaml")
_MOST_CATEGORIES: Final = 1_000
_MOST_SIDEBARS: Final = 20
_SLUG: Final = late_pattern(r"\bslug['\"]?\s{0,9}:\s{0,9}(?:['\"`]([^'\"`$\n]{1,300})['\"`])?")
_LITERAL: Final = late_pattern(r"['\"]([^'\"\n]{1,300})['\"]")
_NAME: Final = late_pattern(
    r"[\s\[]*(?:require(?:\.resolve)?\(\s{0,9})?['\"`]([\w@/.-]{1,200})['\"`]"
)
_PLUGINS: Final = late_pattern(r"(?<![\w.-])['\"]?(?:plugins|themes)['\"]?\s{0,9}:")
_WITHOUT_PAGES: Final = late_pattern(
    r"@docusaurus/|content-(?:docs|blog|pages)\Z|client-redirects\Z"
    r"|(?!\.)(?:.*[-/])?(?:search|lunr|sass|less|image|images|zoom|gtag|analytics|matomo|tailwindcss|mermaid"
    r"|sitemap|pwa|debug|google|clarity|hotjar|posthog|plausible|classic|codeblock)(?:-.*)?\Z"
)
"""Plugins and themes of which it is known that they make no pages of their own."""
_REDIRECTS_OF_PROGRAMS: Final = late_pattern(
    r"createRedirects|\.\.\.|\bfrom['\"]?\s{0,9}:\s{0,9}[^\s'\"\[]"
    r"|\bredirects['\"]?\s{0,9}(?:,|:\s{0,9}[^\s\[])"
)


def read_made(site: Path, addresses: Docusaurus) -> Redirects:
    """The addresses that there are, and the beginnings of those that there may be."""
    texts = (read_text(file) for file in sorted(site.glob("docusaurus.config.*")))
    program = without_comments(next((one for one in texts if one is not None), ""))
    redirects = _redirects(program)
    if redirects is None or not all(map(_WITHOUT_PAGES.match, _plugins(program))):
        return Redirects(beginnings=(addresses.base,))
    routes = tuple(_routes(addresses))
    slugs = _of_sidebars(site, program)
    if slugs is None or "generated-index" in program:
        return Redirects(beginnings=tuple(f"{route.rstrip('/')}/" for route in routes))
    slugs += _of_categories(site, addresses)
    lists = (joined(route, slug) for route in routes for slug in slugs)
    return Redirects((*redirects, *lists))


def _routes(addresses: Docusaurus) -> Iterator[str]:
    """Where the docs of all plugins and versions begin."""
    for plugin in addresses.plugins:
        if plugin.kind == "docs" and plugin.route is not None:
            for version in ("", "next", *addresses.versions) if addresses.versions else ("",):
                yield joined(addresses.base, plugin.route, version)


def _redirects(program: str) -> tuple[str, ...] | None:
    """What the plugin for redirects may lead away from; None where a program says so."""
    at = program.find("plugin-client-redirects")
    if at < 0:
        return ()
    rest = program[at + len("plugin-client-redirects") + 1 :]
    block = block_after(rest, 0)
    if not block or _REDIRECTS_OF_PROGRAMS.search(block):
        return None
    return tuple(found[1] for found in _LITERAL.finditer(block) if found[1].startswith("/"))


def _plugins(program: str) -> Iterator[str]:
    """The names of all plugins and themes; "" for one that is written as a program."""
    for found in islice(_PLUGINS.finditer(program), _MOST_SIDEBARS):
        if not program[found.end() : found.end() + 99].lstrip().startswith("["):
            yield ""
            continue
        for item in items_of(block_after(program, found.end())):
            name = _NAME.match(item)
            yield name[1] if name else ""


def _of_sidebars(site: Path, program: str) -> tuple[str, ...] | None:
    """The addresses of lists that the sidebars name; None where they may have others."""
    named = (found[1] for found in _LITERAL.finditer(program) if "sidebar" in found[1].lower())
    files = [site / one for one in named if ".." not in one.split("/") and one[0] != "/"]
    files += [*site.glob("sidebars.*"), *site.glob("versioned_sidebars/*.json")]
    slugs: list[str] = []
    for file in list(dict.fromkeys(files))[:_MOST_SIDEBARS]:
        text = without_comments(read_text(file) or "")
        found = [slug[1] for slug in _SLUG.finditer(text)] if "generated-index" in text else []
        if not all(found) or "'./" in text or '"./' in text:
            return None
        slugs += found
    return tuple(slugs)


def _of_categories(site: Path, addresses: Docusaurus) -> tuple[str, ...]:
    """The addresses that the `_category_` files below the docs give to lists."""
    return tuple(
        slug
        for file in islice(_category_files(site, addresses), _MOST_CATEGORIES)
        if (slug := text_of(mapping(read_data(file), "link"), "slug"))
    )


def _category_files(site: Path, addresses: Docusaurus) -> Iterator[Path]:
    for folder in addresses.sources:
        if ".." in folder.split("/") or (site / folder).is_symlink():
            continue
        for here, folders, names in os.walk(site / folder):
            folders[:] = [name for name in folders if name[0] != "." and name != "node_modules"]
            yield from (Path(here, name) for name in _CATEGORIES if name in names)
