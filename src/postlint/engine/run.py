"""All files of a run: each checked, and a few once more with what the others say of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from postlint.config.site import Site
from postlint.content.discover import Found
from postlint.content.neighbours import ALONE, Neighbours
from postlint.content.site_links import NO_SITE_LINKS, SiteLinks
from postlint.content.stamp import Stamp, digest, read_stamped
from postlint.content.vocabulary import NO_SITE
from postlint.engine.checked import Checked
from postlint.engine.memory import Memory, Read, Seen
from postlint.engine.record import record_of, unpack
from postlint.engine.site_links import missing_links
from postlint.engine.site_words import second_looks

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from postlint.engine.job import Job, Post
    from postlint.engine.stopwatch import Stopwatch

_P = ParamSpec("_P")
_T = TypeVar("_T")
Advance = Callable[[int], object]
"""Called with the number of files just done."""
WORTH_PROCESSES: Final = 500_000
"""So many bytes take as long to check as processes take to start, and a little more."""
_WAITING: Final = 3
"""Jobs for each process: one that it works on, and some that wait so that it need not."""


@dataclass(frozen=True, slots=True)
class Means:
    """How a run is done; nothing of it makes a difference to what comes out."""

    advance: Advance = lambda _: None
    read: Read = read_stamped
    memory: Memory | None = None
    """What is remembered of earlier runs."""
    processes: int = 1
    executor: "Executor | None" = None
    """Checks the posts in place of processes of this machine."""
    watch: "Stopwatch | None" = None
    """Takes the time of what is done in this process."""

    def timed(self, stage: str, step: Callable[_P, _T]) -> Callable[_P, _T]:
        """A step, or where there is a stopwatch one that takes the time for a stage."""
        return self.watch.timed(stage, step) if self.watch else step


READING: Final = "reading the files"
AMONG_POSTS: Final = "words and links of the site"
"""Stages of a run, by the names that a stopwatch has for them."""

Reader = Callable[[Found, Site, Means], list[Checked]]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file that has to be checked."""

    index: int
    path: Path
    neighbours: Neighbours = ALONE


def run(found: Found, site: Site, means: Means = Means()) -> list[Checked]:
    """Check what was found; the results are in its order.

    Each file is checked by itself. What all of them say of their words, and the disk of their
    links, makes a difference for a few, which are checked once more: so the results depend neither
    on the order of the files nor on who checks them.

    The paths are named as they were found, which is as they are shown. A file that cannot be read
    is a finding like any other. Raises ConfigError, SchemaError and LexiconError.
    """
    results = check_each(found, site, means)
    words = means.timed(AMONG_POSTS, second_looks)(results)
    links = means.timed(AMONG_POSTS, _missing_links)(results, site)
    wanted = []
    for index in sorted({*words, *links}):
        path = found.files[index - len(found.unreadable)]
        neighbours = Neighbours(words.get(index, NO_SITE), links.get(index, NO_SITE_LINKS))
        wanted.append(_Wanted(index, path, neighbours))
    for index, checked in _checked(wanted, site, means):
        results[index] = checked
    return results


def run_alone(path: Path, data: bytes, site: Site, means: Means = Means()) -> Checked:
    """Check one post that is given as its bytes, with what the disk says of its links.

    Raises ConfigError, SchemaError and LexiconError.
    """
    from postlint.engine.check import check_safely

    resolver = site.resolver_for(path.parent)
    steps = means.watch.steps if means.watch else None
    result = check_safely(path.as_posix(), data, resolver, steps=steps)
    links = means.timed(AMONG_POSTS, _missing_links)([result], site).get(0)
    if not links:
        return result
    return check_safely(result.path, data, resolver, Neighbours(links=links), steps)


def check_each(found: Found, site: Site, means: Means = Means()) -> list[Checked]:
    """Check each file by itself; first come those that could not be had."""
    results = [_unreadable(missed.path, missed.reason, site) for missed in found.unreadable]
    means.advance(len(results))
    before = len(results)
    wanted = [_Wanted(before + index, path) for index, path in enumerate(found.files)]
    answers = dict(_checked(wanted, site, means))
    results += (answers[one.index] for one in wanted)
    return results


def _missing_links(results: Sequence[Checked], site: Site) -> Mapping[int, SiteLinks]:
    def root_of(folder: Path) -> tuple[Path, bool]:
        outline = site.outline_for(folder)
        return Path(outline.root), outline.path is not None

    return missing_links(results, root_of)


def _unreadable(path: Path, reason: str, site: Site) -> Checked:
    from postlint.engine.check import check_unreadable

    return check_unreadable(path.as_posix(), reason, site.resolver_for(path.parent))


def _checked(wanted: Iterable[_Wanted], site: Site, means: Means) -> Iterator[tuple[int, Checked]]:
    """What comes out of each file, by its index: remembered, or found out now."""
    unknown = []
    for one in wanted:
        record = means.memory.recall(one.path, one.neighbours) if means.memory else None
        if record is None:
            unknown.append(one)
        else:
            yield one.index, record.checked(one.path.as_posix())
            if one.neighbours is ALONE:
                means.advance(1)
    if not unknown:
        return
    if means.executor or (means.processes > 1 and _size(unknown) >= WORTH_PROCESSES):
        yield from _spread(unknown, site, means)
    else:
        yield from _in_turn(unknown, site, means)


def _in_turn(wanted: Iterable[_Wanted], site: Site, means: Means) -> Iterator[tuple[int, Checked]]:
    """Check files in this process, one after the other."""
    from postlint.engine.check import check_safely

    read = means.timed(READING, means.read)
    steps = means.watch.steps if means.watch else None
    for one in wanted:
        resolver = site.resolver_for(one.path.parent)
        try:
            data, stamp = read(one.path)
        except OSError as error:
            checked = _unreadable(one.path, reason_of(error), site)
        else:
            checked = check_safely(one.path.as_posix(), data, resolver, one.neighbours, steps)
            if means.memory and (record := record_of(checked)):
                means.memory.keep(one.path, Seen(digest(data), stamp), record)
        yield one.index, checked
        if one.neighbours is ALONE:
            means.advance(1)


def _spread(wanted: Iterable[_Wanted], site: Site, means: Means) -> Iterator[tuple[int, Checked]]:
    """Check files in other processes."""
    from postlint.engine.job import work
    from postlint.engine.spread import run_jobs
    from postlint.engine.workers import workers

    desk = _Desk(site, means)
    jobs = desk.jobs(wanted)
    number = means.processes
    with ExitStack() as stack:
        executor = means.executor
        if executor is None:
            # What the first job has this process load, the others have from their start.
            for job in islice(jobs, 1):
                yield from desk.answers(job, work(job))
            executor = stack.enter_context(workers(number))
        for job, packed in run_jobs(jobs, executor, _WAITING * number):
            yield from desk.answers(job, packed)
    yield from desk.unreadable


class _Desk:
    """Hands out posts as jobs and takes back what comes out of them."""

    def __init__(self, site: Site, means: Means) -> None:
        self._site = site
        self._means = means
        self._stamps: dict[int, Stamp | None] = {}
        self.unreadable: list[tuple[int, Checked]] = []
        """What is said of the files that could not be read."""

    def jobs(self, wanted: Iterable[_Wanted]) -> "Iterator[Job]":
        """The files that can be read, those of one configuration together."""
        from postlint.engine.job import jobs_of, setup_of

        for _, group in groupby(wanted, lambda one: self._site.key_for(one.path.parent)):
            files = list(group)
            setup = setup_of(self._site.resolver_for(files[0].path.parent))
            yield from jobs_of(setup, self._posts(files))

    def answers(
        self, job: "Job", packed: Iterable[bytes | Checked]
    ) -> Iterator[tuple[int, Checked]]:
        """What came out of each post of a job, by index."""
        memory = self._means.memory
        for post, result in zip(job.posts, packed, strict=True):
            stamp = self._stamps.pop(post.index)
            if isinstance(result, Checked):
                yield post.index, result
            else:
                record = unpack(result)
                if memory:
                    memory.keep(Path(post.path), Seen(digest(post.data), stamp), record)
                yield post.index, record.checked(post.path)
            if post.neighbours == ALONE:
                self._means.advance(1)

    def _posts(self, wanted: Iterable[_Wanted]) -> "Iterator[Post]":
        from postlint.engine.job import Post

        for one in wanted:
            try:
                data, self._stamps[one.index] = self._means.read(one.path)
            except OSError as error:
                checked = _unreadable(one.path, reason_of(error), self._site)
                self.unreadable.append((one.index, checked))
                continue
            yield Post(one.index, one.path.as_posix(), data, one.neighbours)


def reason_of(error: OSError) -> str:
    """Why a file cannot be read, in words."""
    return error.strerror or str(error)


def _size(wanted: Iterable[_Wanted]) -> int:
    """How many bytes there are to check."""
    total = 0
    for one in wanted:
        try:
            total += os.stat(one.path).st_size  # noqa: PTH116
        except OSError:
            continue
    return total
