"""Texts that should not stand in a post."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postlint.styles.definition import Definition
from postlint.styles.exceptions import Exceptions, exceptions_of
from postlint.styles.first_look import FirstLook, first_look
from postlint.styles.hit import Asked, Hit
from postlint.styles.pattern import Pattern, Written
from postlint.styles.tokens import has_word_ends, tokens_pattern


@dataclass(frozen=True, slots=True)
class Existence:
    """Finds all matches of one pattern."""

    pattern: Pattern
    exceptions: Exceptions
    look: FirstLook

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each match."""
        for block in self.look.among(asked.blocks, asked.view):
            for found in self.pattern.finds(block.text, asked.clock):
                if found[0] and not self.exceptions.hold(found[0].strip(), asked.clock):
                    yield Hit(block, found.start(), found.end(), (found[0],))


def existence(rule: Definition, accepted: Sequence[Written]) -> Existence:
    """Raises ConfigError."""
    pattern = tokens_pattern(rule)
    is_word = has_word_ends(rule) and not rule.texts("raw")
    return Existence(
        pattern,
        exceptions_of(rule, accepted, in_words=not rule.flag("nonword")),
        first_look(pattern.needles, has_word_ends=is_word),
    )
