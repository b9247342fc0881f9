"""Words and phrases that a rule leaves alone: its exceptions, and those the house accepts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postlint.styles.definition import Definition
from postlint.styles.pattern import Pattern, Written, read
from postlint.styles.slow import Clock


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
    terms.sort(key=lambda term: -len(term.text))
    parts = [f"(?:{read(term).text})" for term in terms]
    phrases = [part for term, part in zip(terms, parts, strict=True) if _is_phrase(term)]
    return Exceptions(_one_of(parts, rule), _one_of(phrases, rule, ignore_case=True))


def _is_phrase(term: Written) -> bool:
    return " " in term.text or r"\s" in term.text


def _one_of(parts: list[str], rule: Definition, *, ignore_case: bool = False) -> Pattern | None:
    if not parts:
        return None
    return Pattern(rf"\b(?:{'|'.join(parts)})\b", rule.place, ignore_case)


def outside(
    spans: Sequence[tuple[int, int]], hits: Iterator[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Those of some ranges that lie in none of others."""
    return (
        (start, end)
        for start, end in hits
        if not any(first <= start and end <= last for first, last in spans)
    )
