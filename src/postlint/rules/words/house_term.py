"""A house spells a name one way; readers and search lose the thread when a post does not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.language.terms.terms import NO_TERMS, Terms, refuse_long, rows_of
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.rules.base import Bad, Good, RuleMeta, of_config, rule

if TYPE_CHECKING:
    from postlint.language.terms.table import Hit, Table

# In front matter a quote, colon or hash of the right form could end the value or its quotes.
_HARMLESS: Final = late_pattern(r"\w(?:[\w .’–—-]*\w)?")
_MARKUP: Final = frozenset("\\`*[]<>|~$")


@rule
class HouseTerm:
    """Report a word or phrase that the house writes otherwise, as its table of terms says.

    A term in small letters is found in any case, and its replacement follows: with `teh = "the"`,
    Teh becomes The and TEH becomes THE; a replacement that has capitals of its own keeps them.
    A term with capitals is found as it is written, at the start of a sentence, and in capitals
    throughout: with `Kiev = "Kyiv"`, KIEV becomes KYIV, and kiev is left alone. White space in a
    term stands for any white space, a line break too. The longest term counts. A term is not found
    inside a longer word, nor where the right form already stands; a term that is its own
    replacement protects a phrase: `"chicken Kiev" = "chicken Kiev"`.

    The rows of `[terms]` and of the files it names can say more: how severe they are, why, and
    where they do not apply; see docs/terms.md. The option `terms` is laid over them.
    """

    meta: ClassVar = RuleMeta(
        name="house-term",
        group="words",
        summary="a word or phrase is not in house style",
        severity=Severity.ERROR,
        fix="sometimes",
        examples=(
            Good("Without a table of terms, Karakbakh is let be.\n"),
            Good(
                "Karakbakhis live in Nagorno-Karabakh.\n",
                options={"terms": {"Karakbakh": "Karabakh", "Karabakh": "Nagorno-Karabakh"}},
            ),
            Good(
                "He ate chicken Kiev in Kyiv; `Kiev` is code, kiev is not the city.\n",
                options={"terms": {"Kiev": "Kyiv", "chicken Kiev": "chicken Kiev"}},
            ),
            Bad(
                "The Karakbakh war. KARAKBAKH'S WAR.\n",
                at=("1:5", "1:20"),
                fixed="The Karabakh war. KARABAKH'S WAR.\n",
                options={"terms": {"Karakbakh": "Karabakh"}},
            ),
            Bad(
                "Teh war in teh north. TEH END.\n",
                at=("1:1", "1:12", "1:23"),
                fixed="The war in the north. THE END.\n",
                options={"terms": {"teh": "the"}},
            ),
            Bad(
                "Troops in Nagorny-Karabakh and in Nagorny\nKarabakh.\n",
                at=("1:11", "1:35"),
                fixed="Troops in Nagorno-Karabakh and in Nagorno\nKarabakh.\n",
                options={
                    "terms": {
                        "Nagorny-Karabakh": "Nagorno-Karabakh",
                        "Nagorny Karabakh": "Nagorno Karabakh",
                        "Karabakh": "Artsakh",
                    }
                },
            ),
        ),
    )
    terms: Mapping[str, str] = field(default_factory=dict)
    house: Terms = field(default=NO_TERMS, metadata=of_config("terms"))

    def __post_init__(self) -> None:
        refuse_long((*self.terms.keys(), *self.terms.values()))

    def check(self, doc: Document) -> Iterator[Problem]:
        """All terms that the house writes otherwise, in the order of the text."""
        if not (self.terms or self.house.rows):
            return
        from postlint.language.terms.find import find

        for segment, hit in find(doc.prose, self._table):
            yield _problem(segment, hit)

    @cached_property
    def _table(self) -> "Table":
        terms = self.house.under(rows_of(self.terms)) if self.terms else self.house
        return terms.table


def _problem(segment: Segment, hit: "Hit") -> Problem:
    found = " ".join(segment.text[hit.start : hit.end].split())
    wanted = " or ".join(f'"{right}"' for right in hit.rights)
    return Problem(
        span=segment.source_span(hit.start, hit.end),
        message=f'"{found}" is {wanted or "not used"} in house style',
        help=hit.row.help,
        suggestions=hit.rights,
        fix=_fix(segment, hit.start, hit.end, hit.rights[0]) if len(hit.rights) == 1 else None,
        severity=hit.row.severity,
    )


def _fix(segment: Segment, start: int, end: int, right: str) -> Fix | None:
    """Replace the whole where it stands in one piece; else word by word, around the markup."""
    in_front_matter = segment.kind in ("title", "description")
    if in_front_matter and not _HARMLESS.fullmatch(right):
        return None
    title = f'replace with "{right}"'
    safe = _MARKUP.isdisjoint(right)
    found = segment.text[start:end]
    is_whole = segment.is_verbatim(start, end)
    if is_whole and "\n" not in found:
        return Fix(title, (Edit(segment.source_span(start, end), right),), safe)
    words = [(start + word.start(), start + word.end()) for word in re.finditer(r"\S+", found)]
    new_words = right.split()
    if len(words) != len(new_words) or not all(segment.is_verbatim(*word) for word in words):
        edit = Edit(segment.source_span(start, end), right)
        return Fix(title, (edit,), safe) if is_whole else None
    edits = tuple(
        Edit(segment.source_span(*word), new)
        for word, new in zip(words, new_words, strict=True)
        if segment.text[slice(*word)] != new
    )
    return Fix(title, edits, safe)
