"""Whether data surely satisfies a schema, told without `jsonschema`.

To import that takes longer than to check a post, and most posts are as their schema wants them.
Only what is common in schemas is known here; where anything else is asked, `jsonschema` decides.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from postlint.schema.keywords import has_type, is_among, unknown_keys
from postlint.schema.node import Node
from postlint.schema.patterns import matches
from postlint.schema.repeats import repeats

MOST_STEPS: Final = 2_000
"""So many values are looked at, each by one schema; more than that is no common post."""


def surely_fits(schema: Node | bool, value: object) -> bool:
    """Whether a value satisfies a schema; False also where that is not clear from here.

    Raises RecursionError for deep data.
    """
    return _Reader().fits(schema, value)


class _Reader:
    """Counts the steps: schemas whose branches lead back to them can take exponentially many."""

    def __init__(self) -> None:
        self._left = MOST_STEPS

    def fits(self, schema: Node | bool, value: Any) -> bool:
        if isinstance(schema, bool):
            return schema
        self._left -= 1
        return self._left >= 0 and all(
            self._keeps(word, wanted, value, schema) for word, wanted in schema.items()
        )

    def _keeps(self, word: str, wanted: Any, value: Any, schema: Node) -> bool:
        if word in _PLAIN:
            return _PLAIN[word](wanted, value)
        if word == "allOf":
            return all(self.fits(branch, value) for branch in wanted)
        if word == "anyOf":
            return any(self.fits(branch, value) for branch in wanted)
        if word == "items":
            return not isinstance(value, list) or all(self.fits(wanted, item) for item in value)
        if word in ("properties", "patternProperties", "additionalProperties"):
            return not isinstance(value, dict) or self._keeps_keys(word, wanted, value, schema)
        return word in _SAYS_NOTHING or word.startswith("x-")

    def _keeps_keys(self, word: str, wanted: Any, value: dict[str, Any], schema: Node) -> bool:
        if word == "properties":
            return all(self.fits(wanted.get(key, True), inner) for key, inner in value.items())
        if word == "additionalProperties":
            return all(self.fits(wanted, inner) for inner in unknown_keys(value, schema).values())
        return all(
            self.fits(inner, value[key])
            for pattern, inner in wanted.items()
            for key in value
            if matches(pattern, key)
        )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _fits_format(name: object, value: object) -> bool:
    if not isinstance(value, str):
        return True
    from postlint.schema.formats import fits

    return fits(name, value)


_PLAIN: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "type": lambda types, value: has_type(value, types),
    "enum": lambda allowed, value: is_among(value, allowed),
    "const": lambda wanted, value: is_among(value, [wanted]),
    "pattern": lambda pattern, value: not isinstance(value, str) or matches(pattern, value),
    "format": _fits_format,
    "minLength": lambda least, value: not isinstance(value, str) or len(value) >= least,
    "maxLength": lambda most, value: not isinstance(value, str) or len(value) <= most,
    "minimum": lambda least, value: not _is_number(value) or value >= least,
    "maximum": lambda most, value: not _is_number(value) or value <= most,
    "minItems": lambda least, value: not isinstance(value, list) or len(value) >= least,
    "maxItems": lambda most, value: not isinstance(value, list) or len(value) <= most,
    "uniqueItems": lambda wanted, value: (
        not (wanted and isinstance(value, list)) or next(repeats(value), None) is None
    ),
    "minProperties": lambda least, value: not isinstance(value, dict) or len(value) >= least,
    "maxProperties": lambda most, value: not isinstance(value, dict) or len(value) <= most,
    "required": lambda keys, value: (
        not isinstance(value, dict) or all(key in value for key in keys)
    ),
}
"""Keywords about a value that look at nothing else."""

_SAYS_NOTHING: Final = frozenset(
    (
        *("title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"),
        *("deprecationMessage", "errorMessage", "markdownDescription", "enumDescriptions"),
    )
)
"""Keywords that are for people."""
