"""Finds the words near to a word: two words with a slip between them leave the same remainders.

A remainder is what is left of a word when letters are taken out (Wolf Garbe's SymSpell). It is
known by its CRC-32 alone, its *code*: what meets by chance is told apart afterwards.
"""

from collections.abc import Iterable
from typing import Final
from zlib import crc32

NUMBER_BITS: Final = 20
"""Words are numbers of so many bits; the bits of a code above them stand with the number."""
BITS_AN_ENTRY: Final = 8
"""How large the filter is: one remainder in so many that are in no word passes it."""
_NUMBER: Final = (1 << NUMBER_BITS) - 1


class NearIndex:
    """Numbers of words by the codes of their remainders.

    A number stands in the bucket of a code, with the code's upper bits above its own 20. The
    filter has a bit set for each code that is in some bucket: most that are asked for are in none.
    """

    __slots__ = ("_filter", "_numbers", "_starts")

    def __init__(self, codes: memoryview, starts: memoryview, numbers: memoryview) -> None:
        """Takes the filter as bytes, a power of two of them, the others as 32-bit numbers."""
        self._filter = codes
        self._starts = starts
        self._numbers = numbers

    def at(self, codes: Iterable[int]) -> set[int]:
        """The numbers of the words that have a remainder of one of these codes."""
        bits, starts, numbers = self._filter, self._starts, self._numbers
        mask, buckets = len(bits) - 1, len(starts) - 1
        found: set[int] = set()
        for code in codes:
            if bits[code >> 3 & mask] >> (code & 7) & 1:
                bucket = code % buckets
                upper = code >> NUMBER_BITS
                for number in numbers[starts[bucket] : starts[bucket + 1]]:
                    if number >> NUMBER_BITS == upper:
                        found.add(number & _NUMBER)
        return found


def two_out(word: bytes) -> list[int]:
    """As `one_out`, with one or two letters taken out, but never the first."""
    letters = [word[at : at + 1] for at in range(len(word))]
    tails = [word[at:] for at in range(len(word) + 1)]
    codes = [crc32(word)]
    head = crc32(word[:1])
    for at in range(1, len(word)):
        codes.append(crc32(tails[at + 1], head))
        inner = head
        for then in range(at + 1, len(word)):
            codes.append(crc32(tails[then + 1], inner))
            inner = crc32(letters[then], inner)
        head = crc32(letters[at], head)
    return codes
