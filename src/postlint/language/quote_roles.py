"""What a quotation mark is where it stands: opening, closing, an apostrophe, or none of them."""

import re
from typing import Final, Literal

from postlint.content.segment import PLACEHOLDER
from postlint.model.late_pattern import late_pattern

Role = Literal["open", "close", "perhaps-close", "either", "none"]
"""What a mark can be where it stands; "perhaps-close" may be an apostrophe as well."""

_OPENING: Final = "([{<¡¿"
_CLOSING: Final = ".,;:!?)]}>"
# Behind a mark that closes; others may close with it: ‘Stop!’”
_END: Final = late_pattern(r"[\"'”’»]{0,2}(?:[\s.,;:!?)\]}>]|\Z)")

# A mark before these is an apostrophe: '90s, 'tis, rock 'n' roll, 's avonds.
_SHORTENED: Final = late_pattern(
    r"(?:[0-9]{2}s?|[b-hj-np-z]|tis|twas|twere|twill|twould|em|til|till|cause|bout|round|cos|coz|cuz"
    r"|neath|gainst|fore|tween|ere|im|er|appen|ave|allo|ello|nuff|nother|nuther|cept|scuse|spose|sup"
    r"|kay|fraid|pon|murica|merica|burbs|hood|phone|flu|zine|roids|shrooms|stache)(?!\w)",
    re.IGNORECASE,
)

# 6' 2", a 12" disc, 3½".
INCHES: Final = late_pattern(r"(?<![0-9])[0-9]{1,3}(?:\.[0-9]+)?\"|[¼½¾⅛⅜⅝⅞]\"")

# Behind code, a link or another mark: `Post`'s.
_SUFFIX: Final = late_pattern(r"(?:s|d|m|t|ll|re|ve)(?!\w)")


def double_role(text: str, at: int) -> Role:
    """Of the double quotation mark at an index of a segment's text."""
    mark = text[at]
    if mark == "„":
        return "open"
    if _is_gap_before(text, at):
        if _is_word_after(text, at):
            return "either" if mark == "”" else "open"
        return "none" if mark == '"' else "open" if mark == "“" else "close"
    if _is_gap_after(text, at):
        return "perhaps-close" if mark == '"' and text[at - 1].isdigit() else "close"
    if mark == '"':
        # Inside a word: a Hebrew abbreviation, or code.
        is_inside = text[at - 1].isalnum() and text[at + 1].isalnum()
        return "none" if is_inside else "either"
    return "open" if mark == "“" else "close"


def single_role(text: str, at: int) -> Role:
    """Of the single quotation mark or apostrophe at an index of a segment's text."""
    mark = text[at]
    if _is_gap_before(text, at):
        # ’ before a word is an apostrophe.
        if mark == "’" or not _is_word_after(text, at) or _SHORTENED.match(text, at + 1):
            return "none"
        return "open"
    before = text[at - 1]
    if _is_gap_after(text, at):
        # leaders', goin', `code`'
        is_sure = mark != "‘" and not before.isalnum() and before != PLACEHOLDER
        return "close" if is_sure else "perhaps-close"
    if before.isalnum() or before == mark:
        return "perhaps-close"
    if mark == "’" or _SUFFIX.match(text, at + 1) or _SHORTENED.match(text, at + 1):
        return "none"
    return "open" if mark == "‘" else "either"


def _is_gap_before(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in _OPENING


def _is_gap_after(text: str, at: int) -> bool:
    return _END.match(text, at + 1) is not None


def _is_word_after(text: str, at: int) -> bool:
    """Whether a mark is followed by what can be quoted: a word, or ".md", "..." and the like."""
    behind = text[at + 1 : at + 3]
    if behind[:1] in _CLOSING:
        return len(behind) == 2 and behind[0] in ".,;:!?" and not behind[1].isspace()
    return bool(behind) and not behind[0].isspace()
