"""The values that the data files of a site hold, for keys of posts that refer to them."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from postlint.content.data.tree import Json
from postlint.model.errors import SchemaError
from postlint.schema.reading.schema_file import DATA_SUFFIXES, read_schema_file
from postlint.schema.reading.target import ANY, escaped, is_plain_file

# os.path and plain strings: a data folder may hold many thousands of files.
# ruff: noqa: PTH118

_FOLDERS: Final = ("data", "_data", "src/data", "src/_data", "source/_data")
"""Where generators keep data, from the folder of the site."""
_MOST_FILES: Final = 500
_LARGEST: Final = 1_000_000
"""In bytes: a larger file is no list that people keep."""


def values_in_data(root: Path) -> Mapping[str, Sequence[str]]:
    """The sets of values in the data files under `root`, by the reference to each.

    `data/staff.yml#/*` are the texts of a list, `data/staff.yml#/*/id` the `id` of each of its
    groups, `data/site.yml#/topics/*` those of a part, `data/staff.yml` alone the keys of a mapping
    of groups or texts. A file that cannot be read holds none.
    """
    found: dict[str, Sequence[str]] = {}
    for name in islice(_files(root), _MOST_FILES):
        try:
            data = read_schema_file(root / name, suffixes=DATA_SUFFIXES).data
        except SchemaError:
            continue  # a broken data file is told by what reads it
        found |= {name: list(data)} if isinstance(data, dict) and _is_by_name(data) else {}
        found |= {f"{name}#/{part}": values for part, values in sets_in(data)}
    return found


def _is_by_name(data: Mapping[str, Json]) -> bool:
    """Whether the keys of a mapping are names of things that are all alike."""
    alike = any(all(isinstance(one, kind) for one in data.values()) for kind in (dict, str))
    return len(data) > 1 and alike


def sets_in(data: Json) -> Iterator[tuple[str, Sequence[str]]]:
    """The sets of different texts in some data, each with the way to it: `*/id`, `topics/*`."""
    yield from _sets(data)
    for key, part in data.items() if isinstance(data, dict) else ():
        if isinstance(part, list) and key != ANY:
            yield from ((f"{escaped(key)}/{way}", values) for way, values in _sets(part))


def _sets(data: Json) -> Iterator[tuple[str, Sequence[str]]]:
    members = list(data.values()) if isinstance(data, dict) else data
    if not isinstance(members, list) or len(members) < 2:
        return
    if isinstance(data, list) and all(isinstance(one, str) for one in members):
        yield "*", [one for one in members if isinstance(one, str)]
    groups = [one for one in members if isinstance(one, dict)]
    if len(groups) < len(members):
        return
    for field in groups[0]:
        texts = [one[field] for one in groups if isinstance(one.get(field), str)]
        if len(set(map(str, texts))) == len(groups) and field != ANY:
            yield f"*/{escaped(field)}", [text for text in texts if isinstance(text, str)]


def _files(root: Path) -> Iterator[str]:
    """The data files by their paths from `root`, sorted by folder.

    A link may lead anywhere and is not followed; what cannot be read is passed over.
    """
    top = os.path.realpath(root)
    for folder in _FOLDERS:
        start = os.path.join(top, folder)
        if os.path.realpath(start) != start:
            continue
        for here, folders, files in os.walk(start):
            folders.sort()
            for file in sorted(files):
                path = os.path.join(here, file)
                name = os.path.relpath(path, top).replace(os.sep, "/")
                if file.lower().endswith(DATA_SUFFIXES) and is_plain_file(name) and _is_data(path):
                    yield name


def _is_data(path: str) -> bool:
    try:
        told = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(told.st_mode) and told.st_size <= _LARGEST
