"""One broken rule of a schema, as plain data: what `jsonschema` found, not yet in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from postlint.content.data.tree import Json, Path
from postlint.schema.mistakes.values_in_words import name_of, shorten_help
from postlint.schema.node import Node, speakers

if TYPE_CHECKING:
    from jsonschema import ValidationError


@dataclass(frozen=True)
class Broken:
    """A keyword of a schema that a value does not satisfy."""

    keyword: str
    """As in the schema; "false" where the schema allows no value at all."""
    expected: Any
    """The keyword's value."""
    value: Json
    path: Path
    """Of the value in the data; for `propertyNames`, of the key."""
    node: Node = field(repr=False)
    """The schema object that has the keyword."""
    schema_path: Path = ()
    """From the root of the schema to the keyword."""
    branches: tuple[tuple["Broken", ...], ...] = ()
    """What is broken in each branch, for the keywords that try several."""
    root: Node | bool = field(default=True, repr=False)
    """The schema that `schema_path` leads through."""

    @property
    def subject(self) -> str:
        """The value as messages call it."""
        return name_of(self.path) or "front matter"

    @property
    def about(self) -> str | None:
        """What the schema says the value is for, in one line."""
        description = self._told("description")
        return shorten_help(description) if isinstance(description, str) else None

    @property
    def examples(self) -> list[str]:
        """The texts that the schema gives as examples."""
        examples = self._told("examples")
        return [e for e in examples if isinstance(e, str)] if isinstance(examples, list) else []

    @property
    def wanted(self) -> Node | bool:
        """All that the schema asks of the value; False where that is not known."""
        if self.root is True:
            return False
        nodes = speakers(self.schema_path, self.root)
        return nodes[0] if nodes else self.node

    def _told(self, keyword: str) -> object:
        nodes = speakers(self.schema_path, self.root) or [self.node]
        return next((node[keyword] for node in reversed(nodes) if keyword in node), None)


def broken_rules(errors: "Iterable[ValidationError]", root: Node | bool) -> Iterator[Broken]:
    """Errors of `jsonschema` as plain data; `root` is the schema they are about."""
    for error in errors:
        path = tuple(error.absolute_path)
        if error.validator == "propertyNames":
            path = (*path, str(error.instance))
        yield Broken(
            keyword=str(error.validator or "false"),
            expected=error.validator_value,
            value=cast("Json", error.instance),
            path=path,
            node=error.schema if isinstance(error.schema, dict) else {},
            schema_path=tuple(error.absolute_schema_path),
            branches=_branches(error, root),
            root=root,
        )


def _branches(error: "ValidationError", root: Node | bool) -> tuple[tuple[Broken, ...], ...]:
    branches: dict[str | int, list[Broken]] = {}
    inside = error.context or ()
    for inner, rule in zip(inside, broken_rules(inside, root), strict=True):
        branches.setdefault(inner.relative_schema_path[0], []).append(rule)
    return tuple(map(tuple, branches.values()))
