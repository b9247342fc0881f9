"""A tag that stands in a list twice is shown twice."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {"properties": {"tags": {"uniqueItems": True}}}


@rule
class DuplicateItem:
    """Report an item that a list has already, where the schema wants each only once."""

    meta: ClassVar = RuleMeta(
        name="duplicate-item",
        group="front-matter",
        summary="an item that the list has already",
        severity=Severity.ERROR,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good("---\ntags: [world, sport]\n---\n", schema=_SCHEMA),
            Bad(
                "---\ntags: [world, sport, world]\n---\n",
                at=("2:22",),
                fixed="---\ntags: [world, sport]\n---\n",
                schema=_SCHEMA,
            ),
            Bad(
                "---\ntags:\n  - world\n  - sport\n  - sport\n---\n",
                at=("5:5",),
                fixed="---\ntags:\n  - world\n  - sport\n---\n",
                schema=_SCHEMA,
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
