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
    word on a value comes first, also where it is looked for elsewhere and not known to be there.
    """
    tree = doc.front_matter.tree if doc.front_matter else None
    data = tree.data if tree else None
    if tree is None or not isinstance(data, dict):
        return
    said = [key for key in keys if key in data]
    if not said or is_mould(doc.path):
        return
    unknown = {one.path[0] for one in doc.references.made if not one.is_known}
    for key in said:
        place = tree.places.get((key,))
        if place and place.key and key not in unknown and not is_told(doc, place):
            yield Entry(key, data[key], place)


def is_told(doc: Document, place: Place) -> bool:
    """Whether the reader or the schema has said something of a value, or of its key."""
    if not doc.faults:
        return False
    span = Span((place.key or place.value).start, place.value.end)
    return any(span.covers(fault.problem.span) for fault in doc.faults)
