"""Two posts with one title cannot be told apart in a list, in search results or in a tab."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.entries import entries
from postlint.rules.site.same import groups_of, others_in_words


class Title(NamedTuple):
    """The title of a post."""

    text: str
    span: Span


@rule
class DuplicateTitle:
    """Report a title that another post of the same folder has, too.

    Upper and lower case and blanks make no difference. Of all posts with one title, the latest is
    reported.
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
            BadSite(
                {
                    "a.md": "---\ntitle: War in the north\ndate: 2024-03-02\n---\n",
                    "b.md": "---\ntitle: War in the  North\ndate: 2024-03-01\n---\n",
                },
                at=("a.md:2:8",),
            ),
        ),
    )
    facts: ClassVar = Title

    def collect(self, doc: Document) -> Title | None:
        """The title of a post."""
        for entry in entries(doc, ("title",)):
            if isinstance(entry.value, str) and entry.value.strip():
                return Title(entry.value, entry.place.value)
        return None

    def check(self, site: SiteFacts[Title]) -> Iterator[tuple[str, Problem]]:
        """The latest of all posts that have one title."""
        for group in groups_of(site, lambda post: " ".join(post.facts.text.split()).casefold()):
            latest = group[-1]
            message = f"title is that of {others_in_words(group)}, too"
            yield latest.path, Problem(latest.facts.span, message, "give each post its own title")
