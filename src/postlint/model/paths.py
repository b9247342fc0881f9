"""How a path is shown to the user: relative to the working directory, with "/" on every system."""

import os
from pathlib import Path


def shown(path: Path) -> str:
    """The path as findings and messages name it; absolute where it is on another drive."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path.as_posix()
    return Path(relative).as_posix()
