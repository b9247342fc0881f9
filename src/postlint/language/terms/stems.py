"""Beginnings of words, looked up in a time that does not depend on how many there are."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_HEAD: Final = 3
"""So many letters of a word tell, of most words, that it begins as none of them does."""


class Stems:
    """A growing set of beginnings of words, in small letters."""

    def __init__(self) -> None:
        self._stems: set[str] = set()
        self._lengths: dict[str, set[int]] = defaultdict(set)
        """By the first letters of the stems, how many they have in all."""
        self._heads: set[int] = set()
        """How many first letters there are to look at: `_HEAD`, and fewer for shorter stems."""
        self.begin: Final = lru_cache(maxsize=50_000)(self._begin)
        """Whether one of them begins a word. Words come again and again, from post to post."""

    def add(self, stem: str) -> None:
        """Take in one more."""
        self._stems.add(stem)
        self._heads.add(min(_HEAD, len(stem)))
        self._lengths[stem[:_HEAD]].add(len(stem))
        self.begin.cache_clear()

    def of(self, word: str) -> Iterator[str]:
        """Those that a word begins with."""
        for head in self._heads:
            for length in self._lengths.get(word[:head], ()):
                if word[:length] in self._stems:
                    yield word[:length]

    def __bool__(self) -> bool:
        return bool(self._stems)

    def _begin(self, word: str) -> bool:
        return any(self.of(word))
