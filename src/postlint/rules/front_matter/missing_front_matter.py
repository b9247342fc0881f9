"""A post without front matter has no title, date or layout, and is published so or not at all."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {"required": ["title"]}


@rule
class MissingFrontMatter:
    """Report a post or an empty file without front matter where the schema requires keys."""

    meta: ClassVar = RuleMeta(
        name="missing-front-matter",
        group="front-matter",
        summary="no front matter where the schema requires keys",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(
            Good("---\ntitle: Fighting resumes\n---\n", schema=_SCHEMA),
            Good("Nothing is required here.\n", schema={"type": "object"}),
            Bad("Fighting resumed.\n", at=("1:1",), schema=_SCHEMA),
            Bad("", at=("1:1",), schema=_SCHEMA),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
