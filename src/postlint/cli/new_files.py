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
        if target.suffix != path.suffix:
            raise UsageError(f"{shown(path)}: is a link to {shown(target)}, another kind of file")
        if target.exists() and not target.is_file():
            what = "a folder" if target.is_dir() else "a pipe or a device"
            raise UsageError(f"{shown(path)}: is {what}, expected a file")
        above = _above(path)
        if not above.is_dir():
            raise UsageError(f"{shown(above)}: is no folder, expected one")


def refuse_unwritable(files: Iterable[Path]) -> None:
    """Raise UsageError where a folder takes no new file, as far as that can be known before."""
    for path in files:
        # An old file is replaced by a new one, so that its own permissions make no difference.
        folder = _above(Path(os.path.realpath(path)))
        if not os.access(folder, os.W_OK | os.X_OK):
            raise UsageError(f"{shown(path)}: cannot be written: {shown(folder)} is read-only")


def _above(path: Path) -> Path:
    """The nearest that is there of all that a file is to lie in."""
    return next(folder for folder in path.parents if os.path.lexists(folder))


def write_files(files: Mapping[Path, str], site: Path) -> None:
    """Write files in their order, with the folders they need; nothing where one of them is unfit.

    Raises UsageError.
    """
    from postlint.cli.save import save_all

    refuse_unfit(files, site)
    save_all({path: text.encode() for path, text in files.items()})


def absolute(folder: Path) -> Path:
    """Without "..", so that what is above it is told by its name."""
    return Path(os.path.abspath(folder))  # noqa: PTH100
