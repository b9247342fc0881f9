"""What a whole post says of its words: how often each stands where, and which are near to it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from postlint.content.document import Document
from postlint.content.prose import only_words, whole_words
from postlint.language.common_words import is_common
from postlint.language.derived import is_ending
from postlint.language.edits import is_one_slip, is_two_slips
from postlint.language.lexicon import TWO_SLIPS_FROM, Knows, Lexicon
from postlint.language.near_miss import Candidate, Use
from postlint.language.tokens import (
    Token,
    is_in_brackets,
    uses_of,
    words_around,
)

_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+) \Z")
_BEFORE: Final = 40
"""How many characters before a word hold the word before it."""
_FEW_PLACES: Final = 20
_COMMON_WORD: Final = Knows.DICTIONARY | Knows.PROPER
_OFTEN: Final = 3
_FAR_MORE: Final = 10
_SHORTEST_NEAR: Final = 5
_SHORTEST_COUNTED: Final = 3
"""No shorter word is one slip from one of those."""
_MOST_COMPARISONS: Final = 5_000
"""How many pairs of words of one post are compared: no post has as many, but a hostile one."""
_MOST_ABSENT: Final = 50
"""For so many words the whole file is gone through to find that it has them not."""
_MOST_LOOKS: Final = 500_000
"""How many words of the post and of the house are looked at, however many there are."""


class PostWords:
    """The unknown words of a post among all words of its file."""

    def __init__(self, doc: Document, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        """Takes the tokens that the lexicon does not vouch for."""
        self._lexicon = lexicon
        self._vocabulary = doc.vocabulary
        self._prose = Counter(token.word for token in tokens)
        self._inside = {token.word for token in tokens if token.case == "middle"}
        self._text = f" {doc.text} "
        self._letters = only_words(self._text).replace("\u0130", "I").lower()
        self._by_initial: dict[str, Counter[str]] = {}
        self._candidates: dict[str, Candidate] = {}
        self._absent = 0
        self._comparisons = 0
        self._looks = 0

    def times(self, word: str) -> int:
        """How often a word in small letters stands in the whole file, with its possessives."""
        if " " in word:
            return len(list(uses_of(word, self._letters)))
        if len(word) < _SHORTEST_COUNTED:
            both = (whole_words(form, self._letters) for form in (word, f"{word}'s"))
            return sum(1 for _ in chain(*both))
        counts = self._by_initial.get(word[0])
        if counts is None:
            if self._absent < _MOST_ABSENT and word not in self._letters:
                self._absent += 1
                return 0
            counts = self._beginning_with(word[0])
        return counts.get(word, 0) + counts.get(f"{word}'s", 0)

    def is_settled(self, word: str) -> bool:
        """Whether the post uses a word as one uses words: often, or in its code and links too."""
        return self._prose[word] > _OFTEN or self.times(word) > self._prose[word]

    def far_more_frequent(self, word: str) -> Iterator[str]:
        """Words of the post near to one it uses often that it uses ten times as often."""
        if self.times(word) == self._prose[word]:
            least = _FAR_MORE * self._prose[word]
            yield from (other for other in self.near(word) if self.times(other) >= least)

    def _beginning_with(self, initial: str) -> Counter[str]:
        """How often each word of the file stands there, of those that begin with a letter.

        The shortest are left out: they are many, and near to none.
        """
        counts = self._by_initial.get(initial)
        if counts is None:
            found = _words_with(initial).findall(self._letters)
            counts = self._by_initial[initial] = Counter(found)
        return counts

    def candidate(self, word: str) -> Candidate:
        """A word that may have been meant, as this post uses it."""
        candidate = self._candidates.get(word)
        if candidate is None:
            candidate = self._candidates[word] = self._new_candidate(word)
        return candidate

    def _new_candidate(self, word: str) -> Candidate:
        entry = self._lexicon.entry(word)
        is_name = entry is None or bool(entry.knows & Knows.PROPER)
        written = word.capitalize() if is_name else word
        times = self.times(word)
        before: frozenset[str] = frozenset()
        if times:
            places = list(uses_of(word, self._letters))
            found = Counter(self._text[at : at + len(word)] for at in places)
            mostly = found.most_common(1)[0][0]
            is_name = mostly != word
            # A word that only begins sentences or titles of the post has small letters elsewhere.
            is_common_word = entry is not None and entry.knows & _COMMON_WORD == Knows.DICTIONARY
            written = word if is_common_word else mostly
            if is_name:  # of no other is it asked
                before = frozenset(map(self._name_before, places[:_FEW_PLACES]))
        return Candidate(word, times, is_name, written, entry is not None, before)

    def _name_before(self, at: int) -> str:
        """The word with a capital right before a place in the file, "" where there is none."""
        before = _WORD_BEFORE.search(self._text, max(0, at - _BEFORE), at)
        return before[1] if before and self._is_name(before[1]) else ""

    def use(self, token: Token) -> Use:
        """How this post uses an unknown word."""
        word = token.word
        before, behind = words_around(token)
        around = before + behind
        return Use(
            times=self._prose[word],
            times_elsewhere=max(0, self.times(word) - self._prose[word]),
            is_capital_inside=word in self._inside,
            is_capital=token.case != "lower",
            is_part=token.is_part,
            company=sum(other.lower() in self._prose for other in around),
            stop_words=sum(is_common(other, self._lexicon) for other in around),
            is_in_brackets=is_in_brackets(token),
            name_before="".join(filter(self._is_name, before[-1:])),
            is_beside_name=any(map(self._is_name, before[-1:] + behind[:1])),
        )

    def _is_name(self, word: str) -> bool:
        """Whether a word next to another one looks like a part of a name."""
        return word[:1].isupper() and not is_common(word, self._lexicon)

    def near(self, word: str) -> Iterator[str]:
        """Words of the post with the same first letter, one slip away, two from eight letters."""
        if len(word) < _SHORTEST_NEAR or self._comparisons > _MOST_COMPARISONS:
            return
        most, is_near = (2, is_two_slips) if len(word) >= TWO_SLIPS_FROM else (1, is_one_slip)
        for other in self._alike(word, most):
            self._comparisons += 1
            if self._comparisons > _MOST_COMPARISONS:
                return
            if is_near(word, other) and self._may_be_meant(word, other):
                yield other

    def _alike(self, word: str, slips: int) -> list[str]:
        """Words with the same first letter that have the letters to be so many slips away."""
        others = self._beginning_with(word[0])
        self._looks += len(others)
        if self._looks > _MOST_LOOKS:
            return []
        shortest, longest, letters = len(word) - slips, len(word) + slips, _letters(word)
        alike = [
            other
            for other in others
            if shortest <= len(other) <= longest
            and (_letters(other) ^ letters).bit_count() <= 2 * slips
            and other.isalpha()
            and other != word
        ]
        alike.sort(key=lambda other: (len(other), other))
        return alike

    def accepted_near(self, word: str) -> dict[str, Candidate]:
        """Words of the house and of the site one slip away, with the same first letter."""
        accepted = {}
        for written in (*self._vocabulary.site.meant.get(word, ()), *self._house_near(word)):
            right = written.lower()
            accepted[right] = self.candidate(right)._replace(
                written=written, is_name=written != right, is_accepted=True
            )
        return accepted

    def _house_near(self, word: str) -> Iterator[str]:
        if len(word) < _SHORTEST_NEAR:
            return
        house = self._vocabulary.house
        for length in range(len(word) - 1, len(word) + 2):
            others = house.by_shape.get((word[0], length), ())
            self._looks += len(others)
            if self._looks > _MOST_LOOKS:
                return
            for other in others:
                if is_one_slip(word, other) and not is_ending(word, other):
                    yield house.written[other]

    def _may_be_meant(self, word: str, other: str) -> bool:
        """Whether another word of the post may be meant: of "txout" and "txouts" neither is."""
        if other in self._lexicon:
            return True
        if self.times(other) < 2 or word.startswith(other) or other.startswith(word):
            return False
        return is_one_slip(word, other) or self.candidate(other).is_name


@lru_cache(maxsize=1_000)
def _words_with(initial: str) -> re.Pattern[str]:
    """The words that begin with a letter, in a text of `only_words`.

    What stands before is asked behind the letter: a pattern is found fastest by how it begins.
    """
    return re.compile(f"{re.escape(initial)}(?<![^ ].)[^ ]{{{_SHORTEST_COUNTED - 1},}}")


@lru_cache(maxsize=50_000)
def _letters(word: str) -> int:
    """Which letters a word has, as bits: a slip changes at most two of them."""
    letters = 0
    for letter in word:
        letters |= 1 << (ord(letter) & 31)
    return letters
