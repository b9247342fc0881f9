"""Errors of `jsonschema` to mistakes in plain words, one for each thing an editor did wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from postlint.content.data.tree import Json, Path
from postlint.schema.broken import Broken, broken_rules
from postlint.schema.keywords import allows
from postlint.schema.mistakes.choice import meant
from postlint.schema.mistakes.custom_message import custom_message, with_subject
from postlint.schema.mistakes.key_mistakes import (
    KeyFaults,
    is_refused_key,
    key_faults,
    key_mistakes,
)
from postlint.schema.mistakes.mistake import MOST_WORDED, Mistake, Quote, Rewrite
from postlint.schema.mistakes.which_rule import rule_for, value_mistakes
from postlint.schema.node import Node
from postlint.schema.shape import NO_SHAPE, Shape, objects

if TYPE_CHECKING:
    from jsonschema import ValidationError

_ABOUT_KEYS: Final = frozenset({"additionalProperties", "required", "unevaluatedProperties"})

_RANKS: Final[Mapping[str, int]] = {
    word: rank
    for rank, word in enumerate(
        (
            "type",
            "const",
            "enum",
            "minLength",
            "format",
            "pattern",
            "maxLength",
            "minimum",
            "maximum",
        )
    )
}
"""Of several broken rules about one value, the first in this order is the mistake."""


def mistakes_of(
    errors: "Iterable[ValidationError]",
    data: Json,
    root: Node | bool = True,
    shape: Shape = NO_SHAPE,
) -> Iterator[Mistake]:
    """What the errors of validating `data` against the schema `root` say, in no special order.

    `shape` is that of the root; where it is given, keys that are allowed but look misspelt and
    deprecated ones are found too. A mistake past MOST_WORDED of its kind has an empty message.
    """
    rules = list(meant(broken_rules(errors, root)))
    of_keys = key_faults(filter(_is_about_keys, rules), root)
    for path, holder, its_shape in objects(data, shape):
        faults = of_keys.pop(path, None) or KeyFaults()
        yield from key_mistakes(path, holder, its_shape, faults)
    for path, faults in of_keys.items():
        yield from key_mistakes(path, {}, NO_SHAPE, faults)
    seen: Counter[str] = Counter()
    for rule in _one_each(rule for rule in rules if not _is_about_keys(rule)):
        seen[rule.keyword] += 1
        if seen[rule.keyword] > MOST_WORDED:
            at: Literal["key", "value"] = "key" if rule.keyword == "propertyNames" else "value"
            yield Mistake(rule_for(rule.keyword), rule.path, at, "")
        else:
            yield from (_surely(mistake, shape) for mistake in _worded(rule, root))


def _is_about_keys(rule: Broken) -> bool:
    return rule.keyword in _ABOUT_KEYS or is_refused_key(rule)


def _worded(rule: Broken, root: Node | bool) -> Iterator[Mistake]:
    own = custom_message(rule, root)
    for mistake in value_mistakes(rule):
        yield replace(mistake, message=with_subject(rule, own)) if own else mistake


def _surely(mistake: Mistake, shape: Shape) -> Mistake:
    """The mistake, mended safely only if all parts of the schema allow the new value.

    The part that is broken is not the only one that speaks of a value: a house schema asks for more
    than the shipped one that it extends.
    """
    mend = mistake.mend
    if not isinstance(mend, Rewrite | Quote):
        return mistake
    for step in mistake.path:
        shape = shape.items if isinstance(step, int) else shape.keys.get(step) or shape.others
    wanted: Node = {"allOf": list(shape.sure)}
    if isinstance(mend, Quote):
        return replace(mistake, mend=Quote({"allOf": [mend.wanted, wanted]}))
    if mend.is_safe and not allows(wanted, mend.value):
        return replace(mistake, mend=Rewrite(mend.value))
    return mistake


def _one_each(rules: Iterable[Broken]) -> Iterator[Broken]:
    """The rules, only the weightiest one where several speak of the same plain value."""
    of_value: dict[Path, Broken] = {}
    for rule in rules:
        if rule.keyword not in _RANKS:
            yield rule
        elif rule.path not in of_value or _rank(rule) < _rank(of_value[rule.path]):
            of_value[rule.path] = rule
    yield from of_value.values()


def _rank(rule: Broken) -> int:
    return _RANKS[rule.keyword]
