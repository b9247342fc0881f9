"""Where one sentence ends and the next begins, in English and in languages that write like it."""

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"""(?:[.!?…。！？]++|\.{2,})["'”’»)\]]*+(?=\s|$)|[。！？]""")
_LAST_WORD: Final = re.compile(r"[^\s(\[\"'“‘]*\Z")
_NEXT_WORD: Final = re.compile(r"\s*+[\"'“‘«(\[]*+([^\W_][^\s.,;:!?]*)?")
_LONGEST_WORD: Final = 30

_WORDS_TITLES: Final = """
    adm ave bldg blvd brig bros ca capt cf cmdr col comdr cpl dept dr e.g ed eds eg est gen
    gov hon i.e ie lt maj messrs mr mrs ms mt mx pres prof pvt rep rev sen sgt sr st viz vs
"""
_TITLES: Final = frozenset(_WORDS_TITLES.split())
"""Abbreviations that something follows, so that no sentence ends with them."""

_BEFORE_NUMBERS: Final = frozenset("art ch fig figs no nos op p pp vol".split())  # noqa: SIM905
"""Abbreviations that a number follows; else they are words, as in "He said no."."""

_WORDS_OTHERS: Final = """
    a.m al apr approx assn aug co corp dec etc feb inc jan jr jul jun ltd mar nov oct p.m p.s
    ph.d sep sept u.k u.n u.s u.s.a
"""
_OTHERS: Final = frozenset(_WORDS_OTHERS.split())
"""Abbreviations that a sentence may end with."""

_WORDS_STARTERS: Final = """
    A After All Although An And As At Because But For From He Her Here His However I If In It
    Its On Our She So Some That The Their Then There These They This Those To We What When
    Where Which While Who Why You Your
"""
_STARTERS: Final = frozenset(_WORDS_STARTERS.split())
"""Words that begin a sentence when they follow a full stop with a capital."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The half-open ranges of the sentences of a paragraph, without the blanks around them.

    A full stop ends a sentence but for one after an abbreviation, an initial or a number: there it
    depends on the next word. After Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary
    Detection" (2006), with fixed lists in the place of counts.
    """
    start = 0
    for found in _END.finditer(text):
        if _is_end(text, found):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    bare = part.strip()
    if bare:
        start += len(part) - len(part.lstrip())
        yield start, start + len(bare)


def _is_end(text: str, found: re.Match[str]) -> bool:
    mark = found[0].rstrip("\"'”’»)]")
    if mark not in (".", "...", "…"):
        return True
    before = _LAST_WORD.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
    word = before[0] if before else ""
    next_word = _NEXT_WORD.match(text, found.end())
    following = (next_word[1] if next_word else None) or ""
    if mark != ".":
        return following[:1].isupper() or not following
    bare = word.lower()
    if bare in _TITLES:
        return False
    if bare in _BEFORE_NUMBERS:
        return not following[:1].isdigit()
    if bare in _OTHERS:
        return following in _STARTERS or not following
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    if is_initial or ("." in word[:-1] and len(word) <= 6 and word[-2:-1] == "."):
        return following in _STARTERS or not following
    return not (bare.isdigit() and following[:1].islower())
