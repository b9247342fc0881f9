"""A category that does not exist leads to a page that does not exist."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {
    "properties": {
        "section": {"const": "content"},
        "categories": {"items": {"enum": ["latest", "world", "sport"]}},
    }
}


@rule
class ValueNotAllowed:
    """Report a value that is not one of those the schema allows.

    The allowed values may stand in a data file: `"x-postlint-values-from": "data/categories.yml"`,
    relative to the root of the site, holds a list, a list of groups with a `name`, `slug` or `id`,
    or a group whose keys are the values; `data/site.yml#news/topics` is a part of a file.
    """

    meta: ClassVar = RuleMeta(
        name="value-not-allowed",
        group="front-matter",
        summary="a value that is not one of those allowed",
        severity=Severity.ERROR,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good("---\nsection: content\ncategories: [world, sport]\n---\n", schema=_SCHEMA),
            Bad(
                "---\nsection: content\ncategories: [sport, wrold]\n---\n",
                at=("3:21",),
                fixed="---\nsection: content\ncategories: [sport, world]\n---\n",
                schema=_SCHEMA,
            ),
            Bad("---\ncategories:\n  - knitting\n---\n", at=("3:5",), schema=_SCHEMA),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
