"""Allowed values that a site keeps in a data file of its own, such as its categories."""

from pathlib import Path
from typing import Final

from postlint.content.data.tree import Json
from postlint.model.errors import SchemaError
from postlint.schema.reading.schema_file import DATA_SUFFIXES, read_schema_file

_NAMES: Final = ("name", "slug", "id")
"""Where a list holds groups of keys, the first of these keys that all of them have."""


def allowed_values(name: str, root: Path) -> tuple[Path, tuple[str | int | float, ...]]:
    """The file and the values of `data/categories.yml`, or of a part: `data/site.yml#news/topics`.

    The path is relative to `root`. The values are the items of a list (or their `name`, `slug` or
    `id`), or the keys of a mapping. Raises ValueError with what is wrong.
    """
    file_name, _, part = name.partition("#")
    path = (root / file_name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise ValueError(f'"{file_name}" leads out of the site')
    try:
        data = read_schema_file(path, suffixes=DATA_SUFFIXES).data
    except SchemaError as error:
        raise ValueError(f"the allowed values cannot be read: {error}") from None
    for key in filter(None, part.split("/")):
        if not isinstance(data, dict) or key not in data:
            raise ValueError(f'"{file_name}" has no "{key}"')
        data = data[key]
    values = _values(data)
    if not values:
        raise ValueError(f'"{name}" holds no list of values')
    return path, values


def _values(data: Json) -> tuple[str | int | float, ...]:
    if isinstance(data, dict):
        return tuple(data)
    if not isinstance(data, list):
        return ()
    groups = [item for item in data if isinstance(item, dict)]
    if groups and len(groups) == len(data):
        key = next((name for name in _NAMES if all(name in group for group in groups)), None)
        data = [group[key] for group in groups] if key else []
    return tuple(item for item in data if isinstance(item, str | int | float))
