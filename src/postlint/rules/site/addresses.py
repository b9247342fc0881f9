"""Where the posts of a site are published, as far as that is certain."""

import os
from typing import TypeVar
from urllib.parse import unquote

from postlint.content.facts import KnownPost
from postlint.content.site_facts import SiteFacts
from postlint.generators.addresses import KnownSite, KnownSites
from postlint.model.paths import is_url

_F = TypeVar("_F")


def addresses_of(site: SiteFacts[_F]) -> dict[str, str]:
    """The addresses of all posts of which they are certain, each behind its site and a NUL."""
    here = os.getcwd()  # noqa: PTH109 - no Path is made here: this is asked of every post
    sites = KnownSites(str(site.root))
    told: set[str] = set()
    found: dict[str, str] = {}
    for post in site.posts:
        if is_url(post.path):
            continue
        file = os.path.normpath(os.path.join(here, post.path))  # noqa: PTH118
        known = sites.of(os.path.dirname(file))  # noqa: PTH120
        address = _address(post, file, known) if known else None
        if known and known.folder not in told:
            told.add(known.folder)
            for name in known.files:
                site.reads(name)
        if known and address:
            found[post.path] = f"{known.folder}\0{address}"
    return found


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
