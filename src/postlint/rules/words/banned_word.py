"""Some words a house does not want to read at all, whatever stands in their place."""

from collections.abc import Iterator
from dataclasses import field
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.language.terms.row import Row
from postlint.language.terms.terms import NO_TERMS, Terms
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, of_config, rule

_TRAGIC: Final = Terms((Row("tragic", note="say what happened"),))


@rule
class BannedWord:
    """Report a word or phrase that stands in the table `[ban]` of the configuration.

    The table says why: `"illegal alien" = "say undocumented immigrant"`. Case, longer words and
    what a row can have besides are as for `house-term`; a word that is only to be replaced by
    another one belongs there.
    """

    meta: ClassVar = RuleMeta(
        name="banned-word",
        group="words",
        summary="a word or phrase is banned by the house",
        severity=Severity.ERROR,
        examples=(
            Good("Without a table of banned words, a very unique tragedy is let be.\n"),
            Good("It ended tragically, with `tragic` as a tag.\n", options={"ban": _TRAGIC}),
            Bad("A tragic end. Tragic!\n", at=("1:3", "1:15"), options={"ban": _TRAGIC}),
        ),
    )
    ban: Terms = field(default=NO_TERMS, metadata=of_config("ban"))

    def check(self, doc: Document) -> Iterator[Problem]:
        """All banned words, in the order of the text."""
        if not self.ban.rows:
            return
        from postlint.language.terms.find import find

        for segment, hit in find(doc.prose, self.ban.table):
            found = " ".join(segment.text[hit.start : hit.end].split())
            yield Problem(
                span=segment.source_span(hit.start, hit.end),
                message=f'"{found}" is banned by the house',
                help=hit.row.help,
                severity=hit.row.severity,
            )
