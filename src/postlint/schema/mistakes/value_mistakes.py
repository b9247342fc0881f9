"""Mistakes in a value as such, in words: its type, and its choice among the allowed ones."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from postlint.content.data.tree import Json
from postlint.content.near import nearest
from postlint.schema.broken import Broken
from postlint.schema.formats import LONGEST
from postlint.schema.mistakes.form_mistakes import in_form
from postlint.schema.mistakes.mistake import Mend, Mistake, Quote, Rewrite
from postlint.schema.mistakes.words import (
    kind_of,
    listed,
    name_of,
    plain,
    quoted,
    sentence,
    shown,
    types_in_words,
)
from postlint.schema.node import VALUES_FROM, Node

_TRUTHS: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("true", "yes", "on", "y"), True),
    **dict.fromkeys(("false", "no", "off", "n"), False),
}
_NUMBER: Final = re.compile(r"[+-]?(?:0|[1-9]\d{0,15})(\.\d{1,15})?\Z", re.ASCII)


def wrong_type(broken: Broken) -> Iterator[Mistake]:
    """`"featured" is text ("yes"), expected true or false`."""
    types = [broken.expected] if isinstance(broken.expected, str) else list(broken.expected)
    mend = _retyped(broken.value, types, broken.node)
    yield Mistake(
        "wrong-type",
        broken.path,
        "value",
        f"{broken.subject} is {kind_of(broken.value)}, expected {types_in_words(types)}",
        broken.about,
        _suggestions(mend),
        mend,
    )


def value_not_allowed(broken: Broken) -> Iterator[Mistake]:
    """`"categories" has "wrold", did you mean "world"?`."""
    allowed = [broken.expected] if broken.keyword == "const" else list(broken.expected)
    texts = [value for value in allowed if isinstance(value, str)]
    value = broken.value
    near = nearest(value, texts) if isinstance(value, str) and len(value) < 200 else None
    mend = _allowed_instead(value, allowed, near)
    is_item = len(broken.path) > 1 and isinstance(broken.path[-1], int)
    holder = f"{name_of(broken.path[:-1])} has" if is_item else f"{broken.subject} is"
    says = f"{holder} {shown(value)}"
    names = [plain(choice) for choice in allowed]
    if near and len(allowed) > 1:
        says += f", did you mean {quoted(near)}?"
    else:
        says += f", expected {'' if len(names) == 1 else 'one of '}{listed(names)}"
    source = broken.node.get(VALUES_FROM)
    choices = f"allowed are {listed(names)}" if near and len(names) > 1 else None
    if source:
        choices = sentence(choices, f"the allowed values are in {source}")
    yield Mistake(
        "value-not-allowed",
        broken.path,
        "value",
        says,
        sentence(choices, broken.about),
        (near,) if near else _suggestions(mend),
        mend,
    )


def _suggestions(mend: Mend | None) -> tuple[str, ...]:
    if not isinstance(mend, Rewrite):
        return ()
    value = mend.value
    if isinstance(value, list):
        return (f"[{', '.join(map(plain, value))}]",)
    return (value if isinstance(value, str) else shown(value),)


def _retyped(value: Json, types: list[str], node: Node) -> Mend | None:
    """The value as one of the types, where only one reading is possible."""
    if isinstance(value, bool | int | float):
        if "string" in types:
            return _as_text(value, node)
        return Rewrite([value], is_safe=True) if "array" in types and _takes(node, value) else None
    if isinstance(value, str) and 0 < len(value) <= LONGEST:
        return _text_retyped(value, types, node)
    return None


def _as_text(value: float, node: Node) -> Mend | None:
    if isinstance(value, bool):
        return Quote()
    text = in_form(str(value), node)
    return Quote() if text == str(value) else Rewrite(text) if text else None


def _text_retyped(value: str, types: list[str], node: Node) -> Mend | None:
    word = value.strip().lower()
    if "boolean" in types and word in _TRUTHS:
        return Rewrite(_TRUTHS[word], is_safe=word in ("true", "false"))
    number = _NUMBER.match(value)
    if number and ("number" in types or ("integer" in types and not number[1])):
        return Rewrite(float(value) if number[1] else int(value), is_safe=True)
    if "array" in types and _takes(node, value) and "\n" not in value:
        parts = [part.strip() for part in value.split(",") if part.strip()]
        return Rewrite(list(parts), is_safe=len(parts) == 1 and parts[0] == value)
    return None


def _takes(node: Node, value: Json) -> bool:
    """Whether a list of this schema takes a text, or a number, as an item."""
    items = node.get("items", {})
    wanted = items.get("type", "string" if isinstance(value, str) else "number") if items else None
    kinds = {wanted} if isinstance(wanted, str) else set(wanted or ("string", "number"))
    return bool(kinds & ({"string"} if isinstance(value, str) else {"number", "integer"}))


def _allowed_instead(value: Json, allowed: list[Any], near: str | None) -> Mend | None:
    if near is not None:
        is_same_word = isinstance(value, str) and value.strip().casefold() == near.casefold()
        return Rewrite(near, is_safe=is_same_word)
    if isinstance(value, bool):
        truths = [_TRUTHS.get(text.lower()) for text in allowed if isinstance(text, str)]
        if value in truths:
            return Quote()
    elif isinstance(value, int | float) and str(value) in allowed:
        return Quote()
    elif isinstance(value, str):
        others = (choice for choice in allowed if not isinstance(choice, str))
        same = next((choice for choice in others if shown(choice) == value), None)
        if same is not None:
            return Rewrite(same, is_safe=True)
    return Rewrite(allowed[0]) if len(allowed) == 1 and _is_scalar(allowed[0]) else None


def _is_scalar(value: object) -> bool:
    return isinstance(value, str | int | float)
