"""The mistakes that are the same in YAML, TOML and JSON: commas, brackets and backslashes."""

import re
from typing import Final

from postlint.content.data.mistake import Mend, Mistake
from postlint.content.data.tree_faults import quote

ORDER: Final = "close the brackets in the order they were opened"

_SIMPLE_QUOTED = re.compile(r"\"([^\"'\r\n]*)\"(?=[ \t]*(?:[\r\n#,\]}]|\Z))")


def spare_comma(at: int, side: str) -> Mistake:
    """The comma at `at` has nothing on one side, "before" or "after"."""
    mend = Mend("remove the comma", ((at, at + 1, ""),))
    return Mistake(at, at + 1, f"there is nothing {side} this comma", "remove it", mend)


def missing_comma(source: str, start: int, end: int, last: int | None) -> Mistake:
    """No comma stands before the entry at `start:end`; it belongs at `last`, if that is known."""
    message = f"a comma is missing before {quote(source[start:end])}"
    mend = None if last is None else Mend("add a comma", ((last, last, ","),))
    return Mistake(start, end, message, "separate the items by commas", mend)


def unclosed_bracket(source: str, opening: int, help_text: str, end: int | None) -> Mistake:
    """The bracket at `opening` is not closed; closing it at `end`, if given, may mend that."""
    closing = closing_of(source[opening : opening + 1])
    mend = None if end is None else Mend(f'add "{closing}"', ((end, end, closing),))
    message = f'this "{source[opening : opening + 1]}" is never closed'
    return Mistake(opening, opening + 1, message, help_text, mend)


def closing_of(bracket: str) -> str:
    """The bracket that closes this one."""
    return "}" if bracket == "{" else "]"


def bad_escape(source: str, at: int, opening: int) -> Mistake:
    """The backslash at `at` starts no escape in the double quotes that open at `opening`."""
    message = f"{quote(source[at : at + 2])} means nothing in double quotes"
    help_text = "write two backslashes, or use single quotes, where a backslash is a backslash"
    text = _SIMPLE_QUOTED.match(source, opening)
    mend = None
    if text is not None:
        mend = Mend("use single quotes", ((text.start(), text.end(), f"'{text[1]}'"),))
    return Mistake(at, at + 2, message, help_text, mend)
