"""A key that no template reads is most often a misspelt one, and its value is lost."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {
    "properties": {
        "title": {"type": "string"},
        "date": {"type": "string"},
        "tags": {"type": "array"},
    },
    "required": ["title"],
    "additionalProperties": False,
}


@rule
class UnknownKey:
    """Report a key that the schema does not allow.

    A key that is near a known one is taken for it: where that one is required, it is not reported
    as missing as well.
    """

    meta: ClassVar = RuleMeta(
        name="unknown-key",
        group="front-matter",
        summary="a key the schema does not know",
        severity=Severity.ERROR,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good("---\ntitle: Fighting resumes\ntags: [world]\n---\n", schema=_SCHEMA),
            Bad(
                "---\ntittle: Fighting resumes\n---\n",
                at=("2:1",),
                fixed="---\ntitle: Fighting resumes\n---\n",
                schema=_SCHEMA,
            ),
            Bad(
                "---\ntitle: Fighting resumes\nmood: tense\n---\n",
                at=("3:1",),
                fixed="---\ntitle: Fighting resumes\nmood: tense\n---\n",
                schema=_SCHEMA,
            ),
            Bad(
                '+++\ntitle = "Fighting resumes"\nTags = ["world"]\n+++\n',
                at=("3:1",),
                schema=_SCHEMA,
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
