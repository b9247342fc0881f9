"""A template that finds no title or description shows a hole, and readers are first to see it."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {
    "properties": {
        "title": {"type": "string"},
        "layout": {"const": "post"},
        "author": {"type": "object", "required": ["name"]},
    },
    "required": ["title", "layout"],
}


@rule
class MissingKey:
    """Report a key that the schema requires and the front matter lacks.

    At the opening fence, or at the key of the parent for a key further in. Where a key that the
    schema knows nothing of looks like the missing one, it is reported there.
    """

    meta: ClassVar = RuleMeta(
        name="missing-key",
        group="front-matter",
        summary="a required key is missing",
        severity=Severity.ERROR,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good("---\ntitle: Fighting resumes\nlayout: post\n---\n", schema=_SCHEMA),
            Bad(
                "---\ntitle: Fighting resumes\n---\n",
                at=("1:1",),
                fixed="---\ntitle: Fighting resumes\nlayout: post\n---\n",
                schema=_SCHEMA,
            ),
            Bad(
                "---\ntitel: Fighting resumes\nlayout: post\n---\n",
                at=("2:1",),
                fixed="---\ntitle: Fighting resumes\nlayout: post\n---\n",
                schema=_SCHEMA,
            ),
            Bad(
                "---\ntitle: War\nlayout: post\nauthor:\n  email: a@example.com\n---\n",
                at=("4:1",),
                schema=_SCHEMA,
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
