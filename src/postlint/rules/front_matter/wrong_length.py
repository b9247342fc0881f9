"""A title that is too long is cut where it is shown; a list without items shows nothing."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {
    "properties": {"title": {"maxLength": 10}, "tags": {"maxItems": 2}, "weight": {"minimum": 1}}
}


@rule
class WrongLength:
    """Report text, a list or a number that is shorter, longer, smaller or larger than allowed."""

    meta: ClassVar = RuleMeta(
        name="wrong-length",
        group="front-matter",
        summary="a length, a number of items or a number out of bounds",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(
            Good("---\ntitle: War\ntags: [a, b]\nweight: 3\n---\n", schema=_SCHEMA),
            Bad(
                "---\ntitle: Fighting resumes\ntags: [a, b, c]\nweight: 0\n---\n",
                at=("2:8", "3:1", "4:9"),
                schema=_SCHEMA,
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
