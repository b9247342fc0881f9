"""A word that can cost a house a lawsuit is looked at by somebody before it is published."""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from postlint.content.document import Document
from postlint.language.terms.find import find
from postlint.language.terms.row import Row
from postlint.language.terms.terms import Terms, refuse_long
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class NeedsLegalCheck:
    """Report the words that the house wants a lawyer to see, wherever a post has them.

    There is no list of ours: `words` names them, as words or phrases, in small letters for any
    case. With `prefixes` the beginnings of words are named: `alleg` finds alleged, allegedly and
    allegation. A comment mutes a finding once it was looked at.
    """

    meta: ClassVar = RuleMeta(
        name="needs-legal-check",
        group="words",
        summary="a word has to be looked at by a lawyer",
        severity=Severity.INFO,
        examples=(
            Good("Without a list of words, an alleged fraud is let be.\n"),
            Good("Defrauded of all, she left.\n", options={"words": ("fraud",)}),
            Bad(
                "An alleged Fraud. Allegedly, tax evasion.\n",
                at=("1:4", "1:12", "1:19", "1:30"),
                options={"words": ("fraud", "tax evasion"), "prefixes": ("alleg",)},
            ),
        ),
    )
    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        refuse_long((*self.words, *self.prefixes))

    def check(self, doc: Document) -> Iterator[Problem]:
        """All words of the list, in the order of the text."""
        if not (self.words or self.prefixes):
            return
        for segment, hit in find(doc.prose, self._terms.table):
            found = " ".join(segment.text[hit.start : hit.end].split())
            yield Problem(
                span=segment.source_span(hit.start, hit.end),
                message=f'"{found}" needs a legal check',
                help="have it looked at; then mute this finding with a comment",
            )

    @cached_property
    def _terms(self) -> Terms:
        words = (Row(word) for word in self.words)
        return Terms((*words, *(Row(prefix, match="prefix") for prefix in self.prefixes)))
