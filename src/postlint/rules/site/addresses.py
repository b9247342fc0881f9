"""Where the posts of a site are published, as far as that is certain."""

import os
from collections.abc import Iterator
from typing import TypeVar
from urllib.parse import unquote

from postlint.content.facts import Facts, KnownPost
from postlint.content.site_facts import SiteFacts
from postlint.generators.address import days_of
from postlint.generators.addresses import KnownSite, KnownSites
from postlint.model.paths import is_url

_F = TypeVar("_F")


def addresses_of(site: SiteFacts[_F]) -> dict[str, str]:
    """The addresses of all posts of which they are certain, each behind its site and a NUL."""
    here = os.getcwd()  # noqa: PTH109 - no Path is made here: this is asked of every post
    sites = KnownSites(str(site.root))
    found: dict[str, str] = {}
    for post in site.posts:
        if is_url(post.path):
            continue
        file = os.path.normpath(os.path.join(here, post.path))  # noqa: PTH118
        known = sites.of(os.path.dirname(file))  # noqa: PTH120
        address = _address(post, file, known) if known else None
        if known and address:
            found[post.path] = f"{known.folder}\0{address}"
    for name in sites.asked:
        site.reads(name)
    return found


def published_addresses_of(site: SiteFacts[_F]) -> dict[str, str]:
    """The same without those of posts that may be no pages today."""
    unclear = {
        os.path.dirname(post.path)  # noqa: PTH120
        for post in site.posts
        if post.facts.route.cascades
    }
    addresses = addresses_of(site)
    for post in site.posts:
        is_below = unclear and not unclear.isdisjoint(_above(post.path))
        if is_below or not _is_out(post.facts, site.today):
            addresses.pop(post.path, None)
    return addresses


def _is_out(facts: Facts, today: str) -> bool:
    """Whether a post is published today, as far as its dates and the day of its name tell."""
    if not today:
        return True
    days = (facts.date[:10], *map(str, days_of(facts.route.published)))
    is_early = any(day > today for day in days)
    return not is_early and not any(str(day) <= today for day in days_of(facts.route.expires))


def _above(path: str) -> Iterator[str]:
    """The folders that a post lies in."""
    while (folder := os.path.dirname(path)) != path:  # noqa: PTH120
        yield folder
        path = folder


def _address(post: KnownPost, file: str, known: KnownSite) -> str | None:
    """Where a post is published, as the file that is written; None where that is not certain."""
    inner = file[len(known.folder) :].lstrip(os.sep).replace(os.sep, "/")
    route = post.facts.route
    if route.is_draft or "_drafts/" in inner or not post.facts.packed_route:
        return None
    published = known.addresses.published(inner, route)
    if published is None or published.address is None:
        return None
    address = unquote(published.address)
    return f"{address.removesuffix('index.html')}" if address.endswith("/index.html") else address
