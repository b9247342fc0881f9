"""From the name of a schema, as a config or a post gives it, to its file."""

import os
from pathlib import Path

from postlint.content.near import did_you_mean
from postlint.model.paths import shown
from postlint.schema.shipped import shipped_schemas

SUFFIX = ".schema.json"


def schema_name(path: Path) -> str:
    """How a user names the schema in a file: its bare name where it is shipped, else the path."""
    is_shipped = path.parent == shipped_schemas()
    return f"{path.name.removesuffix(SUFFIX)} (shipped)" if is_shipped else shown(path)


def find_schema(name: str, *, folder: Path, root: Path) -> Path:
    """The file of a schema: a shipped one by its bare name (`post`), else a path from `folder`.

    Raises ValueError, with what to do, for a web address, a file outside of `root`, or no file; a
    link to itself is none.
    """
    if "://" in name:
        raise ValueError(f'"{name}" is a web address, which is never fetched; name a local file')
    shipped = shipped_schemas()
    if "/" not in name and "." not in name:
        path = shipped / (name + SUFFIX)
        if path.is_file():
            return path
        known = [file.name.removesuffix(SUFFIX) for file in shipped.glob(f"*{SUFFIX}")]
        raise ValueError(f'no schema named "{name}" is shipped{did_you_mean(name, sorted(known))}')
    path = resolved(folder / name)
    if not path.is_relative_to(resolved(root)):
        raise ValueError(f'"{name}" leads out of {_folder(root)}')
    if not os.path.isfile(path):  # noqa: PTH113 - raises nothing for a name that is too long
        raise ValueError(f'no file "{name}" in {_folder(folder)}')
    return path


def resolved(path: Path) -> Path:
    """A path without links. Raises ValueError where they lead in a circle, or for a NUL."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a RuntimeError up to Python 3.12, then none at all
        raise ValueError(f"{shown(path)} has links that lead in a circle") from None


def _folder(folder: Path) -> str:
    name = shown(folder)
    return "the working directory" if name == "." else name
