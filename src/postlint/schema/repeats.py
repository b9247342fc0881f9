"""Items that stand in a list more than once, found in one pass over it."""

from collections.abc import Hashable, Iterator, Sequence

from postlint.content.data.tree import Json


def repeats(items: Sequence[Json]) -> Iterator[tuple[int, int]]:
    """The 0-based index of each item that was there before, and of its first occurrence.

    Equal as JSON Schema has it: 1 and 1.0 are, 1 and true are not, the order of keys is nothing.
    """
    first: dict[Hashable, int] = {}
    for index, item in enumerate(items):
        earlier = first.setdefault(_frozen(item), index)
        if earlier != index:
            yield index, earlier


def _frozen(value: Json) -> Hashable:
    if isinstance(value, dict):
        return frozenset((key, _frozen(child)) for key, child in value.items())
    if isinstance(value, list):
        return tuple(_frozen(child) for child in value)
    return (value,) if isinstance(value, bool) else value
