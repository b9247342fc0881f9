"""A pattern of a style rule, which is given so much time and no more."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from postlint.model.errors import ConfigError
from postlint.styles.go_pattern import Needle, PatternError, Translated, translate
from postlint.styles.slow import Clock, SlowPatternError
from postlint.styles.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern; `needles` is what one of must stand in all that it finds."""

    source: str
    """For the `regex` package."""
    place: str
    ignore_case: bool = False
    needles: tuple[Needle, ...] | None = None
    has_groups: bool = False
    may_wait: bool = field(default=False)
    """Whether it is surely right, so that it need not be compiled before it is used."""

    def __post_init__(self) -> None:
        if not self.may_wait:
            self._compiled  # noqa: B018 - a mistake in it is told at once

    @cached_property
    def _compiled(self) -> Any:
        import regex  # only those who use style packs pay for it

        flags = regex.VERSION0 | regex.MULTILINE | (regex.IGNORECASE if self.ignore_case else 0)
        try:
            return regex.compile(self.source, flags, cache_pattern=False)
        except (regex.error, RecursionError, OverflowError, ValueError) as error:
            raise ConfigError(
                f"{self.place}: the pattern cannot be used: {error}; "
                "mend it, or turn the rule off by its name under [rules]"
            ) from None

    def finds(self, text: str, clock: Clock) -> "Iterator[Any]":
        """All matches. Raises SlowPatternError."""
        try:
            yield from self._compiled.finditer(text, timeout=clock.left(), concurrent=False)
        except TimeoutError:
            raise SlowPatternError from None

    def is_in(self, text: str, clock: Clock) -> bool:
        """Whether there is a match. Raises SlowPatternError."""
        try:
            return bool(self._compiled.search(text, timeout=clock.left(), concurrent=False))
        except TimeoutError:
            raise SlowPatternError from None

    def is_all_of(self, text: str, clock: Clock) -> bool:
        """Whether the whole text is a match. Raises SlowPatternError."""
        try:
            return bool(self._compiled.fullmatch(text, timeout=clock.left(), concurrent=False))
        except TimeoutError:
            raise SlowPatternError from None

    def replaced(self, text: str, template: str, clock: Clock) -> str:
        """The text with each match replaced; `$1` and `${name}` in the template are groups, and
        nothing where the pattern has no such group. Raises SlowPatternError."""

        def filled(match: Any) -> str:
            return REFERENCE.sub(lambda one: _group(match, one[1] or one[2]), template)

        try:
            return str(self._compiled.sub(filled, text, timeout=clock.left(), concurrent=False))
        except TimeoutError:
            raise SlowPatternError from None


REFERENCE: Final = re.compile(r"\$(?:(\d{1,4})|\{(\w+)\})")
"""A group of a pattern, as Go's templates name it."""


def _group(match: Any, name: str) -> str:
    try:
        return match[int(name) if name.isdecimal() else name] or ""
    except IndexError:
        return ""


def read(written: Written, *, captures: bool = True) -> Translated:
    """Translate a pattern. Raises ConfigError, with its file and line."""
    try:
        return translate(written.text, captures=captures)
    except PatternError as error:
        raise ConfigError(
            f"{written.place}: the pattern {shortened(written.text)} cannot be used: {error}; "
            "mend it, or turn the rule off by its name under [rules]"
        ) from None


def shortened(text: str) -> str:
    """A text in quotes, cut where it is long, for a message on one line."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= 60 else f'"{line[:57]}..."'


def compiled(written: Written, *, ignore_case: bool = False) -> Pattern:
    """One pattern as it stands in a rule. Raises ConfigError."""
    read_one = read(written)
    return Pattern(read_one.text, written.place, ignore_case, read_one.needles, read_one.has_groups)
