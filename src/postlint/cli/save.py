"""Writing a file of the user's: all of it or nothing."""

import os
import secrets
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
    temporary = target.with_name(f".postlint-{secrets.token_hex(8)}.tmp")
    try:
        with open(temporary, "xb") as file:  # noqa: PTH123 - mode "x" follows no link
            file.write(data)
        _make_alike(temporary, target)
        if instead_of is not None and target.read_bytes() != instead_of:
            raise UsageError(f"{shown(path)}: changed meanwhile, so it is left as it is; run again")
        temporary.replace(target)
    except OSError as error:
        raise UsageError(f"{shown(path)}: cannot be written: {error.strerror}") from None
    finally:
        with suppress(OSError):
            temporary.unlink()


def _make_alike(new: Path, old: Path) -> None:
    """Give a new file the mode and, where we may, the owner of the one it is to replace."""
    try:
        known = old.stat()
    except FileNotFoundError:
        return
    new.chmod(stat.S_IMODE(known.st_mode))
    if hasattr(os, "chown") and (known.st_uid, known.st_gid) != (os.getuid(), os.getgid()):
        with suppress(OSError):
            os.chown(new, known.st_uid, known.st_gid)
            new.chmod(stat.S_IMODE(known.st_mode))
