"""Whether a paragraph is in another language than the lexicon's."""

from typing import Final

from postlint.content.segment import Segment
from postlint.language.common_words import is_common
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.tokens import all_words

_FEWEST_WORDS: Final = 6
_LONGEST_SAMPLE: Final = 2000
"""How many characters are enough to tell."""
_LONG_FOR_ONE: Final = 60
"""In another language, a stretch of so many characters has an unknown word."""
_LEAST_STOP_WORDS: Final = 0.12
_LEAST_DICTIONARY_WORDS: Final = 0.6


def is_other_language(segment: Segment, unknown: int, lexicon: Lexicon) -> bool:
    """Whether few of the words are among the commonest, and few in dictionaries.

    A list of terms has few of the commonest words too, and a line of names few dictionary words.
    A long paragraph with few `unknown` words is not looked at.
    """
    if unknown * _LONG_FOR_ONE < len(segment.text):
        return False
    words = all_words(segment.text[:_LONGEST_SAMPLE].lower())
    if len(words) < _FEWEST_WORDS:
        return False
    if sum(is_common(word, lexicon) for word in words) >= _LEAST_STOP_WORDS * len(words):
        return False
    entries = map(lexicon.entry, words)
    listed = sum(bool(entry and entry.knows & Knows.DICTIONARY) for entry in entries)
    return listed < _LEAST_DICTIONARY_WORDS * len(words)
