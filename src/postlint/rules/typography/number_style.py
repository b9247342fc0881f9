"""Numbers are set the way the house sets them: three men, 12 men, 12,500 men, 5%."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final, Literal, NamedTuple

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.language.english import is_english
from postlint.language.quotations import is_quoted
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_ONES: Final = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL: Final = {word: value for value, word in enumerate(_ONES.split())}
_TENFOLD: Final = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_COMPOUND: Final = {
    f"{ten}-{one}": tens + ones
    for ten, tens in _TENFOLD.items()
    for one, ones in _SMALL.items()
    if 0 < ones < 10
}
VALUES: Final = {**_SMALL, **_TENFOLD, **_COMPOUND}
"""Number words and what they are worth."""
_WORDS: Final = {value: word for word, value in VALUES.items()}

_BEHIND: Final = r"(?=[ \u00a0\n](?P<behind>[a-z][a-z’'-]+)(?!\w|\.\w|/))"
_FEW: Final = re.compile(rf"(?<![^\s(])(?P<number>[0-9]{{1,2}}){_BEHIND}")
_MANY: Final = re.compile(r"(?<![^\s($€£])(?P<number>[1-9][0-9]{4,11})(?![\w%/-]|[.,:]\d)")
_GROUPED: Final = re.compile(r"(?<![^\s($€£])(?P<number>[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?![\w,/-])")
_SPELT: Final = re.compile(rf"(?<![^\s(])(?P<number>[a-z]+(?:-[a-z]+)?){_BEHIND}")
_PERCENT: Final = re.compile(
    r"(?<![\w.,])[0-9]+(?:[.,][0-9]+)*(?P<number>[ \u00a0]?%|[ \u00a0-]per ?cent)(?!\w)"
)
_LAST_WORD: Final = re.compile(r"([\w’'#-]+)[\s(]*\Z")
_NEXT_WORD: Final = re.compile(r"[ \u00a0\n]([a-z][a-z’'-]+)")
_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’)\]]{0,2}\s+")
_LOOK_BACK: Final = 40
_LOOK_AROUND: Final = 200

# No noun behind a number: then it is one of a list, a label, a code.
_FUNCTION_WORDS: Final = """
    a an and are as at be been below but by can do does for from had has have if in into is it its
    less more no not of off on or out over per so than that the their then they this times to up
    was we were when where which who will with would you your above after before plus minus
"""
_UNITS: Final = """
    acres am amp amps bit bits byte bytes celsius cent centimeters centimetres cents cm degree
    degrees dollars euros fahrenheit feet foot ft gallons gb ghz gigabytes gram grams hectares hz
    inch inches kb kg kilobytes kilograms kilometer kilometers kilometre kilometres km kph lb lbs
    liters litres mb megabytes meters metres mg mhz mile miles million billion trillion mm mph ms
    nautical ounces oz pence percent percentage pixels pm points pounds px seconds tb terabytes
    thousand tonnes tons volts watts yard yards o'clock x
"""
_LABELS: Final = """
    age aged appendix article block box build bug category chapter channel class code column commit
    day days day's edition episode error exit figure floor form gate grade group id issue item level
    line lines no number numbers option page pages paragraph part phase platform point port pr
    question release room round row rule season section size stage step table ticket tier top track
    type version volume week zip
"""


_NO_NOUNS: Final = frozenset(_FUNCTION_WORDS.split())
_MEASURES: Final = frozenset(_UNITS.split())
_NUMBERED: Final = frozenset(_LABELS.split())


class _Wrong(NamedTuple):
    """A number that is set otherwise, as a range of a segment's text, and how the house sets it."""

    start: int
    end: int
    right: str
    shown: str


@rule
class NumberStyle:
    """Report numbers in words or digits, without their commas, or with another percent sign.

    Below `spell-below` a number is a word and from there on digits (0: as it is). `thousands` is
    what parts the digits of 12,500 (of five digits or more), `percent` what stands behind 5; "keep"
    leaves them. Silent on units, ages, dates, labels (page 3), where a sentence has more numbers,
    where a list item begins, in headings, tables and quotations, and in a paragraph that is not
    English.
    """

    meta: ClassVar = RuleMeta(
        name="number-style",
        group="typography",
        summary="a number is not set as the house sets it",
        severity=Severity.INFO,
        presets=("news",),
        fix="always",
        reads="english",
        examples=(
            Good("The three men walked for 3 km to a 5-year-old girl, aged 5, on 3 May.\n"),
            Good("They lost 12 men and from 3 to 15 tanks. See page 3 here. It is 3 million.\n"),
            Good('He said: "We lost 3 tanks." Ten men left. It is on port 12345 of the server.\n'),
            Good("## 3 men left\n\nThey won 3 of the seats, and 5% of 12,500 votes.\n"),
            Bad(
                "They lost 3 men. 5 tanks left. Of these eleven tanks left.\n",
                at=("1:11", "1:18", "1:41"),
                fixed="They lost three men. Five tanks left. Of these 11 tanks left.\n",
            ),
            Bad(
                "They lost 12500 men, 5 percent of them.\n",
                at=("1:11", "1:23"),
                fixed="They lost 12,500 men, 5% of them.\n",
            ),
            Bad(
                "They lost 12,500 men, 5% of them.\n",
                at=("1:11", "1:24"),
                fixed="They lost 12\u00a0500 men, 5 per cent of them.\n",
                options={"thousands": " ", "percent": "per cent"},
            ),
        ),
    )
    spell_below: int = 10
    thousands: Literal[",", " ", "keep"] = ","
    percent: Literal["%", "percent", "per cent", "keep"] = "%"

    def check(self, doc: Document) -> Iterator[Problem]:
        """All numbers set otherwise, in the order of the text."""
        for segment in self._suspects(doc):
            wrong = sorted(self._wrong(segment.text))
            if not wrong or not is_english(segment, doc.segments):
                continue
            for one in wrong:
                span = segment.source_span(one.start, one.end)
                written = segment.text[one.start : one.end]
                starts_item = one.start == 0 and segment.kind == "list-item"
                if starts_item or is_quoted(segment, one.start):
                    continue
                if doc.is_editable(span, written):
                    right = one.right.strip()
                    yield Problem(
                        span,
                        f'number is "{one.shown}", expected "{right}"',
                        suggestions=(right,),
                        fix=Fix(f'write "{right}"', (Edit(span, one.right),)),
                    )

    def _suspects(self, doc: Document) -> list[Segment]:
        """The segments of running text that have a number."""
        digits = (found.start() for found in re.finditer("[0-9]+", doc.prose.text))
        words = {word for word, value in (_SMALL | _TENFOLD).items() if value >= self.spell_below}
        spelt = doc.prose.places_of(words & doc.prose.words) if self.spell_below else ()
        segments = doc.prose.segments_at([*digits, *spelt])
        return [one for one in segments if one.kind in ("paragraph", "list-item", "footnote")]

    def _wrong(self, text: str) -> Iterator[_Wrong]:
        if self.spell_below:
            yield from self._digits(text)
            yield from self._words(text)
        if self.thousands != "keep":
            yield from self._thousands(text)
        if self.percent != "keep":
            yield from self._percents(text)

    def _digits(self, text: str) -> Iterator[_Wrong]:
        """Digits that are to be words."""
        for found in _FEW.finditer(text):
            value = int(found["number"])
            if not 0 < value < self.spell_below or not _counts(text, found):
                continue
            if value in _WORDS and not _has_other_number(text, found):
                word = _WORDS[value]
                right = word.capitalize() if _starts_sentence(text, found.start()) else word
                yield _Wrong(*found.span("number"), right, found["number"])

    def _words(self, text: str) -> Iterator[_Wrong]:
        """Words that are to be digits."""
        for found in _SPELT.finditer(text):
            value = VALUES.get(found["number"], 0)
            if value < self.spell_below or not _counts(text, found):
                continue
            if value > 1 and not _has_other_number(text, found):
                yield _Wrong(*found.span("number"), str(value), found["number"])

    def _thousands(self, text: str) -> Iterator[_Wrong]:
        mark = "," if self.thousands == "," else "\u00a0"
        for found in _MANY.finditer(text):
            behind = _NEXT_WORD.match(text, found.end())
            is_money = text[found.start() - 1 : found.start()] in ("$", "€", "£")
            if is_money or (behind and _is_noun(behind[1]) and not _is_label(text, found.start())):
                grouped = f"{int(found['number']):,}".replace(",", mark)
                yield _Wrong(*found.span("number"), grouped, found["number"])
        for found in _GROUPED.finditer(text) if mark != "," else ():
            grouped = found["number"].replace(",", mark)
            yield _Wrong(*found.span("number"), grouped, found["number"])

    def _percents(self, text: str) -> Iterator[_Wrong]:
        right = self.percent if self.percent == "%" else f" {self.percent}"
        for found in _PERCENT.finditer(text):
            if found["number"].replace("\u00a0", " ") != right:
                yield _Wrong(*found.span("number"), right, found["number"].strip())


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether a number tells how many there are of something that takes no digits."""
    if not _is_noun(found["behind"]) or found["behind"] in _MEASURES:
        return False
    is_age = text.startswith((" old", " of age"), found.end("behind"))
    return not is_age and not _is_label(text, found.start())


def _is_noun(word: str) -> bool:
    return word not in _NO_NOUNS and word not in VALUES


def _is_label(text: str, at: int) -> bool:
    """Whether the word before a number is numbered by it, or is a name: page 3, Windows 8."""
    if _starts_sentence(text, at):
        return False
    before = _LAST_WORD.search(text[max(0, at - _LOOK_BACK) : at])
    word = before[1] if before else ""
    return not word.islower() or word in _NUMBERED or word in VALUES or not word.isalpha()


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - _LOOK_BACK) : at]
    return not before.strip() or _SENTENCE_END.search(before[-4:]) is not None


def _has_other_number(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence has another number, which it may be set like."""
    before = _SENTENCE_END.split(text[max(0, found.start() - _LOOK_AROUND) : found.start()])[-1]
    behind = _SENTENCE_END.split(text[found.end() : found.end() + _LOOK_AROUND])[0]
    words = re.findall(r"[\w-]+", f"{before} {behind}")
    return any(word[0].isdigit() or word.lower() in VALUES.keys() - {"one"} for word in words)
