"""Whether one word is another one with a single slip of the finger, and surely no word of its own.

Stricter than the nearest known word: it decides whether a key that is allowed is reported at all.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from postlint.content.one_letter_out import OneLetterOut

LONGEST: Final = 100
"""Longer keys are nobody's misspelling."""
SHORTEST: Final = 4
"""Words of fewer letters are too close to too many others."""


def is_one_slip(word: str, known: str) -> bool:
    """Whether `word` is `known` with one slip: case, dashes, a swap, a lost, added or wrong letter.

    Not a slip, because such words are often both right: a plural or another ending, another first
    letter (`height`, `weight`), a number (`image2`), and, below five letters, all but a swap.
    """
    if word == known or abs(len(word) - len(known)) > 2 or len(known) < SHORTEST:
        return False
    one, two = _folded(word), _folded(known)
    if one == two:
        return True
    if one[:1] != two[:1] and sorted(one) != sorted(two):
        return False
    start = _common_start(one, two)
    left, right = one[start:], two[start:]
    if len(left) == len(right):
        return _is_swap(left, right) or (len(two) > SHORTEST and _is_wrong_letter(left, right))
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return len(two) > SHORTEST and _is_lost_letter(longer, shorter, max(one, two, key=len))


class SlipIndex:
    """Known words, to find those that one word after the other is a slip of."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words: Final = [word for word in known if len(word) <= LONGEST]
        self._index: Final = OneLetterOut(map(_folded, self._words))

    def slips_of(self, word: str) -> Iterator[str]:
        """The known words that a word is one slip away from, in the order they were given in."""
        for number in self._index.alike(_folded(word)) if len(word) <= LONGEST else ():
            if is_one_slip(word, self._words[number]):
                yield self._words[number]


def _folded(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _common_start(one: str, two: str) -> int:
    for index, (left, right) in enumerate(zip(one, two, strict=False)):
        if left != right:
            return index
    return min(len(one), len(two))


def _is_swap(left: str, right: str) -> bool:
    return left[:2] == right[1::-1] and left[2:] == right[2:]


def _is_wrong_letter(left: str, right: str) -> bool:
    # A last letter that differs makes another word too often: `edited`, `editor`.
    return len(left) > 1 and left[1:] == right[1:] and left[0].isalpha() and right[0].isalpha()


def _is_lost_letter(longer: str, shorter: str, word: str) -> bool:
    if longer[1:] != shorter or not longer[0].isalpha():
        return False
    # A letter more at the end makes a plural or a participle, unless it is the last one doubled.
    return bool(shorter) or word[-1:] == word[-2:-1]
