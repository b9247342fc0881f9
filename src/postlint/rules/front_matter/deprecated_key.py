"""A key on its way out still works today and is gone with the next theme."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {
    "properties": {
        "image": {},
        "thumb": {"deprecated": True, "x-postlint-renamed-to": "image"},
        "picture": {"deprecated": True, "description": "Was the picture; use `image` instead."},
        "credit": {"deprecationMessage": "Credits stand in the text now."},
    }
}


@rule
class DeprecatedKey:
    """Report a key that the schema calls deprecated.

    That is `"deprecated": true`, or a `deprecationMessage`, which editors show. What to use instead
    is named by `"x-postlint-renamed-to": "image"`, or in the message or description of the key by
    words such as "use image instead", where the schema knows such a key.
    """

    meta: ClassVar = RuleMeta(
        name="deprecated-key",
        group="front-matter",
        summary="a key the schema calls deprecated",
        severity=Severity.WARNING,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good("---\nimage: a.jpg\n---\n", schema=_SCHEMA),
            Bad(
                "---\nthumb: a.jpg\n---\n",
                at=("2:1",),
                fixed="---\nimage: a.jpg\n---\n",
                schema=_SCHEMA,
            ),
            Bad(
                "---\npicture: a.jpg # old\ncredit: me\n---\n",
                at=("2:1", "3:1"),
                fixed="---\nimage: a.jpg # old\ncredit: me\n---\n",
                schema=_SCHEMA,
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
