"""A number and the word it counts are two words: "1.5million" is hard to read and to search."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.rules.base import Bad, Good, RuleMeta, rule

# Whole words, and only those that follow a number in news. Units and symbols (100km, 16GB, 90mph,
# 5G, $5bn), ordinals and names (4chan, 1Password) are written closed on purpose.
_SCALE: Final = "hundred|thousand|million|billion|trillion"
_COUNTED: Final = (
    r"hundreds|thousands|millions|billions|trillions|percent|per\scent"
    "|people|persons|men|women|children|boys|girls|families|residents|citizens|voters|players"
    "|members|students|pupils|patients|victims|workers|employees|officers|soldiers|troops|seconds"
    "|minutes|hours|days|weeks|months|years|decades|centuries|times|points|seats|votes|goals|games"
    "|matches|wickets|cases|deaths|countries|states|cities|villages|homes|houses|inches|feet|yards"
    "|miles|metres|meters|kilometres|kilometers|centimetres|centimeters|millimetres|millimeters"
    "|acres|hectares|litres|liters|gallons|pounds|ounces|grams|kilograms|tons|tonnes|degrees"
    "|dollars|euros|cents|pence"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
_COMPOUND: Final = (
    "second|minute|hour|day|week|month|year|mile|(?:kilo|centi|milli)?met(?:re|er)|litre|liter"
    "|gallon|acre|hectare|tonne"
)

# A path, an address, a call or a slug goes on after the word. "1.5million-strong" is no slug.
_JOINED = late_pattern(
    rf"[0-9](?=[A-Za-z])(?:(?P<scale>{_SCALE})(?!\w|[_./@(=]\w)"
    rf"|(?P<counted>{_COUNTED})(?!\w|[-_./@(=]\w)"
    rf"|(?P<compound>{_COMPOUND})(?!\w|[_./@(=]\w|-(?!old\b)\w))"
)
_LIKE_JOINED = late_pattern(rb"0[aA]")
# The last of the marks before it parts two measures: 10km/2hours.
_NUMBER = late_pattern(
    r"(?:(?<=[\s(\[\"'“‘—–~<>≥≤±£$€¥₹+])|(?<=[0-9]-)|\A"
    r"|(?<=[0-9][a-z]/)|(?<=[0-9][a-z]{2}/)|(?<=[0-9]\s[a-z]/)|(?<=[0-9]\s[a-z]{2}/))"
    r"[0-9][0-9.,]*\Z"
)
_LONGEST_NUMBER: Final = 20


@rule
class NumberJoinedToWord:
    """Report a number written together with the word it counts."""

    meta: ClassVar = RuleMeta(
        name="number-joined-to-word",
        group="punctuation",
        summary="a number and the word it counts are written as one word",
        severity=Severity.WARNING,
        fix="sometimes",
        examples=(
            Good("A 5G mast, 16GB, 100km, 90mph, 10am, 2nd, 1990s, 4x4, 3D, B2B and i18n\n"),
            Good("It cost $5bn, £3m or 2tn, says 10minutemail of version 1.2.3beta.\n"),
            Good("See the folder archive_2020/12days.html and #30days.\n"),
            Bad(
                "As many as 1.5million people\n",
                at=("1:12",),
                fixed="As many as 1.5 million people\n",
            ),
            Bad(
                "About 20people saw 12per cent of it on 3March.\n",
                at=("1:7", "1:20", "1:40"),
                fixed="About 20 people saw 12 per cent of it on 3 March.\n",
            ),
            Bad("A 10year-old boy\n", at=("1:3",), fixed="A 10-year-old boy\n"),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All numbers joined to a word, in the order of the text."""
        for segment in doc.prose.segments_at(doc.prose.places_like(_LIKE_JOINED)):
            for match in _JOINED.finditer(segment.text):
                border = match.start() + 1
                number = _NUMBER.search(segment.text, max(0, border - _LONGEST_NUMBER), border)
                if number is not None:
                    yield _problem(segment, number[0], match)


def _problem(segment: Segment, number: str, match: re.Match[str]) -> Problem:
    border = match.start() + 1
    is_compound = match.lastgroup == "compound" and number != "1"
    space = "-" if is_compound else " "
    word = " ".join(match[0][1:].split())
    fix = None
    if segment.is_verbatim(border - 1, border + 1):
        gap = segment.source_span(border, border)
        title = f'write "{number}{space}{word}"'
        fix = Fix(title, (Edit(gap, space),), safe=not is_compound)
    return Problem(
        span=segment.source_span(border - len(number), match.end()),
        message=f'"{number}{word}" has no space between number and word',
        suggestions=(f"{number}{space}{word}",),
        fix=fix,
    )
