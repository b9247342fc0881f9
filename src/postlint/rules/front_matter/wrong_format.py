"""A date in another pattern is sorted wrongly, an image that is no address does not load."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {
    "properties": {
        "date": {"format": "YYYY-MM-DD-HH-MM-SS"},
        "image": {"format": "image-url"},
        "slug": {"pattern": "^[a-z]+(-[a-z]+)*$"},
    }
}


@rule
class WrongFormat:
    """Report text that has not the format or the pattern the schema asks for.

    Formats: `uri`, `uri-reference`, `image-url` (an http(s) address, with an image ending if it has
    one), `image` (that, or the path of an image file), `date`, `date-time` (RFC 3339), `timestamp`
    (a date, with a time and a zone if wanted, as Jekyll and Hugo read them), `time`, `slug`,
    `email`, `uuid`, `ipv4`, `ipv6`, `regex`, and any date spelt with YYYY, MM, DD, HH, mm (or MM
    after HH) and SS, such as `YYYY-MM-DD-HH-MM-SS`. Dates must be in the calendar.
    """

    meta: ClassVar = RuleMeta(
        name="wrong-format",
        group="front-matter",
        summary="text that does not have the form asked for",
        severity=Severity.ERROR,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good(
                "---\ndate: 2020-09-29-08-53-40\nimage: https://example.com/a.jpg?w=800\n---\n",
                schema=_SCHEMA,
            ),
            Bad(
                "---\ndate: 2020-09-29\nimage: b\nslug: War\n---\n",
                at=("2:7", "3:8", "4:7"),
                fixed="---\ndate: 2020-09-29-00-00-00\nimage: b\nslug: war\n---\n",
                schema=_SCHEMA,
            ),
            Bad("---\ndate: 2020-13-29-08-53-40\n---\n", at=("2:7",), schema=_SCHEMA),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
