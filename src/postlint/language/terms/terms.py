"""The terms of a house as one value; the table is made when it is first searched, and once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from postlint.language.terms.row import Row

if TYPE_CHECKING:
    from postlint.language.terms.table import Table


@dataclass(frozen=True)
class Terms:
    """The rows of a house, of its configuration and of its files of terms."""

    rows: tuple[Row, ...] = ()

    @cached_property
    def table(self) -> "Table":
        """The rows, ready for searching."""
        from postlint.language.terms.table import compile_rows

        return compile_rows(self.rows)

    def __reduce__(self) -> tuple[type["Terms"], tuple[tuple[Row, ...]]]:
        """What crosses a process border: the rows, for each process makes its own table."""
        return Terms, (self.rows,)

    def under(self, rows: Iterable[Row]) -> "Terms":
        """These terms with others laid over them, row by row."""
        over = {row.wrong: row for row in rows}
        kept = tuple(row for row in self.rows if row.wrong not in over)
        return Terms((*kept, *over.values()))


NO_TERMS: Final = Terms()
_SHOWN: Final = 40
"""Code points of a phrase that is too long."""


def rows_of(pairs: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of what is wrong and what is right; an empty right form means none."""
    return tuple(Row(wrong, (right,) if right else ()) for wrong, right in pairs.items())


def refuse_long(phrases: Iterable[str]) -> None:
    """Raises ValueError where a phrase is longer than a table takes."""
    for phrase in phrases:
        from postlint.language.terms.starts import too_long  # only where there is one

        if message := too_long(phrase):
            raise ValueError(f'"{phrase[:_SHOWN]}…" {message}')
