"""YAML 1.1 reads `no` as false and `12:30` as 750, and nobody who writes a post knows."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SCHEMA = {"properties": {"country": {"type": "string"}}}


@rule
class AmbiguousYamlValue:
    """Report a bare YAML value that is read as something other than what was typed.

    Words such as `no` in a list, as a key, or where the schema wants text; numbers of base 60 and
    base 8; a version or price that loses its last zero; text after a `#`, or with an `&`
    before it.
    """

    meta: ClassVar = RuleMeta(
        name="ambiguous-yaml-value",
        group="front-matter",
        summary="a bare value is read as something else",
        severity=Severity.WARNING,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good('---\nlanguages: ["no", se]\ntime: "12:30"\nversion: "1.10"\n---\n'),
            Good("---\nfeatured: no\nweight: 05\nversion: 2.0\nlat: 52.3740\n---\n"),
            Good("---\ntitle: News of C# and F# # checked\ndate: 2020-09-29 12:30:00\n---\n"),
            Good("---\ncountry: norway\n---\n", schema=_SCHEMA),
            Bad(
                "---\nlanguages: [se, no]\n---\n",
                at=("2:17",),
                fixed='---\nlanguages: [se, "no"]\n---\n',
            ),
            Bad("---\non: 2020-09-29\n---\n", at=("2:1",), fixed='---\n"on": 2020-09-29\n---\n'),
            Bad("---\ntime: 12:30\n---\n", at=("2:7",), fixed='---\ntime: "12:30"\n---\n'),
            Bad("---\ncode: 0777\n---\n", at=("2:7",), fixed='---\ncode: "0777"\n---\n'),
            Bad("---\nversion: 1.10\n---\n", at=("2:10",), fixed='---\nversion: "1.10"\n---\n'),
            Bad(
                "---\ntitle: We are #1\n---\n", at=("2:15",), fixed='---\ntitle: "We are #1"\n---\n'
            ),
            Bad("---\ncountry: no\n---\n", at=("2:10",), schema=_SCHEMA),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
