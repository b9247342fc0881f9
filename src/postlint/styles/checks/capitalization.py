"""Whether a heading, or another block, is written with the capitals that a house wants."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from postlint.content.near import did_you_mean
from postlint.language.title_case import title_words
from postlint.model.errors import ConfigError
from postlint.styles.definition import Action, Definition
from postlint.styles.exceptions import Exceptions, exceptions_of
from postlint.styles.hit import Asked, Hit
from postlint.styles.pattern import Pattern, compiled, read
from postlint.styles.slow import Clock
from postlint.styles.written import Written

_THRESHOLD: Final = 0.8
_KINDS: Final = ("$title", "$sentence", "$upper", "$lower")
_WORD: Final = r"[\p{N}\p{L}*]+[^\s]*"
_NUMBER: Final = r"\d+\."


@dataclass(frozen=True, slots=True)
class Words:
    """Splits a text into words, each exception being one."""

    token: Pattern
    exceptions: Exceptions
    terms: Mapping[str, str]
    """The exceptions as they are written, by themselves without case."""
    any_term: Pattern | None
    """The exceptions as one pattern."""
    prefix: Pattern | None

    def of(self, text: str, clock: Clock) -> list[tuple[int, str]]:
        """The words behind the prefix, each with where it begins."""
        skipped = 0
        if self.prefix is not None:
            first = next(self.prefix.finds(text, clock), None)
            skipped = first.end() if first is not None and first.start() == 0 else 0
        return [
            (found.start(), found[0])
            for found in self.token.finds(text, clock)
            if found.start() >= skipped
        ]

    def is_free(self, word: str, clock: Clock) -> bool:
        """Whether a word may be written as it is."""
        return self.exceptions.hold(word, clock)

    def written(self, word: str, clock: Clock) -> str | None:
        """How an exception is written, if a word is one but for its case."""
        written = self.terms.get(word.casefold())
        if written is None and self.any_term is not None and self.any_term.is_in(word, clock):
            return word
        return written


Judge = Callable[[str, Clock], tuple[str, float]]
"""A text as it should be, and which part of its words is so written; -1 where it is plainly not."""


@dataclass(frozen=True, slots=True)
class Capitalization:
    """Compares each block with what it should be."""

    judge: Judge
    threshold: float
    rule: Definition

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each block that has too few right words."""
        for block in asked.blocks:
            text = block.text
            if not text.strip("* \n"):
                continue
            expected, share = self.judge(text, asked.clock)
            if share < self.threshold:
                yield Hit(block, 0, len(text), (text, expected), None, self._action(expected))

    def _action(self, expected: str) -> Action:
        action = self.rule.action
        is_case = self.rule.text("match").text in _KINDS
        if action.name == "replace" and not action.params and is_case:
            return Action("replace", (expected,))
        return action


def capitalization(rule: Definition, accepted: Sequence[Written]) -> Capitalization:
    """Raises ConfigError."""
    match = rule.text("match")
    threshold = rule.number("threshold", 0.0) or _THRESHOLD
    exceptions = exceptions_of(rule, accepted)
    if match.text in ("$lower", "$upper"):
        cased = str.lower if match.text == "$lower" else str.upper
        return Capitalization(_whole(cased, exceptions), 1.0, rule)
    if match.text in ("$title", "$sentence"):
        words = _words(rule, accepted, exceptions)
        judge = _title(rule, words) if match.text == "$title" else _sentence(rule, words)
        return Capitalization(judge, threshold, rule)
    if match.text.startswith("$"):
        guess = did_you_mean(match.text, _KINDS)
        raise ConfigError(
            f'{match.place}: match is "{match.text}", expected {", ".join(_KINDS)} '
            f"or a pattern{guess}"
        )
    return Capitalization(_pattern(compiled(match), exceptions), 1.0, rule)


def _whole(cased: Callable[[str], str], exceptions: Exceptions) -> Judge:
    def judge(text: str, clock: Clock) -> tuple[str, float]:
        expected = cased(text)
        is_right = text == expected or exceptions.hold(text, clock)
        return expected, float(is_right)

    return judge


def _pattern(pattern: Pattern, exceptions: Exceptions) -> Judge:
    def judge(text: str, clock: Clock) -> tuple[str, float]:
        is_right = pattern.is_in(text, clock) or exceptions.hold(text, clock)
        return pattern.source, float(is_right)

    return judge


def _words(rule: Definition, accepted: Sequence[Written], exceptions: Exceptions) -> Words:
    terms = [term for term in rule.texts("exceptions") if term.text]
    if rule.flag("vocab", default=True):
        terms += accepted
    source = f"(?:{exceptions.source})|{_WORD}" if exceptions.source else _WORD
    any_term = "|".join(f"(?:{read(term).text})" for term in terms)
    prefix = rule.text("prefix")
    return Words(
        Pattern(source, rule.place),
        exceptions,
        {term.text.casefold(): term.text for term in reversed(terms)},
        Pattern(any_term, rule.place) if any_term else None,
        compiled(Written(f"^(?:{prefix.text})", prefix.place)) if prefix.text else None,
    )


def _title(rule: Definition, words: Words) -> Judge:
    style = "Chicago" if rule.text("style").text == "Chicago" else "AP"

    def judge(text: str, clock: Clock) -> tuple[str, float]:
        expected = list(text)
        for word in title_words(text, "Chicago" if style == "Chicago" else "AP"):
            written = text[word.start : word.end]
            form = words.written(written, clock) or (
                written if written in word.forms else word.forms[0]
            )
            expected[word.start : word.end] = form if len(form) == len(written) else written
        title = "".join(expected)
        found = words.of(text, clock)
        right = sum(
            title.startswith(word, at) or word == word.upper() or words.is_free(word, clock)
            for at, word in found
        )
        return title, right / len(found) if found else 1.0

    return judge


def _sentence(rule: Definition, words: Words) -> Judge:
    indicators = tuple(one.text for one in rule.texts("indicators"))
    number = Pattern(_NUMBER, rule.place)

    def begins(before: str, index: int, clock: Clock) -> bool:
        """Whether the word behind another one begins a sentence."""
        if before.endswith(indicators) and before not in indicators:
            return True
        return index == 1 and number.is_in(before, clock)

    def judge(text: str, clock: Clock) -> tuple[str, float]:
        found = words.of(text, clock)
        expected: list[str] = []
        right, at, before = 0, 0, ""
        for index, (start, word) in enumerate(found):
            form = words.written(word, clock)
            if form is None:
                is_first = index == 0 or (bool(indicators) and begins(before, index, clock))
                is_first = is_first or (index == 1 and number.is_in(before, clock))
                form = word[:1].upper() + word[1:].lower() if is_first else word.lower()
            expected += (text[at:start], form)
            at, before = start + len(word), word
            if word == form or words.is_free(word, clock):
                right += 1
            elif index == 0 and word != word.lower().title():
                right = -len(found)
        whole = "".join((*expected, text[at:]))
        return whole, right / len(found) if found else 1.0

    return judge
