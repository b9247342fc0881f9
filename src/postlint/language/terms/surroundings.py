"""Whether a stretch of text is a word or phrase of its own, or a part of a longer word."""

import unicodedata
from typing import Final

from postlint.language.terms.row import APOSTROPHES, HYPHENS
from postlint.model.late_pattern import late_pattern

_GLUED_BEHIND: Final = late_pattern(r"\w|\+\+|#|['’](?![sS]\b)\w")
_SHORT_PREFIX: Final = late_pattern(r"(?<!\w)\w{1,2}[-‐‑]\Z")
_SPACE: Final = "[ \u00a0\u2009\u202f]"
"""Between thousands; a line break is none."""
_NUMBER_AHEAD: Final = late_pattern(
    r"(?:[.§№]|\d[,:/'’^–‐‑-]|(?<!\w)[–‐‑-]|[A-Z]\w{0,20}[‐‑-])\Z"  # 1.5 1,500 -5 F-16
)
_THOUSANDS_AHEAD: Final = late_pattern(rf"(?<!\d)\d{{1,3}}{_SPACE}\Z")
_THOUSANDS: Final = late_pattern(r"\d{3}(?!\d)")
_NUMBER_BEHIND: Final = late_pattern(rf"\.\w|[,:/'’^–‐‑-]\d|{_SPACE}?[%‰°]|{_SPACE}\d{{3}}(?!\d)")
_FARTHEST: Final = 24
"""Code points before a number that can belong to it."""


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no part of a longer word, as in O'Brien, don't or e-mail.

    A possessive (Kiev's), a compound (Kiev-based) and an article run into a name (l'Ukraine)
    leave a term what it is; one that has no letter or digit ("&") needs no room. Nor is it a part
    of a longer number, as in 5.5, 5,000, -5, 5%, 10:5 or F-16; a 5-year plan is none.
    """
    if not any(char.isalnum() for char in text[start:end]):
        return True
    return begins_a_word(text, start) and not (
        _GLUED_BEHIND.match(text, end)
        or (end < len(text) and _is_mark(text[end]))
        or number_goes_on(text, end)
    )


def begins_a_word(text: str, start: int) -> bool:
    """Whether nothing that stands before `start` belongs to the same word or number."""
    if start == 0:
        return True
    if _begins_inside_number(text, start):
        return False
    before = text[start - 1]
    if before in APOSTROPHES:
        runs_in = text[start].isupper() and text[start - 2 : start - 1].islower()
        return runs_in or not text[start - 2 : start - 1].isalnum()
    if before in HYPHENS:
        prefix = _SHORT_PREFIX.search(text, max(0, start - 4), start)
        return prefix is None or text[start].isupper()
    return not (before.isalnum() or before in "_@#" or _is_mark(before))


def number_goes_on(text: str, end: int) -> bool:
    """Whether what ends at `end` is a number, and the number does not end there."""
    if end == len(text) or not text[end - 1].isdecimal():
        return False
    return _NUMBER_BEHIND.match(text, end) is not None or _is_sign(text[end])


def _begins_inside_number(text: str, start: int) -> bool:
    """Whether a number, or a mark and a number as in $5, goes on with what is before it."""
    at = start if text[start].isalnum() else start + 1
    if not text[at : at + 1].isdecimal():
        return False
    first = max(0, start - _FARTHEST)
    if _is_sign(text[start - 1]) or _NUMBER_AHEAD.search(text, first, start):
        return True
    has_thousands = _THOUSANDS.match(text, start) is not None
    return has_thousands and _THOUSANDS_AHEAD.search(text, first, start) is not None


def _is_sign(char: str) -> bool:
    """Whether a character is one of money or arithmetic: $ + < × −."""
    return unicodedata.category(char) in ("Sc", "Sm")


def _is_mark(char: str) -> bool:
    """Whether a character only changes the one before it, as a combining accent does."""
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"
