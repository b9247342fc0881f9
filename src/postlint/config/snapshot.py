"""A configuration as it was read, and whether any file that it was made of has changed since."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from postlint.config.outline import Outline, outline_of
from postlint.content.stamp import Stamp, digest, read_stamped, stamp_of

if TYPE_CHECKING:
    from postlint.config.settings import Config


class FileState(NamedTuple):
    """What a file or a folder was like when it was read."""

    path: str
    """Absolute."""
    digest: bytes
    """Of the bytes of a file, of the names in a folder; b"" where there was nothing to be read."""
    stamp: Stamp | None = None
    """None where it has to be read to know whether it is still the same."""


class Snapshot(NamedTuple):
    """A configuration as it was read."""

    outline: Outline
    files: tuple[FileState, ...]
    """All that it was made of, schemas and lists of words too."""

    @property
    def fingerprint(self) -> bytes:
        """16 bytes that no other configuration has."""
        parts = (f"{state.path}\0{state.digest.hex()}" for state in self.files)
        return digest("\0".join((self.outline.root, *parts)).encode("utf-8", "surrogateescape"))


def is_current(snapshot: Snapshot) -> bool:
    """Whether all that a configuration was made of is still the same."""
    return all(map(is_same, snapshot.files))


def take_snapshot(config: "Config") -> Snapshot:
    """What a configuration was made of. Raises SchemaError for a schema that cannot be read."""
    files = dict.fromkeys(map(os.path.abspath, _files_of(config)))
    return Snapshot(outline_of(config), tuple(map(state_of, sorted(files))))


def _files_of(config: "Config") -> Iterator[str | Path]:
    yield from config.files
    if config.language.lexicon:
        yield config.language.lexicon
    for folder in config.styles.folders:
        yield from _below(folder)
    yield from _schema_files(config)


def _schema_files(config: "Config") -> Iterator[Path]:
    paths = dict.fromkeys(path for entry in config.content for path in entry.schemas)
    if paths:
        from postlint.schema.load import load_schema

        for path in paths:
            yield from load_schema(path, config.root).files


def _below(folder: Path) -> Iterator[str]:
    for path, _, names in os.walk(folder):
        yield path
        yield from (os.path.join(path, name) for name in names)  # noqa: PTH118


def is_same(state: FileState) -> bool:
    """Whether a file or a folder is still what it was."""
    if state.stamp is not None:
        try:
            if stamp_of(os.stat(state.path)) == state.stamp:  # noqa: PTH116
                return True
        except OSError:
            return False
    return state_of(state.path).digest == state.digest


def state_of(path: str) -> FileState:
    """What a file or a folder is like now."""
    try:
        if os.path.isdir(path):  # noqa: PTH112
            return FileState(path, _names_in(os.listdir(path)))  # noqa: PTH208
        data, stamp = read_stamped(path)
    except OSError:
        return FileState(path, b"")
    return FileState(path, digest(data), stamp)


def _names_in(names: Iterable[str]) -> bytes:
    return digest("\0".join(sorted(names)).encode("utf-8", "surrogateescape"))
