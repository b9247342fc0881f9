"""Finds the words that another one may be a slip of: both are left with the same letters when each
loses one (symmetric deletes, from SymSpell by Wolf Garbe)."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final
from zlib import crc32

LONGEST: Final = 200
"""Longer words, in code points, are nobody's slip."""
_MOST_ALIKE: Final = 50
"""So many that are left with the same letters are found: no site has as many, but a hostile one."""
_NUMBER_BITS: Final = 24


class OneLetterOut:
    """Words by their numbers, from 0 on in the order they are given in.

    The time of a look-up does not grow with the words, and each letter of theirs takes 8 bytes.
    """

    def __init__(self, words: Iterable[str]) -> None:
        entries = (
            code << _NUMBER_BITS | number
            for number, word in enumerate(words)
            if len(word) <= LONGEST and number >> _NUMBER_BITS == 0
            for code in one_out(letter_bytes(word))
        )
        self._entries: Final = array("Q", sorted(entries))
        """Each the code of a remainder, and in its lower bits the number of the word."""

    def alike(self, word: str) -> Sequence[int]:
        """The words that one slip at most makes of another one, and a few more, in their order."""
        if len(word) > LONGEST:
            return ()
        found: set[int] = set()
        for code in one_out(letter_bytes(word)):
            at = bisect_left(self._entries, code << _NUMBER_BITS)
            for entry in self._entries[at : at + _MOST_ALIKE]:
                if entry >> _NUMBER_BITS != code:
                    break
                found.add(entry & ((1 << _NUMBER_BITS) - 1))
        return sorted(found)


def letter_bytes(word: str) -> bytes:
    """A word with one byte a letter, to take letters out of.

    Letters that share a byte make more words seem near than are; those are told apart afterwards.
    """
    return word.encode() if word.isascii() else bytes(ord(letter) & 0xFF for letter in word)


def one_out(word: bytes) -> list[int]:
    """The codes of a word and of what is left when one of its letters is taken out.

    A code is a CRC-32. Two words are at most one slip apart only if these meet.
    """
    codes = [crc32(word)]
    head = 0  # CRC-32 is made from front to back, so the part before the gap is read once
    for at in range(len(word)):
        codes.append(crc32(word[at + 1 :], head))
        head = crc32(word[at : at + 1], head)
    return codes
