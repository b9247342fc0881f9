"""Where `x-postlint-ref` says that a value has to exist: in files of data or in posts."""

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import normpath, splitext
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.content.data.tree import Path as KeyPath
from postlint.content.discover import MARKDOWN
from postlint.content.near import nearest
from postlint.content.source import decode, read_bytes, without_surrogates
from postlint.model.errors import SchemaError
from postlint.model.paths import shown
from postlint.schema.reading.allowed_values import inside, read_data_file, refuse_no_file, values_in
from postlint.schema.reading.schema_file import DATA_SUFFIXES

POSTS: Final = "posts"
"""Stands for all posts of the site."""
_TABLE: Final = ".csv"
ANY: Final = "*"
"""Stands for each item or key, and in the name of a file for any letters."""
_MOST_FILES: Final = 5_000
_HOW: Final = 'write a path such as data/authors.yml#/*/id, content/authors/*.md, or "posts"'


class Target(NamedTuple):
    """Files, and the values in them that are meant."""

    files: str
    """A path or a pattern of paths, relative to the site, or `POSTS`."""
    keys: tuple[str, ...] | None
    """The way to the values from the top down, where `*` is each item or key; None where none is
    told: what then is meant hangs on the files."""

    @property
    def is_of_posts(self) -> bool:
        """Whether the posts of the site answer it."""
        return self.files == POSTS or self.files.lower().endswith(MARKDOWN)


def target_of(text: str) -> Target:
    """What a reference says. Raises ValueError with what is wrong."""
    files, _, pointer = text.partition("#")
    suffixes = (*DATA_SUFFIXES, _TABLE, *MARKDOWN)
    if files != POSTS and not files.lower().endswith(suffixes):
        raise ValueError(f'"{text}" names no file of data and no posts; {_HOW}')
    if pointer and not pointer.startswith("/"):
        raise ValueError(f'"#{pointer}" does not begin with #/; {_HOW}')
    if files.startswith(("/", "\\")) or "\\" in files or normpath(files).startswith(".."):
        raise ValueError(f'"{files}" leads out of the site')
    keys = tuple(_unescaped(key) for key in pointer.split("/")[1:]) if pointer else None
    target = Target(normpath(files), keys)
    folder = files.rpartition("/")[0]
    if not target.is_of_posts and ANY in folder:
        raise ValueError(f'"{files}" has * in the name of a folder; only posts are looked for so')
    return target


def values_at(target: Target, root: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The values in the files of data that are meant, and all files and folders that were read.

    Raises ValueError with what is wrong.
    """
    if ANY not in target.files:
        path = inside(target.files, root)
        return (root / target.files, path), _texts(_data_of(path), target)
    folder, _, pattern = target.files.rpartition("/")
    files = _files_in(inside(folder, root), pattern)
    if target.keys is None:
        return (root / folder,), tuple(splitext(file.name)[0] for file in files)
    paths = [inside(f"{folder}/{file.name}", root) for file in files]
    values = tuple(value for path in paths for value in _texts(_data_of(path), target))
    return (root / folder, *paths), values


def refuse_no_folder(target: Target, root: Path) -> None:
    """Raise ValueError where posts are looked for in a folder that the site has not."""
    folder = target.files.partition(ANY)[0].rpartition("/")[0]
    if folder and not os.path.isdir(inside(folder, root)):  # noqa: PTH112
        raise ValueError(f'there is no folder "{folder}"')


def no_values(target: Target) -> str:
    """What is wrong with a reference where nothing is at the end of the way."""
    where = f" at /{'/'.join(target.keys)}" if target.keys else ""
    return f'"{target.files}" holds no values{where}'


def texts_at(data: Json, keys: tuple[str, ...]) -> Iterator[str]:
    """The texts and numbers at the end of a way through some data; a list there is its items."""
    return (text for _, text in located_texts(data, keys))


def located_texts(data: Json, keys: tuple[str, ...]) -> Iterator[tuple[KeyPath, str]]:
    """As `texts_at`, each with its place in the data."""
    values: list[tuple[KeyPath, Json]] = [((), data)]
    for key in keys:
        values = [inner for path, value in values for inner in _inner(path, value, key)]
    for at, value in values:
        items = _inner(at, value, ANY) if isinstance(value, list) else [(at, value)]
        for path, inner in items:
            if isinstance(inner, str | int | float) and not isinstance(inner, bool):
                yield path, str(inner)


def meant(value: str, known: Iterable[str]) -> str | None:
    """The known value that an unknown one is a slip for; None where none or several are as near.

    The order of the known values counts for nothing.
    """
    choices = list(dict.fromkeys(known))
    first = nearest(value, choices)
    # Of equally near values that is the first; the other way round it is the last of them.
    return first if first is None or first == nearest(value, reversed(choices)) else None


def is_plain_file(name: str) -> bool:
    """Whether a path, written as a reference, means that file of data and nothing else."""
    try:
        target = target_of(name)
    except ValueError:
        return False
    return target == Target(name, None) and ANY not in name and without_surrogates(name) == name


def escaped(key: str) -> str:
    """A key as it stands in a reference."""
    return key.replace("~", "~0").replace("/", "~1")


def _unescaped(key: str) -> str:
    """RFC 6901 writes `/` in a key as `~1` and `~` as `~0`."""
    return key.replace("~1", "/").replace("~0", "~")


def _files_in(folder: Path, pattern: str) -> list[Path]:
    wanted = re.compile(".*".join(map(re.escape, re.split(r"\*+", pattern))) + r"\Z")
    try:
        files = sorted(path for path in folder.iterdir() if wanted.match(path.name))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ValueError(f"{shown(folder)}: cannot be read: {reason}") from None
    if not files:
        raise ValueError(f"{shown(folder)} has no {pattern}")
    if len(files) > _MOST_FILES:
        raise ValueError(f"{shown(folder)} has {len(files):,} {pattern}, at most {_MOST_FILES:,}")
    return files


def _data_of(path: Path) -> Json:
    if path.suffix.lower() == _TABLE:
        refuse_no_file(path)
        return _rows(path)
    try:
        return read_data_file(path).data
    except SchemaError as error:
        raise ValueError(f"the values cannot be read: {error}") from None


def _rows(path: Path) -> Json:
    """The rows of a table, each by the names in its first row."""
    try:
        source = decode(read_bytes(path))
        if source.faults:
            raise ValueError(f"{shown(path)}: {source.faults[0].problem.message}")
        rows = csv.DictReader(io.StringIO(source.text, newline=""), restval="")
        return [{str(key): value for key, value in row.items() if key} for row in rows]
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ValueError(f"{shown(path)}: cannot be read: {reason}") from None
    except csv.Error as error:
        raise ValueError(f"{shown(path)}: is no table: {error}") from None


def _texts(data: Json, target: Target) -> tuple[str, ...]:
    if target.keys is None:
        texts = tuple(map(str, values_in(data)))
    else:
        texts = tuple(texts_at(data, target.keys))
    if not texts:
        raise ValueError(no_values(target))
    return texts


def _inner(path: KeyPath, value: Json, key: str) -> list[tuple[KeyPath, Json]]:
    """What is under a key of a value, which has a path; under `*` is everything."""
    if isinstance(value, dict):
        keys = list(value) if key == ANY else [key] if key in value else []
        return [((*path, one), value[one]) for one in keys]
    if not isinstance(value, list):
        return []
    if key == ANY:
        return [((*path, index), inner) for index, inner in enumerate(value)]
    first = int(key) if key.isdecimal() and len(key) < 10 else len(value)
    return [((*path, first), value[first])] if first < len(value) else []
