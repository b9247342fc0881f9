"""Templates ask the front matter for its title, and a list or a sentence has none."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class FrontMatterNotAMapping:
    """Report front matter that is a list or plain text, and not keys with their values."""

    meta: ClassVar = RuleMeta(
        name="front-matter-not-a-mapping",
        group="front-matter",
        summary="the front matter is not keys with values",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(
            Good("---\ntitle: News\n---\n"),
            Good("---\n---\n"),
            Good("---\n# nothing to say\n---\n"),
            Good("---\n\nSome text between two rules.\n\n---\n"),
            Bad("---\n- title: News\n- layout: post\n---\n", at=("2:1",)),
            Bad("---\nSome text under a rule\n---\n", at=("2:1",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
