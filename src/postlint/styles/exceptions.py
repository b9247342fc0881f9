"""Words and phrases that a rule leaves alone: its exceptions, and those the house accepts."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from postlint.styles.definition import Definition
from postlint.styles.pattern import Pattern, read
from postlint.styles.slow import Clock
from postlint.styles.written import Written


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Texts, as patterns."""

    _anywhere: Pattern | None = None
    _phrases: Pattern | None = None

    @property
    def source(self) -> str:
        """The pattern that finds one, for the `regex` package; empty for none."""
        return self._anywhere.source if self._anywhere else ""

    def hold(self, found: str, clock: Clock) -> bool:
        """Whether there is one in what was found."""
        return self._anywhere is not None and self._anywhere.is_in(found, clock)

    def phrases(self, text: str, clock: Clock) -> "list[tuple[int, int]]":
        """Where phrases of several words stand in a text."""
        if self._phrases is None:
            return []
        return [found.span() for found in self._phrases.finds(text, clock)]


def exceptions_of(
    rule: Definition, accepted: Sequence[Written], *, in_words: bool = True
) -> Exceptions:
    """The exceptions of a rule, with what the house accepts if it is about words.

    Raises ConfigError.
    """
    terms = [one for one in rule.texts("exceptions") if one.text.strip()]
    if in_words and rule.flag("vocab", default=True):
        terms += accepted
    if not terms:
        return Exceptions()
    return _exceptions(tuple(sorted(terms, key=lambda term: -len(term.text))))


@lru_cache(maxsize=64)
def _exceptions(terms: tuple[Written, ...]) -> Exceptions:
    """The same for the many rules that have none of their own."""
    parts = [f"(?:{read(term).text})" for term in terms]
    phrases = [part for term, part in zip(terms, parts, strict=True) if _is_phrase(term)]
    place = terms[0].place
    return Exceptions(_one_of(parts, place), _one_of(phrases, place, ignore_case=True))


def _is_phrase(term: Written) -> bool:
    return " " in term.text or r"\s" in term.text


def _one_of(parts: list[str], place: str, *, ignore_case: bool = False) -> Pattern | None:
    if not parts:
        return None
    return Pattern(rf"\b(?:{'|'.join(parts)})\b", place, ignore_case)


def lies_in(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a range lies in one of others, which are in order and do not overlap."""
    before = bisect_right(spans, (start, end)) - 1
    candidates = spans[max(0, before) : before + 2]
    return any(first <= start and end <= last for first, last in candidates)
