"""The files of one site, of which all that are asked for are noted, and none outside is read."""

import os
from collections.abc import Iterator, Mapping, Set
from typing import Final

from postlint.content.data.tree import Json
from postlint.content.source import decode

# os.path and plain strings: this is asked about every folder of a site.
# ruff: noqa: PTH114, PTH118, PTH123

_MOST_BYTES: Final = 200_000
"""More of a file is not read."""
_MOST_FILES: Final = 200_000
"""So many files are looked for below a folder."""


class SiteFiles:
    """Reads the files of a site, by their path from its top on, with "/".

    No link is followed, be it the file or a folder on the way to it, and ".." leads nowhere.
    """

    def __init__(self, top: str) -> None:
        self.top: Final = top
        self._asked: Final[set[str]] = set()
        self._links: Final[dict[str, bool]] = {}
        """Whether a folder is a link, by its absolute path."""
        self._entries: Final[dict[str, Mapping[str, bool]]] = {}

    @property
    def asked(self) -> frozenset[str]:
        """All files and folders that were asked for, absolute, with what is on the way to them, up
        to a link, and also those that are not there: were these others, the answers might be."""
        return frozenset(self._asked)

    def text(self, path: str) -> str | None:
        """The text of a file; None where it cannot be read or is too large."""
        file = self._reach(path)
        try:
            if file is None or not os.path.isfile(file):  # noqa: PTH113
                return None
            with open(file, "rb") as source:
                data = source.read(_MOST_BYTES + 1)
        except (OSError, ValueError):
            return None
        return decode(data).text if len(data) <= _MOST_BYTES else None

    def data(self, path: str) -> Json:
        """The data of a TOML, YAML or JSON file; None where it cannot be read."""
        text = self.text(path)
        if text is None:
            return None
        if path.endswith(".toml"):
            from postlint.content.data.toml_tree import read_toml

            return read_toml(text).data
        if path.endswith(".json"):
            from postlint.content.data.json_tree import read_json

            return read_json(text).data
        from postlint.content.data.yaml_tree import read_yaml

        return read_yaml(text).data

    def has(self, path: str) -> bool:
        """Whether something may stand at a path: a file, a folder, a link, or what lies behind
        one."""
        reached = self._reach(path)
        try:
            return reached is None or os.path.lexists(reached)
        except ValueError:
            return False

    def has_folder(self, path: str) -> bool:
        """Whether a folder stands at a path."""
        folder = self._reach(path)
        return folder is not None and os.path.isdir(folder)  # noqa: PTH112

    def names(self, path: str = "") -> Set[str]:
        """What stands in a folder; nothing where that cannot be read."""
        return self._in(path).keys()

    def below(self, path: str) -> Iterator[str]:
        """The files below a folder, the first of them where there are very many."""
        waiting, number = [path], 0
        while waiting and number < _MOST_FILES:
            here = waiting.pop()
            for name, is_folder in sorted(self._in(here).items()):
                inner = f"{here}/{name}" if here else name
                number += 1
                if not is_folder:
                    yield inner
                elif name[0] != "." and name != "node_modules":
                    waiting.append(inner)

    def _in(self, path: str) -> Mapping[str, bool]:
        """The names in a folder, and whether each is that of a folder."""
        if path not in self._entries:
            self._entries[path] = _entries_of(self._reach(path))
        return self._entries[path]

    def _reach(self, path: str) -> str | None:
        """The absolute path of what may be asked for; None where a link or ".." is on the way."""
        reached = self.top
        for part in path.split("/"):
            if part in ("", "."):
                continue
            if part == "..":
                return None
            reached = os.path.join(reached, part)
            self._asked.add(reached)
            if self._is_link(reached):
                return None
        if reached == self.top:
            self._asked.add(reached)
        return reached

    def _is_link(self, path: str) -> bool:
        if path not in self._links:
            self._links[path] = os.path.islink(path)
        return self._links[path]


def _entries_of(folder: str | None) -> Mapping[str, bool]:
    if folder is None:
        return {}
    try:
        with os.scandir(folder) as entries:
            return {one.name: one.is_dir(follow_symlinks=False) for one in entries}
    except (OSError, ValueError):
        return {}
