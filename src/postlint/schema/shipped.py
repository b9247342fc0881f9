"""Where the schemas that ship with postlint lie, installed or in a source checkout."""

from functools import cache
from pathlib import Path


@cache
def shipped_schemas() -> Path:
    """The folder of the shipped schemas.

    `postlint/schemas` in an installed wheel; the top-level `schemas` of the repository in a source
    checkout and in an editable install, where the package folder has no such folder of its own.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent.parent / "schemas"
