"""Rows of a table of terms that get in each other's way, or say nothing."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from postlint.content.document import parse
from postlint.content.source import decode
from postlint.language.terms.row import Row, plain
from postlint.language.terms.table import Table, compile_rows

_MARKUP: Final = re.compile(r"[^\w\s'’-]|_")
"""What a phrase has that may be read as something else than prose."""
_CONTROL: Final = re.compile(r"(?!\s)[\x00-\x1f\x7f-\x9f]")
_PATTERN: Final = re.compile(
    r"\.\*|\\[bdsw]|\w\*(?![\w*])|(?<![\w*])\*\w|\w\[[^\W\d]+\]|\[[^\W\d]+\]\w"
)
"""Kie*, *gate, organi[sz]e, .*ise; but neither f*ck nor [sic] nor **bold**."""


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
            _says_nothing(row, reporting)
            or _never_found(row)
            or _never_reached(row, table)
            or _leads_on(row, table)
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


def _never_found(row: Row) -> str | None:
    """Whether a post that has the row's own wrong form has nothing that the row finds."""
    if not _MARKUP.search(row.wrong):
        return None
    if control := _CONTROL.search(row.wrong):
        code = f"U+{ord(control[0]):04X}"
        return f'"{row.wrong}" has a control character ({code}), which no text has; delete it'
    table = compile_rows([row._replace(right=())])
    post = parse("post.md", decode(f"So {plain(row.wrong)} it.\n".encode()))
    if next(table.hits_in(post.prose), None) is None:
        return (
            f'"{row.wrong}" is never found in a text: '
            "it is markup, code, an address, a tag or the name of an account there"
        )
    if _PATTERN.search(row.wrong):
        remedy = 'write out the words; match = "prefix" finds beginnings of words'
        return f'"{row.wrong}" looks like a pattern, and is found letter by letter only; {remedy}'
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
