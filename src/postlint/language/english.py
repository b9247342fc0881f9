"""Whether a paragraph is English: rules about English words are silent in all others."""

import re
from collections.abc import Sequence
from typing import Final

from postlint.content.segment import Segment

_WORD: Final = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?+")
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
_SHORT: Final = 8
"""Fewer words than this do not show what language they are in: then the post decides."""
_LONGEST_SAMPLE: Final = 2000
_LEAST: Final = 0.12
"""The smallest share of common words; prose has a third, other languages hardly any."""


def is_english(segment: Segment, segments: Sequence[Segment]) -> bool:
    """Whether a segment of a post with these `segments` reads as English."""
    words = _WORD.findall(segment.text[:_LONGEST_SAMPLE].lower())
    if len(words) < _SHORT:
        words = _WORD.findall(_sample(segments).lower())
        if len(words) < _SHORT:
            return all(word.isascii() or "’" in word for word in words)
    return sum(word in _COMMON for word in words) >= _LEAST * len(words)


def _sample(segments: Sequence[Segment]) -> str:
    texts: list[str] = []
    length = 0
    for segment in segments:
        texts.append(segment.text[:_LONGEST_SAMPLE])
        length += len(texts[-1])
        if length > _LONGEST_SAMPLE:
            break
    return "\n".join(texts)
