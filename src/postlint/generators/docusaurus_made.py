"""What a Docusaurus site publishes besides its posts: lists of categories, pages of plugins.

After https://docusaurus.io/docs/sidebar/items#generated-index-page and
https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-client-redirects.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from postlint.generators.address import Made, joined
from postlint.generators.docusaurus import Docusaurus
from postlint.generators.site_config import (
    block_after,
    items_of,
    mapping,
    text_of,
    without_comments,
)
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

_CATEGORIES: Final = ("_category_.json", "_category_.yml", "_category_.yaml")
_MOST_SIDEBARS: Final = 20
_MOST_LISTS: Final = 20
_MOST_OF_PLUGINS: Final = 50_000
"""Characters."""
_SLUG: Final = late_pattern(r"\bslug['\"]?\s{0,9}:\s{0,9}(?:['\"`]([^'\"`$\n]{1,300})['\"`])?")
_LITERAL: Final = late_pattern(r"['\"]([^'\"\n]{1,300})['\"]")
_NAME: Final = late_pattern(
    r"[\s\[]*(?:require(?:\.resolve)?\(\s{0,9})?['\"`]([\w@/.-]{1,200})['\"`]"
)
_PLUGINS: Final = late_pattern(r"(?<![\w.-])['\"]?(?:plugins|themes|presets)['\"]?\s{0,9}:")
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


def read_made(addresses: Docusaurus) -> Made:
    """The addresses that there are, and the beginnings of those that there may be."""
    program = addresses.program
    redirects = _redirects(program)
    is_known = all(plugin.route is not None for plugin in addresses.plugins)
    is_known = is_known and all(map(_WITHOUT_PAGES.match, _plugins(program)))
    if redirects is None or not is_known:
        return Made(beginnings=(addresses.base,))
    routes = tuple(_routes(addresses))
    slugs = _of_sidebars(addresses.files, program)
    if slugs is None or "generated-index" in program:
        return Made(beginnings=tuple(f"{route.rstrip('/')}/" for route in routes))
    slugs += _of_categories(addresses)
    lists = (joined(route, slug) for route in routes for slug in slugs)
    return Made((*redirects, *lists))


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
    for found in islice(_PLUGINS.finditer(program), _MOST_LISTS):
        begin = program[found.end() : found.end() + 99].lstrip()
        if begin[:1] == "[" and begin[1:].lstrip().startswith("]"):
            continue
        block = block_after(program, found.end(), _MOST_OF_PLUGINS) if begin[:1] == "[" else ""
        for item in items_of(block) or [""]:
            name = _NAME.match(item)
            yield name[1] if name else ""


def _of_sidebars(files: SiteFiles, program: str) -> tuple[str, ...] | None:
    """The addresses of lists that the sidebars name; None where they may have others."""
    paths = [found[1] for found in _LITERAL.finditer(program) if "sidebar" in found[1].lower()]
    paths += (name for name in sorted(files.names()) if name.startswith("sidebars."))
    versions = "versioned_sidebars"
    paths += (f"{versions}/{name}" for name in sorted(files.names(versions)))
    slugs: list[str] = []
    for path in list(dict.fromkeys(paths))[:_MOST_SIDEBARS]:
        written = files.text(path)
        if written is None and files.has(path):
            return None
        text = without_comments(written or "")
        found = [slug[1] for slug in _SLUG.finditer(text)] if "generated-index" in text else []
        if not all(found) or "'./" in text or '"./' in text:
            return None
        slugs += found
    return tuple(slugs)


def _of_categories(addresses: Docusaurus) -> tuple[str, ...]:
    """The addresses that the `_category_` files below the docs give to lists."""
    files = addresses.files
    paths = (path for folder in addresses.sources for path in files.below(folder))
    return tuple(
        slug
        for path in paths
        if path.rpartition("/")[2] in _CATEGORIES
        and (slug := text_of(mapping(files.data(path), "link"), "slug"))
    )
