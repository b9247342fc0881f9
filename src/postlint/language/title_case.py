"""How the words of an English title are capitalised, by the Associated Press or by Chicago.

PyPI's titlecase follows John Gruber's rules: it knows neither style, treats no hyphen and keeps its
list of small words in a global. So the two rule books are written down here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from postlint.language.verbs import LOOSE_VERBS

Style = Literal["AP", "Chicago"]

_WORD: Final = re.compile(r"[^\W_]+[^\s\-‐‑–—/]*")
_TRAIL: Final = re.compile(r"[^\w]+\Z")
_SHORT: Final = """
    a an and as at but by en for if in nor of on or per so the to up v v. via vs vs. yet
"""
SMALL_WORDS: Final = frozenset(_SHORT.split())
"""Articles, conjunctions and prepositions of up to three letters. Of "so", "up" and "yet" only the
use in the sentence tells, so both cases are right."""
_DOUBTFUL: Final = frozenset(("so", "up", "yet", "if", "as", "per", "en", "in", "on", "by"))
"""May be adverbs, or the particle of a verb ("Log In", "Up Next"), which have a capital."""
_WORDS_PREPOSITIONS: Final = """
    about above across after against along amid among around before behind below beneath
    beside between beyond despite down during except from inside into like near off onto out
    outside over past since through throughout till toward towards under underneath until upon
    with within without
"""
_PREPOSITIONS: Final = frozenset(_WORDS_PREPOSITIONS.split())
_VERBS: Final = frozenset((*LOOSE_VERBS, "be", "have", "see", "win", "stop", "start", "meet"))
_NAME_SIGNS: Final = frozenset(".@#_\\$")
"""What stands right before a name that has a case of its own: .NET, @types, #hashtag."""
_BREAKS: Final = ":—–?!."


@dataclass(frozen=True, slots=True)
class TitleWord:
    """One word of a title, at a half-open range of its text."""

    start: int
    end: int
    forms: tuple[str, ...]
    """How it may be written, the best first."""


def title_case(title: str, style: Style = "AP") -> str:
    """The title with each word capitalised; capitals within a word stay."""
    parts: list[str] = []
    at = 0
    for word in title_words(title, style):
        parts += (title[at : word.start], word.forms[0])
        at = word.end
    return "".join((*parts, title[at:]))


def title_words(title: str, style: Style = "AP") -> Iterator[TitleWord]:
    """The words of a title and how they may be written.

    The first and the last word have a capital, and so have those after a colon and the first part
    of a compound. AP: articles, conjunctions and prepositions of up to three letters are small,
    but not "to" before a verb. Chicago: prepositions are small, however long, and so is "to".
    """
    found = [
        word
        for word in _WORD.finditer(title)
        if title[word.start() - 1 : word.start()] not in _NAME_SIGNS
    ]
    for index, word in enumerate(found):
        bare = _TRAIL.sub("", word[0])
        small, capital = word[0].lower(), word[0][:1].upper() + word[0][1:]
        is_last = index + 1 == len(found)
        following = "" if is_last else _TRAIL.sub("", found[index + 1][0])
        is_edge = is_last or index == 0 or _is_first(title, word, found[index - 1].end())
        if is_edge or not _may_be_small(bare.lower(), style):
            forms: tuple[str, ...] = (capital,)
        elif title[word.end() : word.end() + 1] == "-" and title[word.start() - 1] != "-":
            forms = (capital, small)  # "In-Depth", but "end-to-end"
        else:
            forms = _forms(bare.lower(), small, capital, following, style)
        yield TitleWord(word.start(), word.end(), forms)


def _is_first(title: str, word: re.Match[str], before: int) -> bool:
    """Whether something begins with a word: after a colon, a dash or the end of a sentence."""
    gap = title[before - 1 : word.start()]
    return gap[-1:] != "-" and any(sign in gap for sign in _BREAKS) and not gap.startswith(".")


def _may_be_small(word: str, style: Style) -> bool:
    return word in SMALL_WORDS or (style == "Chicago" and word in _PREPOSITIONS)


def _forms(word: str, small: str, capital: str, following: str, style: Style) -> tuple[str, ...]:
    if word == "to" and style == "AP":
        return (capital, small) if following.lower() in _VERBS else (small, capital)
    if word in _DOUBTFUL or (style == "Chicago" and word in _PREPOSITIONS):
        return small, capital
    return (small,)
