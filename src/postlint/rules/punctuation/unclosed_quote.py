"""A quotation that never ends leaves the reader to guess whose words they are reading."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.prose import Prose
from postlint.content.segment import PLACEHOLDER, STANDS_ALONE, Segment
from postlint.language.quote_roles import INCHES, Role, double_role, single_role
from postlint.model.finding import Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.rules.base import Bad, Good, RuleMeta, rule

_HELP: Final = (
    "close the quotation, or open the next paragraph with a quotation mark if it goes on there"
)

_DOUBLE = late_pattern(r"[\"“”„]")
_GUILLEMET = late_pattern(r"[«»]")
# Not those inside a word: don't, l'été.
_SINGLE = late_pattern(r"['‘’‚](?:(?<!\w.)|(?!\w))")
# The same as shapes of prose, or a little more.
_LIKE_DOUBLE = late_pattern(rb'"')
_LIKE_SINGLE = late_pattern(rb"'(?:(?<![aA0]')|(?![aA0]))")

_SENTENCE_END = late_pattern(r"[.!?](?=\s+\S)")

# 'Abd, ‘Umar, 'Iolani: the mark stands for a sound that comes before a vowel. A quotation may begin
# with such a word as well, with one of these above all, or where a comma or colon leads up to it.
_NAME = late_pattern(r"[AEIOUÁÂÉÍÎÓÚÛĀĒĪŌŪ][^\W\d_]+")
_NO_NAMES: Final = frozenset(
    [
        "about",
        "above",
        "absolutely",
        "according",
        "across",
        "actually",
        "after",
        "again",
        "against",
        "ain",
        "all",
        "almost",
        "already",
        "also",
        "although",
        "always",
        "am",
        "among",
        "an",
        "and",
        "another",
        "any",
        "anybody",
        "anyone",
        "anything",
        "are",
        "aren",
        "around",
        "as",
        "at",
        "each",
        "either",
        "else",
        "end",
        "enough",
        "especially",
        "even",
        "eventually",
        "ever",
        "every",
        "everybody",
        "everyone",
        "everything",
        "everywhere",
        "exactly",
        "except",
        "if",
        "imagine",
        "immediately",
        "important",
        "in",
        "indeed",
        "inside",
        "instead",
        "into",
        "is",
        "isn",
        "it",
        "its",
        "obviously",
        "of",
        "off",
        "often",
        "oh",
        "ok",
        "okay",
        "old",
        "on",
        "once",
        "one",
        "only",
        "open",
        "or",
        "other",
        "others",
        "otherwise",
        "our",
        "ours",
        "out",
        "outside",
        "over",
        "own",
        "under",
        "unfortunately",
        "unless",
        "until",
        "up",
        "upon",
        "us",
        "use",
        "usually",
    ]
)
_BEFORE_SPEECH: Final = (",", ":", "—", "–", "-")

# May stand before the first mark of a paragraph.
_BEFORE_FIRST: Final = " \t\n\u00a0—–-•*" + PLACEHOLDER

# Their quotation marks never run on into the next segment.
# Written without spaces between words, or in Korean with particles set close to a quotation, so
# that nothing tells an opening mark from a closing one.
_UNSPACED = late_pattern(
    r"[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af]"
)

# A clause in guillemets, not an arrow: "« Older posts".
_CLAUSE = late_pattern(r"«[\u00a0\u202f]?\w[^«»]{10,}?[.,!?]")
# »So« is German and Danish; French and Spanish may begin each paragraph of a quotation with ».
_TURNED = late_pattern(r"»\w|\w«")
_MOST_SLIPS: Final = 3
"""More marks without a partner in one segment, and it is no prose."""
_WORDS_SHOWN: Final = 4


@dataclass(slots=True)
class _Marks:
    """The marks of one kind in one segment, paired off."""

    index: int
    """Of the segment, in the document."""
    segment: Segment
    starts_open: bool = False
    """Whether the segment begins with an opening mark, as each paragraph of a long quotation."""
    unclosed: list[int] = field(default_factory=list)
    unopened: list[int] = field(default_factory=list)


@rule
class UnclosedQuote:
    """Report a quotation that is opened and not closed in its paragraph, or the reverse."""

    meta: ClassVar = RuleMeta(
        name="unclosed-quote",
        group="punctuation",
        summary="a quotation is opened and never closed",
        severity=Severity.WARNING,
        examples=(
            Good("'The leaders' talks don't end,' he said of the '90s and rock 'n' roll.\n"),
            Good('He is 6\' 2" and she is 5\'10" tall, with a 12" record and a "B".\n'),
            Good('"It began in May.\n\n"It ended in June," she said.\n'),
            Good("“He said ‘no’ to both countries’ offers,” she said.\n"),
            Good("“I heard someone say, ‘Stop!’” She nodded at 'Abd al-Rahman.\n"),
            Good("The **\"free** press\" of ['both' sides](x.md)\n"),
            Bad("Both countries' leaders called for 'an end to the war.\n", at=("1:36",)),
            Bad('She said: "We are leaving.\n\nThey left.\n', at=("1:11",)),
            Bad("“We are leaving, she said.\n", at=("1:1",)),
            Bad('We are leaving," she said.\n', at=("1:16",)),
            Bad("„Wir gehen, sagte er.\n", at=("1:1",)),
            Bad("«Nous partons, dit-il.\n", at=("1:1",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All quotation marks without a partner, in the order of the text."""
        found = [*_lone_doubles(doc), *_lone_singles(doc), *_lone_guillemets(doc)]
        return iter(sorted(found, key=lambda problem: problem.span))


def _lone_doubles(doc: Document) -> Iterator[Problem]:
    if not _may_have_lone_doubles(doc.prose):
        return
    quoted = []
    for index, places in _by_segment(doc.prose, _LIKE_DOUBLE, _DOUBLE):
        text = doc.segments[index].text
        roles = [(at, double_role(text, at)) for at in places]
        marks = _pair(index, doc.segments[index], roles)
        if not _is_countable(text, roles):
            marks.unclosed.clear()
            marks.unopened.clear()
        quoted.append(marks)
    _join_paragraphs(quoted)
    for marks in quoted:
        if _is_believable(doc, marks):
            yield from (_unclosed(marks.segment, at) for at in marks.unclosed)
            yield from (_unopened(marks.segment, at) for at in marks.unopened)


def _lone_singles(doc: Document) -> Iterator[Problem]:
    quoted = []
    for index, places in _by_segment(doc.prose, _LIKE_SINGLE, _SINGLE):
        text = doc.segments[index].text
        roles = [(at, single_role(text, at)) for at in places]
        quoted.append(_pair(index, doc.segments[index], roles))
    if not quoted:
        return
    _join_paragraphs(quoted)
    # A name such as 'Abd or a term such as 'static is no quotation: it comes back.
    words = Counter(_word_after(marks.segment, at) for marks in quoted for at in marks.unclosed)
    for marks in quoted:
        # A closing mark without an opening one may well be an apostrophe.
        marks.unopened.clear()
        marks.unclosed = [
            at
            for at in marks.unclosed
            if words[_word_after(marks.segment, at)] == 1 and not _is_name(marks.segment.text, at)
        ]
        if _is_believable(doc, marks):
            yield from (_unclosed(marks.segment, at) for at in marks.unclosed)


def _lone_guillemets(doc: Document) -> Iterator[Problem]:
    if "«" not in doc.prose.text:
        return
    quoted = []
    for index, places in _by_segment(doc.prose, _LIKE_DOUBLE, _GUILLEMET):
        text = doc.segments[index].text
        if _TURNED.search(text):
            return
        roles: list[tuple[int, Role]] = [
            (at, "open" if text[at] == "«" else "close") for at in places
        ]
        quoted.append(_pair(index, doc.segments[index], roles))
    _join_paragraphs(quoted)
    for marks in quoted:
        # An arrow may point right on its own: "More »".
        marks.unopened.clear()
        marks.unclosed = [at for at in marks.unclosed if _CLAUSE.match(marks.segment.text, at)]
        if _is_believable(doc, marks):
            yield from (_unclosed(marks.segment, at) for at in marks.unclosed)


def _may_have_lone_doubles(prose: Prose) -> bool:
    """Whether there is more than pairs of straight marks: an even number of them counts as such."""
    if any(mark in prose.text for mark in "“”„"):
        return True
    return '"' in prose.text and any(one.text.count('"') % 2 for one in prose.segments)


def _by_segment(
    prose: Prose, like: re.Pattern[bytes], mark: re.Pattern[str]
) -> Iterator[tuple[int, list[int]]]:
    """The indexes of segments that have marks of one kind, and where in their texts these are."""
    for index, starts in prose.by_segment(prose.places_like(like)):
        text = prose.segments[index].text
        places = [start for start in starts if mark.match(text, start)]
        if places:
            yield index, places


def _pair(index: int, segment: Segment, roles: list[tuple[int, Role]]) -> _Marks:
    """Pair the marks off as brackets are; what is left over has no partner."""
    marks = _Marks(index, segment)
    opened = marks.unclosed
    is_perhaps_open = False
    for at, role in roles:
        if role == "open" or (role == "either" and not opened):
            opened.append(at)
        elif role != "none" and opened:
            opened.pop()
            is_perhaps_open = role == "perhaps-close"
        elif role == "close":
            if not is_perhaps_open:
                marks.unopened.append(at)
            is_perhaps_open = False
    first_at, first_role = roles[0]
    if first_role in ("open", "either"):
        marks.starts_open = not segment.text[:first_at].strip(_BEFORE_FIRST)
    return marks


def _is_countable(text: str, roles: list[tuple[int, Role]]) -> bool:
    """Whether a mark without a partner is more than a straight mark misread.

    An even number of straight marks is taken as pairs. A mark between two spaces is spoken of
    (the " character), and one after a short number may be inches.
    """
    if '"' not in text:
        return True
    return (
        len(roles) % 2 == 1
        and all(role != "none" for _, role in roles)
        and INCHES.search(text) is None
    )


def _join_paragraphs(quoted: list[_Marks]) -> None:
    """Forgive quotations that run over paragraphs.

    Either each paragraph opens with a mark and only the last closes, or the mark that closes
    stands in the next segment that has any.
    """
    for marks, behind in pairwise(quoted):
        kinds = (marks.segment.kind, behind.segment.kind)
        if not marks.unclosed or not STANDS_ALONE.isdisjoint(kinds):
            continue
        if behind.index == marks.index + 1 and behind.starts_open:
            marks.unclosed = _fragments(marks.segment.text, marks.unclosed)
        elif behind.unopened:
            marks.unclosed.pop()
            behind.unopened.pop(0)


def _fragments(text: str, opened: list[int]) -> list[int]:
    """The marks that open a few words of the last sentence: no other paragraph goes on with it."""
    last_end = max((match.start() for match in _SENTENCE_END.finditer(text)), default=0)
    return [at for at in opened if text[at + 1 : at + 2].islower() and at >= last_end]


def _is_name(text: str, at: int) -> bool:
    """Whether a single mark belongs to a name from Arabic, Hawaiian and the like."""
    word = _NAME.match(text, at + 1)
    if word is None or word[0].lower() in _NO_NAMES:
        return False
    return not text[max(0, at - 2) : at].rstrip().endswith(_BEFORE_SPEECH)


def _is_believable(doc: Document, marks: _Marks) -> bool:
    """Whether the marks left over in a segment tell of a slip, not of text that is no prose."""
    text = marks.segment.text
    lone = marks.unclosed or marks.unopened
    if not lone or len(lone) > _MOST_SLIPS or _UNSPACED.search(text):
        return False
    if marks.segment.is_cut_short:
        return False
    return not any(_has_mark_aside(doc, marks.segment, at) for at in lone)


def _has_mark_aside(doc: Document, segment: Segment, at: int) -> bool:
    """Whether code or a link right at the mark holds another one: its partner."""
    text = segment.text
    for aside in (at - 1, at + 1):
        if text[aside : aside + 1] == PLACEHOLDER:
            source = segment.source_span(aside, aside + 1)
            if text[at] in doc.text[source.start : source.end]:
                return True
    return False


def _unclosed(segment: Segment, at: int) -> Problem:
    words = segment.text[at + 1 : at + 81].replace(PLACEHOLDER, "…").split()
    return Problem(
        span=segment.source_span(at, at + 1),
        message=f'quotation mark before "{" ".join(words[:_WORDS_SHOWN])}" is never closed',
        help=_HELP,
    )


def _unopened(segment: Segment, at: int) -> Problem:
    words = segment.text[max(0, at - 80) : at].replace(PLACEHOLDER, "…").split()
    return Problem(
        span=segment.source_span(at, at + 1),
        message=f'quotation mark after "{" ".join(words[-_WORDS_SHOWN:])}" was never opened',
        help="open the quotation before its first word, or remove the mark",
    )


def _word_after(segment: Segment, at: int) -> str:
    words = segment.text[at + 1 : at + 41].split(maxsplit=1)
    return words[0] if words else ""
