"""What may stand in a post only where something else stands there too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postlint.styles.definition import Definition
from postlint.styles.exceptions import Exceptions, exceptions_of, lies_in
from postlint.styles.hit import Asked, Hit
from postlint.styles.pattern import Pattern, compiled
from postlint.styles.written import Written


@dataclass(frozen=True, slots=True)
class Conditional:
    """Finds `first` where `second` has not named it before."""

    first: Pattern
    second: Pattern
    exceptions: Exceptions

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each use of what is not defined by then.

        Where `second` has no group, its presence in the same block is enough.
        """
        defined: set[str] = set()
        for block in asked.blocks:
            definitions = (
                list(self.second.finds(block.text, asked.clock)) if self.second.source else []
            )
            if not self.second.has_groups and definitions:
                continue
            defined.update(group for one in definitions for group in one.groups() if group)
            phrases = self.exceptions.phrases(block.text, asked.clock)
            for found in self.first.finds(block.text, asked.clock):
                used = found[0]
                is_free = lies_in(phrases, *found.span()) or used in defined
                if used and not is_free and not self.exceptions.hold(used, asked.clock):
                    yield Hit(block, found.start(), found.end(), (used,))


def conditional(rule: Definition, accepted: Sequence[Written]) -> Conditional:
    """Raises ConfigError."""
    ignore_case = rule.flag("ignorecase")
    return Conditional(
        compiled(rule.text("first"), ignore_case=ignore_case),
        compiled(rule.text("second"), ignore_case=ignore_case),
        exceptions_of(rule, accepted),
    )
