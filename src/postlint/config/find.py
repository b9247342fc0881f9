"""Which configuration file holds for a folder, and where the site begins that it is part of."""

import os
import re
from functools import cache
from pathlib import Path
from typing import Final

from postlint.content.source import read_bytes
from postlint.model.errors import ConfigError
from postlint.model.paths import shown

# os.path and plain strings: this is asked of every folder of a site.
# ruff: noqa: PTH118, PTH120

NAMES: Final = ("postlint.toml", ".postlint.toml", "pyproject.toml")

_TABLE: Final = rb"(?m)^\s*\[\s*tool\s*\.\s*[\"']?postlint[\"']?\s*[.\]]"


def find_config(folder: Path) -> Path | None:
    """The configuration file that holds for a folder: the nearest one in it or above it."""
    found = _config_above(str(folder))
    return Path(found) if found else None


def outermost_config(folder: Path) -> Path | None:
    """The configuration file in or above a folder above which there is none. One that cannot be
    read is none: it holds for nothing here."""
    found: Path | None = None
    while found is None or folder != found.parent:
        try:
            above = find_config(folder)
        except ConfigError:
            break
        if above is None:
            break
        found, folder = above, above.parent.parent
    return found


def passed_over(config: Path) -> tuple[Path, ...]:
    """The other configurations in the folder of one, which do not hold."""
    names = NAMES[NAMES.index(config.name) + 1 :] if config.name in NAMES else ()
    found = (config.with_name(name) for name in names)
    return tuple(
        one for one in found if one.is_file() and (one.name != "pyproject.toml" or _is_ours(one))
    )


def repository_root(folder: Path) -> Path:
    """The nearest folder, this one or above, that is under version control; else the folder above
    which nothing of the site can lie: the working directory, or the folder itself."""
    found = _repository_above(str(folder))
    if found:
        return Path(found)
    here = Path.cwd()
    return here if folder.is_relative_to(here) else folder


@cache
def _config_above(folder: str) -> str | None:
    for name in NAMES:
        candidate = os.path.join(folder, name)
        # What is there but is no file is found too, for its reader to complain of.
        if os.path.lexists(candidate) and (name != "pyproject.toml" or _is_ours(Path(candidate))):
            return candidate
    above = os.path.dirname(folder)
    return None if folder == above else _config_above(above)


@cache
def _repository_above(folder: str) -> str | None:
    if os.path.lexists(os.path.join(folder, ".git")):
        return folder
    above = os.path.dirname(folder)
    return None if folder == above else _repository_above(above)


def _is_ours(pyproject: Path) -> bool:
    """Whether a pyproject.toml has our table; a broken one counts where it seems to have it."""
    if not os.path.isfile(pyproject):  # noqa: PTH113 - Path.is_file raises where it may not look
        return False
    try:
        data = read_bytes(pyproject)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"{shown(pyproject)}: cannot be read: {reason}") from None
    if b"postlint" not in data:
        return False
    import tomllib

    try:
        table = tomllib.loads(data.decode()).get("tool", {})
    except ValueError:
        return re.search(_TABLE, data) is not None
    return isinstance(table, dict) and "postlint" in table
