"""Texts that should be written in another way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from postlint.styles.definition import Action, Definition
from postlint.styles.exceptions import Exceptions, exceptions_of
from postlint.styles.first_look import first_look
from postlint.styles.hit import Asked, Hit
from postlint.styles.message import in_words
from postlint.styles.pattern import REFERENCE, Pattern, compiled, read
from postlint.styles.search import Found, Search
from postlint.styles.slow import Clock
from postlint.styles.written import Written

if TYPE_CHECKING:
    from postlint.styles.go_pattern import Needle

_PHRASE: Final = re.compile(r"[^\W_](?:[^\W_]|[ -])*")


@dataclass(frozen=True, slots=True)
class Row:
    """What to write in the place of what one key finds."""

    right: str
    key: Pattern | None
    """The key alone, for what is right by its groups."""
    form: Pattern | None
    """What is right as a pattern of right forms, where it is no plain phrase."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """Finds what the keys find, the longest key first, and knows what should stand there."""

    rule: Definition
    search: Search
    rows: tuple[Row, ...]
    exceptions: Exceptions

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each match that is not right already."""
        for found in self.search.all(asked):
            hit = self._hit(found, asked.clock)
            if hit is not None:
                yield hit

    def _hit(self, found: Found, clock: Clock) -> Hit | None:
        name: str | None = found.match.lastgroup
        if name is None:
            return None
        row, observed = self.rows[int(name.removeprefix("row"))], found.match[name]
        expected = self._expected(row, observed, clock)
        options = tuple(option for option in _options(expected) if option)
        action = self.rule.action
        is_replace = action.name == "replace"
        is_right = observed in options if is_replace else _is_right(row, expected, observed, clock)
        if is_right or self.exceptions.hold(observed, clock):
            return None
        message = None
        if is_replace and not action.params:
            options = tuple(self._in_case(option, observed) for option in options)
            action = Action("replace", options)
            expected = in_words(options)
            message = _without_quotes(self.rule.message)
        start, end = found.span(name)
        return Hit(found.block, start, end, (expected, observed), message, action)

    def _expected(self, row: Row, observed: str, clock: Clock) -> str:
        right = self._in_case(row.right, observed)
        if row.key is None:
            return right
        return row.key.replaced(observed, right, clock)

    def _in_case(self, right: str, observed: str) -> str:
        if self.rule.flag("matchcase"):
            return like(observed, right)
        is_capital = self.rule.flag("capitalize") and observed[:1] == observed[:1].upper()
        return right[:1].upper() + right[1:] if is_capital else right


def substitution(rule: Definition, accepted: Sequence[Written]) -> Substitution:
    """Raises ConfigError."""
    pairs = sorted(rule.pairs("swap"), key=lambda pair: -len(pair[0].text.encode()))
    pairs = [pair for pair in pairs if pair[0].text]
    keys = [read(key, captures=False) for key, _ in pairs]
    parts = [f"(?P<row{number}>{key.text})" for number, key in enumerate(keys)]
    is_word = not rule.flag("nonword")
    alternatives = "|".join(parts)
    found = [key.needles for key in keys]
    needles: list[Needle] | None = None
    if all(found):
        needles = [needle for some in found for needle in some or ()]
    pattern = Pattern(
        rf"\b(?:{alternatives})\b" if is_word else f"(?:{alternatives})",
        pairs[0][0].place if pairs else rule.place,
        rule.flag("ignorecase"),
        may_wait=needles is not None and all(needle.is_whole for needle in needles),
    )
    return Substitution(
        rule,
        Search(pattern, first_look(needles, has_word_ends=is_word)),
        tuple(_row(rule, key, right) for key, right in pairs),
        exceptions_of(rule, accepted),
    )


def like(model: str, text: str) -> str:
    """A text in the case of another one: all small, all capitals, or with a first capital."""
    if model.islower():
        return text.lower()
    if model.isupper() and len(model) > 1:
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def _row(rule: Definition, key: Written, right: Written) -> Row:
    has_groups = REFERENCE.search(right.text) is not None
    form = None
    if rule.action.name != "replace" and right.text and not _PHRASE.fullmatch(right.text):
        form = _form(right)
    alone = compiled(key, ignore_case=rule.flag("ignorecase")) if has_groups else None
    return Row(right.text, alone, None if has_groups else form)


def _form(right: Written) -> Pattern | None:
    """The right form as a pattern; None where it is none, for it may be any text."""
    from postlint.model.errors import ConfigError

    try:
        return compiled(right)
    except ConfigError:
        return None


def _is_right(row: Row, expected: str, observed: str, clock: Clock) -> bool:
    if row.form is None:
        return observed == expected
    return row.form.is_all_of(observed, clock)


def _options(expected: str) -> list[str]:
    r"""The alternatives of `a|b`; `\|` is a bar."""
    parts = expected.replace(r"\|", "\0").split("|")
    return [part.replace("\0", "|") for part in parts]


def _without_quotes(message: str) -> str:
    """The message without the quotes of its first `%s`, for alternatives have their own."""
    for quoted in ("'%s'", '"%s"'):
        if message.count(quoted) == 2:
            message = message.replace(quoted, "%s", 1)
    return message
