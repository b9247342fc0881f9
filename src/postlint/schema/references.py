"""Which values of a post its schema looks for elsewhere, and which of them are known there."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from postlint.content.data.tree import Json, Path
from postlint.content.references import Reference
from postlint.schema.keywords import allows, unknown_keys
from postlint.schema.node import (
    REFERENCE,
    REFERENCE_PLACE,
    REFERENCE_VALUES,
    VALUES_FROM,
    Node,
    inside,
)
from postlint.schema.patterns import matches
from postlint.schema.reading.target import meant, target_of
from postlint.schema.surely_fits import surely_fits

_MOST_STEPS: Final = 5_000
"""So many values are looked at in one post, each by one schema."""
_MOST_NEAR: Final = 20
"""For so many unknown values of a post the nearest known one is looked for."""


class ReferenceReader:
    """Goes through posts as one schema does, and tells what that looks for elsewhere.

    Of branches that exclude each other, those count that a value satisfies; where one of them knows
    it, all is well.
    """

    def __init__(self, root: Node) -> None:
        self._root = root
        nodes = _nodes_below(root)
        self._telling = _leading_to([node for node in nodes if _is_telling(node)], nodes)
        self._values = {
            id(node): frozenset(node[REFERENCE_VALUES])
            for node in nodes
            if REFERENCE_VALUES in node
        }
        self._left = self._near_left = 0
        targets = [target_of(node[REFERENCE]) for node in nodes if REFERENCE in node]
        self.asked: frozenset[tuple[str, ...]] = frozenset(
            target.keys or () for target in targets if target.is_of_posts
        )
        """The keys of posts that values are looked for in; `()` is the slug."""

    def references(self, data: Json) -> tuple[Reference, ...]:
        """What a front matter says that is looked for elsewhere, in the order of the schema."""
        if not self._telling:
            return ()
        self._left, self._near_left = _MOST_STEPS, _MOST_NEAR
        try:
            return tuple(self._of(self._root, data, ()))
        except RecursionError:
            return ()

    def _of(self, node: Any, value: Json, path: Path) -> list[Reference]:
        self._left -= 1
        if id(node) not in self._telling or self._left < 0:
            return []
        found: list[Reference] = []
        if _is_telling(node) and isinstance(value, str | int | float) and _is_name(value):
            found.append(self._reference(node, value, path))
        for branch in node.get("allOf", ()):
            found += self._of(branch, value, path)
        for word in ("anyOf", "oneOf"):
            if word in node:
                found += self._choice(node[word], value, path)
        if "if" in node:
            taken = "then" if _fits(node["if"], value) else "else"
            found += self._of(node.get(taken), value, path)
        for step, inner, schema in _steps(node, value):
            found += self._of(schema, inner, path if step is None else (*path, step))
        return found

    def _reference(self, node: Node, value: str | float, path: Path) -> Reference:
        text = str(value)
        if REFERENCE not in node:
            return Reference(path, text, (node[VALUES_FROM],))
        to = (node[REFERENCE],)
        known = self._values.get(id(node))
        if known is None:
            place = node.get(REFERENCE_PLACE, "")
            return Reference(path, text, to, to, (place,), is_known=False)
        if text in known:
            return Reference(path, text, to)
        self._near_left -= 1
        near = meant(text, known) if self._near_left >= 0 and len(text) < 200 else None
        return Reference(path, text, to, is_known=False, near=near)

    def _choice(self, branches: list[Any], value: Json, path: Path) -> list[Reference]:
        found = [self._of(branch, value, path) for branch in branches if _fits(branch, value)]
        right = [one for one in found if all(reference.is_known for reference in one)]
        if right or not found:
            return max(right, key=len, default=[])
        if not all(len(one) == 1 and one[0].path == path for one in found):
            return found[0]
        several = [one[0] for one in found]
        to = tuple(target for one in several for target in one.to)
        posts = tuple(target for one in several for target in one.posts)
        nears = {one.near for one in several if one.near}
        near = nears.pop() if len(nears) == 1 else None
        places = tuple(place for one in several for place in one.places)
        return [Reference(path, several[0].value, to, posts, places, is_known=False, near=near)]


def _is_telling(node: Node) -> bool:
    return REFERENCE in node or VALUES_FROM in node


def _is_name(value: str | float) -> bool:
    return value != "" and not isinstance(value, bool)


def _steps(node: Node, value: Json) -> Iterator[tuple[str | int | None, Json, Any]]:
    """The values directly inside a value that a schema speaks of, each with the schema for it."""
    if isinstance(value, dict):
        yield from _entries(node, value)
        for key, schema in node.get("dependentSchemas", {}).items():
            if key in value:
                yield None, value, schema
    elif isinstance(value, list):
        first = node.get("prefixItems", [])
        for index, inner in enumerate(value):
            yield index, inner, first[index] if index < len(first) else node.get("items")


def _entries(node: Node, value: dict[str, Json]) -> Iterator[tuple[str, Json, Any]]:
    """As `_steps`, of the entries of a mapping."""
    others = unknown_keys(value, node) if "additionalProperties" in node else ()
    for key, inner in value.items():
        yield key, inner, node.get("properties", {}).get(key)
        for pattern, schema in node.get("patternProperties", {}).items():
            if matches(pattern, key):
                yield key, inner, schema
        if key in others:
            yield key, inner, node["additionalProperties"]


def _fits(schema: Any, value: Json) -> bool:
    return surely_fits(schema, value) or allows(schema, value)


def _nodes_below(root: Node) -> list[Node]:
    """A schema and all that it holds, each once."""
    found: dict[int, Node] = {}
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict) and id(node) not in found:
            found[id(node)] = node
            waiting += inside(node)
    return list(found.values())


def _leading_to(wanted: list[Node], nodes: list[Node]) -> set[int]:
    """Which of some schemas are among those that are wanted, or hold one; by identity."""
    if not wanted:
        return set()
    holders: dict[int, list[int]] = defaultdict(list)
    for node in nodes:
        for inner in inside(node):
            holders[id(inner)].append(id(node))
    found: set[int] = set()
    waiting = [id(node) for node in wanted]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += holders[one]
    return found
