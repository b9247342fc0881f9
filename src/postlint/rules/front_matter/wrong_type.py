"""A template that expects a list, a number or true and gets text fails, or shows nonsense."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {
    "properties": {
        "title": {"type": "string"},
        "featured": {"type": "boolean"},
        "tags": {"type": "array", "items": {"type": "string"}},
    }
}


@rule
class WrongType:
    """Report a value of another type than the schema asks for.

    A bare `yes`, `no`, `on` or `off` that YAML turns into true or false where text is asked for is
    reported by `ambiguous-yaml-value`.
    """

    meta: ClassVar = RuleMeta(
        name="wrong-type",
        group="front-matter",
        summary="a value of the wrong type",
        severity=Severity.ERROR,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good(
                "---\ntitle: Fighting resumes\nfeatured: true\ntags: [world]\n---\n", schema=_SCHEMA
            ),
            Bad(
                '---\ntitle: 1984\nfeatured: "yes"\ntags: world\n---\n',
                at=("2:8", "3:11", "4:7"),
                fixed='---\ntitle: "1984"\nfeatured: true\ntags: [world]\n---\n',
                schema=_SCHEMA,
            ),
            Bad("---\ntitle:\n---\n", at=("2:7",), schema=_SCHEMA),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
