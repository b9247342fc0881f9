"""The classic spell check, for those who keep a list of every word they use."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.spelling import strangers


@rule
class UnknownWord:
    """Report every word that the lexicon does not know and no other rule reports.

    Off by default: names and terms of the trade are unknown words too, and most are right.
    """

    meta: ClassVar = RuleMeta(
        name="unknown-word",
        group="words",
        summary="a word is unknown",
        severity=Severity.INFO,
        asks_site=True,
        presets=(),
        fix="none",
        reads="known words",
        examples=(
            Good("The ministry said so, `frobnicate` or not.\n"),
            Bad("They met in Dashkesan to frobnicate.\n", at=("1:13", "1:26")),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All unknown words, in the order of the text."""
        for token, suggestions in strangers(doc):
            span = token.segment.source_span(token.start, token.end)
            yield Problem(span, f'"{token.text}" is no known word', suggestions=suggestions)
