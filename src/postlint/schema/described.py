"""What a schema wants of each key, in the words that messages use."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

from postlint.schema.formats import format_named
from postlint.schema.mistakes.key_mistakes import missing_keys
from postlint.schema.mistakes.values_in_words import (
    count,
    either,
    listed,
    plain,
    shorten,
    shorten_help,
    types_in_words,
)
from postlint.schema.node import DEPRECATED_FOR, REFERENCE, RENAMED_TO, SOME_TEXT, VALUES_FROM, Node
from postlint.schema.shape import Shape

_DEEPEST: Final = 3
"""Groups inside each other that are told; a schema may lead back to itself."""
_MOST_ROWS: Final = 500


class KeyRow(NamedTuple):
    """One key."""

    key: str
    """With the keys around it: `author.name`, `authors[].name` in the items of a list."""
    is_required: bool
    wanted: str
    """`text, 1 to 100 characters`."""
    about: str
    """What the schema says the key is for, in a line; "" where it does not."""


def rows_of(shape: Shape) -> tuple[list[KeyRow], bool]:
    """The keys that a schema knows, in its order, each followed by those inside of it, and whether
    that is all of them: as deep as there are not too many, and none inside of itself."""
    rows: list[KeyRow] = []
    for deepest in range(_DEEPEST + 1):
        there = list(islice(_rows(shape, "", (), deepest), _MOST_ROWS + 1))
        if len(there) > _MOST_ROWS:
            return rows or there[:_MOST_ROWS], False
        rows = there
    return rows, True


def _rows(shape: Shape, at: str, around: tuple[Shape, ...], deepest: int) -> Iterator[KeyRow]:
    if any(shape.is_same(one) for one in around):
        return
    around = (*around, shape)
    required = set(missing_keys(shape))
    for key, inner in shape.keys.items():
        name = f"{at}{key}"
        yield KeyRow(name, key in required, wanted_in_words(inner), _about(inner))
        if len(around) <= deepest:
            yield from _rows(inner, f"{name}.", around, deepest)
            yield from _rows(inner.items, f"{name}[].", around, deepest)


def wanted_in_words(shape: Shape, depth: int = 0) -> str:
    """What may stand in one place: the type, and what else is asked of it."""
    nodes = (*shape.sure, *shape.possible)
    parts = [_types(shape) or "anything", *_choices(nodes), *_formats(nodes)]
    if not shape.items.is_empty and depth < _DEEPEST:
        items = wanted_in_words(shape.items, depth + 1)
        parts[0] += f" of ({items})" if "," in items else f" of {items}"
    parts += _sizes(nodes)
    if any(node.get("deprecated") is True or DEPRECATED_FOR in node for node in nodes):
        renamed = next((node[RENAMED_TO] for node in nodes if RENAMED_TO in node), None)
        parts.append(f"deprecated, use {renamed}" if renamed else "deprecated")
    return ", ".join(parts)


def refuses_others(shape: Shape) -> bool:
    """Whether keys that are not known are errors."""
    words = ("additionalProperties", "unevaluatedProperties")
    return any(node.get(word) is False for node in shape.sure for word in words)


def _types(shape: Shape) -> str:
    """The types that all sure nodes allow; where none of those says, what any other does."""
    sure = [_listed(node["type"]) for node in shape.sure if "type" in node]
    if sure:
        return types_in_words([one for one in sure[0] if all(one in rest for rest in sure[1:])])
    return types_in_words(
        one for node in shape.possible if "type" in node for one in _listed(node["type"])
    )


def _choices(nodes: tuple[Node, ...]) -> Iterator[str]:
    values = [value for node in nodes for value in node.get("enum", ())]
    values += [node["const"] for node in nodes if "const" in node]
    words = list(dict.fromkeys(plain(value) for value in values if value not in (None, "")))
    if words:
        yield f"one of {listed(words)}" if len(words) > 1 else f"only {words[0]}"
    for node in nodes:
        if VALUES_FROM in node:
            yield f"as in {shorten(str(node[VALUES_FROM]))}"
        if REFERENCE in node:
            yield f"to be found in {shorten(str(node[REFERENCE]))}"


def _formats(nodes: tuple[Node, ...]) -> Iterator[str]:
    names = dict.fromkeys(node["format"] for node in nodes if isinstance(node.get("format"), str))
    known = [found.expected if (found := format_named(name)) else name for name in names]
    if known:
        yield either(known)
    examples = [
        plain(example)
        for node in nodes
        if "pattern" in node
        for example in node.get("examples", ())[:1]
    ]
    patterns = {node["pattern"] for node in nodes if "pattern" in node}
    if SOME_TEXT in patterns:
        yield "not empty"
    if patterns - {SOME_TEXT} and not known:
        yield f"such as {examples[0]}" if examples else "of a form of its own"


def _sizes(nodes: tuple[Node, ...]) -> Iterator[str]:
    for least, most, noun in (
        ("minLength", "maxLength", "character"),
        ("minItems", "maxItems", "item"),
        ("minimum", "maximum", ""),
    ):
        low = max((node[least] for node in nodes if least in node), default=None)
        high = min((node[most] for node in nodes if most in node), default=None)
        if low is not None and high is not None:
            yield f"{low} to {_amount(high, noun)}"
        elif high is not None:
            yield f"at most {_amount(high, noun)}"
        elif low is not None:
            yield "not empty" if low == 1 and noun else f"at least {_amount(low, noun)}"
    if any(node.get("uniqueItems") is True for node in nodes):
        yield "each once"


def _amount(number: Any, noun: str) -> str:
    return count(number, noun) if noun else str(number)


def _about(shape: Shape) -> str:
    told = (node.get("description") for node in (*shape.sure, *shape.possible))
    return next((shorten_help(text) for text in told if isinstance(text, str)), "")


def _listed(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else list(types)
