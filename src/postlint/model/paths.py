"""How a path is shown to the user, and how its name is told from a URL."""

import os
from pathlib import Path


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


def is_url(name: str) -> bool:
    """Whether what findings name a post by is a URL: a path never has two slashes in a row."""
    return "://" in name
