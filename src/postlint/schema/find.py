"""From the name of a schema, as a config or a post gives it, to its file."""

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

    Raises ValueError, with what to do, for a web address, a file outside of `root`, or no file.
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
    path = (folder / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise ValueError(f'"{name}" leads out of {_folder(root)}')
    if not path.is_file():
        raise ValueError(f'no file "{name}" in {_folder(folder)}')
    return path


def _folder(folder: Path) -> str:
    name = shown(folder)
    return "the working directory" if name == "." else name
