"""A list of words as people keep it: one word a line, `#` comments, blank lines."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from postlint.config.source import read_source
from postlint.language.tokens import all_words, bare
from postlint.model.errors import ConfigError
from postlint.model.paths import shown

_DASHES: Final = re.compile("[-‐‑]")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a list, as written there."""

    text: str
    line: int
    """1-based."""


def words_of_file(path: Path) -> Iterator[str]:
    """The words of a list. Raises ConfigError, with the line of an entry that is no word."""
    for entry in entries(read_source(path).text):
        try:
            yield from words_of(entry.text)
        except ValueError as error:
            raise ConfigError(f"{shown(path)}:{entry.line}: {error}") from None


def entries(text: str) -> Iterator[Entry]:
    """The entries of a list, in its order."""
    for line, content in enumerate(text.split("\n"), 1):
        entry = content.split("#", 1)[0].strip()
        if entry:
            yield Entry(entry, line)


def words_of(entry: str) -> tuple[str, ...]:
    """What an entry accepts: itself, or the parts of a compound, which are checked one by one.

    Raises ValueError where it is no word.
    """
    parts = _DASHES.split(unicodedata.normalize("NFC", entry))
    for part in parts:
        if all_words(part) != [part]:
            wanted = "expected one word, of letters, apostrophes and hyphens"
            raise ValueError(f'"{entry}" is no word, {wanted}')
    return tuple(map(bare, parts))


def with_words(text: str, words: Iterable[str]) -> str:
    """A list with words added, each at its place if the list is sorted, else at the end.

    Comments, blank lines and line ends stay as they are; a comment stays right above its entry.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = _LINE.findall(text)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += line_end
    known = list(entries(text))
    keys = [_key(entry.text) for entry in known]
    if keys != sorted(keys):
        return "".join((*lines, *(word + line_end for word in words)))
    first = known[0].line - 1 if known else len(lines)
    for word in sorted(words, key=_key, reverse=True):
        before = bisect_right(keys, _key(word))
        lines.insert(known[before - 1].line if before else first, word + line_end)
    return "".join(lines)


def without_lines(text: str, lines: Collection[int]) -> str:
    """A list without some of its lines, 1-based."""
    kept = (line for number, line in enumerate(_LINE.findall(text), 1) if number not in lines)
    return "".join(kept)


def _key(word: str) -> tuple[str, str]:
    return word.casefold(), word
