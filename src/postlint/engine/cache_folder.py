"""The folder of the cache: made, tidied and cleared only where it is one of ours."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from errno import ENOTDIR, ENOTEMPTY
from pathlib import Path
from time import time
from typing import Final

NAME: Final = ".postlint_cache"
"""What it is called, at the top of a site."""

_TAG: Final = "CACHEDIR.TAG"
_OURS: Final = {
    # https://bford.info/cachedir/
    _TAG: "Signature: 8a477f597d28d172789f06886806bc55\n# Made by postlint.\n",
    ".gitignore": "# Made by postlint.\n*\n",
}
"""What we write into a folder that we make, or that is empty; never into another one: git and
postlint itself would overlook all that is there."""
_FILE: Final = re.compile(r"[0-9a-f]{16}\.cache(?P<unfinished>\.[0-9a-f]{12})?")
_MOST_VIEWS: Final = 20
"""So many sets of options are remembered, the last ones used."""
_LEFT: Final = 3_600
"""Seconds after which nobody is still writing a file."""


def is_ours(folder: Path) -> bool:
    """Whether a folder is a cache of postlint, and no link to one."""
    try:
        if folder.is_symlink() or (folder / _TAG).is_symlink():
            return False
        return (folder / _TAG).read_text(encoding="utf-8") == _OURS[_TAG]
    except (OSError, ValueError):
        return False


def make_folder(folder: Path) -> None:
    """Make a folder for the cache, if it is not there. Raises OSError for one with other things."""
    if is_ours(folder):
        return
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR))
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise OSError(ENOTEMPTY, "it holds other files")
    for name, text in _OURS.items():
        with suppress(FileExistsError):  # another run makes it, too; a link is not followed
            (folder / name).open("x", encoding="utf-8").write(text)


def tidy(folder: Path) -> None:
    """Remove what was remembered for options that nobody uses any more, and what a run that was
    killed has left."""
    with suppress(OSError):  # another run does the same
        whole = [file for file in _files(folder) if not _is_unfinished(file)]
        whole.sort(key=lambda file: file.stat().st_mtime_ns)
        left = [file for file in _files(folder) if _is_unfinished(file) and _is_old(file)]
        for file in (*whole[:-_MOST_VIEWS], *left):
            file.unlink(missing_ok=True)


def clear(folder: Path) -> int:
    """Remove a cache of ours; the number of bytes. What is not ours stays. Raises OSError."""
    size = 0
    for file in _files(folder):
        size += file.lstat().st_size
        file.unlink(missing_ok=True)
    left = {file.name for file in folder.iterdir()}
    if left <= set(_OURS):
        for name in left:
            (folder / name).unlink()
        folder.rmdir()
    return size


def _files(folder: Path) -> Iterator[Path]:
    """The files that we have written, by their names."""
    return (file for file in list(folder.iterdir()) if _FILE.fullmatch(file.name))


def _is_unfinished(file: Path) -> bool:
    found = _FILE.fullmatch(file.name)
    return found is not None and found["unfinished"] is not None


def _is_old(file: Path) -> bool:
    return file.stat().st_mtime < time() - _LEFT
