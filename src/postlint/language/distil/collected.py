"""What the sources say of a language's words, collected before it is packed into a lexicon."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from postlint.content.one_letter_out import letter_bytes, one_out
from postlint.language.lexicon import LONGEST

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")


@dataclass
class Facts:
    """What the sources say of one word."""

    zipf: float = 0.0
    """log10 of its uses in a billion words; 0 for a word that was never counted."""
    knows: int = 0
    """Bits of `Knows`."""


@dataclass
class Collected:
    """All words of the sources, in lower case and with straight apostrophes."""

    words: dict[str, Facts] = field(default_factory=dict)
    misspellings: dict[str, list[str]] = field(default_factory=dict)
    """The corrections of known misspellings, best first; each is in `words` too."""
    variants: dict[str, str] = field(default_factory=dict)
    """Words and how another region spells them."""
    letters: frozenset[str] = frozenset()
    """What words are spelt with, but for English; with any other letter, nothing is judged."""
    endings: frozenset[tuple[str, str]] = frozenset()
    """Pairs of endings that many words have both of, but for English."""

    def note(self, word: str, knows: int) -> None:
        """Note a fact of a word, if it is one."""
        if is_word(word):
            self.words.setdefault(word, Facts()).knows |= knows

    def zipf(self, word: str) -> float:
        """The frequency of a word or of the rarest word of a phrase."""
        return min(self.words[one].zipf if one in self.words else 0.0 for one in word.split())

    def is_judged(self, word: str) -> bool:
        """Whether a word has no letter but those that make the speller judge it."""
        return self.letters.issuperset(word) if self.letters else word.isascii()

    def forget(self, near: Mapping[str, float], is_idle: Callable[[Facts], bool]) -> None:
        """Drop idle words, which change nothing: never judged, or one slip from none of `near`."""
        remainders: set[int] = set()
        for word in near:
            remainders.update(one_out(letter_bytes(word)))
        for word, facts in list(self.words.items()):
            if not is_idle(facts) or " " in word:
                continue
            if not self.is_judged(word) or remainders.isdisjoint(one_out(letter_bytes(word))):
                del self.words[word]


def is_word(text: str) -> bool:
    """Whether a text is a word as lexicons have them, and not too long for one."""
    return _WORD.fullmatch(text) is not None and len(text) <= LONGEST
