"""Rows of a table of terms that get in each other's way, or say nothing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from postlint.language.terms.row import Row, plain
from postlint.language.terms.table import Table, compile_rows


class Conflict(NamedTuple):
    """A row, and what is wrong with it in words."""

    row: Row
    message: str


def conflicts(rows: Sequence[Row]) -> Iterator[Conflict]:
    """What is wrong with some rows, in their order; of a row only the worst is said."""
    table = compile_rows(rows)
    reporting = compile_rows(row for row in rows if not row.protects)
    firsts = {id(second): first for first, second in contradictions(rows)}
    for row in rows:
        if id(row) in firsts:
            yield Conflict(row, contradiction(firsts[id(row)], row))
        elif message := (
            _says_nothing(row, reporting) or _never_reached(row, table) or _leads_on(row, table)
        ):
            yield Conflict(row, message)


def contradictions(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Two rows each that say different things of the same spelling: the first, and another."""
    known: dict[tuple[str, str], Row] = {}
    for row in rows:
        wrong = plain(row.wrong)
        first = known.setdefault((wrong.lower() if row.case == "any" else wrong, row.match), row)
        if first.right != row.right:
            yield first, row


def contradiction(first: Row, second: Row) -> str:
    """What two rows say, in words."""
    there = _wanted(first)
    return f'"{second.wrong}" is {_wanted(second)} here and {there} at {first.place}'


def _says_nothing(row: Row, reporting: Table) -> str | None:
    if not row.right:
        return f'"{row.wrong}" has no right form; a word that is not used belongs under [ban]'
    if row.protects and not reporting.has_hit(row.wrong):
        return f'"{row.wrong}" is its own right form, and no other row is kept from anything'
    return None


def _never_reached(row: Row, table: Table) -> str | None:
    """Whether another row is found where this one stands written out."""
    if row.protects:
        return None
    text = plain(row.wrong)
    hit = next(table.hits(text), None)
    if hit is None:
        return f'"{row.wrong}" is never found: it is its own right form'
    if hit.row is row:
        return None
    return f'"{row.wrong}" is never reached: "{hit.row.wrong}" at {hit.row.place} is found first'


def _leads_on(row: Row, table: Table) -> str | None:
    """Whether the right form is reported in its turn."""
    for right in row.right:
        hit = next(table.hits(right), None)
        if hit is None or hit.row is row:
            continue
        other = f'"{hit.row.wrong}" at {hit.row.place}'
        if plain(row.wrong) in map(plain, hit.row.right):
            return f'"{row.wrong}" and "{right}" are each the right form of the other; see {other}'
        return f'the right form "{right}" is {_wanted(hit.row)} in its turn; see {other}'
    return None


def _wanted(row: Row) -> str:
    return " or ".join(f'"{right}"' for right in row.right) or "not used"
