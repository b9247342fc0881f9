"""Mistakes in the form of a text, in words: patterns and formats, told by an example."""

import re
from collections.abc import Iterator
from typing import Final

from postlint.schema.broken import Broken
from postlint.schema.dates import is_in_calendar, read_date
from postlint.schema.formats import LONGEST, NOT_IN_CALENDAR, fits, format_named
from postlint.schema.mistakes.mistake import Mistake, Rewrite
from postlint.schema.mistakes.pattern_example import date_pattern_of, example_of, rewritten
from postlint.schema.mistakes.values_in_words import plain, sentence, shorten, shown
from postlint.schema.node import SOME_TEXT, Node
from postlint.schema.patterns import matches

_DAY: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<s>[-/._ ])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})(?!\d)", re.ASCII
)
_SAMPLE: Final = read_date("2026-01-31 08:30:00")


def wrong_pattern(broken: Broken) -> Iterator[Mistake]:
    """`"date" is 2020-09-29, expected YYYY-MM-DD-HH-MM-SS`."""
    pattern, value = str(broken.expected), broken.value
    if pattern == SOME_TEXT and isinstance(value, str):
        says = f"{broken.subject} is {'blank' if value else 'empty'}, expected some text"
        yield Mistake("wrong-format", broken.path, "value", says, broken.about)
        return
    dates = date_pattern_of(pattern)
    sample = dates.write(_SAMPLE) if dates and _SAMPLE else None
    examples = [text for text in broken.examples if matches(pattern, text)]
    example = examples[0] if examples else sample or example_of(pattern)
    if dates:
        expected = dates.name
    elif example:
        expected = f"something like {plain(example)}"
    else:
        expected = f"the form {shorten(pattern)}"
    if isinstance(value, str) and _is_only_not_in_calendar(value, pattern):
        yield _malformed(broken, NOT_IN_CALENDAR, None, None)
        return
    better = in_form(value, broken.node) if isinstance(value, str) else None
    for_example = f"for example {plain(example)}" if dates and example and not better else None
    yield _malformed(broken, f"expected {expected}", better, for_example)


def wrong_format(broken: Broken) -> Iterator[Mistake]:
    """`"date" is 2026-13-01, not a calendar date`."""
    name, value = broken.expected, broken.value
    form = format_named(name) if isinstance(name, str) else None
    if form is None or not isinstance(value, str):
        return
    better = in_form(value, broken.node)
    refusal = form.refuses(value)
    examples = [text for text in broken.examples if fits(name, text)]
    has_sample = better or refusal or "such as" in form.expected
    for_example = f"for example {plain(examples[0])}" if examples and not has_sample else None
    yield _malformed(broken, refusal or f"expected {form.expected}", better, for_example)


def _is_only_not_in_calendar(text: str, pattern: str) -> bool:
    """Whether a text has a day that no calendar has, and would be right with another one."""
    found = _DAY.search(text[:LONGEST])
    if found is None or is_in_calendar(*map(int, found.group("year", "month", "day"))):
        return False
    month, day = found["month"], found["day"]
    real = f"{found['year']}{found['s']}{1:0{len(month)}}{found['s']}{1:0{len(day)}}"
    return matches(pattern, text[: found.start()] + real + text[found.end() :])


def in_form(text: str, node: Node) -> str | None:
    """A text in the pattern and format of a schema, rewritten if need be; None where it cannot."""
    for keyword, is_right, rewrite in (
        ("pattern", _has_pattern, rewritten),
        ("format", _has_format, _reformatted),
    ):
        rule = node.get(keyword)
        if isinstance(rule, str) and not is_right(text, rule):
            better = rewrite(text, rule)
            if better is None or not is_right(better, rule):
                return None
            text = better
    return text


def _has_pattern(text: str, pattern: str) -> bool:
    return matches(pattern, text)


def _has_format(text: str, name: str) -> bool:
    return fits(name, text)


def _reformatted(text: str, name: str) -> str | None:
    form = format_named(name)
    return form.rewrite(text) if form and len(text) <= LONGEST else None


def _malformed(broken: Broken, said: str, better: str | None, more: str | None) -> Mistake:
    return Mistake(
        "wrong-format",
        broken.path,
        "value",
        f"{broken.subject} is {shown(broken.value)}, {said}",
        sentence(more, broken.about),
        (better,) if better else (),
        Rewrite(better) if better else None,
    )
