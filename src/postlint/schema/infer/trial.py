"""How many posts pass a schema, and which do not, and why."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from postlint.content.document import Document
from postlint.schema.load import Schema
from postlint.schema.mistakes.values_in_words import quoted
from postlint.schema.validate import references_in, validate

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
    """Check posts with a schema; the posts may be parsed one by one as they are asked for.

    What a post refers to has to be there, too, unless it is in other posts.
    """
    posts = passed = number = 0
    told: list[Failure] = []
    for doc in docs:
        found = [(one.problem.span.start, one.problem.message) for one in validate(doc, [schema])]
        found = sorted([*found, *_unknown(doc, schema)], key=lambda one: one[0])
        posts += 1
        passed += not found
        number += len(found)
        for start, message in found[: MOST_TOLD - len(told)]:
            place = doc.lines.position(start)
            told.append(Failure(doc.path, place.line, place.column, message))
    return Trial(posts, passed, tuple(told), number)


def _unknown(doc: Document, schema: Schema) -> Iterator[tuple[int, str]]:
    """What a post refers to and is not there, with its place in code points."""
    for one in references_in(doc, [schema]):
        if doc.front_matter and not one.is_known and not one.posts:
            key = next((step for step in reversed(one.path) if isinstance(step, str)), "value")
            where = " or ".join(one.to)
            said = f"{quoted(key)} is {quoted(one.value)}, which {where} does not have"
            start = doc.front_matter.tree.place(one.path).value.start
            yield start, f"{said}, did you mean {quoted(one.near)}?" if one.near else said
