"""The words a schema's author wrote for an error: `errorMessage`, as a text or by keyword."""

from typing import Any

from postlint.schema.broken import Broken
from postlint.schema.mistakes.values_in_words import kind_of, quoted, shown
from postlint.schema.node import Node, way_to


def custom_message(rule: Broken, root: Node | bool, key: str | None = None) -> str | None:
    """The nearest `errorMessage` that speaks of a broken rule, None where there is none.

    A text speaks of everything inside its schema. A group of keys speaks by keyword, by
    `properties` and the name of the property, of one missing key by `required` and its name, and
    of the rest by `_`; as in ajv-errors.
    """
    found = None
    for depth, node in way_to(rule.schema_path, root):
        if "errorMessage" in node:
            found = _said(node["errorMessage"], rule.schema_path[depth:], key) or found
    return found


def with_subject(rule: Broken, message: str) -> str:
    """`"draft" is "no": words of the author`, as findings are read in lists, far from the post."""
    name, value = rule.subject, rule.value
    if rule.keyword == "propertyNames":
        told = f"key {quoted(str(value))}"
    elif isinstance(value, dict) or (isinstance(value, list) and value):
        told = name
    else:
        told = f"{name} is {kind_of(value) if rule.keyword == 'type' else shown(value)}"
    return after_subject(told, message) if rule.path else message.removesuffix(".")


def after_subject(told: str, message: str) -> str:
    """The words of an author, after what they are about unless they begin with that themselves."""
    name = told.partition(" is ")[0]
    own = message.strip().removesuffix(".")
    return own if own.startswith((name, name.removeprefix("key "))) else f"{told}: {own}"


def _said(message: Any, rest: tuple[str | int, ...], key: str | None) -> str | None:
    if isinstance(message, str):
        return message
    if not isinstance(message, dict) or not rest:
        return None
    if rest[0] == "properties" and len(rest) > 1:
        of_property = message.get("properties")
        said = of_property.get(rest[1]) if isinstance(of_property, dict) else None
    else:
        said = message.get(str(rest[0]))
        if isinstance(said, dict):
            said = said.get(key)
        said = said or message.get("_")
    return said if isinstance(said, str) else None
