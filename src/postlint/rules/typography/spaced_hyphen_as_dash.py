"""A hyphen joins words; what sets a clause apart - like this - is a dash."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final, Literal

from postlint.content.document import Document
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_HYPHEN: Final = re.compile(r"-(?:(?<=[^\s-] -)(?=[ \n][^\s-])|(?<=[^\s-]\n-)(?= [^\s-]))")
_WORD_BEFORE: Final = re.compile(
    r"(?:[^\W\d_]{2,}[\"'”’)\]»,.!?:;*%]{0,3}|[0-9]+[\"'”’)\]»,.!?]{0,2})\Z"
)
_WORD_BEHIND: Final = re.compile(r"[\"'“‘(\[«]{0,3}(?:[^\W\d_]{2}|[AIaio]\b)")
_DAYS_AND_MONTHS: Final = (
    "mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|monday|tuesday|wednesday|thursday|friday"
    "|saturday|sunday|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|now|today|present"
)
_RANGE_END: Final = re.compile(rf"(?:{_DAYS_AND_MONTHS})\b", re.IGNORECASE)
_RANGE_START: Final = re.compile(rf"(?:\d|\b(?:{_DAYS_AND_MONTHS}))[.,)]?\Z", re.IGNORECASE)
_LOOK_BACK: Final = 40
# In a list, a table or a definition a hyphen parts a term from what is said of it.
_NOT_IN: Final = frozenset({"list-item", "table-cell", "definition"})


@rule
class SpacedHyphenAsDash:
    """Report a hyphen between two spaces that stands for a dash.

    `dash` is the one that the house uses, `spaced` whether spaces stay around it: " – " is British,
    "—" American. Silent in lists and tables, in ranges (Monday - Friday, 10 - 20), in sums and
    beside code.
    """

    meta: ClassVar = RuleMeta(
        name="spaced-hyphen-as-dash",
        group="typography",
        summary="a hyphen between spaces stands for a dash",
        severity=Severity.INFO,
        presets=("typography",),
        fix="always",
        examples=(
            Good("A well-known army – the largest — left. 10 - 20, x - y, Monday - Friday.\n"),
            Good("May 2010 - June 2011, `a` - `b`, 9am - 5pm, 1999 - present.\n"),
            Good("- The army - it left.\n\n| Army - it left |\n|---|\n| Army - it left |\n"),
            Bad(
                "The army - the **largest** - left.\n",
                at=("1:10", "1:28"),
                fixed="The army – the **largest** – left.\n",
            ),
            Bad(
                "The army -\nit left - went home.\n",
                at=("1:10", "2:9"),
                fixed="The army -\nit left—went home.\n",
                options={"dash": "—", "spaced": False},
            ),
        ),
    )
    dash: Literal["–", "—"] = "–"
    spaced: bool = True

    def check(self, doc: Document) -> Iterator[Problem]:
        """All hyphens that stand for a dash, in the order of the text."""
        for segment in doc.prose.segments_at(_suspects(doc.prose.text)):
            if segment.kind in _NOT_IN:
                continue
            for found in _HYPHEN.finditer(segment.text):
                if _parts_clauses(segment.text, found.start()):
                    yield self._problem(doc, segment, found.start())

    def _problem(self, doc: Document, segment: Segment, at: int) -> Problem:
        text = segment.text
        span = segment.source_span(at, at + 1)
        dash = f" {self.dash} " if self.spaced else self.dash
        before = text[max(0, at - _LOOK_BACK) : at].split()[-1]
        behind = text[at + 1 : at + 1 + _LOOK_BACK].split()[0]
        edit = self._edit(doc, span)
        return Problem(
            span,
            f'"{before} - {behind}" has a hyphen for a dash, expected "{before}{dash}{behind}"',
            fix=Fix(f'write "{dash}"', (edit,), safe=True) if edit else None,
        )

    def _edit(self, doc: Document, span: Span) -> Edit | None:
        """The dash with the spaces around it, if they are to go; none where a line ends."""
        if not doc.is_editable(span, "-"):
            return None
        if self.spaced:
            return Edit(span, self.dash)
        around = Span(span.start - 1, span.end + 1)
        return Edit(around, self.dash) if doc.text[around.start : around.end] == " - " else None


def _suspects(prose: str) -> Iterator[int]:
    return (found.start() for found in _HYPHEN.finditer(prose))


def _parts_clauses(text: str, at: int) -> bool:
    """Whether words stand on both sides of a hyphen that make no range and no sum."""
    before = text[max(0, at - _LOOK_BACK) : at].rstrip()
    behind = text[at + 1 : at + 1 + _LOOK_BACK].lstrip()
    if PLACEHOLDER in (before[-1:], behind[:1]) or not _WORD_BEHIND.match(behind):
        return False
    if not _WORD_BEFORE.search(before):
        return False
    return not (_RANGE_START.search(before) and _RANGE_END.match(behind))
