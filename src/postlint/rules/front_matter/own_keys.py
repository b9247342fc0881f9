"""What one post tells of its keys, for them to be compared with those of its siblings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.content.document import Document, is_mould
from postlint.model.span import Span
from postlint.rules.front_matter.habits import UNTOLD, kind_of

_SORTS: Final = ("layout", "extends", "template", "type")
_LONGEST_SORT: Final = 60
_MOST_KEYS: Final = 60
_LONGEST_KEY: Final = 60
_LONGEST_DATE: Final = 40
_ABOUT_KEYS: Final = frozenset(
    {"unknown-key", "misspelt-key", "missing-key", "deprecated-key", "duplicate-key"}
)
"""Rules that say what a post should have in place of what it has."""


class KeyFacts(NamedTuple):
    """A key at the top level, as one post has it. Offsets are code points of the post."""

    name: str
    kind: str
    """What its value is, as `habits.kind_of` calls it."""
    start: int
    """Where its name begins; -1 where it is not written as it is read."""
    value_start: int
    value_end: int
    """At most the end of the line that the value begins in."""
    text: str = ""
    """The value, where it may be a date."""


class FrontMatterFacts(NamedTuple):
    """The keys of one post."""

    sort: str
    """What the post says that it is, by its layout or type; "" where it does not."""
    may_lack: bool
    """Whether nothing is to be said of keys that it lacks."""
    opening_start: int
    opening_end: int
    """Where a missing key is reported."""
    keys: tuple[KeyFacts, ...]


def own_keys(doc: Document) -> FrontMatterFacts | None:
    """The keys of a post and the kinds of their values; None where it has no front matter."""
    if doc.front_matter is None or not isinstance(doc.data, dict) or is_mould(doc.path):
        return None
    data, opening = doc.data, doc.front_matter.opening
    sorts = (data.get(key) for key in _SORTS)
    is_draft = data.get("draft") is True or data.get("published") is False
    return FrontMatterFacts(
        sort=" ".join(one for one in sorts if isinstance(one, str))[:_LONGEST_SORT],
        may_lack=is_draft
        or doc.schema_keys.are_settled
        or len(data) > _MOST_KEYS
        or any(fault.rule in _ABOUT_KEYS for fault in doc.faults),
        opening_start=opening.start,
        opening_end=opening.end,
        keys=tuple(_keys(doc, islice(data.items(), _MOST_KEYS))),
    )


def _keys(doc: Document, entries: Iterable[tuple[str, Json]]) -> Iterator[KeyFacts]:
    """What is known of some keys. Of a value that another rule reports, or that a schema has the
    word on, only that it is there."""
    text, told = doc.text, doc.schema_keys
    places = doc.front_matter.tree.places if doc.front_matter else {}
    faults = [fault.problem.span for fault in doc.faults]
    for name, value in entries:
        if len(name) > _LONGEST_KEY:
            continue
        place = places.get((name,))
        if place is None or place.key is None or _has(place.key.start, place.value.end, faults):
            yield KeyFacts(name, UNTOLD, -1, 0, 0)
            continue
        is_settled = told.are_settled and name in told.known
        kind = UNTOLD if is_settled else kind_of(value)
        start = text.find(name, place.key.start, place.key.end)  # behind a quotation mark, if any
        span = place.value
        line_end = text.find("\n", span.start, span.end)
        end = span.end if line_end == -1 else line_end
        yield KeyFacts(name, kind, start, span.start, end, _date_in(value))


def _has(start: int, end: int, spans: Sequence[Span]) -> bool:
    return any(start <= span.start and span.end <= end for span in spans)


def _date_in(value: Json) -> str:
    """A value that may be a date, however it is written."""
    if not isinstance(value, str) or not 4 <= len(value) <= _LONGEST_DATE:
        return ""
    return value if value[0].isdigit() or value[-4:].isdigit() else ""
