"""Which rule reports a broken keyword of a schema, and what puts it in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from postlint.schema.broken import Broken
from postlint.schema.mistakes.form_mistakes import wrong_format, wrong_pattern
from postlint.schema.mistakes.mismatches import mismatch
from postlint.schema.mistakes.mistake import Mistake
from postlint.schema.mistakes.size_mistakes import duplicate_items, too_many_items, wrong_size
from postlint.schema.mistakes.value_mistakes import value_not_allowed, wrong_type
from postlint.schema.mistakes.values_in_words import quoted


def value_mistakes(broken: Broken) -> Iterator[Mistake]:
    """One broken rule about a value in words."""
    return _RULES.get(broken.keyword, _OTHER)[1](broken)


def rule_for(keyword: str) -> str:
    """Which rule reports that a keyword is not satisfied."""
    return _RULES.get(keyword, _OTHER)[0]


def wrong_key_form(broken: Broken) -> Iterator[Mistake]:
    """`key "Foo Bar" does not fit, expected something like my-post`."""
    key = str(broken.value)
    inner = [rule for branch in broken.branches for rule in branch]
    mistakes = [mistake for rule in inner[:1] for mistake in value_mistakes(rule)]
    expected = mistakes[0].message.partition(", ")[2] if mistakes else ""
    message = f"key {quoted(key)} is not allowed" + (f", {expected}" if expected else "")
    yield Mistake(
        "wrong-format", broken.path, "key", message, mistakes[0].help if mistakes else None
    )


_OTHER: Final = ("schema-mismatch", mismatch)
_RULES: Final[Mapping[str, tuple[str, Callable[[Broken], Iterator[Mistake]]]]] = {
    "const": ("value-not-allowed", value_not_allowed),
    "enum": ("value-not-allowed", value_not_allowed),
    "exclusiveMaximum": ("wrong-length", wrong_size),
    "exclusiveMinimum": ("wrong-length", wrong_size),
    "format": ("wrong-format", wrong_format),
    "items": ("wrong-length", too_many_items),
    "maxItems": ("wrong-length", wrong_size),
    "maxLength": ("wrong-length", wrong_size),
    "maxProperties": ("wrong-length", wrong_size),
    "maximum": ("wrong-length", wrong_size),
    "minItems": ("wrong-length", wrong_size),
    "minLength": ("wrong-length", wrong_size),
    "minProperties": ("wrong-length", wrong_size),
    "minimum": ("wrong-length", wrong_size),
    "multipleOf": ("wrong-length", wrong_size),
    "pattern": ("wrong-format", wrong_pattern),
    "propertyNames": ("wrong-format", wrong_key_form),
    "type": ("wrong-type", wrong_type),
    "unevaluatedItems": ("wrong-length", too_many_items),
    "uniqueItems": ("duplicate-item", duplicate_items),
}
