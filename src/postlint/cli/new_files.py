"""Files of a new configuration: what is in their way is told before the first one is written."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from postlint.model.errors import UsageError
from postlint.model.paths import shown


def refuse_configured(folder: Path, hint: str = "") -> None:
    """Raise UsageError where a configuration stands in a folder; `hint` is what else to do."""
    from postlint.config.find import find_config

    top = absolute(folder)
    found = find_config(top)
    if found is None or found.parent != top:
        return
    if found.name == "postlint.toml":
        text = f"is there already; --force replaces it{hint}"
    else:
        text = "is a configuration already; --force writes a postlint.toml, which wins over it"
    raise UsageError(f"{shown(found)} {text}")


def refuse_taken(files: Iterable[Path], hint: str = "") -> None:
    """Raise UsageError where there is something already, be it a link that leads nowhere."""
    for path in files:
        if os.path.lexists(path):
            raise UsageError(f"{shown(path)} is there already; --force replaces it{hint}")


def refuse_unfit(files: Iterable[Path], site: Path) -> None:
    """Raise UsageError where no file can be put, or only outside of the site."""
    top = os.path.realpath(site)
    for path in files:
        target = Path(os.path.realpath(path))
        if not target.is_relative_to(top):
            raise UsageError(f"{shown(path)}: is outside of this site, so it is left as it is")
        if target.is_symlink():
            raise UsageError(f"{shown(path)}: is a link that leads back to itself; remove it")
        if target.is_dir():
            raise UsageError(f"{shown(path)}: is a folder, expected a file")
        above = next(folder for folder in path.parents if os.path.lexists(folder))
        if not above.is_dir():
            raise UsageError(f"{shown(above)}: is no folder, expected one")


def write_files(files: Mapping[Path, str], site: Path) -> None:
    """Write files in their order, with the folders they need; nothing where one of them is unfit.

    Raises UsageError.
    """
    from postlint.cli.save import save

    refuse_unfit(files, site)
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{shown(path.parent)}: cannot be made: {error.strerror}") from None
        save(path, text.encode())


def absolute(folder: Path) -> Path:
    """Without "..", so that what is above it is told by its name."""
    return Path(os.path.abspath(folder))  # noqa: PTH100
