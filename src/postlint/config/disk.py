"""What a resolver asks the machine it runs on for, and the same, answered before it travels."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from postlint.content.data.tree import Json
from postlint.generators.recognise import Generator, Place, recognise, recognise_among
from postlint.model.paths import shown, shown_from
from postlint.schema.find import find_schema
from postlint.schema.load import Schema, load_schema


class NotHereError(Exception):
    """What is asked for lies on the disk of the site, and this is another machine."""


class Disk(Protocol):
    """The working directory and the files of a site."""

    def absolute(self, path: str) -> str:
        """The path without links resolved: a look-up for each file would cost more than all."""

    def shown(self, path: Path) -> str:
        """The path as messages name it."""

    def schema(self, path: Path, root: Path) -> Schema:
        """A schema that the configuration names. Raises SchemaError and NotHereError."""

    def own_schema(self, name: str, folder: Path, root: Path) -> Schema:
        """The schema that a post names. Raises ValueError, SchemaError and NotHereError."""

    def generator(self, path: str, root: Path, front_matter: Json) -> Generator | None:
        """The site generator that a post is written for."""


class ThisDisk(NamedTuple):
    """The disk of this machine, on which the site is."""

    def absolute(self, path: str) -> str:
        return os.path.abspath(path)  # noqa: PTH100

    def shown(self, path: Path) -> str:
        return shown(path)

    def schema(self, path: Path, root: Path) -> Schema:
        return load_schema(path, root)

    def own_schema(self, name: str, folder: Path, root: Path) -> Schema:
        return load_schema(find_schema(name, folder=folder, root=root), root)

    def generator(self, path: str, root: Path, front_matter: Json) -> Generator | None:
        return recognise(path, root, front_matter)


class Answers(NamedTuple):
    """What the disk of another machine has said, in plain data; what it was not asked is not here.

    It never looks at a disk, so it says the same wherever it is asked.
    """

    here: str
    """The working directory, absolute."""
    schemas: Mapping[Path, Schema]
    """Those that the configuration names."""
    places: Mapping[str, Place] = {}
    """Of the folders of posts, as `places_of` tells them."""

    def absolute(self, path: str) -> str:
        return os.path.normpath(os.path.join(self.here, path))  # noqa: PTH118

    def shown(self, path: Path) -> str:
        return shown_from(path, self.here)

    def schema(self, path: Path, root: Path) -> Schema:  # noqa: ARG002 - those of `Disk`
        if path not in self.schemas:
            raise NotHereError
        return self.schemas[path]

    def own_schema(self, name: str, folder: Path, root: Path) -> Schema:  # noqa: ARG002
        raise NotHereError

    def generator(self, path: str, root: Path, front_matter: Json) -> Generator | None:  # noqa: ARG002
        return recognise_among(self.places, self.here, path, front_matter)


THIS_DISK: Final = ThisDisk()
