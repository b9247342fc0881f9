"""From a schema file to a validator, once per schema and process."""

import json
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint.model.errors import SchemaError
from postlint.model.paths import shown
from postlint.schema.find import SUFFIX
from postlint.schema.node import Node
from postlint.schema.shape import Shape, shape_of
from postlint.schema.shipped import shipped_schemas

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

    from postlint.schema.keywords import Checker
    from postlint.schema.references import ReferenceReader

INLINED: Final = Path(__file__).parent / "inlined"
"""The shipped schemas as an `Inliner` reads them, made by docs/generate.py."""


@dataclass(frozen=True, eq=False)
class Schema:
    """A schema ready for use. It holds a validator; a copy that is sent to another process builds
    its own."""

    path: Path
    root: Node = field(repr=False)
    """The schema itself and all it refers to, as draft 2020-12 without `$ref`."""
    files: tuple[Path, ...] = field(default=(), repr=False)
    """Every file that was read for it, or would be if it were there: a change in one of them
    changes what it says."""
    refers: bool = False
    """Whether it looks for values elsewhere."""

    def __reduce__(self) -> "tuple[type[Schema], tuple[object, ...]]":
        """What another process makes the schema of."""
        return Schema, (self.path, self.root, self.files, self.refers)

    @cached_property
    def checker(self) -> "Checker":
        """Finds all that is wrong. To build it imports `jsonschema`."""
        from postlint.schema.keywords import Checker

        return Checker(self.root)

    @cached_property
    def shape(self) -> Shape:
        """What the schema says of keys."""
        return shape_of([self.root], [])

    @cached_property
    def references(self) -> "ReferenceReader":
        """Tells what posts say that has to exist elsewhere."""
        from postlint.schema.references import ReferenceReader

        return ReferenceReader(self.root)

    @property
    def validator(self) -> "Validator":
        """The `jsonschema` validator itself, which knows no bounds."""
        return self.checker.validator


@lru_cache(maxsize=256)
def load_schema(path: Path, root: Path) -> Schema:
    """Read a schema, JSON or YAML, draft 2020-12 or draft-07, once per process.

    `$ref` reaches the files under the schema's folder and the shipped schemas, data files for
    allowed values are looked for under `root`. Raises SchemaError with file, line and column.
    """
    inlined = INLINED / path.name.replace(SUFFIX, ".json")
    if path.parent == shipped_schemas() and inlined.is_file():
        return Schema(path, json.loads(inlined.read_bytes()), (path,))
    from postlint.schema.reading.inline import Inliner  # 60 ms to import

    inliner = Inliner(path, root)
    try:
        node = inliner.inline(path)
    except RecursionError:
        raise SchemaError(f"{shown(path)}: schema is nested too deeply; make it simpler") from None
    return Schema(path, _as_object(node), inliner.files, inliner.refers)


@lru_cache(maxsize=64)
def combined(schemas: tuple[Schema, ...]) -> Schema:
    """Several schemas that a post has to satisfy all, as one."""
    files = tuple(file for schema in schemas for file in schema.files)
    refers = any(schema.refers for schema in schemas)
    return Schema(schemas[0].path, {"allOf": [schema.root for schema in schemas]}, files, refers)


def _as_object(node: Node | bool) -> Node:
    if isinstance(node, dict):
        return node
    return {} if node else {"not": {}}
