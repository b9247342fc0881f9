"""A category with one post leads readers from that post to that post."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.site.terms import KEYS, Terms, latest_uses, terms_of, uses_of

_POSTS = "---\ntitle: {}\ntags: [{}]\n---\n"


@rule
class CategoryUsedOnce:
    """Report a category, tag or topic that no other post has.

    `keys` are the keys looked at. Where a key has nothing that two posts have, nothing is said of
    it: it is not what posts are filed under. Drafts are left alone.
    """

    meta: ClassVar = RuleMeta(
        name="category-used-once",
        group="site",
        summary="a category or tag that no other post has",
        severity=Severity.INFO,
        presets=(),
        of_site=True,
        counts_excluded=True,
        examples=(
            GoodSite({"a.md": _POSTS.format("A", "war"), "b.md": _POSTS.format("B", "war")}),
            GoodSite({"a.md": _POSTS.format("A", "war"), "b.md": _POSTS.format("B", "peace")}),
            BadSite(
                {
                    "a.md": _POSTS.format("A", "war, peace"),
                    "b.md": _POSTS.format("B", "war, books"),
                },
                at=("a.md:3:13", "b.md:3:13"),
            ),
        ),
    )
    facts: ClassVar = Terms
    keys: tuple[str, ...] = KEYS

    def collect(self, doc: Document) -> Terms | None:
        """What a post is filed under."""
        return terms_of(doc, self.keys)

    def check(self, site: SiteFacts[Terms]) -> Iterator[tuple[str, Problem]]:
        """What stands in one post only."""
        if not site.is_whole:
            return
        posts = uses_of(site)
        shared = {key for (key, _), number in posts.items() if number > 1}
        once = {what for what, number in posts.items() if number == 1 and what[0] in shared}
        for (key, text), use in sorted(latest_uses(site, once).items()):
            message = f'{key} is "{text}", which no other post has'
            advice = "choose one that others have, or wait for the next post on this"
            yield use.path, Problem(use.term.span, message, advice)
