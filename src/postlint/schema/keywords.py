"""The `jsonschema` validator with the keywords of ours: our formats, bounded time, errors to read.

Where an error of plain `jsonschema` names keys in its English message only, ours carries them:
`error.instance` of `additionalProperties` and `unevaluatedProperties` is the unknown part of the
data, and `required` yields one error for all the missing keys.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from postlint.schema.formats import fits
from postlint.schema.node import Node
from postlint.schema.repeats import repeats

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator


def build_validator(root: Node) -> "Validator":
    """The validator of a schema without `$ref`. It cannot be pickled."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    class_: type[Validator] = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator,
        {
            "additionalProperties": _additional_properties,
            "enum": _enum,
            "format": _format,
            "properties": _properties_keyword(),
            "propertyNames": _property_names,
            "required": _required,
            "unevaluatedProperties": _unevaluated_properties,
            "uniqueItems": _unique_items,
        },
    )
    return class_(root)


def _properties_keyword() -> Callable[..., "Iterator[ValidationError]"]:
    """`properties` that builds the validator of each property once, not once for each post."""
    validators: dict[int, Validator] = {}

    def properties(
        validator: Any, schemas: dict[str, Node | bool], data: object, _: Node
    ) -> "Iterator[ValidationError]":
        for key, value in data.items() if isinstance(data, dict) else ():
            schema = schemas.get(key)
            if schema is None or schema is True:
                continue
            inner = validators.get(id(schema))
            if inner is None:
                inner = validators[id(schema)] = validator.evolve(schema=schema)
            for error in inner.iter_errors(value):
                error.path.appendleft(key)
                error.schema_path.appendleft(key)
                yield error

    return properties


def _error(**details: Any) -> "ValidationError":
    from jsonschema import ValidationError

    return ValidationError("", **details)


def _format(_: Any, name: object, value: object, __: Node) -> "Iterator[ValidationError]":
    if isinstance(value, str) and not fits(name, value):
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


def _additional_properties(
    validator: Any, others: Node | bool, data: object, schema: Node
) -> "Iterator[ValidationError]":
    if not isinstance(data, dict) or others is True:
        return
    unknown = unknown_keys(data, schema)
    if others is False:
        if unknown:
            yield _error(instance=unknown)
        return
    for key, value in unknown.items():
        yield from validator.descend(value, others, path=key)


def unknown_keys(data: dict[str, Any], schema: Node) -> dict[str, Any]:
    """The part of the data that neither `properties` nor `patternProperties` speak of."""
    known = schema.get("properties", {})
    unknown = {key: value for key, value in data.items() if key not in known}
    for pattern in schema.get("patternProperties", ()):
        search = re.compile(pattern).search
        unknown = {key: value for key, value in unknown.items() if not search(key)}
    return unknown


def _unevaluated_properties(
    validator: Any, others: Node | bool, data: object, schema: Node
) -> "Iterator[ValidationError]":
    if not isinstance(data, dict) or others is True:
        return
    rest = {key: value for key, value in schema.items() if key != "unevaluatedProperties"}
    seen = _evaluated(validator, rest, data)
    unknown = {key: value for key, value in data.items() if key not in seen}
    if others is False:
        if unknown:
            yield _error(instance=unknown)
        return
    for key, value in unknown.items():
        yield from validator.descend(value, others, path=key)


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
