"""Names that a post spells two ways: which form is established, and which is the slip."""

from collections.abc import Iterator
from typing import Final

from postlint.language.derived import are_forms, is_compound, is_derived, is_ending
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.near_miss import Candidate
from postlint.language.suspects import Guess, Suspect

_SHORTEST: Final = 5
_FEW: Final = 2
_ESTABLISHED: Final = 3
"""How much more often than the other form one has to stand in the file ..."""
_FAR_MORE: Final = 10
"""... where that stands there more than a few times."""


def established_name(suspect: Suspect, lexicon: Lexicon) -> Guess | None:
    """The established form of a name that a suspicious word misspells; None for all else."""
    token, use = suspect.token, suspect.use
    if token.case == "lower" or len(token.text) < _SHORTEST:
        return None
    if use.times_elsewhere or suspect.knows & (Knows.NAME | Knows.DICTIONARY):
        return None
    guesses = suspect.guesses if lexicon.language == "en" else _names(suspect, lexicon)
    return next((guess for guess in guesses if _is_established(guess, suspect)), None)


def _names(suspect: Suspect, lexicon: Lexicon) -> Iterator[Guess]:
    """The guesses that may be names where other nouns have a capital too, as in German."""
    word = suspect.token.word
    if is_compound(word, lexicon) or is_derived(word, lexicon):
        return
    for guess in suspect.guesses:
        entry = lexicon.entry(guess.candidate.word)
        is_listed = entry is not None and entry.knows & Knows.DICTIONARY
        if not is_listed and not are_forms(word, guess.candidate.word, lexicon):
            yield guess


def _is_established(guess: Guess, suspect: Suspect) -> bool:
    candidate, wrong = guess.candidate, suspect.token.word
    if not candidate.is_name or candidate.word[0] != wrong[0] or is_ending(wrong, candidate.word):
        return False
    times = suspect.use.times
    if candidate.weight >= (_ESTABLISHED if times <= _FEW else _FAR_MORE) * times:
        return True
    return candidate.is_known and not suspect.knows and _is_same_person(suspect, candidate)


def _is_same_person(suspect: Suspect, candidate: Candidate) -> bool:
    """Whether the word stands once, behind a first name that the other form has, or can have.

    Omer Celika, and later "Celik said"; but Dan Fockler is not Steven Fackler.
    """
    first_name = suspect.use.name_before
    is_single = suspect.use.times == 1 and first_name != ""
    return is_single and not candidate.names_before.isdisjoint((first_name, ""))
