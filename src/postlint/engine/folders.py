"""What stands below one folder, name for name as it is spelt there, each folder read once."""

import os
import unicodedata
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

# os.path and plain strings: this is asked about every link of a site.
# ruff: noqa: PTH118, PTH206

Kind = Literal["file", "folder", "unknown"]


class Way(NamedTuple):
    """How far a path leads."""

    kind: Kind | None
    """What stands at its end; "unknown" where a link, or a folder that cannot be read, stands on
    the way; None where it leads nowhere."""
    folder: str = ""
    """The last folder on the way, where it leads nowhere."""
    left: tuple[str, ...] = ()
    """The names that are left from there on; the first is not in that folder."""


class Folders:
    """The folders below `top`, which is absolute and has all links resolved.

    Nothing outside of it is ever asked for, and no link is followed. A disk that takes "Foo.md"
    and "foo.md" for the same is told no lie: the names are compared as they are written.
    """

    def __init__(self, top: str) -> None:
        self.top: Final = top
        self._names: dict[str, Mapping[str, Kind] | None] = {}
        self._ways: dict[str, Way] = {}

    def names(self, folder: str) -> Mapping[str, Kind] | None:
        """What stands in a folder below `top`; None where that cannot be read."""
        if folder not in self._names:
            self._names[folder] = _names_in(folder)
        return self._names[folder]

    def add(self, folder: str, name: str) -> None:
        """Have a file in a folder of the tree, where the disk has it not yet or no more."""
        kind: Kind = "file"
        while True:
            names = self.names(folder)
            name = name if name.isascii() else unicodedata.normalize("NFC", name)
            if names is not None and name in names:
                return
            self._names[folder] = {**(names or {}), name: kind}
            if names is not None or folder == self.top:
                return
            (folder, name), kind = os.path.split(folder), "folder"

    def way(self, path: str) -> Way:
        """How far an absolute path without "." and ".." leads; it must lie below `top`."""
        if len(path) <= len(self.top):
            return Way("folder")
        folder, _, name = path.rpartition(os.sep)
        if folder not in self._ways:  # the links of a site lead to the same few folders
            self._ways[folder] = self._find(folder)
        way = self._ways[folder]
        if way.kind == "folder":
            return self._step(folder, name)
        if way.kind == "file":
            above, _, file = folder.rpartition(os.sep)
            return Way(None, above, (file, name))
        return way if way.kind else Way(None, way.folder, (*way.left, name))

    def _find(self, path: str) -> Way:
        """As `way`, from the top on."""
        parts = tuple(part for part in path[len(self.top) :].split(os.sep) if part)
        folder = self.top
        for index, part in enumerate(parts):
            way = self._step(folder, part)
            is_last = index + 1 == len(parts)
            if way.kind == "unknown" or (way.kind and is_last):
                return way
            if way.kind != "folder":
                return Way(None, folder, parts[index:])
            folder = os.path.join(folder, part)
        return Way("folder")

    def _step(self, folder: str, name: str) -> Way:
        """How far a name in a folder leads."""
        names = self.names(folder)
        if names is None:
            return Way("unknown")
        kind = names.get(name if name.isascii() else unicodedata.normalize("NFC", name))
        return Way(kind) if kind else Way(None, folder, (name,))


def _names_in(folder: str) -> Mapping[str, Kind] | None:
    try:
        with os.scandir(folder) as entries:
            return {unicodedata.normalize("NFC", one.name): _kind_of(one) for one in entries}
    except (OSError, ValueError):
        return None


def _kind_of(entry: "os.DirEntry[str]") -> Kind:
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "unknown"
