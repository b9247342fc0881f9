"""The formats that a schema asks for and that nothing is checked by."""

from typing import Any

from postlint.schema.formats import format_named
from postlint.schema.node import Node, inside


def unchecked_formats(root: Node) -> list[str]:
    """The names of formats that are not ours, sorted: the standard has such names ignored."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict) and id(node) not in seen:
            seen.add(id(node))
            name = node.get("format")
            if isinstance(name, str) and format_named(name) is None:
                found.add(name)
            waiting += inside(node)
    return sorted(found)
