"""What earlier runs have said of a file, if neither it nor what it is checked with has changed."""

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from postlint.config.site import Site
from postlint.config.snapshot import (
    is_same,
    is_same_place,
    state_of,
    state_of_place,
    was_changed,
)
from postlint.content.facts import Facts
from postlint.content.neighbours import ALONE, Neighbours, SiteProblem
from postlint.content.stamp import Stamp, digest, read_stamped, stamp_of
from postlint.engine.cache import Cache, Entry, Verdict
from postlint.engine.checked import Checked
from postlint.engine.record import Record
from postlint.generators.recognise import place_of

Read = Callable[[Path], tuple[bytes, Stamp | None]]
"""Gives the bytes of a post, and its stamp where it has one that will last. Raises OSError."""


class Seen(NamedTuple):
    """A file as it was read."""

    digest: bytes
    stamp: Stamp | None


class Memory:
    """Recalls what came out of a file; `read` gives its bytes, and `is_on_disk` says that these are
    those on the disk."""

    def __init__(self, cache: Cache, site: Site, read: Read, *, is_on_disk: bool = True) -> None:
        self._cache = cache
        self._site = site
        self._read = read
        self._is_on_disk = is_on_disk
        self._settings: dict[str, bytes] = {}
        """By folder."""
        self._configurations: dict[str, bytes] = {}
        """Their fingerprints, by key: one may be made of a thousand files."""
        self._began = time_ns()

    def of_disk(self) -> "Memory":
        """The same, of the posts as they stand on the disk."""
        if self._is_on_disk:
            return self
        return Memory(self._cache, self._site, read_stamped)

    def recall(self, path: Path, neighbours: Neighbours = ALONE) -> Checked | None:
        """What came out of a file when it was checked with these neighbours. Raises ConfigError and
        SchemaError."""
        name = path.as_posix()
        record = self._record(name, neighbours)
        try:
            return record.checked(name) if record else None
        except ValueError:  # damaged, however that has come about
            return None

    def recall_facts(self, name: str) -> Facts | None:
        """What a file says of itself, if it is what it was. Raises ConfigError and SchemaError."""
        record = self._record(name, ALONE)
        return record.facts if record else None

    def _record(self, name: str, neighbours: Neighbours) -> Record | None:
        """What is remembered of a file that is what it was."""
        settings = self._settings_for(name)  # before anything is checked: what is read holds then
        entry = self._cache.entries.get(name)
        if entry is None or entry.settings != settings:
            return None
        if not (self._is_of_today(entry) and self._is_same(name, entry)):
            return None
        if not all(map(is_same, entry.files)):
            return None
        record = entry.alone if neighbours is ALONE else entry.again
        if record is None or (record.neighbours or ALONE) != neighbours:
            return None
        return record

    def keep(self, path: Path, seen: Seen, record: Record) -> None:
        """Remember what came out of a file, if that does not hang on a schema that is not there."""
        name = path.as_posix()
        if record.schema_files is None or not _is_regular(name):
            return
        if record.neighbours is None:
            if any(was_changed(file, self._began) for file in record.schema_files):
                return
            files = tuple(map(state_of, record.schema_files))
            settings, day = self._settings_for(name), self._site.today
            self._cache.put(name, Entry(seen.stamp, seen.digest, settings, day, files, record))
            return
        entry = self._cache.entries.get(name)
        if entry and entry.digest == seen.digest:
            self._cache.put(name, entry._replace(again=record))

    def recall_verdict(self, ground: str, posts: bytes, folder: Path) -> Verdict | None:
        """What the rules of a site have said of its posts, if these have said the same of
        themselves: `posts` stands for that, and `folder` is one of the site.

        Raises ConfigError and SchemaError.
        """
        verdict = self._cache.verdicts.get(ground)
        if verdict is None or verdict.cause != self._cause(posts, folder):
            return None
        return verdict if all(map(is_same_place, verdict.files)) else None

    def keep_verdict(
        self,
        ground: str,
        posts: bytes,
        folder: Path,
        problems: Mapping[str, tuple[SiteProblem, ...]],
        files: Iterable[str] = (),
    ) -> None:
        """Remember what the rules of a site have said, and which files they have read for it; they
        follow no link."""
        if not any(was_changed(file, self._began) for file in files):
            states = tuple(map(state_of_place, files))
            verdict = Verdict(self._cause(posts, folder), states, dict(problems))
            self._cache.put_verdict(ground, verdict)

    def _cause(self, posts: bytes, folder: Path) -> bytes:
        return digest(posts + self._settings_for(str(folder)) + self._site.today.encode())

    def _is_of_today(self, entry: Entry) -> bool:
        today = self._site.today
        return entry.day == today if entry.alone.is_dated else entry.day <= today

    def _is_same(self, name: str, entry: Entry) -> bool:
        """Whether a file is what it was."""
        if self._is_on_disk:
            try:
                status = os.stat(name)  # noqa: PTH116
            except OSError:
                return False
            if stamp_of(status) == entry.stamp:
                return True
            if not stat.S_ISREG(status.st_mode):  # a pipe can be read only once
                return False
        try:
            data, stamp = self._read(Path(name))
        except OSError:
            return False
        if digest(data) != entry.digest:
            return False
        if stamp is not None:
            self._cache.put(name, entry._replace(stamp=stamp))
        return True

    def _settings_for(self, name: str) -> bytes:
        """What stands for all that a file is checked with: the same for all files of a folder."""
        folder = os.path.dirname(name)  # noqa: PTH120 - a Path for each would take longer
        if folder not in self._settings:
            self._settings[folder] = self._find_settings(Path(folder))
        return self._settings[folder]

    def _find_settings(self, folder: Path) -> bytes:
        site = self._site
        snapshot = site.snapshot_for(folder)
        key = str(site.key_for(folder))
        if key not in self._configurations:
            self._configurations[key] = snapshot.fingerprint
            if self._cache.snapshots.get(key) is not snapshot:
                self._cache.put_snapshot(key, snapshot)
        place = None if snapshot.outline.has_schemas else place_of(folder, snapshot.outline.root)
        chosen = (site.select, site.ignore, site.presets)
        return digest(self._configurations[key] + repr((place, chosen)).encode())


def _is_regular(name: str) -> bool:
    """Whether a file is one, and no pipe; what is on no disk, such as a staged post, counts too."""
    try:
        return stat.S_ISREG(os.stat(name).st_mode)  # noqa: PTH116
    except OSError:
        return True
