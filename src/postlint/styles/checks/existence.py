"""Texts that should not stand in a post."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postlint.styles.definition import Definition
from postlint.styles.exceptions import Exceptions, exceptions_of
from postlint.styles.first_look import first_look
from postlint.styles.hit import Asked, Hit
from postlint.styles.search import Search
from postlint.styles.tokens import has_word_ends, tokens_pattern
from postlint.styles.written import Written


@dataclass(frozen=True, slots=True)
class Existence:
    """Finds all matches of one pattern."""

    search: Search
    exceptions: Exceptions

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each match."""
        for found in self.search.all(asked):
            text = found.match[0]
            if text and not self.exceptions.hold(text.strip(), asked.clock):
                yield Hit(found.block, *found.span(), (text,))


def existence(rule: Definition, accepted: Sequence[Written]) -> Existence:
    """Raises ConfigError."""
    pattern = tokens_pattern(rule)
    is_word = has_word_ends(rule) and not rule.texts("raw")
    return Existence(
        Search(pattern, first_look(pattern.needles, has_word_ends=is_word)),
        exceptions_of(rule, accepted, in_words=not rule.flag("nonword")),
    )
