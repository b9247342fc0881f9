"""A schema or data file on disk: its data, and the line and column of what is wrong in it."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from postlint.content.data.json_tree import read_json
from postlint.content.data.toml_tree import read_toml
from postlint.content.data.tree import Json, Tree
from postlint.content.data.tree import Path as KeyPath
from postlint.content.data.yaml_tree import read_yaml
from postlint.content.lines import Lines
from postlint.content.source import decode, read_bytes
from postlint.model.errors import SchemaError
from postlint.model.paths import shown
from postlint.model.span import Span

_READERS = {".json": read_json, ".yml": read_yaml, ".yaml": read_yaml, ".toml": read_toml}
SCHEMA_SUFFIXES = (".json", ".yml", ".yaml")
DATA_SUFFIXES = (*SCHEMA_SUFFIXES, ".toml")


@dataclass(frozen=True, eq=False)
class SchemaFile:
    """One file, read and parsed without a fault; compared by identity."""

    path: Path
    text: str = field(repr=False)
    tree: Tree = field(repr=False)

    @property
    def data(self) -> Json:
        """What the file holds."""
        return self.tree.data

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def error(self, at: KeyPath, what: str, what_now: str, *, on_key: bool = False) -> SchemaError:
        """The error for a value or a key of this file: `file:line:column: what; what now`."""
        return self._error_at(self._offset(at, on_key=on_key), what, what_now)

    def place(self, at: KeyPath) -> str:
        """Where a value of this file stands: `/absolute/file:line:column`."""
        position = self._lines.position(self._offset(at))
        return f"{self.path.absolute()}:{position.line}:{position.column}"

    def _offset(self, at: KeyPath, *, on_key: bool = False) -> int:
        place = self.tree.place(at) if self.tree.places else None
        span = ((on_key and place.key) or place.value) if place else Span(0, 0)
        return span.start

    def _error_at(self, offset: int, what: str, what_now: str) -> SchemaError:
        position = self._lines.position(offset)
        where = f"{shown(self.path)}:{position.line}:{position.column}"
        return SchemaError(f"{where}: {what}; {what_now}")


def read_schema_file(path: Path, *, suffixes: tuple[str, ...] = SCHEMA_SUFFIXES) -> SchemaFile:
    """Read a JSON or YAML file (or TOML where `suffixes` says so) by its ending.

    Raises SchemaError with the place of what is wrong: no such file, not UTF-8, broken syntax,
    a key written twice.
    """
    if path.suffix.lower() not in suffixes:
        endings = ", ".join(suffixes[:-1]) + f" or {suffixes[-1]}"
        raise SchemaError(
            f"{shown(path)}: cannot tell what kind of file this is; name it {endings}"
        )
    try:
        source = decode(read_bytes(path))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SchemaError(f"{shown(path)}: cannot be read: {reason}; check the name") from None
    tree = _READERS[path.suffix.lower()](source.text)
    file = SchemaFile(path, source.text, tree)
    for fault in (*source.faults, *tree.faults):
        problem = fault.problem
        advice = problem.help or "correct the file"
        raise file._error_at(problem.span.start, problem.message, advice)
    return file
