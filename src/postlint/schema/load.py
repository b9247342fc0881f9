"""From a schema file to a validator, once per schema and process."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from postlint.model.errors import SchemaError
from postlint.model.paths import shown
from postlint.schema.keywords import Checker
from postlint.schema.node import Node
from postlint.schema.reading.inline import Inliner
from postlint.schema.shape import Shape, shape_of

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


@dataclass(frozen=True, eq=False)
class Schema:
    """A schema ready for use. It holds a validator, so it stays in the process that built it."""

    path: Path
    root: Node = field(repr=False)
    """The schema itself and all it refers to, as draft 2020-12 without `$ref`."""
    checker: Checker = field(repr=False)
    shape: Shape = field(repr=False)
    files: tuple[Path, ...] = field(default=(), repr=False)
    """Every file that was read for it: a change in one of them changes what it says."""

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
    inliner = Inliner(path, root)
    try:
        node = inliner.inline(path)
    except RecursionError:
        raise SchemaError(f"{shown(path)}: schema is nested too deeply; make it simpler") from None
    return _ready(path, node, inliner.files)


@lru_cache(maxsize=64)
def combined(schemas: tuple[Schema, ...]) -> Schema:
    """Several schemas that a post has to satisfy all, as one."""
    files = tuple(file for schema in schemas for file in schema.files)
    return _ready(schemas[0].path, {"allOf": [schema.root for schema in schemas]}, files)


def _ready(path: Path, node: Node | bool, files: tuple[Path, ...]) -> Schema:
    root: Node = node if isinstance(node, dict) else ({} if node else {"not": {}})
    return Schema(path, root, Checker(root), shape_of([root], []), files)
