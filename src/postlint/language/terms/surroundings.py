"""Whether a stretch of text is a word or phrase of its own, or a part of a longer word."""

import re
import unicodedata
from typing import Final

from postlint.language.terms.row import APOSTROPHES, HYPHENS

_GLUED_BEHIND: Final = re.compile(r"\w|\+\+|#|['’](?![sS]\b)\w")
_SHORT_PREFIX: Final = re.compile(r"(?<!\w)\w{1,2}[-‐‑]\Z")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no part of a longer word, as in O'Brien, don't or e-mail.

    A possessive (Kiev's), a compound (Kiev-based) and an article run into a name (l'Ukraine)
    leave a term what it is; one that has no letter or digit ("&") needs no room.
    """
    if not any(char.isalnum() for char in text[start:end]):
        return True
    return begins_a_word(text, start) and not (
        _GLUED_BEHIND.match(text, end) or (end < len(text) and _is_mark(text[end]))
    )


def begins_a_word(text: str, start: int) -> bool:
    """Whether nothing that stands before `start` belongs to the same word."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in APOSTROPHES:
        runs_in = text[start].isupper() and text[start - 2 : start - 1].islower()
        return runs_in or not text[start - 2 : start - 1].isalnum()
    if before in HYPHENS:
        prefix = _SHORT_PREFIX.search(text, max(0, start - 4), start)
        return prefix is None or text[start].isupper()
    return not (before.isalnum() or before in "_@#" or _is_mark(before))


def _is_mark(char: str) -> bool:
    """Whether a character only changes the one before it, as a combining accent does."""
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"
