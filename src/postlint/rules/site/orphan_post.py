"""A post that no other links to is hard to find."""

import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final, NamedTuple
from urllib.parse import unquote

from postlint.content.document import Document
from postlint.content.local_links import WITHOUT_SCHEME, local_target
from postlint.content.site_facts import SiteFacts
from postlint.generators.address import key_of
from postlint.model.finding import Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.entries import entries

_INDEXES: Final = frozenset(["index", "_index", "readme", "home", "404"])
_TEMPLATE: Final = late_pattern(
    r"(?:post_url|link|ref|relref)\s{1,9}[\"']?([^\s\"'%}>]{1,300})|\[\[([^\]|#\n]{1,300})"
)
_DATED: Final = late_pattern(r"\d{2,4}-\d{1,2}-\d{1,2}-(?=.)")
_MOST: Final = 1_000


class Links(NamedTuple):
    """What one post says of links to others."""

    title: Span
    names: frozenset[str]
    """The last parts of all that it links to, without endings and dates, in small letters."""
    is_asked: bool
    """Whether others should link to it."""


@rule
class OrphanPost:
    """Report a post that no other post links to.

    Lists, menus and navigation that the layouts make are not seen here: the rule is for sites, such
    as manuals, whose pages link to each other. It is off unless it is asked for. Index pages,
    drafts and what lies in a folder as `.github` are never reported, and a post is taken for linked
    to if any link ends in its name.
    """

    meta: ClassVar = RuleMeta(
        name="orphan-post",
        group="site",
        summary="no other post links to a post",
        severity=Severity.INFO,
        presets=(),
        of_site=True,
        counts_excluded=True,
        examples=(
            GoodSite(
                {
                    "a.md": "---\ntitle: A\n---\n[b](b.md)\n",
                    "b.md": "---\ntitle: B\n---\n[a](../a/)\n",
                    "index.md": "---\ntitle: All\n---\n",
                    "c.md": "---\ntitle: C\ndraft: true\n---\n",
                    ".github/ISSUE_TEMPLATE/bug.md": "---\ntitle: A bug\n---\n",
                }
            ),
            BadSite(
                {
                    "a.md": "---\ntitle: A\n---\n[c](/docs/2024-03-01-c.html)\n",
                    "b.md": "---\ntitle: B\n---\n[b](b.md)\n",
                    "2024-03-01-c.md": "---\ntitle: C\n---\n{% post_url 2024-03-01-a %}\n",
                },
                at=("b.md:2:8",),
            ),
        ),
    )
    facts: ClassVar = Links

    def collect(self, doc: Document) -> Links:
        """What a post says of links."""
        title = next((one.place.value for one in entries(doc, ("title",))), Span(0, 0))
        stem = posixpath.basename(doc.path).partition(".")[0].lower()
        data = doc.data if isinstance(doc.data, dict) else {}
        is_hidden = data.get("draft") is True or data.get("published") is False
        named = sorted({_name(one) for one in _linked(doc)} - {"", _name(doc.path)})
        is_asked = doc.front_matter is not None and stem not in _INDEXES and not is_hidden
        return Links(title, frozenset(named[:_MOST]), is_asked)

    def check(self, site: SiteFacts[Links]) -> Iterator[tuple[str, Problem]]:
        """Each post whose name no other post has in a link."""
        linked: set[str] = set()
        own: dict[str, set[str]] = defaultdict(set)
        if not site.is_whole:
            return
        routes = {post.path: post.facts.route for post in site.posts}
        for post in site:
            linked |= post.facts.names
        for post in site:
            route = routes[post.path]
            said = (route.slug, route.permalink, route.url, route.path, route.id, *route.aliases)
            own[post.path] = {_name(one) for one in (post.path, *said)} - {""}
        for post in site:
            if post.facts.is_asked and own[post.path].isdisjoint(linked):
                if _is_in_hidden_folder(post.path, str(site.root)):
                    continue
                message = "no other post links to this one"
                yield post.path, Problem(post.facts.title, message, "link to it where it is of use")


def _is_in_hidden_folder(path: str, root: str) -> bool:
    """Whether a folder that a post lies in, below the root, begins with a full stop."""
    inner = Path(os.path.relpath(path, root)).parent
    return any(part[:1] == "." and part.strip(".") for part in inner.parts)


def _linked(doc: Document) -> Iterator[str]:
    """The paths and addresses that a post links to, in Markdown, HTML and templates."""
    for target in doc.targets.split("\n"):
        if "/" in target and "://" in target and not WITHOUT_SCHEME.match(target):
            yield re.sub(r"[?#].*", "", target)
        elif local := local_target(target):
            yield local.path
    for element in doc.elements("a") if "<a" in doc.text else ():
        yield re.sub(r"[?#].*", "", element.attributes.get("href", ""))
    for found in _TEMPLATE.finditer(doc.text) if "{" in doc.text or "[[" in doc.text else ():
        yield found[1] or found[2]


def _name(path: str) -> str:
    """The last part of a path or an address that tells it from others."""
    key = key_of(unquote(path).rstrip("/"))
    folder, name = posixpath.split(key)
    stem = re.sub(r"\.(?:md|mdx|markdown)\Z", "", name)
    if stem in ("index", "_index", "readme"):
        stem = posixpath.basename(folder)
    return _DATED.sub("", stem, count=1)
