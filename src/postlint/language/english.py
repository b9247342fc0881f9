"""Whether a paragraph is English: rules about English words are silent in all others."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from postlint.content.prose import WORD
from postlint.content.segment import Segment
from postlint.language.lexicon import Knows, english

_COMMON: Final = frozenset(
    [
        "about",
        "all",
        "and",
        "any",
        "are",
        "be",
        "been",
        "but",
        "by",
        "can",
        "could",
        "does",
        "each",
        "every",
        "for",
        "from",
        "get",
        "had",
        "has",
        "his",
        "how",
        "if",
        "into",
        "it",
        "its",
        "just",
        "like",
        "make",
        "many",
        "may",
        "more",
        "most",
        "much",
        "must",
        "my",
        "need",
        "new",
        "not",
        "only",
        "other",
        "our",
        "should",
        "some",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "too",
        "use",
        "very",
        "want",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "with",
        "would",
        "you",
        "your",
        "it's",
        "don't",
        "you're",
        "let's",
    ]
)
"""Not among them: what is a common word elsewhere too (an, in, is, was, of, or, also)."""
_FEWEST_WORDS: Final = 8
"""Fewer words than this do not show what language they are in: then the post decides."""
_LONGEST_SAMPLE: Final = 2000
"""How many characters are enough to tell."""
_LEAST_COMMON: Final = 0.12
"""The smallest share of common words; prose has a third, other languages hardly any."""
_LEAST_LISTED: Final = 0.6
"""The smallest share of dictionary words; a list of terms has few of the common ones, too."""


def is_english(segment: Segment, segments: Sequence[Segment]) -> bool:
    """Whether a segment of a post with these `segments` reads as English."""
    reads_so = _reads_as_english(segment.text[:_LONGEST_SAMPLE])
    if reads_so is None:
        sample = _sample(segments)
        reads_so = _reads_as_english(sample)
        if reads_so is None:
            words = _words(sample)
            return not _COMMON.isdisjoint(words) or all(map(str.isascii, words))
    return reads_so


@lru_cache(maxsize=100)
def _reads_as_english(text: str) -> bool | None:
    """Whether a text has common or dictionary words enough; None where it is too short to tell."""
    words = _words(text)
    if len(words) < _FEWEST_WORDS:
        return None
    if sum(map(_COMMON.__contains__, words)) >= _LEAST_COMMON * len(words):
        return True
    entries = map(english().entry, words)
    listed = sum(bool(entry and entry.knows & Knows.DICTIONARY) for entry in entries)
    return listed >= _LEAST_LISTED * len(words)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower().replace("’", "'"))


def _sample(segments: Sequence[Segment]) -> str:
    texts: list[str] = []
    length = 0
    for segment in segments:
        texts.append(segment.text[:_LONGEST_SAMPLE])
        length += len(texts[-1])
        if length > _LONGEST_SAMPLE:
            break
    return "\n".join(texts)
