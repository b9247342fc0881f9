"""Mistakes in the form of a text, in words: patterns and formats, told by an example."""

import re
from collections.abc import Iterator
from typing import Final

from postlint.schema.broken import Broken
from postlint.schema.dates import read_date
from postlint.schema.formats import LONGEST, fits, format_named
from postlint.schema.mistake import Mistake, Rewrite
from postlint.schema.pattern_example import date_pattern_of, example_of, rewritten
from postlint.schema.words import plain, sentence, shorten, shown

_SAMPLE: Final = read_date("2026-01-31 08:30:00")


def wrong_pattern(broken: Broken) -> Iterator[Mistake]:
    """`"date" is 2020-09-29, expected YYYY-MM-DD-HH-MM-SS`."""
    pattern, value = str(broken.expected), broken.value
    dates = date_pattern_of(pattern)
    sample = dates.write(_SAMPLE) if dates and _SAMPLE else None
    examples = [text for text in broken.examples if re.search(pattern, text)]
    example = examples[0] if examples else sample or example_of(pattern)
    if dates:
        expected = dates.name
    elif example:
        expected = f"something like {plain(example)}"
    else:
        expected = f"the form {shorten(pattern)}"
    better = rewritten(value, pattern) if isinstance(value, str) else None
    for_example = f"for example {plain(example)}" if dates and example and not better else None
    yield _malformed(broken, expected, better, for_example)


def wrong_format(broken: Broken) -> Iterator[Mistake]:
    """`"date" is 2026-13-01, not a calendar date`."""
    name, value = broken.expected, broken.value
    form = format_named(name) if isinstance(name, str) else None
    if form is None or not isinstance(value, str):
        return
    better = form.rewrite(value) if len(value) <= LONGEST else None
    if better is not None and (better == value or not fits(name, better)):
        better = None
    refusal = form.refuses(value)
    if refusal:
        message = f"{broken.subject} is {shown(value)}, {refusal}"
        yield Mistake("wrong-format", broken.path, "value", message, broken.about)
        return
    examples = [text for text in broken.examples if fits(name, text)]
    for_example = f"for example {plain(examples[0])}" if examples and not better else None
    yield _malformed(broken, form.expected, better, for_example)


def _malformed(broken: Broken, expected: str, better: str | None, more: str | None) -> Mistake:
    return Mistake(
        "wrong-format",
        broken.path,
        "value",
        f"{broken.subject} is {shown(broken.value)}, expected {expected}",
        sentence(more, broken.about),
        (better,) if better else (),
        Rewrite(better) if better else None,
    )
