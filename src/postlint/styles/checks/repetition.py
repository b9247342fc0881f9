"""The same word twice in a row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postlint.language.sentences import sentences
from postlint.styles.definition import Definition
from postlint.styles.exceptions import Exceptions, exceptions_of, lies_in
from postlint.styles.hit import Asked, Hit
from postlint.styles.pattern import Pattern
from postlint.styles.slow import Clock
from postlint.styles.tokens import joined
from postlint.styles.written import Written


@dataclass(frozen=True, slots=True)
class Repetition:
    """Compares each token with the one before it."""

    pattern: Pattern
    exceptions: Exceptions
    most: int
    ignore_case: bool
    only_letters: bool

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each token that is repeated more often than it may be."""
        for block in asked.blocks:
            for start, end, token in self._repeated(block.text, asked.clock):
                yield Hit(block, start, end, (token,))

    def _repeated(self, text: str, clock: Clock) -> Iterator[tuple[int, int, str]]:
        before, before_start, count = "", 0, 0
        phrases: list[tuple[int, int]] | None = None
        for found in self.pattern.finds(text, clock):
            token = found[0].strip()
            if token and self._is_same(token, before):
                count += 1
                whole = text[before_start : found.end()]
                if count > self.most and len(list(sentences(whole))) == 1:
                    phrases = self.exceptions.phrases(text, clock) if phrases is None else phrases
                    span = (before_start, found.end())
                    is_free = not self.exceptions.hold(whole, clock)
                    if is_free and not lies_in(phrases, *span):
                        yield (*span, token)
                        count = 0
            before, before_start = token, found.start()

    def _is_same(self, token: str, other: str) -> bool:
        if self.ignore_case:
            token, other = token.casefold(), other.casefold()
        return token == other and (not self.only_letters or token.isalpha())


def repetition(rule: Definition, accepted: Sequence[Written]) -> Repetition:
    """Raises ConfigError."""
    tokens = joined(rule.texts("tokens"), "|", rule.place)
    ignore_case = rule.flag("ignorecase")
    return Repetition(
        Pattern(f"(?:{tokens.text})", rule.place, ignore_case),
        exceptions_of(rule, accepted),
        rule.whole("max"),
        ignore_case,
        rule.flag("alpha"),
    )
