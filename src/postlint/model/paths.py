"""How a path is shown to the user, what fits in its name, and how that is told from a URL."""

import os
from pathlib import Path
from typing import Final

_LONGEST_PART: Final = 60
"""Of the name of a file, in bytes of UTF-8: more is added to it, and disks allow 255."""


def shown(path: Path) -> str:
    """The path as findings and messages name it: relative to the working directory, with "/" on
    every system; absolute where it is on another drive."""
    return shown_from(path, os.curdir)


def shown_from(path: Path, here: str) -> str:
    """The path as `shown` has it in another working directory."""
    try:
        relative = os.path.relpath(path, here)
    except ValueError:
        return path.as_posix()
    return Path(relative).as_posix()


def part_of_name(text: str) -> str:
    """As much of the start of a text as may be a part of the name of a file, whole code points."""
    return text.encode("utf-8", "ignore")[:_LONGEST_PART].decode("utf-8", "ignore")


def is_url(name: str) -> bool:
    """Whether what findings name a post by is a URL: a path never has two slashes in a row."""
    return "://" in name
