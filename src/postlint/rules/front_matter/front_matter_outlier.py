"""What one post does otherwise than all posts beside it is seldom meant: a key was forgotten."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.habits import FEWEST
from postlint.rules.front_matter.own_keys import FrontMatterFacts, own_keys


def _posts(odd: str) -> dict[str, str]:
    """A post, and twenty that are alike."""
    usual = "---\ntitle: War\nauthor: Ann\ndate: 2024-01-{:02}\ntags: [war]\n---\n"
    return {"news/peace.md": odd} | {f"news/{day}.md": usual.format(day) for day in range(1, 21)}


@rule
class FrontMatterOutlier:
    """Report what a post alone does in its front matter, where its siblings agree.

    Siblings are the posts of a folder that have the same layout or type; there have to be twenty
    more. Folders of years and months, and such as hold a single post, count with the folder around
    them; index pages are compared with index pages. A key is missing where 98 % of the newest 300
    have it, and those that came out right before and after; not of a draft. A value is odd where
    98 % have another type or format: a list, a date as YYYY-MM-DD, a web address. A key is misspelt
    where hardly another post of the site has it, and it is one slip from one that many have. What
    more than six posts do is a way of its own. Where a schema says which keys there must or may be,
    the rule leaves the keys that it names alone.
    """

    meta: ClassVar = RuleMeta(
        name="front-matter-outlier",
        group="front-matter",
        summary="front matter differs from that of all posts beside it",
        severity=Severity.INFO,
        strict=Severity.WARNING,
        fix="sometimes",
        of_site=True,
        examples=(
            GoodSite(_posts("---\ntitle: Peace\nauthor: Bob\ndate: 2024-01-30\ntags: []\n---\n")),
            BadSite(
                _posts("---\ntitle: Peace\ndate: 2024-01-30\ntags: [war]\n---\n"),
                at=("news/peace.md:1:1",),
            ),
            BadSite(
                _posts("---\ntitle: Peace\nauthors: Bob\ndate: 2024/01/30\ntags: war\n---\n"),
                at=("news/peace.md:3:1", "news/peace.md:4:7", "news/peace.md:5:7"),
            ),
        ),
    )
    facts: ClassVar = FrontMatterFacts

    def collect(self, doc: Document) -> FrontMatterFacts | None:
        """The keys of a post and the kinds of their values."""
        return own_keys(doc)

    def check(self, site: SiteFacts[FrontMatterFacts]) -> Iterator[tuple[str, Problem]]:
        """All that is odd among siblings."""
        if len(site.posts) >= FEWEST:
            from postlint.rules.front_matter.outliers import outliers  # most runs have few posts

            yield from outliers(site)
