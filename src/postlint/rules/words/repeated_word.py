"""A word set twice ("the the") slips in when a sentence is rewritten, and the eye reads over it."""

import re
from collections.abc import Iterator
from itertools import compress
from operator import eq
from typing import ClassVar, Final, NamedTuple

from postlint.content.document import Document
from postlint.content.prose import Prose
from postlint.content.segment import Segment
from postlint.language.english import is_english
from postlint.language.quotations import is_sic
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENERS: Final = r"\s(\[\"'“‘«—–…"
_PAIR: Final = late_pattern(
    rf"(?<![^{_OPENERS}])([^\W\d_]++)([ \t\u00a0]{{0,3}}+\n?[ \t\u00a0]{{0,3}}+)(?<!\w)"
    r"((?i:\1))(?![\w\u0300-\u036f/\\@‐‑(-]|['’.:]\w)"
)
_GAP: Final = late_pattern(r"[ \t\u00a0]*+(?:\r?\n[ \t\u00a0>]*+)?")
_HARD_BREAK: Final = late_pattern(r"(?:  |\\)\r?\n")
_QUOTES: Final = frozenset("\"'“”‘’«»")
_PAIR_BEHIND: Final = late_pattern(r"\s++(\w++)\s++\1(?!\w)")
_PAIR_BEFORE: Final = late_pattern(r"(?<!\w)(\w++)\s++\1\s++\Z")
_THIRD_AND_FOURTH: Final = late_pattern(r"\s++(\w++)\s++\1(?!\w)", re.IGNORECASE)
_WORDS: Final = late_pattern(r"[^\W\d_]++(?:['’][^\W\d_]++)?+")
# A list of terms that was written without list markers: "theme\ntheme: what it is".
_ENTRY: Final = late_pattern(r"\s{0,3}(?:[:=]|-{1,2}\s|[–—])")
_NEXT_WORD: Final = late_pattern(r"\s++(\w++)")
_ELIDED: Final = late_pattern(r"'(\w++) ++\1(?!\S)")
"""The first of the two words is only the end of one, as in "d'un un"."""
_SENTENCE_END: Final = late_pattern(r"[.!?…]['\"”’)\]]?\s")
_LONGEST_LOOK_BACK: Final = 200

# Words doubled for weight ("a very very long day") or by their sound, things and places with
# such a name, and what grammar doubles ("had had", "nous nous", "Menschen, die die Wahl haben").
_DOUBLED_ON_PURPOSE: Final = _words(
    """
    again big far great little long many more much never old really right so tiny too very way
    now there not do had
    aha ah ahem aw aye bye dear ha haha hear heh hello hey hi ho hm hmm huh hum hush la na nah nay
    no nope oh ok okay ooh ow please shh sh tsk tut uh um wait whoa wow yah yay yeah yep yes yup
    bang beep blah bla bling boing boo boom buzz cha cheep chirp choo chop chug clang clap click
    cluck coo cuckoo da ding dong doo drip dum hee hip honk hop knock meow moo mwah nom oink pew
    ping pong pop puff quack rah ring splash swish tap ta tee tick tock toot tra vroom wah whir
    woof yada yap yum
    agar bora can chow couscous dik din dub gado ga gee gogo go goo goody hula juju log mahi mama
    mau night nudge num pago papa pee peri pili piri pom pooh poo putt sing sub tata tom tuk tum
    tutu walla wee win wink ylang yo come
    one two three four five six seven eight nine ten hundred thousand million
    bar baz etc foo lorem
    nous vous si che via piano poco mano der die das den dem sie ihr wir es dat dit je det som se
    """
)

# A sure slip: the second can go, whatever stands around.
_FUNCTION_WORDS: Final = _words(
    """
    a about after also an and any are as at be because been before being between but by can could
    each for from has have he her his how if in into is it its just my of on or our should some
    than the their them these they this those through to under until up was we were what when
    where which while who why will with would you your
    """
)

_ONE_LETTER_WORDS: Final = frozenset("ayвскои")
_ALSO_NAMES: Final = _words("art bill chase grace grant hope mark may rob sue will")

# In other languages only what is never set twice there.
_FOREIGN_FUNCTION_WORDS: Final = _words(
    """
    und mit von für auf im am vom zum zur beim eine einen einem einer eines
    de le les des un une et dans pour avec par au aux el los las y con por del al una
    il gli di della nel per um uma com em dos das van voor met och og av för til
    и в на с из для от к
    """
)

# "What it is is unclear", "the way things were were", "all we can do do".
_CLAUSE_VERBS: Final = _words(
    "am are can could did does has have is may might must should was were will would"
)
_CLAUSE_OPENERS: Final = _words(
    "all as how that way what whatever where wherever which who whoever why"
)
_RELATIVES: Final = _words("what whatever which whichever who whoever")

_COMPARED: Final = _words("few fewer least less little more most only thing things")
# No figure of speech sets these three times.
_NEVER_THRICE: Final = _words("an and as at by for from in of on or the to with")

_CONJUNCTIONS: Final = _words(
    "although and because but if once or so that though unless until when where whether while"
)
_PREPOSITIONS: Final = _words(
    "about at behind by for from in into of on over through to under using with within"
)
_DETERMINERS: Final = _words(
    "a an he his i it its my no our she some the their there these they this those we you your"
)
_TIMES: Final = _words(
    """
    afternoon autumn evening fall month morning one quarter season spring summer time way week
    weekend winter year
    """
)

_ONLY_AFTER: Final = {
    "it": _CONJUNCTIONS,
    "you": _CONJUNCTIONS,
    "her": _CONJUNCTIONS | _PREPOSITIONS,
    "this": _CONJUNCTIONS | _PREPOSITIONS,
}
"""Pronouns that may end one clause and begin the next: "before you use it it has to be cleaned"."""
_RIGHT_AFTER: Final = {
    "in": _words(
        """
        am are be been being is was were bring brings bringing brought build built check checks
        checked checking come comes came coming dial dialed drop dropped engage engaged fill filled
        fit fits get gets getting give gives gave given go goes going gone went hand handed he i
        interested involved it join joined key keyed kick kicks kicked live lives lived living log
        logs logged logging move moves moved moving opt opts opted opting phone phoned plug plugs
        plugged she sign signs signed signing step stepped take taken they took tune tuned turn
        turned type typed walk walked we weigh weighed you zoom zoomed
        """
    ),
    "on": _words(
        """
        act acted acting am are be been being is was were based build builds built carries carry
        carried carrying catch caught come comes came coming depend depends depended early earlier
        focus focused focuses focusing get gets getting go goes going gone went hang hold it keep
        keeps kept later live lives log logged move moves moved moving pass passed put puts relied
        relies rely relying she he i they we you sign signed so switch switched switches then turn
        turned turns turning work worked working works
        """
    ),
    "all": _words("after"),
    "other": _words("each"),
}
"""Verbs with a particle, and what else ends before the second word: "log in in private"."""


@rule
class RepeatedWord:
    """Report a word that stands twice in a row with nothing but white space between.

    Silent where doubling is meant or right: "had had", "that that", "no no", "what it is is",
    "log in in private", names such as Duran Duran, more than two in a row (but not
    "the the the"), a mention in quotation marks, `[sic]`. In a text that is not English only
    function words are reported.
    """

    meta: ClassVar = RuleMeta(
        name="repeated-word",
        group="words",
        summary="a word stands twice in a row",
        severity=Severity.WARNING,
        fix="always",
        examples=(
            Good("He had had enough. She said that that was it. No no, what it is is a war.\n"),
            Good("They saw Duran Duran in Pago Pago and flew to New York, New York.\n"),
            Good("It was a very very long night. Row row row your boat.\n"),
            Good("Log in in private mode: the `the` the [the](a.md) the\n\nthe end\n"),
            Good('Look for "the the" in the text.\n'),
            Good("Nous nous sommes vus. Menschen, die die Wahl haben, und sie sie nicht.\n"),
            Bad(
                "This is the the first day.\n",
                at=("1:9",),
                fixed="This is the first day.\n",
            ),
            Bad(
                "> The ministry said on\n> on Monday that that the army retreated.\n",
                at=("1:21", "2:13"),
                fixed="> The ministry said\n> on Monday that the army retreated.\n",
            ),
            Bad("The the army of the north.\n", at=("1:1",), fixed="The army of the north.\n"),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All repeated words, in the order of the text."""
        for segment in doc.prose.segments_at(_suspects(doc.prose)):
            reads_english: bool | None = None
            for match in _PAIR.finditer(segment.text):
                pair = _Pair(segment.text, *match.span(), match[1], match[3])
                if _is_meant(pair) or not _is_contiguous(doc, segment, match):
                    continue
                if reads_english is None:
                    reads_english = is_english(segment, doc.segments)
                if _is_slip(pair, reads_english) and _is_slip_by_case(pair, doc.prose):
                    yield _problem(segment, match)
                    third = _PAIR.match(segment.text, match.start(3))
                    if third and "\n" not in match[2] + third[2]:
                        yield _problem(segment, third)


def _suspects(prose: Prose) -> Iterator[int]:
    """Where two words in a row are the same; no line of Python runs for each word of a post."""
    words = prose.lower_words
    doubled = {*compress(words, map(eq, words, words[1:]))} - _DOUBLED_ON_PURPOSE
    for at, _, _ in prose.side_by_side({(word, word) for word in doubled}):
        if _PAIR.match(prose.text, at):
            yield at
    yield from (match.start(1) for match in _ELIDED.finditer(prose.lower))


class _Pair(NamedTuple):
    """A word that stands twice in `text[start:end]`, as it is written first and second."""

    text: str
    start: int
    end: int
    first: str
    second: str

    @property
    def word(self) -> str:
        return self.second.lower()

    @property
    def next_word(self) -> str:
        """The word after the pair, in small letters; "" at the end or before a mark."""
        match = _NEXT_WORD.match(self.text, self.end)
        return match[1].lower() if match else ""

    @property
    def words_before(self) -> list[str]:
        """What stands before the pair in its sentence, in small letters."""
        before = self.text[max(0, self.start - _LONGEST_LOOK_BACK) : self.start]
        return _WORDS.findall(_SENTENCE_END.split(before)[-1].lower())


def _is_meant(pair: _Pair) -> bool:
    """Whether the pair is a figure of speech, a mention or a part of a longer row of words."""
    text, start, end, word = pair.text, pair.start, pair.end, pair.word
    if word in _DOUBLED_ON_PURPOSE or (len(word) == 1 and word not in _ONE_LETTER_WORDS):
        return True
    if start and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES:
        return True
    if is_sic(text, end):
        return True
    if word in _NEVER_THRICE and pair.next_word == word and pair.words_before[-1:] != [word]:
        return _THIRD_AND_FOURTH.match(text, end) is not None
    if pair.next_word == word or pair.words_before[-1:] == [word]:
        return True
    if word not in _FUNCTION_WORDS and "\n" in text[start:end] and _ENTRY.match(text, end):
        return True
    in_row = _PAIR_BEHIND.match(text, end) or _PAIR_BEFORE.search(text[max(0, start - 60) : start])
    return in_row is not None


def _is_contiguous(doc: Document, segment: Segment, match: re.Match[str]) -> bool:
    """Whether the words are whole in the source with only white space or a line end between."""
    if not (segment.is_verbatim(*match.span(1)) and segment.is_verbatim(*match.span(3))):
        return False
    first, second = segment.source_span(*match.span(1)), segment.source_span(*match.span(3))
    gap = doc.text[first.end : second.start]
    return _GAP.fullmatch(gap) is not None and not _HARD_BREAK.match(gap)


def _is_slip(pair: _Pair, is_english: bool) -> bool:
    """Whether no grammar sets this word twice where it stands."""
    word = pair.word
    if not is_english or not word.isascii():
        return word in _FOREIGN_FUNCTION_WORDS
    before = pair.words_before
    last = before[-1] if before else ""
    if word == "a" and len(pair.next_word) == 1:
        return False
    if word == "that":
        # "Is it that that you want?"
        is_asked = before[-2:] in (["is", "it"], ["was", "it"])
        return pair.next_word in _DETERMINERS and not is_asked
    if word == "this" and pair.next_word in _TIMES:
        return False
    if word in _ONLY_AFTER:
        return not last or last in _ONLY_AFTER[word]
    if word in _CLAUSE_VERBS:
        return (_CLAUSE_OPENERS | _COMPARED).isdisjoint(before)
    if word not in _FUNCTION_WORDS and last in _RELATIVES:
        return False
    return last not in _RIGHT_AFTER.get(word, ())


def _is_slip_by_case(pair: _Pair, prose: Prose) -> bool:
    """Whether the capitals allow a slip: no name, no title, no verb after a name (Will will)."""
    first, second, word = pair.first, pair.second, pair.word
    if first == second == word:
        return True
    if first.isupper() and len(first) > 1:
        return first == second and word in _FUNCTION_WORDS
    if pair.words_before or first != word.capitalize():
        return False
    if second == word:
        return word not in _ALSO_NAMES
    if not pair.next_word or pair.next_word in _CLAUSE_VERBS:
        # "The The are a band."
        return False
    return word in _FUNCTION_WORDS or word in prose.words


def _problem(segment: Segment, match: re.Match[str]) -> Problem:
    first, second = segment.source_span(*match.span(1)), segment.source_span(*match.span(3))
    return Problem(
        span=Span(first.start, second.end),
        message=f'"{match[3]}" stands twice in a row',
        suggestions=(match[1],),
        fix=Fix(
            f'remove one "{match[3]}"',
            (Edit(_surplus(segment, match), ""),),
            safe=match[3].lower() in _FUNCTION_WORDS,
        ),
    )


def _surplus(segment: Segment, match: re.Match[str]) -> Span:
    """What to take away so that the lines of the source stay as they are."""
    text, (start, end) = segment.text, match.span()
    first, second = segment.source_span(*match.span(1)), segment.source_span(*match.span(3))
    if "\n" not in match[2]:
        return Span(first.end, second.end)
    spaced = text[start - 1 : start] == " " and segment.is_verbatim(start - 1, match.end(1))
    if match[1] == match[3] and spaced:
        return Span(first.start - 1, first.end)
    has_space = text[end : end + 1] == " " and segment.is_verbatim(match.start(3), end + 1)
    return Span(second.start, second.end + has_space)
