"""Writing a file of the user's: all of it or nothing."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from postlint.model.errors import UsageError
from postlint.model.paths import shown


def save(path: Path, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Put a new file in the place of an old one, if any, at once. Raises UsageError.

    Who reads the file meanwhile sees the old one or the new one. A link stays a link, and the
    permissions stay as they are. Where the file is no longer what `instead_of` says, it stays.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with open(temporary, "xb") as file:  # noqa: PTH123 - mode "x" follows no link
            file.write(data)
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        if instead_of is not None and target.read_bytes() != instead_of:
            temporary.unlink()
            raise UsageError(f"{shown(path)}: changed meanwhile, so it is left as it is; run again")
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise UsageError(f"{shown(path)}: cannot be written: {error.strerror}") from None
