"""Which words or names of a site another one may be a slip of."""

from collections.abc import Iterable, Iterator
from typing import Final

from postlint.content.one_letter_out import OneLetterOut
from postlint.language.edits import Slip, is_one_slip, is_vowel, slips, sound_alike

LONGEST: Final = 60
"""What has more letters is no word and no name."""
SHORTEST_WORD: Final = 8
"""Shorter words are handles, tools and names that are near to each other by chance."""


class OneSlipAway:
    """Finds the texts that are one slip away."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts: Final = [text for text in texts if len(text) < LONGEST]
        self._index: Final = OneLetterOut(self._texts)

    def to(self, text: str) -> Iterator[str]:
        """The texts that are one slip away, each once and sorted."""
        if len(text) <= LONGEST:
            found = {self._texts[number] for number in self._index.alike(text)}
            yield from sorted(right for right in found if is_one_slip(text, right))


def are_slip_and_word(wrong: str, right: str) -> bool:
    """Whether a slip is likely: tools, handles and inflections differ at the start or the end.

    Parseable and parsable, -ise and -ize are two ways to spell a word.
    """
    is_longer = wrong.startswith(right) or right.startswith(wrong)
    has_same_ends = wrong[0] == right[0] and wrong[-1] == right[-1]
    return has_same_ends and not is_longer and _plain(wrong) != _plain(right)


def are_slip_and_name(one: str, other: str) -> bool:
    """Whether a slip is likely in a name, either of which may be the right one."""
    one, other = one.lower(), other.lower()
    if one[0] != other[0] or not is_one_slip(one, other):
        return False
    return _is_inside((slips(one, other, 1) or ())[0], other)


def _is_inside(slip: Slip, right: str) -> bool:
    """Whether it changes neither how the name begins nor how it ends, nor how it sounds.

    Swapped letters may end it, but for a name that may be a woman's: Merkle, but not Christina.
    """
    if slip.kind == "swapped":
        is_last = slip.at == len(right) - 2
        return slip.at > 0 and not (is_last and "a" in (slip.letter, slip.instead))
    if not 0 < slip.at < len(right) - 1:
        return False
    if slip.kind != "wrong":
        return True
    are_vowels = is_vowel(slip.letter) and is_vowel(slip.instead)
    return are_vowels or sound_alike(slip.letter, slip.instead)


def _plain(word: str) -> str:
    return word.replace("e", "").replace("z", "s")
