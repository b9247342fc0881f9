"""The suspicious words of a post, with everything that speaks for what may have been meant."""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from postlint.content.document import Document
from postlint.language.common_words import is_common
from postlint.language.derived import is_ending
from postlint.language.edits import is_one_slip, slips
from postlint.language.lexicon import TWO_SLIPS_FROM, Knows, Lexicon
from postlint.language.near_miss import Candidate, Evidence, Use, evidence
from postlint.language.tokens import (
    Token,
    all_words,
    is_in_brackets,
    places_of,
    words_around,
)

_COMPANY: Final = 40
"""How many characters before and after a word its company is looked for."""
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+) \Z")
_FEW: Final = 20
_OFTEN: Final = 3
_FAR_MORE: Final = 10
_SHORTEST_NEAR: Final = 5
_MOST_COMPARISONS: Final = 5_000
"""How many pairs of words of one post are compared: no post has as many, but a hostile one."""
_MOST_LOOKS: Final = 500_000
"""How many words of the house are looked at for one post, however many it accepts."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A candidate and what speaks for it."""

    candidate: Candidate
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word of a post that the lexicon does not vouch for."""

    token: Token
    use: Use
    guesses: tuple[Guess, ...]
    knows: Knows
    """What the lexicon knows of the word nevertheless."""
    listed: tuple[str, ...]
    """The corrections of a known misspelling, best first."""

    @property
    def is_listed(self) -> bool:
        """Whether it is a known misspelling."""
        return bool(self.listed)


def examine(doc: Document, tokens: list[Token], lexicon: Lexicon) -> Iterator[Suspect]:
    """The tokens of a post as suspects, in their order."""
    post = _Post(doc, tokens, lexicon)
    for token in tokens:
        if doc.vocabulary.accepts(token.text):
            continue
        word = token.word
        entry = lexicon.entry(word)
        knows = entry.knows if entry else Knows(0)
        listed = lexicon.corrections(word)
        use = post.use(token)
        if listed or not post.is_settled(word):
            rights = dict.fromkeys((*_rights(word, lexicon), *post.near(word)))
            accepted = post.accepted_near(word)
        else:
            rights = dict.fromkeys(post.far_more_frequent(word))
            accepted = {}
        candidates = {**{right: post.candidate(right) for right in rights}, **accepted}
        guesses = tuple(
            Guess(one, evidence(word, one, use, lexicon)) for one in candidates.values()
        )
        yield Suspect(token, use, guesses, knows, listed)


@lru_cache(maxsize=20_000)
def _rights(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    listed = lexicon.corrections(word)
    near = lexicon.one_slip_from(word) or lexicon.two_slips_from(word)
    return tuple(dict.fromkeys((*listed, *near)))


class _Post:
    """What a whole post says of its words."""

    def __init__(self, doc: Document, tokens: list[Token], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._prose = Counter(token.word for token in tokens)
        self._inside = {token.word for token in tokens if token.case == "middle"}
        self._starts: dict[int, list[int]] = {}
        for token in tokens:
            self._starts.setdefault(id(token.segment), []).append(token.start)
        lower = doc.text.lower()
        self._lower = lower
        self._text = doc.text if len(doc.text) == len(lower) else lower
        self._counts = Counter(all_words(lower))
        self._candidates: dict[str, Candidate] = {}
        self._comparisons = 0
        self._vocabulary = doc.vocabulary
        self._looks = 0

    def times(self, word: str) -> int:
        """How often a word in small letters stands in the whole file, with its possessives."""
        counts = self._counts
        return counts[word] + counts[word + "'s"] + counts[word + "’s"]

    def times_in_prose(self, word: str) -> int:
        """How often a suspicious word stands in the prose."""
        return self._prose[word]

    def is_settled(self, word: str) -> bool:
        """Whether the post uses a word as one uses words: often, or in its code and links too."""
        return self._prose[word] > _OFTEN or self.times(word) > self._prose[word]

    def far_more_frequent(self, word: str) -> Iterator[str]:
        """Words of the post near to one it uses often that it uses ten times as often."""
        if self.times(word) == self._prose[word]:
            least = _FAR_MORE * self._prose[word]
            yield from (other for other in self.near(word) if self.times(other) >= least)

    @cached_property
    def _by_shape(self) -> dict[tuple[str, int], list[str]]:
        """The distinct words of the file by first letter and length."""
        shapes: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._counts:
            shapes[word[0], len(word)].append(word)
        return shapes

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
            places = list(places_of(word, self._lower))
            found = Counter(self._text[at : at + len(word)] for at in places)
            written = found.most_common(1)[0][0] if found else written  # else only possessives
            is_name = written != word
            before = frozenset(map(self._name_before, places[:_FEW]))
        return Candidate(word, times, is_name, written, entry is not None, before)

    def _name_before(self, at: int) -> str:
        """The word with a capital right before a place in the file, "" where there is none."""
        before = _WORD_BEFORE.search(self._text, max(0, at - _COMPANY), at)
        return before[1] if before and self._is_name(before[1]) else ""

    def use(self, token: Token) -> Use:
        """How this post uses a suspicious word."""
        word = token.word
        starts = self._starts[id(token.segment)]
        near = bisect(starts, token.start + _COMPANY) - bisect(starts, token.start - _COMPANY)
        before, behind = words_around(token)
        return Use(
            times=self._prose[word],
            times_elsewhere=max(0, self.times(word) - self._prose[word]),
            is_capital_inside=word in self._inside,
            is_capital=token.case != "lower",
            is_part=token.is_part,
            company=near - 1,
            stop_words=sum(is_common(word, self._lexicon) for word in before + behind),
            is_in_brackets=is_in_brackets(token),
            name_before="".join(filter(self._is_name, before[-1:])),
            is_beside_name=any(map(self._is_name, before[-1:] + behind[:1])),
        )

    def _is_name(self, word: str) -> bool:
        """Whether a word next to another one looks like a part of a name."""
        return word[:1].isupper() and not is_common(word, self._lexicon)

    def near(self, word: str) -> Iterator[str]:
        """Words of the post with the same first letter, one slip away, two from eight letters."""
        if len(word) < _SHORTEST_NEAR:
            return
        most = 2 if len(word) >= TWO_SLIPS_FROM else 1
        letters = _letters(word)
        for length in range(len(word) - most, len(word) + most + 1):
            for other in self._by_shape.get((word[0], length), ()):
                if (_letters(other) ^ letters).bit_count() > 2 * most or other == word:
                    continue
                self._comparisons += 1
                if self._comparisons > _MOST_COMPARISONS:
                    return
                if other.isalpha() and slips(word, other, most) and self._may_be_meant(word, other):
                    yield other

    def accepted_near(self, word: str) -> dict[str, Candidate]:
        """Words of the house and of the site one slip away, with the same first letter."""
        accepted = {}
        for written in (*self._vocabulary.site.meant.get(word, ()), *self._house_near(word)):
            right = written.lower()
            accepted[right] = replace(
                self.candidate(right), written=written, is_name=written != right, is_accepted=True
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


@lru_cache(maxsize=50_000)
def _letters(word: str) -> int:
    """Which letters a word has, as bits: a slip changes at most two of them."""
    letters = 0
    for letter in word:
        letters |= 1 << (ord(letter) & 31)
    return letters
