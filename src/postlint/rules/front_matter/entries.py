"""The entries of a front matter that a rule looks at: those nobody else has said anything of."""

from collections.abc import Iterator
from typing import NamedTuple

from postlint.content.data.tree import Json, Place
from postlint.content.document import Document, is_mould
from postlint.model.span import Span


class Entry(NamedTuple):
    """A key at the top level, its value, and where both are written."""

    key: str
    value: Json
    place: Place


def entries(doc: Document, keys: tuple[str, ...]) -> Iterator[Entry]:
    """Those entries with one of these keys, in the order of `keys`, that are written in the post.

    None of a mould for new posts, and none that another rule reports: the reader's or the schema's
    word on a value comes first.
    """
    if doc.front_matter is None or not isinstance(doc.data, dict) or is_mould(doc.path):
        return
    places = doc.front_matter.tree.places
    for key in keys:
        place = places.get((key,)) if key in doc.data else None
        if place and place.key and not is_told(doc, Span(place.key.start, place.value.end)):
            yield Entry(key, doc.data[key], place)


def is_told(doc: Document, span: Span) -> bool:
    """Whether the reader or the schema has said something of what stands there."""
    return any(span.covers(fault.problem.span) for fault in doc.faults)
