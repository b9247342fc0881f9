"""Where a schema welcomes further keys, a slip of the finger makes one that nothing reads."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {
    "properties": {
        "title": {"type": "string"},
        "description": {"type": "string"},
        "image": {"type": "string"},
        "weight": {"type": "number"},
    }
}


@rule
class MisspeltKey:
    """Report a key that is allowed, but is one slip away from a known key that is absent.

    A slip is two letters swapped, one lost, one doubled or one wrong, or other dashes or capitals.
    Plurals, numbered keys, other first letters and ordinary keys such as `height` are no slips.
    """

    meta: ClassVar = RuleMeta(
        name="misspelt-key",
        group="front-matter",
        summary="a key one slip away from a known one",
        severity=Severity.WARNING,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good(
                "---\ntitle: Fighting resumes\nheight: 200\nimages: []\nimage2: a.jpg\n---\n",
                schema=_SCHEMA,
            ),
            Good("---\ndescription: Fighting resumes\ndescripton: x\n---\n", schema=_SCHEMA),
            Bad(
                "---\ntitle: Fighting resumes\ndiscription: Again\n---\n",
                at=("3:1",),
                fixed="---\ntitle: Fighting resumes\ndescription: Again\n---\n",
                schema=_SCHEMA,
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
