"""Two posts with one title cannot be told apart in a list, in search results or in a tab."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.site.same import Own, groups_of, others_in_words, own, section_of


@rule
class DuplicateTitle:
    """Report a title that another post of the same section has, too.

    Upper and lower case and blanks make no difference. Of all posts with one title, the latest is
    reported. Posts in different folders or languages may have the same title (folders named for
    years, months and days count as one), and so may posts that came out more than `days` days after
    each other, as what comes out each week does; with `days = 0` none of a folder may. A post
    without a date counts as near to another, but not to a title that comes out again and again.
    Drafts are left alone.
    """

    meta: ClassVar = RuleMeta(
        name="duplicate-title",
        group="site",
        summary="two posts of a folder have the same title",
        severity=Severity.WARNING,
        of_site=True,
        examples=(
            GoodSite(
                {
                    "a.md": "---\ntitle: War in the north\n---\n",
                    "b.md": "---\ntitle: War in the south\n---\n",
                }
            ),
            GoodSite(
                {
                    "a.md": "---\ntitle: Team update\ndate: 2023-03-02\n---\n",
                    "b.md": "---\ntitle: Team update\ndate: 2023-03-09\n---\n",
                }
            ),
            GoodSite(
                {
                    "a.md": "---\ntitle: Team update\ndate: 2023-03-02\n---\n",
                    "b.md": "---\ntitle: Team update\ndate: 2023-03-09\n---\n",
                    "c.md": "---\ntitle: Team update\n---\n",
                }
            ),
            GoodSite(
                {
                    "about.md": "---\ntitle: Info\n---\n",
                    "about.fr.md": "---\ntitle: Info\n---\n",
                    "other.md": "---\ntitle: Info\nlang: de\n---\n",
                    "v1/about.md": "---\ntitle: Info\n---\n",
                    "draft.md": "---\ntitle: Info\ndraft: true\n---\n",
                }
            ),
            BadSite(
                {
                    "a.md": "---\ntitle: War in the north\ndate: 2024-03-02\n---\n",
                    "b.md": "---\ntitle: War in the  North\ndate: 2024-03-01\n---\n",
                },
                at=("a.md:2:8",),
            ),
            BadSite(
                {
                    "a.md": "---\ntitle: War in the north\ndate: 2024-03-02\n---\n",
                    "b.md": "---\ntitle: War in the north\n---\n",
                },
                at=("a.md:2:8",),
            ),
            BadSite(
                {
                    "2023/12/a/index.md": "---\ntitle: War\ndate: 2023-12-31\n---\n",
                    "2024/01/b.md": "---\ntitle: War\ndate: 2024-01-01\n---\n",
                },
                at=("2024/01/b.md:2:8",),
            ),
            BadSite(
                {
                    "a.md": "---\ntitle: Team update\ndate: 2023-03-02\n---\n",
                    "b.md": "---\ntitle: Team update\ndate: 2024-03-02\n---\n",
                },
                at=("b.md:2:8",),
                options={"days": 0},
            ),
        ),
    )
    facts: ClassVar = Own
    days: int = 6

    def collect(self, doc: Document) -> Own | None:
        """The title of a post."""
        return own(doc, "title")

    def check(self, site: SiteFacts[Own]) -> Iterator[tuple[str, Problem]]:
        """The latest of all posts that have one title."""
        groups = groups_of(
            site, lambda post: (post.facts.digest, *section_of(post.place)), self.days
        )
        for group in groups:
            latest = group[-1]
            message = f"title is that of {others_in_words(group)}, too"
            yield latest.path, Problem(latest.facts.span, message, "give each post its own title")
