"""Where a post writes a term, in the form that the house has chosen or in another one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from postlint.content.prose import Prose
from postlint.content.segment import PLACEHOLDER, STANDS_ALONE, Segment
from postlint.language.quotations import is_sic
from postlint.language.term_forms import are_particles
from postlint.language.variants import variants_in

_TERM: Final = re.compile(r"[^\W\d_]+(?:[- ][^\W\d_]+)*")
_FEWEST_LETTERS: Final = 4
_MOST_LETTERS: Final = 60
_BREAK: Final = re.compile(r"[-‐‑\s]")
_LOOK_BACK: Final = 80
"""Code points before a term in which the word before it begins."""
_CLOSING: Final = "\"'”’»)]"
_ENDS: Final = frozenset(["", *".!?:…—–|•", PLACEHOLDER])
"""What a sentence, or a part of one that begins like one, may stand behind."""
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
        """Raises ValueError for what is no term of letters, or too short or too long for one, and
        for two forms of one term."""
        self._patterns = {term: _pattern(term) for term in terms}
        chosen: dict[str, tuple[str, str]] = {}
        for term, (spellings, _) in self._patterns.items():
            for end in ("", "s"):
                for spelling in spellings:
                    right, other = chosen.setdefault(spelling + end, (term + end, term))
                    if right != term + end:
                        message = "are two forms of one term, expected one of them"
                        raise ValueError(f'"{other}" and "{term}" {message}')

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
    right = _right(term, text)
    if text[0].isupper() and right[0].islower():
        capital = right[0].upper() + right[1:]
        right = capital if text == capital or _is_capital_due(segment, start, text) else right
    return TermUse(term, segment, start, end, text, right)


def _is_capital_due(segment: Segment, start: int, text: str) -> bool:
    """Whether a term has a capital because of where it stands: where a sentence begins, in a title
    or in a name."""
    parts = _BREAK.split(text)
    if len(parts) > 1 and all(part[:1].isupper() for part in parts):
        return True
    before = segment.text[max(0, start - _LOOK_BACK) : start]
    if _is_start(before):
        return True
    above, _, word = before.rstrip().rpartition(" ")
    return word[:1].isupper() and (segment.kind in STANDS_ALONE or not _is_start(above))


def _is_start(before: str) -> bool:
    """Whether a sentence may begin behind a text."""
    words = before.rstrip()
    if words == before:  # a quotation mark or a bracket stands at the term itself
        return not before[-1:].isalnum()
    return words.rstrip(_CLOSING)[-1:] in _ENDS


def _right(term: str, text: str) -> str:
    """What the house writes in place of a text inside of a sentence."""
    is_plural = text[-1] in "sS" and len(text.translate(_NO_BREAKS)) > len(
        term.translate(_NO_BREAKS)
    )
    right = f"{term}s" if is_plural else term
    return right.upper() if text.isupper() else right
