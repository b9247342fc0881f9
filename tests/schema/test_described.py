"""The keys of a schema for people, however it is built."""

from postlint.schema.described import rows_of
from postlint.schema.node import Node
from postlint.schema.shape import shape_of


def keys_in(root: Node) -> tuple[list[str], bool]:
    rows, is_all = rows_of(shape_of([root], []))
    return [row.key for row in rows], is_all


def test_keys_are_followed_by_those_inside_of_them() -> None:
    author: Node = {"properties": {"name": {}}}
    root: Node = {"properties": {"author": author, "tags": {"items": author}}}
    assert keys_in(root) == (["author", "author.name", "tags", "tags[].name"], True)


def test_a_schema_that_leads_back_to_itself_is_not_entered_again() -> None:
    root: Node = {"properties": {}}
    root["properties"] |= {f"k{number}": root for number in range(40)}
    assert keys_in(root) == ([f"k{number}" for number in range(40)], True)


def test_of_too_many_keys_the_outer_ones_are_told() -> None:
    nodes: list[Node] = [{"properties": {}} for _ in range(40)]
    for node in nodes:
        node["properties"] |= {f"k{number}": inner for number, inner in enumerate(nodes)}
    assert keys_in(nodes[0]) == ([f"k{number}" for number in range(40)], False)
    many: Node = {"properties": {f"k{number}": {} for number in range(10_000)}}
    keys, is_all = keys_in(many)
    assert (len(keys), is_all) == (500, False)
