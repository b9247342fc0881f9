"""A CSV file of terms, as a spreadsheet saves it: a first row that names the columns, then rows."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NoReturn

from postlint.config.source import read_source
from postlint.config.term_row import FIELDS, rows_from
from postlint.content.near import did_you_mean, nearest
from postlint.language.terms.row import Row
from postlint.model.errors import ConfigError
from postlint.model.paths import shown

SUFFIXES: Final = (".csv", ".tsv")

_COLUMNS: Final = ("wrong", *FIELDS)
_AS_WRITTEN: Final = frozenset({"wrong", "right", "note", "link"})
"""In the other columns a spreadsheet may begin the words with a capital."""
_UNCLOSED: Final = "unexpected end of data"
"""What the reader says of a quotation mark at the end of the file."""
_SEPARATORS: Final = (",", ";", "\t")


def rows_of_csv(path: Path) -> Iterator[Row]:
    """The rows of a file, in UTF-8, with commas, semicolons or tabs as its first row has them.

    Raises ConfigError: one line with file, line and what to do.
    """
    text = read_source(path).text
    name = shown(path)
    records = _records(text, name)
    line, header = next(records, (1, []))
    columns = _columns(header, f"{name}:{line}")
    for line, cells in records:
        place = f"{name}:{line}"
        while len(cells) > len(columns) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(columns):
            _fail(place, _other_columns(len(cells), len(columns)))
        said = {
            column: cell.strip() if column in _AS_WRITTEN else cell.strip().lower()
            for column, cell in zip(columns, cells, strict=True)
        }
        yield from _rows(said.pop("wrong"), said, place)


def _rows(wrong: str, said: dict[str, str], place: str) -> Iterator[Row]:
    def fail(field: str | None, message: str) -> NoReturn:
        _fail(place, f"{field or 'wrong'}: {message}")

    return rows_from(wrong, said, place, fail)


def _records(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the 1-based line it begins on."""
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        if str(error) == _UNCLOSED:
            _fail(f"{name}:{line}", "a quotation mark that opens here is not closed; close it")
        _fail(f"{name}:{line}", f"cannot be read: {error}; see to its quotation marks")


def _columns(header: Sequence[str], place: str) -> list[str]:
    written = [cell.strip() for cell in header]
    while written and not written[-1]:  # a spreadsheet saves a column that was once in use
        written.pop()
    columns = [name.lower() for name in written]
    if columns and not any(column in _COLUMNS or nearest(column, _COLUMNS) for column in columns):
        found = f'the first row begins with "{written[0]}", expected names of columns'
        _fail(place, f"{found}; put wrong,right above it")
    for at, column in enumerate(columns):
        if column not in _COLUMNS:
            guess = did_you_mean(column, _COLUMNS) or f"; expected {', '.join(_COLUMNS)}"
            _fail(place, f'unknown column "{written[at]}"{guess}')
        if column in columns[:at]:
            _fail(place, f'column "{column}" stands twice; keep one')
    for needed in ("wrong", "right"):
        if needed not in columns:
            _fail(place, f'no column "{needed}"; the first row names the columns: wrong,right')
    return columns


def _other_columns(count: int, expected: int) -> str:
    found = f"{count} column" if count == 1 else f"{count} columns"
    remedy = "an empty one needs its separator too"
    if count > expected:
        remedy = "put a text that has a separator in it in double quotes"
    return f"has {found}, expected {expected} as in the first row; {remedy}"


def _fail(place: str, message: str) -> NoReturn:
    raise ConfigError(f"{place}: {message}")
