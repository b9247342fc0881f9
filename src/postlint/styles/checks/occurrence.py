"""How often something stands in one block."""

from collections.abc import Iterator
from dataclasses import dataclass

from postlint.styles.definition import Definition
from postlint.styles.hit import Asked, Hit
from postlint.styles.pattern import Pattern, compiled


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Counts the matches of a pattern in each block."""

    pattern: Pattern
    most: int
    least: int

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each block with too many or too few."""
        for block in asked.blocks:
            found = [match.span() for match in self.pattern.finds(block.text, asked.clock)]
            number = len(found)
            is_much = 0 < self.most < number
            is_little = number < self.least
            if is_little and not number:
                yield Hit(block, 0, 0, (number,), is_about_all=True)
            elif is_much or is_little:
                prose = (span for span in found if _is_prose(block.text[slice(*span)]))
                start, end = next(prose, found[0])
                yield Hit(block, start, end, (number,))


def occurrence(rule: Definition) -> Occurrence:
    """Raises ConfigError."""
    pattern = compiled(rule.text("token"), ignore_case=rule.flag("ignorecase"))
    return Occurrence(pattern, rule.whole("max"), rule.whole("min"))


def _is_prose(text: str) -> bool:
    """Whether it is more than blanks, and more than what stands for code."""
    return bool(text.strip()) and bool(text.strip("*@"))
