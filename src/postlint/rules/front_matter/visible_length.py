"""How long a text of the front matter is for its reader, and what is said where that is too much
or too little."""

from collections.abc import Iterator
from html import unescape
from typing import Final

from postlint.content.document import Document
from postlint.model.finding import Problem
from postlint.rules.front_matter.entries import entries

_TEMPLATE_SIGNS: Final = ("{{", "{%", "<%")


def length_problems(doc: Document, key: str, least: int, most: int) -> Iterator[Problem]:
    """The problem of a text with less than `least` or more than `most` code points, if it has one.

    Escapes and entities count as what they stand for, white space in a row as one blank. Nobody
    knows how long a template becomes.
    """
    for entry in entries(doc, (key,)):
        if isinstance(entry.value, bool | list | dict | None):
            continue
        value = str(entry.value)
        length = len(" ".join(unescape(value).split()))
        if not length or least <= length <= most or any(sign in value for sign in _TEMPLATE_SIGNS):
            continue
        bound = f"at most {most}" if length > most else f"at least {least}"
        has = "1 character" if length == 1 else f"{length} characters"
        yield Problem(entry.place.value, f"{key} has {has}, expected {bound}")


def refuse_empty_range(least: int, most: int) -> None:
    """Raise ValueError where no length could be right."""
    if least > most:
        raise ValueError(f"min is {least}, expected no more than max, which is {most}")
