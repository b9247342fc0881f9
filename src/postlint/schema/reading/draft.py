"""The two drafts of JSON Schema that are read, and what differs between them."""

from typing import TYPE_CHECKING, Any, Literal

from postlint.schema.node import DEPRECATED_FOR, NAMED, ONE, RENAMED_TO, SEVERAL, Node

if TYPE_CHECKING:
    from jsonschema.protocols import Validator
    from referencing import Specification

Draft = Literal["2020-12", "draft-07"]

_ADDRESSES = {
    "json-schema.org/draft/2020-12/schema": "2020-12",
    "json-schema.org/draft-07/schema": "draft-07",
}
_TELLING = (
    *("default", "deprecated", "description", "errorMessage", "examples"),
    *(DEPRECATED_FOR, RENAMED_TO),
)
_ONLY_2020 = frozenset(
    {
        "dependentRequired",
        "dependentSchemas",
        "maxContains",
        "minContains",
        "prefixItems",
        "unevaluatedItems",
        "unevaluatedProperties",
    }
)


def draft_of(address: object, default: Draft) -> Draft | None:
    """The draft that a `$schema` names, `default` where there is none, None for any other."""
    if address is None:
        return default
    if not isinstance(address, str):
        return None
    bare = address.removeprefix("https://").removeprefix("http://").rstrip("#")
    return _ADDRESSES.get(bare)  # type: ignore[return-value]


def specification(draft: Draft) -> "Specification[Any]":
    """How `$id` and `$ref` are read in a draft."""
    from referencing.jsonschema import DRAFT7, DRAFT202012

    return DRAFT7 if draft == "draft-07" else DRAFT202012


def metaschema_validator(draft: Draft) -> "Validator":
    """The validator that a schema of a draft has to pass."""
    from jsonschema import Draft7Validator, Draft202012Validator

    known = Draft7Validator if draft == "draft-07" else Draft202012Validator
    return known(known.META_SCHEMA)


def subschemas(node: Node, draft: Draft) -> list[tuple[tuple[str | int, ...], Any]]:
    """The schemas directly inside a schema, each with its path from there."""
    found: list[tuple[tuple[str | int, ...], Any]] = [
        ((word,), node[word])
        for word in (*ONE, "additionalItems")
        if word in node and not isinstance(node[word], list)
    ]
    for word in (*SEVERAL, "items"):
        branches = node.get(word)
        if isinstance(branches, list):
            found += [((word, index), branch) for index, branch in enumerate(branches)]
    for word in (*NAMED, "$defs", "definitions", "dependencies"):
        named = node.get(word)
        if isinstance(named, dict):
            found += [((word, name), inner) for name, inner in named.items()]
    ignored = _ONLY_2020 if draft == "draft-07" else {"additionalItems", "dependencies"}
    return [(path, inner) for path, inner in found if path[0] not in ignored]


def modern(node: Node, draft: Draft) -> Node:
    """The keywords of one schema object, not of those inside it, as draft 2020-12 writes them."""
    if draft == "2020-12":
        return node
    if "$ref" in node:  # nothing else in the same object counts in draft-07, but what it tells
        return {word: node[word] for word in ("$ref", *_TELLING) if word in node}
    changed = {word: value for word, value in node.items() if word not in _ONLY_2020}
    if isinstance(node.get("items"), list):
        changed["prefixItems"] = node["items"]
        changed["items"] = changed.pop("additionalItems", True)
    needs = changed.pop("dependencies", {})
    changed["dependentRequired"] = {
        key: keys for key, keys in needs.items() if isinstance(keys, list)
    }
    changed["dependentSchemas"] = {
        key: inner for key, inner in needs.items() if not isinstance(inner, list)
    }
    return {word: value for word, value in changed.items() if value != {} or word in node}
