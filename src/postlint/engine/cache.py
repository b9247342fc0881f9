"""What is remembered of the posts of earlier runs: read at once, added to, replaced as a whole.

A file of the cache is a head and blocks: each is its length, a check of its bytes, and what one run
has added, as msgpack. A block is added by a single write, so that runs at the same time do not
disturb each other; what is damaged is left out and written anew. It holds plain data, which is
checked as it is read, or where it is packed, as it is unpacked.
"""

import gc
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from errno import EFBIG, ENOSPC
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from postlint.config.snapshot import FileState, Snapshot
from postlint.content.neighbours import SiteProblem
from postlint.content.stamp import Stamp, digest
from postlint.engine.cache_folder import is_ours, make_folder, tidy
from postlint.engine.record import Record

if TYPE_CHECKING:
    from io import FileIO

    from msgspec.msgpack import Decoder

_T = TypeVar("_T")
_HEAD: Final = b"postlint cache 1\n"
_LENGTH: Final = 4
_CHECK: Final = 16
_ENTRIES: Final = 2_000
"""So many posts of a block."""
_MOST_BYTES: Final = 300_000_000
"""A larger file is no cache of ours, or has outlived its use."""


class Entry(NamedTuple):
    """What is remembered of one file."""

    stamp: Stamp | None
    """None where only its bytes tell that it is still the same."""
    digest: bytes
    settings: bytes
    """What stands for all that it was checked with."""
    day: str
    """When it was checked, as in `2024-03-01`."""
    files: tuple[FileState, ...]
    """What was read for the schema that the file itself names."""
    alone: Record
    """What came out of the file by itself."""
    again: Record | None = None
    """What came out when it was checked once more, with what the site says of it."""


class Verdict(NamedTuple):
    """What the rules of a site have said of all of its files."""

    cause: bytes
    """What stands for all that they have looked at, but for files."""
    files: tuple[FileState, ...]
    """What they have read besides."""
    problems: dict[str, tuple[SiteProblem, ...]]
    """By path."""


class _Block(NamedTuple):
    """What one run has added."""

    program: bytes
    snapshots: dict[str, Snapshot]
    entries: dict[str, Entry]
    verdicts: dict[str, Verdict]


@dataclass(slots=True)
class Cache:
    """What is remembered for one set of options; `file` need not be there."""

    file: Path
    program: bytes
    """What stands for this version of the program; what another one has said is forgotten."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """By path, as it is shown to the user."""
    snapshots: dict[str, Snapshot] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    """By the folder of the site."""
    _new_entries: dict[str, Entry] = field(default_factory=dict)
    _new_snapshots: dict[str, Snapshot] = field(default_factory=dict)
    _new_verdicts: dict[str, Verdict] = field(default_factory=dict)
    _written: int = 0
    """How many entries the file holds, those that were replaced too."""
    _is_whole: bool = False
    """Whether the file is there, of this version and undamaged, so that it can be added to."""

    def put(self, path: str, entry: Entry) -> None:
        """Remember a file."""
        self.entries[path] = self._new_entries[path] = entry

    def put_snapshot(self, key: str, snapshot: Snapshot) -> None:
        """Remember a configuration."""
        self.snapshots[key] = self._new_snapshots[key] = snapshot

    def put_verdict(self, ground: str, verdict: Verdict) -> None:
        """Remember what was said of a site."""
        self.verdicts[ground] = self._new_verdicts[ground] = verdict

    def save(self) -> None:
        """Write down what is new. Raises OSError, and then nothing that was there is lost."""
        if not (self._new_entries or self._new_snapshots or self._new_verdicts):
            return
        is_worn = self._written + len(self._new_entries) > 2 * len(self.entries) + 100
        if self._is_whole and not is_worn:
            first = _Block(self.program, self._new_snapshots, {}, self._new_verdicts)
            _append(self.file, _packed(first, self._new_entries))
        else:
            kept = {path: one for path, one in self.entries.items() if self._is_wanted(path)}
            first = _Block(self.program, self.snapshots, {}, self.verdicts)
            make_folder(self.file.parent)
            _replace(self.file, _packed(first, kept))
            tidy(self.file.parent)

    def _is_wanted(self, path: str) -> bool:
        return path in self._new_entries or os.path.lexists(path)


def open_cache(file: Path, program: bytes) -> Cache:
    """What is remembered in a file; nothing where there is none, or where it is of no use."""
    cache = Cache(file, program)
    source = _opened(file) if is_ours(file.parent) else None
    if source is None:
        return cache
    # Tens of thousands of new objects, none of them garbage: collecting doubles the time.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        with source:
            cache._is_whole = source.read(len(_HEAD)) == _HEAD
            for block in _blocks(source) if cache._is_whole else ():
                if block is None or block.program != program:
                    cache._is_whole = False
                if block is None:
                    break
                if block.program == program:
                    cache.snapshots.update(block.snapshots)
                    cache.entries.update(block.entries)
                    cache.verdicts.update(block.verdicts)
                    cache._written += len(block.entries)
    except OSError:
        cache._is_whole = False
    finally:
        if was_enabled:
            gc.enable()
    return cache


def _blocks(source: "FileIO") -> Iterator[_Block | None]:
    """The blocks of a file, one at a time; None for what is damaged, and then no more."""
    from msgspec import MsgspecError

    left = os.fstat(source.fileno()).st_size - source.tell()
    while left > 0:
        head = source.read(_LENGTH + _CHECK) or b""
        left -= len(head)
        length = int.from_bytes(head[:_LENGTH], "little")
        content = (source.read(length) or b"") if length <= left else b""
        left -= length
        if digest(content) != head[_LENGTH:]:
            yield None
            return
        try:
            yield _decoder().decode(content)
        except (MsgspecError, UnicodeDecodeError, RecursionError):
            yield None
            return


def _packed(first: _Block, entries: Mapping[str, Entry]) -> Iterator[bytes]:
    """Blocks as they stand in a file, with some thousand entries each, so that the bytes of all of
    them are never held at once; the first has what is not of a single post, too."""
    waiting = iter(entries.items())
    yield _bytes_of(first._replace(entries=dict(islice(waiting, _ENTRIES))))
    while some := dict(islice(waiting, _ENTRIES)):
        yield _bytes_of(_Block(first.program, {}, some, {}))


def _bytes_of(block: _Block) -> bytes:
    """A block as it stands in a file. Entries that no bytes can hold are left out."""
    from msgspec.msgpack import encode

    try:
        content = encode(block)
    except UnicodeEncodeError:  # a lone surrogate in a path or in what a post says of itself
        entries, verdicts = _encodable(block.entries, encode), _encodable(block.verdicts, encode)
        content = encode(block._replace(entries=entries, verdicts=verdicts))
    return len(content).to_bytes(_LENGTH, "little") + digest(content) + content


def _encodable(entries: Mapping[str, _T], encode: Callable[[object], bytes]) -> dict[str, _T]:
    kept = {}
    for path, entry in entries.items():
        try:
            encode((path, entry))
        except UnicodeEncodeError:
            continue
        kept[path] = entry
    return kept


def _decoder() -> "Decoder[_Block]":
    from msgspec.msgpack import Decoder

    return Decoder(_Block)


def _opened(file: Path) -> "FileIO | None":
    """A cache file to be read, None where it cannot be; nothing is waited for and no link is
    followed: a stranger's repository may have a pipe or a link in its place."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY
    try:
        source = open(os.open(file, flags), "rb", buffering=0)  # noqa: PTH123, SIM115
    except OSError:
        return None
    status = os.fstat(source.fileno())
    if stat.S_ISREG(status.st_mode) and status.st_size <= _MOST_BYTES:
        return source
    source.close()
    return None


def _append(file: Path, blocks: Iterable[bytes]) -> None:
    """Add blocks to a file, each by a single write, or leave it as it is."""
    flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | _BINARY
    handle = os.open(file, flags)
    before = end = os.fstat(handle).st_size
    try:
        for block in blocks:
            _refuse_too_much(end + len(block))
            written = os.write(handle, block)
            end += written
            _refuse_cut(written, len(block))
    except OSError:
        if os.fstat(handle).st_size == end:  # nobody has added to it since
            os.ftruncate(handle, before)
        raise
    finally:
        os.close(handle)


def _replace(file: Path, blocks: Iterable[bytes]) -> None:
    """Put a cache in the place of a file, or leave it as it is."""
    new = file.with_name(f"{file.name}.{os.urandom(6).hex()}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        with open(handle, "wb") as target:  # noqa: PTH123
            target.write(_HEAD)
            for block in blocks:
                _refuse_too_much(target.tell() + len(block))
                target.write(block)
        os.replace(new, file)  # noqa: PTH105
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _refuse_cut(written: int, wanted: int) -> None:
    if written != wanted:
        raise OSError(ENOSPC, os.strerror(ENOSPC))


def _refuse_too_much(size: int) -> None:
    if size > _MOST_BYTES:
        raise OSError(EFBIG, os.strerror(EFBIG))


_BINARY: Final = getattr(os, "O_BINARY", 0)
