"""A configuration as it was read, and whether any file that it was made of has changed since."""

import operator
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.config.outline import Outline, outline_of
from postlint.content.stamp import Stamp, digest, read_stamped, stamp_of
from postlint.model.errors import SchemaError

if TYPE_CHECKING:
    from postlint.config.settings import Config


_TICK: Final = 20_000_000
"""Nanoseconds: a file system may count in steps of a hundredth of a second or two."""

_LINK: Final = b"link"
"""In place of a digest, which is longer."""


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


def renewed(snapshot: Snapshot) -> Snapshot | None:
    """The configuration if all that it was made of is still the same, with stamps that say so at
    once the next time."""
    states = tuple(map(_again, snapshot.files))
    if all(map(operator.is_, states, snapshot.files)):
        return snapshot
    digests = [state.digest for state in snapshot.files]
    return snapshot._replace(files=states) if [one.digest for one in states] == digests else None


def take_snapshot(config: "Config", since: int) -> Snapshot:
    """What a configuration was made of that has been read since a time, in nanoseconds.

    One that was changed while it was read is like no other, so that nothing is remembered of it.
    """
    files, is_sure = _all_files(config)
    states = tuple(map(state_of, sorted(files)))
    if not is_sure or any(was_changed(state.path, since) for state in states):
        states = (*states, FileState("", os.urandom(16)))
    return Snapshot(outline_of(config), states)


def was_changed(path: str, since: int) -> bool:
    """Whether a file or folder was changed after a time, in nanoseconds."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return False
    return max(status.st_mtime_ns, status.st_ctime_ns) > since - _TICK


def _all_files(config: "Config") -> tuple[set[str], bool]:
    """All that a configuration is made of, absolute, and whether that is known for sure."""
    found = set(map(os.path.abspath, _files_of(config)))
    try:
        found.update(map(os.path.abspath, _schema_files(config)))
    except SchemaError:  # told when a post has to be checked with it
        return found, False
    return found, True


def _files_of(config: "Config") -> Iterator[str | Path]:
    yield from config.files
    if config.language.lexicon:
        yield config.language.lexicon
    for folder in config.styles.folders:
        yield from _below(folder)


def _schema_files(config: "Config") -> Iterator[Path]:
    paths = dict.fromkeys(path for entry in config.content for path in entry.schemas)
    if paths:
        from postlint.schema.load import load_schema

        for path in paths:
            yield from load_schema(path, config.root).files


def _below(folder: Path) -> Iterator[str]:
    """All files and folders below one, those behind links too, each once."""
    entered: set[str] = set()
    for path, folders, names in os.walk(folder, followlinks=True):
        entered.add(os.path.realpath(path))
        folders[:] = [
            name
            for name in folders
            if os.path.realpath(os.path.join(path, name)) not in entered  # noqa: PTH118
        ]
        yield path
        yield from (os.path.join(path, name) for name in names)  # noqa: PTH118


def _again(state: FileState) -> FileState:
    """What a file or a folder is like now; the same object if that is the same."""
    if state.stamp is not None:
        try:
            if stamp_of(os.stat(state.path)) == state.stamp:  # noqa: PTH116
                return state
        except OSError:
            return FileState(state.path, b"")
    now = state_of(state.path)
    return state if now == state else now


def is_same(state: FileState) -> bool:
    """Whether a file or a folder is still what it was."""
    return _again(state).digest == state.digest


def state_of(path: str) -> FileState:
    """What a file or a folder is like now."""
    try:
        if os.path.isdir(path):  # noqa: PTH112
            return FileState(path, _names_in(os.listdir(path)))  # noqa: PTH208
        data, stamp = read_stamped(path)
    except OSError:
        return FileState(path, b"")
    return FileState(path, digest(data), stamp)


def state_of_place(path: str) -> FileState:
    """What a file or a folder is like now; of a link, wherever it leads, only that it is one."""
    return FileState(path, _LINK) if os.path.islink(path) else state_of(path)  # noqa: PTH114


def is_same_place(state: FileState) -> bool:
    """Whether a file or a folder is still what `state_of_place` said, and a link still a link."""
    if os.path.islink(state.path):  # noqa: PTH114
        return state.digest == _LINK
    return state.digest != _LINK and is_same(state)


def _names_in(names: Iterable[str]) -> bytes:
    return digest("\0".join(sorted(names)).encode("utf-8", "surrogateescape"))
