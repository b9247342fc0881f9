"""How many posts pass a schema, and which do not, and why."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from postlint.content.document import Document
from postlint.schema.load import Schema
from postlint.schema.validate import validate

MOST_TOLD: Final = 1_000
"""So many exceptions are kept."""


class Failure(NamedTuple):
    """One thing in one post that the schema does not allow."""

    path: str
    line: int
    """1-based, as the column."""
    column: int
    message: str


class Trial(NamedTuple):
    """What came out for some posts."""

    posts: int
    passed: int
    failures: tuple[Failure, ...]
    """The first of them, in the order of the posts."""
    number: int
    """How many there are."""


def try_schema(schema: Schema, docs: Iterable[Document]) -> Trial:
    """Check posts with a schema; the posts may be parsed one by one as they are asked for."""
    posts = passed = number = 0
    told: list[Failure] = []
    for doc in docs:
        faults = validate(doc, [schema])
        posts += 1
        passed += not faults
        number += len(faults)
        for fault in faults[: MOST_TOLD - len(told)]:
            place = doc.lines.position(fault.problem.span.start)
            told.append(Failure(doc.path, place.line, place.column, fault.problem.message))
    return Trial(posts, passed, tuple(told), number)
