"""What is wrong with a suspicious word, if anything, and what was meant: one verdict a word."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from postlint.content.facts import VerdictKind
from postlint.language.derived import is_compound, is_derived
from postlint.language.excuses import has_excuse
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.name_pairs import OtherForm
from postlint.language.names import established_name
from postlint.language.near_miss import form_evidence, score
from postlint.language.near_miss_weights import WEIGHTS
from postlint.language.suspects import Guess, Suspect
from postlint.language.tokens import Token

NEAR_THRESHOLD: Final = 0.4
"""Log odds from which on a word that no list has is reported ..."""
NEAR_NAME_THRESHOLD: Final = 1.5
"""... one that begins a sentence, a rare word, a name, or two words in one ..."""
NEAR_CAPITAL_INSIDE_THRESHOLD: Final = 2.0
"""... one that has a capital inside a sentence ..."""
NEAR_SHORT_THRESHOLD: Final = 2.5
"""... a short one, which is an abbreviation more often than a slip ..."""
NEAR_DERIVED_THRESHOLD: Final = 4.5
"""... one that is derived by the rules, as anybody may do ..."""
NEAR_OTHER_LANGUAGE: Final = 0.5
"""... and so much more in other languages than English, for which the weights were fitted ..."""
LISTED_THRESHOLD: Final = -5.0
"""... a known misspelling, before it counts that a list has it ..."""
LISTED_CAPITAL_THRESHOLD: Final = -1.5
"""... one that has a capital inside a sentence, where names have one ..."""
LISTED_NAME_THRESHOLD: Final = 0.0
"""... and one that is known to be a surname, too."""
LISTED_FIRST: Final = 3.0
"""How much likelier a listed correction is than another word."""
JOINED_FIRST: Final = 4.0
"""... and how much more if only its blanks or apostrophes were left out: alot, theyre."""
STANDS_OUT: Final = 2.0
"""By how much log odds one candidate has to be likelier than the next to be put in unasked."""
OFTEN_ENOUGH: Final = 3
"""How much more often one of two forms of a name has to stand in a post to be put in unasked."""
_MOST_SUGGESTIONS: Final = 3
_LIKELY: Final = 3.0
_SHORT: Final = 5
_NO_LETTER: Final = re.compile(r"[\s'-]")


class Verdict(NamedTuple):
    """A word that is wrong, or unknown."""

    token: Token
    kind: VerdictKind
    suggestions: tuple[str, ...]
    """What may be meant, best first, in the case of the word."""
    times: int
    """How often the word stands in the prose of the post."""
    right_times: int
    """How often the first suggestion stands in the whole file."""
    right_is_accepted: bool
    """Whether the first suggestion is a word of the house or of the site."""
    stands_out: bool
    """Whether the first suggestion is much likelier than any other."""


def judge(suspect: Suspect, lexicon: Lexicon) -> Verdict:
    """The verdict on a suspicious word."""
    ranked = sorted(
        ((_odds(guess, suspect, lexicon), guess) for guess in suspect.guesses),
        key=lambda pair: -pair[0],
    )
    name = established_name(suspect, lexicon)
    if name is None and has_excuse(suspect, ranked[0][1].candidate.word, lexicon):
        return _verdict(suspect, "unknown-word", ranked)
    if suspect.is_listed and ranked[0][0] >= _listed_threshold(suspect, ranked[0][1]):
        return _verdict(suspect, "known-misspelling", ranked)
    if name is not None:
        first = [(odds, guess) for odds, guess in ranked if guess is name]
        return _verdict(suspect, "name-variant", first)
    if not suspect.is_listed and ranked[0][0] >= _threshold(suspect, lexicon):
        return _verdict(suspect, "near-miss", ranked)
    return _verdict(suspect, "unknown-word", ranked)


def variant(other: OtherForm) -> Verdict:
    """The verdict on a name that stands in another form beside the same name."""
    return Verdict(
        token=other.token,
        kind="name-variant",
        suggestions=(other.meant,),
        times=other.times,
        right_times=other.meant_times,
        right_is_accepted=False,
        stands_out=other.meant_times >= OFTEN_ENOUGH * other.times,
    )


def _threshold(suspect: Suspect, lexicon: Lexicon) -> float:
    """The log odds from which on a word that no list has is reported."""
    more = 0.0 if lexicon.language == "en" else NEAR_OTHER_LANGUAGE
    word = suspect.token.word
    if suspect.use.is_capital_inside:
        return NEAR_CAPITAL_INSIDE_THRESHOLD + more
    if is_derived(word, lexicon):
        return NEAR_DERIVED_THRESHOLD + more
    if len(word) <= _SHORT:
        return NEAR_SHORT_THRESHOLD + more
    if suspect.use.is_capital or suspect.knows or is_compound(word, lexicon):
        return NEAR_NAME_THRESHOLD + more
    return NEAR_THRESHOLD + more


def _odds(guess: Guess, suspect: Suspect, lexicon: Lexicon) -> float:
    """The log odds of a guess; a known misspelling is none the better for being repeated."""
    of_form = _form_odds(suspect.token.word, guess.candidate.word, lexicon)
    odds = score(guess.use, WEIGHTS, of_form)
    if suspect.is_listed:
        odds -= score({"repeated": guess.use["repeated"]}, WEIGHTS)
    if guess.candidate.word in suspect.listed:
        is_joined = _NO_LETTER.sub("", guess.candidate.word) == suspect.token.word
        odds += LISTED_FIRST + (JOINED_FIRST if is_joined else 0.0)
    return odds


@lru_cache(maxsize=20_000)
def _form_odds(wrong: str, right: str, lexicon: Lexicon) -> float:
    return score(form_evidence(wrong, right, lexicon), WEIGHTS)


def _listed_threshold(suspect: Suspect, best: Guess) -> float:
    threshold = LISTED_THRESHOLD
    if suspect.use.is_capital_inside and not best.candidate.is_name:
        is_name = suspect.knows & Knows.NAME
        threshold = LISTED_NAME_THRESHOLD if is_name else LISTED_CAPITAL_THRESHOLD
    return threshold + LISTED_FIRST


def _verdict(suspect: Suspect, kind: VerdictKind, ranked: Iterable[tuple[float, Guess]]) -> Verdict:
    ranked = list(ranked)
    best = ranked[0][0] if ranked else 0.0
    likely = [guess for odds, guess in ranked if odds > best - _LIKELY][:_MOST_SUGGESTIONS]
    return Verdict(
        token=suspect.token,
        kind=kind,
        suggestions=tuple(_in_case_of(suspect.token.text, guess) for guess in likely),
        times=suspect.use.times,
        right_times=likely[0].candidate.times if likely else 0,
        right_is_accepted=bool(likely) and likely[0].candidate.is_accepted,
        stands_out=len(ranked) == 1 or (len(ranked) > 1 and best - ranked[1][0] >= STANDS_OUT),
    )


def _in_case_of(found: str, guess: Guess) -> str:
    right = guess.candidate.written
    if len(found) > 1 and found.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if found[:1].isupper() else right
