"""Writing files of the user's: all of it or nothing."""

import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from postlint.model.errors import UsageError
from postlint.model.paths import shown


def save(path: Path, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Put a new file in the place of an old one, if any, at once. Raises UsageError.

    Who reads the file meanwhile sees the old one or the new one. A link stays a link, and the
    permissions stay as they are. Where the file is no longer what `instead_of` says, it stays.
    """
    target = path.resolve()
    with _told(path), _beside(target, data) as new:
        if instead_of is not None and target.read_bytes() != instead_of:
            raise UsageError(f"{shown(path)}: changed meanwhile, so it is left as it is; run again")
        new.replace(target)


def save_all(files: Mapping[Path, bytes]) -> None:
    """Save files in their order, with the folders they need; none where one of them cannot be.

    All are written before the first one takes its place. Raises UsageError.
    """
    with ExitStack() as undo:
        with ExitStack() as written:
            ready = []
            for path, data in files.items():
                _make_folder(path.parent, undo)
                target = path.resolve()
                with _told(path):
                    ready.append((path, target, written.enter_context(_beside(target, data))))
            for path, target, new in ready:
                with _told(path):
                    before = target.read_bytes() if target.exists() else None
                    new.replace(target)
                    undo.callback(_put_back, target, before)
        undo.pop_all()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the disk refuses is said of the file as the user knows it."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{shown(path)}: cannot be written: {error.strerror}") from None


@contextmanager
def _beside(target: Path, data: bytes) -> Iterator[Path]:
    """A new file in the folder of the one it is to replace; where that was not done, it goes."""
    temporary = target.with_name(f".postlint-{secrets.token_hex(8)}.tmp")
    try:
        with open(temporary, "xb") as file:  # noqa: PTH123 - mode "x" follows no link
            file.write(data)
        _make_alike(temporary, target)
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those above it; `undo` is told of what is new."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        for one in reversed(missing):
            one.mkdir()
            undo.callback(_remove_folder, one)
    except OSError as error:
        raise UsageError(f"{shown(folder)}: cannot be made: {error.strerror}") from None


def _remove_folder(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _put_back(target: Path, before: bytes | None) -> None:
    with suppress(OSError):
        if before is None:
            target.unlink()
        else:
            target.write_bytes(before)


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
