"""A cheap look at a post that tells in which blocks a pattern can find anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from postlint.styles.block import BEYOND_PROSE, Block, View, words_of
from postlint.styles.go_pattern import Needle

_TELLING: Final = 2
"""A text of fewer characters stands nearly everywhere."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """One of some texts must stand where a pattern finds something.

    Those that hold a whole word are looked for by it: so 700 phrases cost no more than the words
    that the post and they have in common.
    """

    _by_word: dict[str, list[str]] = field(default_factory=dict)
    _others: tuple[str, ...] = ()
    is_blind: bool = False
    """Whether it sees nothing, so that each block is worth a close look."""

    def among(self, blocks: Sequence[Block], view: View) -> Sequence[Block]:
        """The blocks that are worth a close look."""
        if self.is_blind:
            return blocks
        wanted = self._met(view)
        return [
            block
            for block in blocks
            if any(
                text in block.folded
                for text in (self._all if block.sections & BEYOND_PROSE else wanted)
            )
        ]

    def _met(self, view: View) -> list[str]:
        """Which of the texts the prose of the post has."""
        folded = view.folded
        common = self._by_word.keys() & view.words
        wanted = [text for word in common for text in self._by_word[word] if text in folded]
        return wanted + [text for text in self._others if text in folded]

    @property
    def _all(self) -> Iterator[str]:
        return chain(*self._by_word.values(), self._others)


BLIND = FirstLook(is_blind=True)
"""Nothing is known of what a pattern finds."""


def first_look(needles: Sequence[Needle] | None, *, has_word_ends: bool) -> FirstLook:
    """The look for some needles; `has_word_ends` where what is found begins and ends a word."""
    if needles is None or any(len(needle.text) < _TELLING for needle in needles):
        return BLIND
    by_word: dict[str, list[str]] = {}
    others: list[str] = []
    for needle in needles:
        text = needle.text.casefold()
        is_bounded = needle.is_whole and has_word_ends
        words = [
            word
            for start, word in words_of(text)
            if is_bounded or (start and start + len(word) < len(text))
        ]
        if words:
            by_word.setdefault(max(words, key=len), []).append(text)
        else:
            others.append(text)
    return FirstLook(by_word, tuple(others))
