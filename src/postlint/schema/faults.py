"""What is wrong with the front matter of a post by a schema: mistakes in words, with a place."""

from collections.abc import Iterable, Iterator
from typing import Final

from postlint.content.data.tree import Json
from postlint.content.document import Document
from postlint.model.finding import Fault, Problem
from postlint.model.span import Span
from postlint.schema.keywords import TooManyStepsError
from postlint.schema.load import Schema
from postlint.schema.mistakes.key_mistakes import missing_keys
from postlint.schema.mistakes.mistake import MOST_WORDED, Mistake
from postlint.schema.mistakes.place import span_of, spoken_of, with_place
from postlint.schema.mistakes.translate import mistakes_of
from postlint.schema.mistakes.values_in_words import both, listed, quoted

_NOT_READ: Final = frozenset({"file-too-large", "unreadable-file", "unclosed-front-matter"})
"""Faults that explain why there is no front matter."""


def faults_of(doc: Document, schema: Schema) -> tuple[Fault, ...]:
    """What is wrong with the front matter, in the order of the text. Never raises."""
    if doc.front_matter is None:
        said = any(fault.rule in _NOT_READ for fault in doc.faults)
        return () if said else tuple(_missing_front_matter(doc, schema))
    tree = doc.front_matter.tree
    data = {} if tree.data is None else tree.data
    if not tree.is_parsed or not isinstance(data, dict):
        return ()
    mistakes = _without_repeats(_mistakes(data, len(tree.places), schema))
    if not mistakes:
        return ()
    told = spoken_of(doc.front_matter)
    placed = [
        (mistake, span)
        for mistake in mistakes
        if not told(mistake, span := span_of(mistake, doc.text, doc.front_matter))
    ]
    placed.sort(key=lambda pair: pair[1])
    return tuple(_grouped(placed, doc))


def _mistakes(data: Json, size: int, schema: Schema) -> Iterator[Mistake]:
    try:
        errors = schema.checker.errors(data, size)
        yield from mistakes_of(errors, data, schema.root, schema.shape)
    except RecursionError:
        yield _unchecked("it is nested too deeply")
    except TooManyStepsError:
        yield _unchecked("there are too many ways in which its values could fit")


def _unchecked(reason: str) -> Mistake:
    message = f"front matter cannot be checked against the schema: {reason}"
    return Mistake("schema-mismatch", (), "opening", message)


def _without_repeats(mistakes: Iterable[Mistake]) -> list[Mistake]:
    """The mistakes, each once: branches and schemas that join often say the same in other words.

    A key named `$schema` at the top is postlint's own, whatever the schema says of it.
    """
    found: dict[object, Mistake] = {}
    for mistake in mistakes:
        several = mistake.at == "opening" or mistake.rule == "schema-mismatch"
        if mistake.path != ("$schema",) or mistake.at != "key":
            what = (mistake.rule, mistake.path, mistake.message if several else "")
            found.setdefault(what, mistake)
    return list(found.values())


def _grouped(placed: Iterable[tuple[Mistake, Span]], doc: Document) -> Iterator[Fault]:
    """Faults; those of one rule beyond a readable number become one that has all their places."""
    worded: dict[str, int] = {}
    rest: dict[str, list[Span]] = {}
    for mistake, span in placed:
        number = worded[mistake.rule] = worded.get(mistake.rule, 0) + 1
        if number > MOST_WORDED or not mistake.message:
            rest.setdefault(mistake.rule, []).append(span)
        else:
            yield with_place(mistake, span, doc)
    for rule, spans in rest.items():
        message = f"{len(spans)} more problems of the same kind"
        advice = f"the first {MOST_WORDED} are told one by one"
        yield Fault(rule, Problem(spans[0], message, advice, others=tuple(spans[1:])))


def _missing_front_matter(doc: Document, schema: Schema) -> Iterator[Fault]:
    keys = missing_keys(schema.shape)
    if not keys:
        return
    names = [quoted(key) for key in keys]
    wanted = both(names) if len(names) < 4 else listed(names)
    if doc.text.strip():
        message = f"post has no front matter, expected one with {wanted}"
    else:
        message = f"file is empty, expected front matter with {wanted}"
    advice = "begin the file with a line of three dashes, the keys, and three dashes again"
    yield Fault("missing-front-matter", Problem(Span(0, 0), message, advice))
