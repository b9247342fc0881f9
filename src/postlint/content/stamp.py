"""Whether a file is still what it was: its stamp is looked at first, its bytes when in doubt."""

import os
from hashlib import blake2b
from pathlib import Path
from time import time_ns
from typing import Final, NamedTuple

from postlint.content.source import MAX_BYTES

_DOUBT: Final = 2_000_000_000
"""Nanoseconds for which a file may be written again without a new time: FAT counts by two seconds.
It is git's "racy" problem, https://git-scm.com/docs/racy-git; a time that lies ahead is in doubt,
too, so a clock that is put back does no harm."""


class Stamp(NamedTuple):
    """What the file system says of a file; a change of its bytes changes it.

    On Windows, where `ctime_ns` is the time of creation, one that keeps size and time does not.
    """

    mtime_ns: int
    ctime_ns: int
    """When anything of it was changed, its name or its time too; on POSIX no program can put that
    back."""
    size: int
    """Bytes."""
    inode: int


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file that was asked about just now."""
    return Stamp(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def lasting(stamp: Stamp) -> Stamp | None:
    """The stamp if it will tell a later change, None where the file was written a moment ago."""
    return stamp if max(stamp.mtime_ns, stamp.ctime_ns) + _DOUBT < time_ns() else None


def digest(data: bytes) -> bytes:
    """16 bytes that no other data has."""
    return blake2b(data, digest_size=16).digest()


def read_stamped(path: str | Path) -> tuple[bytes, Stamp | None]:
    """The bytes of a file, at most one more than MAX_BYTES, and its stamp where it will last.

    There is none for a file that changes while it is read. Raises OSError.
    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - asked of every post of a site
        before = stamp_of(os.fstat(file.fileno()))
        data = _read_all(file.fileno(), before.size)
        after = stamp_of(os.fstat(file.fileno()))
    is_whole = before == after and len(data) == before.size
    return data, lasting(after) if is_whole else None


def _read_all(file: int, size: int) -> bytes:
    """What a file holds, in one piece as a rule; a pipe says that its size is 0."""
    pieces = []
    left = MAX_BYTES + 1
    while left and (piece := os.read(file, min(left, max(size + 1, 65_536)))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
