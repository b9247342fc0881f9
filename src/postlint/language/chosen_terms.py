"""Where a post writes a term, in the form that the house has chosen or in another one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from postlint.content.prose import Prose
from postlint.content.segment import Segment
from postlint.language.quotations import is_sic
from postlint.language.term_forms import are_particles
from postlint.language.variants import variants_in

_TERM: Final = re.compile(r"[^\W\d_]+(?:[- ][^\W\d_]+)*")
_FEWEST_LETTERS: Final = 4
_MOST_LETTERS: Final = 60
_BREAK: Final = re.compile(r"[-‐‑\s]")
_NO_BREAKS: Final = str.maketrans(dict.fromkeys("-‐‑ \n\r\t\xa0", ""))


class TermUse(NamedTuple):
    """A place where a post writes a term. `start` and `end` are indexes into the segment's text."""

    term: str
    """As it was chosen."""
    segment: Segment
    start: int
    end: int
    text: str
    """As written, with one blank for any white space."""
    right: str
    """As the house writes it there: in capitals where the post does; its plural."""


class ChosenTerms:
    """Terms in the form that a house has chosen."""

    def __init__(self, terms: Sequence[str]) -> None:
        """Raises ValueError for what is no term of letters, or too short or too long for one."""
        self._patterns = {term: _pattern(term) for term in terms}

    def uses(self, prose: Prose) -> Iterator[TermUse]:
        """All places of all terms, right or not, one term after the other."""
        letters = prose.lower.replace(" ", "")
        for term, (spellings, pattern) in self._patterns.items():
            if any(spelling in letters for spelling in spellings):
                for found in re.finditer(pattern, prose.text, re.IGNORECASE):
                    use = _use(term, prose, found)
                    if use:
                        yield use


def _pattern(term: str) -> tuple[tuple[str, ...], str]:
    """The letters of a term in each spelling, and what finds all forms of it."""
    letters = term.lower().translate(_NO_BREAKS)
    if not _TERM.fullmatch(term) or not _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS:
        what = f"{_FEWEST_LETTERS} to {_MOST_LETTERS} letters, with blanks or hyphens between them"
        raise ValueError(f'"{term[:_MOST_LETTERS]}" is no term, expected {what}')
    variant = variants_in(letters).get(letters)
    spellings = (letters, variant.other) if variant else (letters,)
    forms = "|".join(rf"{_BREAK.pattern}?".join(spelling) for spelling in spellings)
    return spellings, rf"(?<![\w@./-])(?:{forms})s?(?![\w@/]|\.\w)"


def _use(term: str, prose: Prose, found: re.Match[str]) -> TermUse | None:
    index, start = prose.at(found.start())
    segment = prose.segments[index]
    end = start + len(found[0])
    if is_sic(segment.text, end) or are_particles(found[0].lower().split()):
        return None
    text = " ".join(found[0].split())
    return TermUse(term, segment, start, end, text, _right(term, text))


def _right(term: str, text: str) -> str:
    """What the house writes in place of a text: the text itself where it is right."""
    is_plural = text[-1] in "sS" and len(text.translate(_NO_BREAKS)) > len(
        term.translate(_NO_BREAKS)
    )
    right = f"{term}s" if is_plural else term
    if text.isupper():
        return right.upper()
    is_at_start = text[0].isupper() and term.islower()
    return right[0].upper() + right[1:] if is_at_start else right
