"""A description that was copied with a post says in search results what another post is about."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.site.same import groups_of, others_in_words, own, section_of


class Described(NamedTuple):
    """The description of a post."""

    digest: int
    span: Span
    title: int
    """What its title is told from others by; 0 without one."""


@rule
class DuplicateDescription:
    """Report a description that another post of the same section has, too.

    Upper and lower case and blanks make no difference. Of all posts with one description, the
    latest is reported. Posts in different folders or languages may have the same (folders named for
    years, months and days count as one), and so may posts that came out more than `days` days after
    each other, as reports that recur do; with `days = 0` none of a folder may. A post without a
    date counts as near to another, but not to a description that recurs. Where all of them have one
    title, too, nothing is said: they recur, or `duplicate-title` has said it. Drafts are left
    alone.
    """

    meta: ClassVar = RuleMeta(
        name="duplicate-description",
        group="site",
        summary="two posts of a folder have the same description",
        severity=Severity.WARNING,
        of_site=True,
        presets=("seo", "tidy"),
        examples=(
            GoodSite(
                {
                    "a.md": "---\ntitle: A\ndescription: War in the north.\n---\n",
                    "b.md": "---\ntitle: B\ndescription: War in the south.\n---\n",
                }
            ),
            GoodSite(
                {
                    "a.md": "---\ntitle: Events\ndescription: What is on.\n---\n",
                    "b.md": "---\ntitle: Events\ndescription: What is on.\n---\n",
                }
            ),
            GoodSite(
                {
                    "a.md": "---\ntitle: 2023\ndescription: Events.\ndate: 2023-01-01\n---\n",
                    "b.md": "---\ntitle: 2024\ndescription: Events.\ndate: 2024-01-01\n---\n",
                }
            ),
            BadSite(
                {
                    "a.md": "---\ntitle: Encode\ndescription: Decodes a text.\n---\n",
                    "b.md": "---\ntitle: Decode\ndescription: Decodes a text.\n---\n",
                },
                at=("b.md:3:14",),
            ),
        ),
    )
    facts: ClassVar = Described
    days: int = 180

    def collect(self, doc: Document) -> Described | None:
        """The description of a post."""
        description = own(doc, "description")
        if description is None:
            return None
        title = own(doc, "title")
        return Described(*description, title.digest if title else 0)

    def check(self, site: SiteFacts[Described]) -> Iterator[tuple[str, Problem]]:
        """The latest of all posts that have one description."""
        groups = groups_of(
            site, lambda post: (post.facts.digest, *section_of(post.place)), self.days
        )
        for group in groups:
            if len({post.facts.title for post in group}) > 1:
                latest = group[-1]
                message = f"description is that of {others_in_words(group)}, too"
                advice = "say what this post is about"
                yield latest.path, Problem(latest.facts.span, message, advice)
