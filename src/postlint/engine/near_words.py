"""Which words of a site another word may be a slip of."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from postlint.language.edits import is_one_slip
from postlint.language.lexicon import LONGEST
from postlint.language.near_index import letter_bytes, one_out

_SHORTEST_SLIP: Final = 8
"""Shorter words are handles, tools and names that are near to each other by chance."""


class NearWords:
    """Finds the words that are one slip away, by what is left of both without one letter."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._written = words
        self._words: dict[int, list[str]] = defaultdict(list)
        for word in words:
            if _SHORTEST_SLIP <= len(word) + 1 <= LONGEST:
                for code in one_out(letter_bytes(word)):
                    self._words[code].append(word)

    def to(self, word: str) -> tuple[str, ...]:
        """The words that are one slip away, as the site writes them, sorted."""
        if not _SHORTEST_SLIP <= len(word) <= LONGEST:
            return ()
        found = {
            self._written[right]
            for code in one_out(letter_bytes(word))
            for right in self._words.get(code, ())
            if is_one_slip(word, right) and _may_be_meant(word, right)
        }
        return tuple(sorted(found))


def _may_be_meant(word: str, right: str) -> bool:
    """Whether a slip is likely: tools, handles and inflections differ at the start or the end.

    Parseable and parsable, -ise and -ize are two ways to spell a word.
    """
    is_longer = word.startswith(right) or right.startswith(word)
    has_same_ends = word[0] == right[0] and word[-1] == right[-1]
    return has_same_ends and not is_longer and _plain(word) != _plain(right)


def _plain(word: str) -> str:
    return word.replace("e", "").replace("z", "s")
