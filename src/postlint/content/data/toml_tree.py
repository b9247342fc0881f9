"""Read TOML as JSON data with the place of every key and value."""

import math
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from postlint.content.data.nesting import MOST_LEVELS, too_deep_bracket
from postlint.content.data.toml_places import survey
from postlint.content.data.tree import Json, Path, Place, Tree
from postlint.content.data.tree_faults import (
    MOST_DIGITS,
    make_readable,
    syntax_fault,
    too_deep,
    unread,
)
from postlint.model.finding import Fault
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

_LONE_RETURN = late_pattern(r"\r(?!\n)")
# tomllib takes quadratic time for a key of very many parts.
_LONG_KEY = late_pattern(
    rf"(?<![\w.\"'-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MOST_LEVELS}}}"
)
_LONG_NUMBER = late_pattern(r"[0-9_]{1000,}")
_MOST_BITS: Final = int(MOST_DIGITS / math.log10(2))


def read_toml(text: str, span: Span | None = None) -> Tree:
    """Read the part of `text` that `span` names (default: all) as TOML 1.0. Never raises."""
    span = span or Span(0, len(text))
    base = span.start + (text[span.start : span.start + 1] == "\ufeff")
    # A lone carriage return ends a line in the files of some editors, but not in TOML.
    source = _LONE_RETURN.sub("\n", make_readable(text[base : span.end]))
    deep = _deep_place(source)
    if deep is not None:
        return unread(too_deep(Span(base + deep, base + deep + 1)))
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        from postlint.content.data.toml_mistakes import explain

        return unread(explain(error, text, source, base))
    except RecursionError:
        return unread(too_deep(Span(base, base)))
    except ValueError:
        return unread(_too_long_number(source, base))
    places = survey(source, base).places
    return Tree(_plain(data, (), text, places), places)


def _deep_place(source: str) -> int | None:
    deep = too_deep_bracket(source)
    if deep is not None or source.count(".") <= MOST_LEVELS:
        return deep
    key = _LONG_KEY.search(source)
    return key.start() if key else None


def _too_long_number(source: str, base: int) -> Fault:
    """tomllib has run into Python's limit for the digits of a number."""
    found = _LONG_NUMBER.search(source)
    start, end = found.span() if found else (0, 0)
    message = f"a number of {end - start:,} digits is longer than programs can read"
    return syntax_fault(Span(base + start, base + end), message, "put it in quotes if it is text")


def _plain(value: Any, path: Path, text: str, places: Mapping[Path, Place]) -> Json:
    """JSON types: dates, times and what is no JSON number become the text they were written as."""
    if isinstance(value, str | bool):
        return value
    if isinstance(value, dict):
        return {key: _plain(child, (*path, key), text, places) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child, (*path, at), text, places) for at, child in enumerate(value)]
    is_number = isinstance(value, int) and value.bit_length() <= _MOST_BITS
    if is_number or (isinstance(value, float) and math.isfinite(value)):
        return value  # type: ignore[no-any-return]
    place = places.get(path)
    return text[place.value.start : place.value.end] if place else str(value)
