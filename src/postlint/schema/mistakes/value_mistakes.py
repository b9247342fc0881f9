"""Mistakes in a value as such, in words: its type, and its choice among the allowed ones."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from postlint.content.data.tree import Json
from postlint.content.near import nearest
from postlint.schema.broken import Broken
from postlint.schema.formats import LONGEST
from postlint.schema.keywords import allows
from postlint.schema.mistakes.form_mistakes import in_form
from postlint.schema.mistakes.mistake import Mend, Mistake, Quote, Rewrite
from postlint.schema.mistakes.values_in_words import (
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
_BLANK: Final = re.compile(r"[\s,]")
_NUMBER: Final = re.compile(r"[+-]?(?:0|[1-9]\d{0,15})(\.\d{1,15})?\Z", re.ASCII)


def wrong_type(broken: Broken) -> Iterator[Mistake]:
    """`"featured" is text ("yes"), expected true or false`."""
    types = [broken.expected] if isinstance(broken.expected, str) else list(broken.expected)
    mend = _surely(_retyped(broken.value, types, broken), broken)
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
    mend = _surely(_allowed_instead(value, allowed, near, broken.wanted), broken)
    is_item = len(broken.path) > 1 and isinstance(broken.path[-1], int)
    holder = f"{name_of(broken.path[:-1])} has" if is_item else f"{broken.subject} is"
    names = [plain(choice) for choice in allowed]
    if shown(value) in names:  # the number 1 and the text "1" look alike
        names = [quoted(choice) if isinstance(choice, str) else shown(choice) for choice in allowed]
        says = f"{holder} {kind_of(value)}"
    else:
        says = f"{holder} {shown(value)}"
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


def _surely(mend: Mend | None, broken: Broken) -> Mend | None:
    """The mend, a safe one only if the new value satisfies all that the schema asks of it."""
    if isinstance(mend, Rewrite) and mend.is_safe and not allows(broken.wanted, mend.value):
        return Rewrite(mend.value)
    return mend


def _retyped(value: Json, types: list[str], broken: Broken) -> Mend | None:
    """The value as one of the types, where only one reading is possible."""
    if isinstance(value, bool | int | float):
        if "string" in types:
            return _as_text(value, broken)
        is_item = "array" in types and _takes(broken.node, value)
        return Rewrite([value], is_safe=True) if is_item else None
    if isinstance(value, str) and 0 < len(value) <= LONGEST:
        return _text_retyped(value, types, broken.node)
    return None


def _as_text(value: float, broken: Broken) -> Mend | None:
    if isinstance(value, bool):
        return Quote(broken.wanted)
    text = in_form(str(value), broken.node)
    return Quote(broken.wanted) if text == str(value) else Rewrite(text) if text else None


def _text_retyped(value: str, types: list[str], node: Node) -> Mend | None:
    word = value.strip().lower()
    if "boolean" in types and word in _TRUTHS:
        return Rewrite(_TRUTHS[word], is_safe=word in ("true", "false"))
    number = _NUMBER.match(value)
    if number and ("number" in types or ("integer" in types and not number[1])):
        return Rewrite(float(value) if number[1] else int(value), is_safe=True)
    if "array" in types and _takes(node, value) and "\n" not in value:
        parts = [part.strip() for part in value.split(",") if part.strip()]
        return Rewrite(list(parts), is_safe=parts == [value] and not _BLANK.search(value))
    return None


def _takes(node: Node, value: Json) -> bool:
    """Whether a list of this schema takes a text, or a number, as an item."""
    items = node.get("items", True)
    if isinstance(items, bool):
        return items
    wanted = items.get("type", ("string", "number"))
    kinds = {wanted} if isinstance(wanted, str) else set(wanted)
    return bool(kinds & ({"string"} if isinstance(value, str) else {"number", "integer"}))


def _allowed_instead(
    value: Json, allowed: list[Any], near: str | None, wanted: Node | bool
) -> Mend | None:
    if near is not None:
        is_same_word = isinstance(value, str) and value.strip().casefold() == near.casefold()
        return Rewrite(near, is_safe=is_same_word)
    if isinstance(value, bool):
        truths = [_TRUTHS.get(text.lower()) for text in allowed if isinstance(text, str)]
        if value in truths:
            return Quote(wanted)
    elif isinstance(value, int | float) and str(value) in allowed:
        return Quote(wanted)
    elif isinstance(value, str):
        others = (choice for choice in allowed if not isinstance(choice, str))
        same = next((choice for choice in others if shown(choice) == value), None)
        if same is not None:
            return Rewrite(same, is_safe=True)
    return Rewrite(allowed[0]) if len(allowed) == 1 and _is_scalar(allowed[0]) else None


def _is_scalar(value: object) -> bool:
    return isinstance(value, str | int | float)
