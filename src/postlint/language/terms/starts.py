"""Where in a post a term may begin, told by the words of the post before any text is read.

The work grows with the words of the post and not with the terms.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from postlint.content.prose import WORD, Prose
from postlint.language.terms.stems import Stems

TOKEN: Final = re.compile(r"\w+|[^\w\s]")
"""Phrases and texts are compared token by token."""
_MOST_TOKENS: Final = 20
"""Of a phrase: where many long ones begin alike, each place of a text is compared with each."""


def too_long(phrase: str) -> str | None:
    """What is to be said of a phrase that has more tokens than a table takes."""
    count = len(TOKEN.findall(phrase))
    if count <= _MOST_TOKENS:
        return None
    return (
        f"has {count} words and marks, expected {_MOST_TOKENS} or fewer; "
        "keep the part of it that tells it from others"
    )


class Starts:
    """What the phrases of a table begin with, in small letters."""

    def __init__(self) -> None:
        self._alone: set[str] = set()
        """First words that may be the whole phrase, or all of it that is a word."""
        self._seconds: dict[str, set[str]] = defaultdict(set)
        """By first word: another word of each phrase."""
        self.stems: Final = Stems()
        """The prefixes that are one token, or the beginning of one."""
        self._odd: set[str] = set()
        """First tokens that are marks or have digits, and so are among no words of a post."""
        self._telling: set[str] = set()
        """For each token or stem of that kind a character that is in no word."""

    def add(self, first: str, others: Sequence[str]) -> None:
        """Take in a phrase: its first token, and the others that are whole tokens."""
        if not WORD.fullmatch(first):
            self._odd.add(first)
            self._tell(first)
            return
        second = next((token for token in others if WORD.fullmatch(token)), None)
        if second is None:
            self._alone.add(first)
        else:
            self._seconds[first].add(second)

    def add_stem(self, stem: str) -> None:
        """Take in a prefix that is one token, or the beginning of one."""
        self.stems.add(stem)
        if not WORD.fullmatch(stem):
            self._tell(stem)

    def _tell(self, odd: str) -> None:
        char = next(char for char in odd if not WORD.fullmatch(char))
        self._telling |= {one for one in (char, char.upper()) if len(one) == 1}

    def places(self, prose: Prose) -> Iterator[int]:
        """Where in `prose.text` a term may begin; not in order, and some twice."""
        words = prose.parts
        firsts = {*(words & self._alone)}
        firsts.update(
            first
            for first in words & self._seconds.keys()
            if not self._seconds[first].isdisjoint(words)
        )
        if self.stems:
            firsts |= set(filter(self.stems.begin, words))
        if firsts:
            yield from prose.places_of(firsts)
        if self._telling:
            yield from self._odd_places(prose.text)

    def _odd_places(self, text: str) -> Iterator[int]:
        end = 0
        for found in _one_of("".join(sorted(self._telling))).finditer(text):
            if found.start() < end:
                continue
            start = _token_start(text, found.start())
            token = TOKEN.match(text, start)
            if token is not None:
                end = token.end()
                first = token[0].lower()
                if first in self._odd or self.stems.begin(first):
                    yield start


def _token_start(text: str, at: int) -> int:
    if text[at].isalnum() or text[at] == "_":
        while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
            at -= 1
    return at


@lru_cache(maxsize=8)
def _one_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]")
