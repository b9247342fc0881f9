"""What a schema says of one place in the data, all its branches taken together.

Validation asks whether data is right; this answers which keys could be meant, and which are on
their way out. Branches that exclude each other (anyOf, if/then ...) are joined: a key that any of
them knows is a known key.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from postlint.schema.mistakes.one_slip import SlipIndex
from postlint.schema.node import DEPRECATED_FOR, NOTHING, Node, in_place


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
                    if value == NOTHING:
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

    @cached_property
    def deprecated(self) -> Mapping[str, Node]:
        """The keys that are deprecated whatever the data, each with the node that says so."""
        return {
            key: node
            for key, shape in self.keys.items()
            for node in shape.sure
            if node.get("deprecated") is True or isinstance(node.get(DEPRECATED_FOR), str)
        }


def shape_of(sure: list[Node], possible: list[Node]) -> Shape:
    """The shape that nodes make together with all that holds in their place."""
    certain: list[Node] = []
    uncertain: list[Node] = []
    for node in sure:
        for inner, is_sure in in_place(node):
            (certain if is_sure else uncertain).append(inner)
    uncertain += [inner for node in possible for inner, _ in in_place(node)]
    return Shape(tuple(certain), tuple(uncertain))


def _mapping(node: Node, keyword: str) -> Mapping[str, object]:
    value = node.get(keyword)
    return value if isinstance(value, dict) else {}


NO_SHAPE = Shape(())
