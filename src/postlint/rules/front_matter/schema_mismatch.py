"""Some values are right alone and wrong together: an image without its alternative text."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {"dependentRequired": {"image": ["alt"]}, "not": {"required": ["draft", "hidden"]}}


@rule
class SchemaMismatch:
    """Report what breaks a condition of the schema and has no rule of its own."""

    meta: ClassVar = RuleMeta(
        name="schema-mismatch",
        group="front-matter",
        summary="values that do not go together",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(
            Good("---\nimage: a.jpg\nalt: A bridge\n---\n", schema=_SCHEMA),
            Bad("---\ntitle: x\nimage: a.jpg\n---\n", at=("3:1",), schema=_SCHEMA),
            Bad("---\ndraft: true\nhidden: true\n---\n", at=("3:1",), schema=_SCHEMA),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
