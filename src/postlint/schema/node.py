"""A schema in the one form the rest works with: draft 2020-12 without `$ref`, as JSON data."""

from collections.abc import Iterator
from typing import Any, Final

Node = dict[str, Any]
"""One schema object. It may hold itself further down; never in its own place."""

ONE: Final = (
    "additionalProperties",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
)
"""Keywords that hold one schema."""
REFUSING: Final = frozenset(
    ("additionalProperties", "items", "unevaluatedItems", "unevaluatedProperties")
)
"""Those of them for which `false` has a meaning of its own: no more of these."""
SEVERAL: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
"""Keywords that hold a list of schemas."""
NAMED: Final = ("dependentSchemas", "patternProperties", "properties")
"""Keywords that hold schemas by name."""

NOTHING: Final[Node] = {"not": {}}
"""Allows no value at all. `false` says the same, but `jsonschema` loses the place of its errors."""

_IN_PLACE: Final = frozenset(
    ("allOf", "anyOf", "dependentSchemas", "else", "if", "not", "oneOf", "then")
)

VALUES_FROM: Final = "x-postlint-values-from"
"""Names a data file whose values are allowed, beside those of `enum`."""
REFERENCE: Final = "x-postlint-ref"
"""Names where a value has to exist: a file of data, or the posts of the site."""
SOME_TEXT: Final = r"\S"
"""The pattern of any text that does not consist of blanks."""
REFERENCE_VALUES: Final = "x-postlint-ref-values"
"""The values that were found there; none where posts have them. No schema file says it."""
REFERENCE_PLACE: Final = "x-postlint-ref-place"
"""Where a reference that posts answer is written: absolute path, line and column, with colons
between them. No schema file says it either."""
RENAMED_TO: Final = "x-postlint-renamed-to"
"""Names the key that has taken the place of a deprecated one."""
DEPRECATED_FOR: Final = "deprecationMessage"
"""Says why a key is deprecated and what to use, as editors show it; it is so without
`deprecated: true`, too."""


def is_nothing(node: Any) -> bool:
    """Whether no value at all is right."""
    return node is False or (isinstance(node, dict) and node.get("not", False) in ({}, True))


def renamed_to(node: Any) -> str | None:
    """What to write in place of a key that is refused, where its schema says so."""
    name = node.get(RENAMED_TO) if isinstance(node, dict) and node.get("not") == {} else None
    return name if isinstance(name, str) else None


def in_place(node: Node, *, is_sure: bool = True) -> Iterator[tuple[Node, bool]]:
    """A node and all that speak of the same value, each with whether it holds for certain."""
    yield node, is_sure
    for branch in node.get("allOf", ()):
        if isinstance(branch, dict):
            yield from in_place(branch, is_sure=is_sure)
    for branch in _perhaps(node):
        if isinstance(branch, dict):
            yield from in_place(branch, is_sure=False)


def beside(node: Node) -> list[Any]:
    """The schemas directly inside a node that are asked about the very same value."""
    return [*node.get("allOf", ()), *_perhaps(node), node.get("not")]


def inside(node: Node) -> Iterator[Any]:
    """The schemas directly inside a node, whatever value they are asked about."""
    yield from (node[word] for word in ONE if word in node)
    for word in SEVERAL:
        yield from node.get(word, ())
    for word in NAMED:
        yield from node.get(word, {}).values()


def way_to(keyword: tuple[str | int, ...], root: Any) -> Iterator[tuple[int, Node]]:
    """The schema objects on the way from `root` to a keyword, each with the steps to it so far."""
    node, depth = root, 0
    while isinstance(node, dict):
        yield depth, node
        word = keyword[depth] if depth < len(keyword) else ""
        inner = node.get(str(word))
        depth += 1
        if word not in ONE:
            if word not in (*SEVERAL, *NAMED) or depth == len(keyword) or not inner:
                return
            inner = inner[keyword[depth]]
            depth += 1
        node = inner


def speakers(keyword: tuple[str | int, ...], root: Any) -> list[Node]:
    """Those objects on the way to a keyword that speak of the same value as it, the inner last."""
    found: list[Node] = []
    before = 0
    for depth, node in way_to(keyword, root):
        if depth and keyword[before] not in _IN_PLACE:
            found.clear()
        found.append(node)
        before = depth
    return found


def _perhaps(node: Node) -> list[Any]:
    return [
        *node.get("anyOf", ()),
        *node.get("oneOf", ()),
        *(node.get(word) for word in ("if", "then", "else")),
        *node.get("dependentSchemas", {}).values(),
    ]
