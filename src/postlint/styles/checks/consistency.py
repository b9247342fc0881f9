"""Two spellings of which a post may use but one."""

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.styles.definition import Definition
from postlint.styles.first_look import BLIND, FirstLook, first_look
from postlint.styles.hit import Asked, Hit
from postlint.styles.pattern import Pattern, read


@dataclass(frozen=True, slots=True)
class Choice:
    """A pattern with a group `one` and a group `other`."""

    pattern: Pattern
    look: FirstLook


@dataclass(frozen=True, slots=True)
class Consistency:
    """Reports what was not used first, and all that follows once both were used."""

    choices: tuple[Choice, ...]

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each block that uses one of a pair of which both are used by then."""
        for choice in self.choices:
            used: set[str] = set()
            for block in choice.look.among(asked.blocks, asked.view):
                found = list(choice.pattern.finds(block.text, asked.clock))
                used |= {match.lastgroup for match in found if match.lastgroup}
                if found and len(used) == 2:
                    last = found[-1]
                    yield Hit(block, last.start(), last.end(), (last[0],))


def consistency(rule: Definition) -> Consistency:
    """Raises ConfigError."""
    is_word = not rule.flag("nonword")
    choices = []
    for one, other in rule.pairs("either"):
        left, right = read(one, captures=False), read(other, captures=False)
        either = f"(?P<one>{left.text})|(?P<other>{right.text})"
        pattern = Pattern(
            rf"\b(?:{either})\b" if is_word else f"(?:{either})",
            one.place,
            rule.flag("ignorecase"),
        )
        needles = (*left.needles, *right.needles) if left.needles and right.needles else None
        look = first_look(needles, has_word_ends=is_word) if needles else BLIND
        choices.append(Choice(pattern, look))
    return Consistency(tuple(choices))
