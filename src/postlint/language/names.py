"""Names that a post spells two ways: which form is established, and which is the slip."""

from typing import Final

from postlint.language.lexicon import Knows
from postlint.language.suspects import Guess, Suspect

_SHORTEST: Final = 5
_MOST_TIMES: Final = 2
_ESTABLISHED: Final = 3
"""How often a form has to stand in the file, and how much more often than the other one."""
_ENDINGS: Final = frozenset(
    """
    s es d r n in an ans i is ian ians ese ish ic er ers ism ist ists ite ites y js x db
    """.split()  # noqa: SIM905
)
"""What makes a plural, a demonym, a product or a program of a name."""


def established_name(suspect: Suspect) -> Guess | None:
    """The established form of a name that a suspicious word misspells; None for all else."""
    token, use = suspect.token, suspect.use
    if token.case == "lower" or len(token.text) < _SHORTEST or use.times > _MOST_TIMES:
        return None
    if use.times_elsewhere or suspect.knows & (Knows.NAME | Knows.DICTIONARY):
        return None
    return next((guess for guess in suspect.guesses if _is_established(guess, suspect)), None)


def _is_established(guess: Guess, suspect: Suspect) -> bool:
    candidate, wrong = guess.candidate, suspect.token.word
    if not candidate.is_name or candidate.word[0] != wrong[0] or _is_ending(wrong, candidate.word):
        return False
    if candidate.times >= _ESTABLISHED * max(1, suspect.use.times):
        return True
    return candidate.times > 0 and candidate.is_known and not suspect.knows and _is_full(suspect)


def _is_full(suspect: Suspect) -> bool:
    """Whether the word is the only one of the post and stands behind a first name."""
    return suspect.use.times == 1 and suspect.use.is_behind_name


def _is_ending(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS
