"""What a schema says of one place in the data, all its branches taken together.

Validation asks whether data is right; this answers which keys could be meant, and which are on
their way out. Branches that exclude each other (anyOf, if/then ...) are joined: a key that any of
them knows is a known key.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from postlint.content.data.tree import Json, Path
from postlint.schema.mistakes.one_slip import LONGEST, SlipIndex
from postlint.schema.node import DEPRECATED_FOR, Node, in_place, is_nothing


@dataclass(frozen=True)
class Shape:
    """The joined schema nodes of one place; its parts are worked out when first asked for."""

    sure: tuple[Node, ...]
    """Nodes that hold whatever the data: the node itself and, through it, allOf."""
    possible: tuple[Node, ...] = ()
    """Nodes that hold for some data only."""

    @cached_property
    def keys(self) -> Mapping[str, "Shape"]:
        """The known keys and the shapes of their values."""
        found: dict[str, tuple[list[Node], list[Node]]] = {}
        for nodes, column in ((self.sure, 0), (self.possible, 1)):
            for node in nodes:
                for key, value in _mapping(node, "properties").items():
                    if is_nothing(value):
                        continue
                    columns = found.setdefault(key, ([], []))
                    if isinstance(value, dict):
                        columns[column].append(value)
        return {key: shape_of(*columns) for key, columns in found.items()}

    @cached_property
    def index(self) -> SlipIndex:
        """The known keys, for finding the one that another key is a slip from."""
        return SlipIndex(self.keys)

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What keys may look like besides the known ones."""
        return tuple(
            re.compile(pattern)
            for node in (*self.sure, *self.possible)
            for pattern in _mapping(node, "patternProperties")
        )

    @cached_property
    def others(self) -> "Shape":
        """The shape of the values of other keys than the known ones."""
        return shape_of(
            *(
                [
                    value
                    for node in nodes
                    for value in (
                        node.get("additionalProperties"),
                        *_mapping(node, "patternProperties").values(),
                    )
                    if isinstance(value, dict)
                ]
                for nodes in (self.sure, self.possible)
            )
        )

    @cached_property
    def items(self) -> "Shape":
        """The shape of the items of a list, wherever they stand in it."""
        return shape_of(
            *(
                [
                    value
                    for node in nodes
                    for value in (node.get("items"), *node.get("prefixItems", ()))
                    if isinstance(value, dict)
                ]
                for nodes in (self.sure, self.possible)
            )
        )

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing is known, so that there is no need to look at the data."""
        return not self.sure and not self.possible

    def is_same(self, other: "Shape") -> bool:
        """Whether it is of the same nodes, as in a schema that leads back to itself."""
        return _identities(self) == _identities(other)

    @cached_property
    def deprecated(self) -> Mapping[str, Node]:
        """The keys that are deprecated whatever the data, each with the node that says so."""
        return {
            key: node
            for key, shape in self.keys.items()
            for node in shape.sure
            if node.get("deprecated") is True or isinstance(node.get(DEPRECATED_FOR), str)
        }

    def strangers(self, data: Mapping[str, Json], but: Container[str] = ()) -> list[str]:
        """Keys of some data, beside some, that no branch of the schema knows."""
        if not self.keys:
            return []
        return [
            key
            for key in data
            if key not in self.keys
            and len(key) <= LONGEST
            and key not in but
            and not any(pattern.search(key) for pattern in self.patterns)
        ]


def has_odd_keys(data: Json, shape: Shape) -> bool:
    """Whether a key that is allowed may be misspelt or is deprecated."""
    return any(
        not holder.keys().isdisjoint(its_shape.deprecated)
        or any(True for key in its_shape.strangers(holder) for _ in its_shape.index.slips_of(key))
        for _, holder, its_shape in objects(data, shape)
    )


def objects(data: Json, shape: Shape) -> Iterator[tuple[Path, Mapping[str, Json], Shape]]:
    """Every object in the data of which the schema knows something, the outer ones first."""
    waiting: list[tuple[Path, Any, Shape]] = [((), data, shape)]
    while waiting:
        path, value, its_shape = waiting.pop()
        if its_shape.is_empty:
            continue
        if isinstance(value, dict):
            yield path, value, its_shape
            known = its_shape.keys
            waiting += [
                ((*path, key), inner, known.get(key) or its_shape.others)
                for key, inner in value.items()
                if isinstance(inner, (dict, list))
            ]
        elif isinstance(value, list):
            waiting += [
                ((*path, index), inner, its_shape.items)
                for index, inner in enumerate(value)
                if isinstance(inner, (dict, list))
            ]


def shape_of(sure: list[Node], possible: list[Node]) -> Shape:
    """The shape that nodes make together with all that holds in their place."""
    certain: list[Node] = []
    uncertain: list[Node] = []
    for node in sure:
        for inner, is_sure in in_place(node):
            (certain if is_sure else uncertain).append(inner)
    uncertain += [inner for node in possible for inner, _ in in_place(node)]
    return Shape(tuple(certain), tuple(uncertain))


def _identities(shape: Shape) -> tuple[list[int], list[int]]:
    return [id(node) for node in shape.sure], [id(node) for node in shape.possible]


def _mapping(node: Node, keyword: str) -> Mapping[str, object]:
    value = node.get(keyword)
    return value if isinstance(value, dict) else {}


NO_SHAPE = Shape(())
