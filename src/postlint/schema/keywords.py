"""The `jsonschema` validator with the keywords of ours: our formats, bounded time, errors to read.

Where an error of plain `jsonschema` names keys in its English message only, ours carries them:
`error.instance` of `additionalProperties` and `unevaluatedProperties` is the unknown part of the
data, and `required` yields one error for all the missing keys.
"""

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from postlint.content.data.tree import Json
from postlint.schema.node import Node
from postlint.schema.patterns import matches
from postlint.schema.repeats import repeats

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator


FREE_STEPS: Final = 10_000
STEPS_PER_VALUE: Final = 4
"""How often values may be looked at in one validation. A schema whose branches each lead back to it
makes this grow exponentially with the depth of the data, and the data is a stranger's."""


# `jsonschema` asks a chain of functions for each value, and "type" is the commonest keyword.
_TYPES: Final[Mapping[type, frozenset[str]]] = {
    str: frozenset({"string"}),
    bool: frozenset({"boolean"}),
    int: frozenset({"integer", "number"}),
    float: frozenset({"number"}),
    list: frozenset({"array"}),
    dict: frozenset({"object"}),
    type(None): frozenset({"null"}),
}


class TooManyStepsError(Exception):
    """Validation was given up, because it would take too long."""


class Checker:
    """The `jsonschema` validator of one schema without `$ref`. It cannot be pickled."""

    def __init__(self, root: Node) -> None:
        from jsonschema import Draft202012Validator
        from jsonschema.validators import extend

        self._left = sys.maxsize
        self._inner: dict[int, Any] = {}
        class_: type[Validator] = extend(  # type: ignore[no-untyped-call]
            Draft202012Validator,
            {
                "additionalProperties": self._additional_properties,
                "allOf": self._all_of,
                "anyOf": self._any_of,
                "enum": _enum,
                "format": _format,
                "items": self._items,
                "pattern": _pattern,
                "patternProperties": self._pattern_properties,
                "properties": self._properties,
                "propertyNames": _property_names,
                "oneOf": self._one_of,
                "required": _required,
                "type": _type,
                "unevaluatedProperties": self._unevaluated_properties,
                "uniqueItems": _unique_items,
            },
        )
        self.validator: Validator = class_(root)

    def errors(self, data: object, size: int = 0) -> "list[ValidationError]":
        """All errors in some data that holds about `size` values.

        Raises TooManyStepsError, and RecursionError for deep data.
        """
        self._left = FREE_STEPS + STEPS_PER_VALUE * size
        try:
            return list(self.validator.iter_errors(data))  # type: ignore[arg-type]
        finally:
            self._left = sys.maxsize

    def holds(self, schema: Node, value: Json) -> bool:
        """Whether a value satisfies another schema. Raises as `errors` does."""
        self._left = FREE_STEPS
        try:
            return bool(self.validator.evolve(schema=schema).is_valid(value))
        finally:
            self._left = sys.maxsize
            self._inner.clear()  # it goes by identity, and another schema may not live on

    def _of(
        self, schema: Node | bool, validator: Any, value: object
    ) -> "Iterator[ValidationError]":
        """The errors of a value; the validator of an inner schema is built once, not per post."""
        inner = self._inner.get(id(schema))
        if inner is None:
            inner = self._inner[id(schema)] = validator.evolve(schema=schema)
        errors: Iterator[ValidationError] = inner.iter_errors(value)
        return errors

    def _inside(
        self, validator: Any, schema: Node | bool, value: object, step: str | int, *said: str
    ) -> "Iterator[ValidationError]":
        """The errors of a value inside another."""
        self._left -= 1
        if self._left < 0:
            raise TooManyStepsError
        for error in self._of(schema, validator, value):
            error.path.appendleft(step)
            error.schema_path.extendleft(said)
            yield error

    def _branches(
        self, validator: Any, branches: list[Node | bool], value: object
    ) -> "Iterator[list[ValidationError]]":
        """The errors in each branch."""
        for index, branch in enumerate(branches):
            errors = list(self._of(branch, validator, value))
            for error in errors:
                error.schema_path.appendleft(index)
            yield errors

    def _all_of(
        self, validator: Any, branches: list[Node | bool], value: object, _: Node
    ) -> "Iterator[ValidationError]":
        for errors in self._branches(validator, branches, value):
            yield from errors

    def _any_of(
        self, validator: Any, branches: list[Node | bool], value: object, _: Node
    ) -> "Iterator[ValidationError]":
        broken: list[ValidationError] = []
        for errors in self._branches(validator, branches, value):
            if not errors:
                return
            broken += errors
        yield _error(context=broken)

    def _one_of(
        self, validator: Any, branches: list[Node | bool], value: object, _: Node
    ) -> "Iterator[ValidationError]":
        tried = list(self._branches(validator, branches, value))
        fitting = tried.count([])
        if fitting != 1:
            yield _error(context=[] if fitting else [error for one in tried for error in one])

    def _properties(
        self, validator: Any, schemas: dict[str, Node | bool], data: object, _: Node
    ) -> "Iterator[ValidationError]":
        for key, value in data.items() if isinstance(data, dict) else ():
            schema = schemas.get(key)
            if schema is not None and schema is not True:
                yield from self._inside(validator, schema, value, key, key)

    def _pattern_properties(
        self, validator: Any, schemas: dict[str, Node | bool], data: object, _: Node
    ) -> "Iterator[ValidationError]":
        for pattern, schema in schemas.items() if isinstance(data, dict) else ():
            for key, value in data.items():  # type: ignore[attr-defined]
                if schema is not True and matches(pattern, key):
                    yield from self._inside(validator, schema, value, key, pattern)

    def _items(
        self, validator: Any, schema: Node | bool, data: object, parent: Node
    ) -> "Iterator[ValidationError]":
        if not isinstance(data, list) or schema is True:
            return
        start = len(parent.get("prefixItems", ()))
        if schema is False:
            if len(data) > start:
                yield _error()
            return
        for index in range(start, len(data)):
            yield from self._inside(validator, schema, data[index], index)

    def _additional_properties(
        self, validator: Any, others: Node | bool, data: object, schema: Node
    ) -> "Iterator[ValidationError]":
        if isinstance(data, dict) and others is not True:
            yield from self._unknown(validator, others, unknown_keys(data, schema))

    def _unevaluated_properties(
        self, validator: Any, others: Node | bool, data: object, schema: Node
    ) -> "Iterator[ValidationError]":
        if isinstance(data, dict) and others is not True:
            rest = {
                word: value for word, value in schema.items() if word != "unevaluatedProperties"
            }
            seen = _evaluated(validator, rest, data)
            unknown = {key: value for key, value in data.items() if key not in seen}
            yield from self._unknown(validator, others, unknown)

    def _unknown(
        self, validator: Any, schema: Node | bool, unknown: dict[str, Any]
    ) -> "Iterator[ValidationError]":
        if schema is False:
            if unknown:
                yield _error(instance=unknown)
            return
        for key, value in unknown.items():
            yield from self._inside(validator, schema, value, key)


def allows(schema: Node | bool, value: Json) -> bool:
    """Whether a value satisfies a schema; False where finding out would take too long."""
    if isinstance(schema, bool):
        return schema
    try:
        return _checker_of_any().holds(schema, value)
    except (RecursionError, TooManyStepsError):
        return False


@cache
def _checker_of_any() -> Checker:
    """To build one takes about a millisecond, and a post may have many values to try."""
    return Checker({})


def _error(**details: Any) -> "ValidationError":
    from jsonschema import ValidationError

    return ValidationError("", **details)


def _type(_: Any, types: Any, value: object, __: Node) -> "Iterator[ValidationError]":
    if not has_type(value, types):
        yield _error()


def has_type(value: object, types: str | list[str]) -> bool:
    """Whether a value has one of some types, as JSON Schema has it: 1.0 is a whole number."""
    names = (types,) if isinstance(types, str) else types
    is_whole = isinstance(value, float) and value.is_integer()
    return not _TYPES[type(value)].isdisjoint(names) or (is_whole and "integer" in names)


def _format(_: Any, name: object, value: object, __: Node) -> "Iterator[ValidationError]":
    from postlint.schema.formats import fits

    if isinstance(value, str) and not fits(name, value):
        yield _error()


def _pattern(_: Any, pattern: str, value: object, __: Node) -> "Iterator[ValidationError]":
    if isinstance(value, str) and not matches(pattern, value):
        yield _error()


def _enum(_: Any, allowed: list[Any], value: object, __: Node) -> "Iterator[ValidationError]":
    if not is_among(value, allowed):
        yield _error()


def is_among(value: object, allowed: list[Any]) -> bool:
    """Whether a value is one of some, equal as JSON Schema has it: 1 is 1.0 and true is not 1."""
    if isinstance(value, str):
        return value in allowed
    return any(True for choice in allowed for _ in repeats([choice, value]))  # type: ignore[list-item]


def _required(_: Any, keys: list[str], data: object, __: Node) -> "Iterator[ValidationError]":
    if isinstance(data, dict) and any(key not in data for key in keys):
        yield _error()


def _unique_items(_: Any, wanted: bool, items: object, __: Node) -> "Iterator[ValidationError]":
    if wanted and isinstance(items, list) and any(True for _ in repeats(items)):
        yield _error()


def _property_names(
    validator: Any, names: Node | bool, data: object, _: Node
) -> "Iterator[ValidationError]":
    if isinstance(data, dict):
        inner = validator.evolve(schema=names)
        for key in data:
            errors = list(inner.iter_errors(key))
            if errors:
                yield _error(instance=key, context=errors)


def unknown_keys(data: dict[str, Any], schema: Node) -> dict[str, Any]:
    """The part of the data that neither `properties` nor `patternProperties` speak of."""
    known = schema.get("properties", {})
    unknown = {key: value for key, value in data.items() if key not in known}
    for pattern in schema.get("patternProperties", ()):
        unknown = {key: value for key, value in unknown.items() if not matches(pattern, key)}
    return unknown


def _evaluated(validator: Any, schema: Node | bool, data: dict[str, Any]) -> set[str]:
    """The keys that a schema has spoken of, in its own place and in the branches that hold."""
    if isinstance(schema, bool):
        return set()
    seen = data.keys() - unknown_keys(data, schema)
    if "additionalProperties" in schema or "unevaluatedProperties" in schema:
        return set(data)
    for branch in _branches_that_hold(validator, schema, data):
        seen |= _evaluated(validator, branch, data)
    return seen


def _branches_that_hold(
    validator: Any, schema: Node, data: dict[str, Any]
) -> Iterator[Node | bool]:
    def holds(branch: Node | bool) -> bool:
        return bool(validator.evolve(schema=branch).is_valid(data))

    for keyword in ("allOf", "anyOf", "oneOf"):
        yield from filter(holds, schema.get(keyword, ()))
    if "if" in schema:
        taken = "then" if holds(schema["if"]) else "else"
        if taken == "then":
            yield schema["if"]
        if taken in schema:
            yield schema[taken]
    for key, branch in schema.get("dependentSchemas", {}).items():
        if key in data:
            yield branch
