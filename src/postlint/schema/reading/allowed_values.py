"""Allowed values that a site keeps in a data file of its own, such as its categories."""

import gc
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from postlint.content.data.tree import Json
from postlint.content.data.tree import Path as KeyPath
from postlint.model.errors import SchemaError
from postlint.model.paths import shown
from postlint.schema.find import resolved
from postlint.schema.reading.schema_file import DATA_SUFFIXES, SchemaFile, read_schema_file

_NAMES: Final = ("name", "slug", "id")
"""What a group of keys in a list is called by: the first of these keys that all groups have, or
else the first that it has."""


def allowed_values(name: str, root: Path) -> tuple[Path, tuple[str | int | float, ...]]:
    """The file and the values of `data/categories.yml`, or of a part: `data/site.yml#news/topics`.

    The path is relative to `root`. The values are the items of a list (a text, or the `name`,
    `slug` or `id` of a group), or the keys of a mapping. Raises ValueError with what is wrong.
    """
    file_name, _, part = name.partition("#")
    path = inside(file_name, root)
    try:
        data = read_data_file(path).data
    except SchemaError as error:
        raise ValueError(f"the allowed values cannot be read: {error}") from None
    for key in filter(None, part.split("/")):
        if not isinstance(data, dict) or key not in data:
            raise ValueError(f'"{file_name}" has no "{key}"')
        data = data[key]
    values = values_in(data)
    if not values:
        raise ValueError(f'"{name}" holds no list of values')
    return path, values


def inside(name: str, root: Path) -> Path:
    """A file or folder of the site, with links resolved. Raises ValueError where it is outside."""
    path = resolved(root / name)
    if not path.is_relative_to(resolved(root)):
        raise ValueError(f'"{name}" leads out of the site')
    return path


def read_data_file(path: Path) -> SchemaFile:
    """Read a file of data. Raises ValueError for a pipe and the like, SchemaError for all else."""
    refuse_no_file(path)
    was_enabled = gc.isenabled()
    gc.disable()  # where the entries are many, looking for garbage takes about as long as the rest
    try:
        return read_schema_file(path, suffixes=DATA_SUFFIXES)
    finally:
        if was_enabled:
            gc.enable()


def refuse_no_file(path: Path) -> None:
    """Raise ValueError for a pipe and the like, which would be waited for.

    What is not there, or a folder, is told of when it is read.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise ValueError(f"{shown(path)} is no regular file")


def values_in(data: Json) -> tuple[str | int | float, ...]:
    """The items of a list (a text, or the `name`, `slug` or `id` of a group), or the keys of a
    mapping; none of anything else."""
    return tuple(value for _, value in located_values(data))


def located_values(data: Json) -> Iterator[tuple[KeyPath, str | int | float]]:
    """As `values_in`, each with its place in the data; that of a key is the place of its entry."""
    if isinstance(data, dict):
        yield from (((key,), key) for key in data)
    elif isinstance(data, list):
        groups = [item for item in data if isinstance(item, dict)]
        # A key that all groups have comes before one that some of them have besides.
        order = sorted(_NAMES, key=lambda name: not all(name in group for group in groups))
        for index, item in enumerate(data):
            step, value = _named(item, order) if isinstance(item, dict) else (None, item)
            if isinstance(value, str | int | float):
                yield (index,) if step is None else (index, step), value


def _named(group: dict[str, Json], order: list[str]) -> tuple[str | None, Json]:
    """What a group of keys is called by, and what that is."""
    return next(((name, group[name]) for name in order if name in group), (None, None))
