"""JSON that every reader takes and no CI log obeys: nothing but ASCII, no lone surrogates."""

import json
import re
from collections.abc import Iterable
from typing import Final

from postlint.report.page import COMMAND, escape

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text with each byte that is not UTF-8 spelled out, "caf\\xe9.md".

    Many readers of JSON refuse the lone surrogate that Python puts in its place.
    """
    return _LONE_SURROGATE.sub(lambda match: escape(match[0]), text)


def dump(value: object) -> str:
    """A value in one line."""
    return json.dumps(value).replace(COMMAND, "##\\u005b")  # only a string can hold it


def rows(values: Iterable[object]) -> str:
    """An array with a line for each value, so that reports can be compared line by line."""
    lines = ",\n  ".join(map(dump, values))
    return f"[\n  {lines}\n ]" if lines else "[]"
