"""All files of a run: each checked, and a few once more with what the others say of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, ParamSpec, TypeVar

from postlint.config.site import Site
from postlint.content.discover import Found
from postlint.content.facts import KnownPost, Neighbour
from postlint.content.neighbours import ALONE, Neighbours
from postlint.content.site_links import NO_SITE_LINKS, SiteLinks
from postlint.content.stamp import Stamp, digest, read_stamped
from postlint.content.vocabulary import NO_SITE
from postlint.engine.checked import Checked, Crash
from postlint.engine.memory import Memory, Read, Seen
from postlint.engine.record import record_of, unpack
from postlint.engine.site_links import missing_links
from postlint.engine.site_rules import SiteMeans, site_problems, sites_of
from postlint.engine.site_words import second_looks
from postlint.model.paths import is_url

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from postlint.content.remote import RemoteFile
    from postlint.engine.job import Job, Packed, Post
    from postlint.engine.stopwatch import Stopwatch

_P = ParamSpec("_P")
_T = TypeVar("_T")
Advance = Callable[[int], object]
"""Called with the number of files just done."""
WORTH_PROCESSES: Final = 500_000
"""So many bytes take as long to check as processes take to start, and a little more."""
MOST_PROCESSES: Final = 60
"""Windows has no more of them work together."""
_WAITING: Final = 3
"""Jobs for each process or thread: one that it works on, and some that wait so that it need not."""


class Means(NamedTuple):
    """How a run is done; nothing of it makes a difference to what comes out."""

    advance: Advance = lambda _: None
    read: Read = read_stamped
    memory: Memory | None = None
    """What is remembered of earlier runs."""
    processes: int = 1
    executor: "Executor | None" = None
    """Checks the posts in place of processes of this machine, on whichever machine; it needs
    nothing of the disk here, and what does is checked here."""
    width: int = 1
    """How many jobs the executor does at a time."""
    watch: "Stopwatch | None" = None
    """Takes the time of what is done in this process."""

    def timed(self, stage: str, step: Callable[_P, _T]) -> Callable[_P, _T]:
        """A step, or where there is a stopwatch one that takes the time for a stage."""
        return self.watch.timed(stage, step) if self.watch else step


_PLAIN: Final = Means()
_NOTHING: Final = Found(())
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
    remote: "RemoteFile | None" = None
    """Where it is not on disk; then `path` only tells its folder."""

    @property
    def name(self) -> str:
        """As the findings name it."""
        return self.remote.url if self.remote else self.path.as_posix()


def run(found: Found, site: Site, means: Means = _PLAIN) -> list[Checked]:
    """Check what was found; the results are in its order.

    Each file is checked by itself. What all of them say of their words, and the disk of their
    links, makes a difference for a few, which are checked once more: so the results depend neither
    on the order of the files nor on who checks them.

    The paths are named as they were found, which is as they are shown. A file that cannot be read
    is a finding like any other. Raises ConfigError, SchemaError and LexiconError.
    """
    results = check_each(found, site, means)
    posts: list[KnownPost] = [*results, *_rest(found.rest, site, means)]
    tell = means.timed(AMONG_POSTS, _said_of_each)
    told = tell(posts, len(results), site, _site_means(found, site, means))
    everything = _wanted(found) if told.said else []
    wanted = [
        replace(everything[index - len(found.unreadable)], neighbours=told.said[index])
        for index in sorted(told.said)
    ]
    for index, checked in _checked(wanted, site, means):
        results[index] = checked
    if results and told.crashes:
        results[0] = results[0]._replace(crashes=results[0].crashes + told.crashes)
    return [*results, *told.others]


def run_alone(
    path: Path, data: bytes, site: Site, means: Means = _PLAIN, found: Found = _NOTHING
) -> Checked:
    """Check one post that is given as its bytes, with what the disk says of its links; `found` may
    have the rest of its site.

    Raises ConfigError, SchemaError and LexiconError.
    """
    from postlint.engine.check import check_safely

    resolver = site.resolver_for(path.parent)
    steps = means.watch.steps if means.watch else None
    result = check_safely(path.as_posix(), data, resolver, steps=steps)
    posts: list[KnownPost] = [result, *_rest(found.rest, site, means)]
    tell = means.timed(AMONG_POSTS, _said_of_each)
    told = tell(posts, 1, site, _site_means(found, site, means))
    if told.said:
        result = check_safely(result.path, data, resolver, told.said[0], steps)
    return result._replace(crashes=result.crashes + told.crashes)


def check_each(found: Found, site: Site, means: Means = _PLAIN) -> list[Checked]:
    """Check each file by itself; first come those that could not be had."""
    results = [
        _unreadable(missed.path.as_posix(), missed.reason, site) for missed in found.unreadable
    ]
    means.advance(len(results))
    wanted = _wanted(found)
    answers = dict(_checked(wanted, site, means))
    results += (answers[one.index] for one in wanted)
    return results


def _wanted(found: Found) -> list[_Wanted]:
    """The files that can be asked for; those that cannot come before them."""
    before = len(found.unreadable)
    wanted = [_Wanted(index, path) for index, path in enumerate(found.files, before)]
    before += len(wanted)
    wanted += (
        _Wanted(index, Path(one.url), remote=one) for index, one in enumerate(found.remote, before)
    )
    return wanted


def _site_means(found: Found, site: Site, means: Means) -> SiteMeans:
    """What is known of the sites besides their posts."""
    silent = means._replace(advance=lambda _: None)
    excluded = tuple(_rest(found.excluded, site, silent))
    return SiteMeans(means.memory, found.sites, excluded)


def _rest(names: Iterable[str], site: Site, means: Means) -> Iterator[Neighbour]:
    """What other posts of the site say, remembered or found out now; those that cannot be read say
    nothing."""
    means = means._replace(read=read_stamped, memory=means.memory and means.memory.of_disk())
    unknown: list[_Wanted] = []
    for name in names:
        facts = means.memory.recall_facts(name) if means.memory else None
        if facts is None:
            unknown.append(_Wanted(len(unknown), Path(name)))
        else:
            means.advance(1)
            yield Neighbour(name, facts)
    for _, checked in _checked(unknown, site, means):
        yield Neighbour(checked.path, checked.facts)


class _Told(NamedTuple):
    """What a site says of the posts of a run."""

    said: Mapping[int, Neighbours]
    """By index, of those for which it may make a difference."""
    others: Sequence[Checked]
    """What is to be told of other files."""
    crashes: tuple[Crash, ...]
    """The rules that crashed."""


def _said_of_each(posts: Sequence[KnownPost], number: int, site: Site, means: SiteMeans) -> _Told:
    """What the posts of a run, which come first, and the rest of the site say of those of the run.

    Raises ConfigError.
    """
    sites = sites_of(posts, site)
    words = {
        placed[which].at: said
        for placed in sites.values()
        for which, said in second_looks([posts[one.at] for one in placed]).items()
    }
    links = _missing_links(posts, number, site)
    problems, others, crashes = site_problems(posts, number, sites, site, means)
    said = {
        index: Neighbours(
            words.get(index, NO_SITE), links.get(index, NO_SITE_LINKS), problems.get(index, ())
        )
        for index in {*words, *links, *problems}
        if index < number
    }
    return _Told(said, others, crashes)


def _missing_links(posts: Sequence[KnownPost], number: int, site: Site) -> Mapping[int, SiteLinks]:
    return missing_links(posts, number, site.project_for)


def _unreadable(name: str, reason: str, site: Site) -> Checked:
    from postlint.engine.check import check_unreadable

    return check_unreadable(name, reason, site.resolver_for(Path(name).parent))


def _checked(wanted: Iterable[_Wanted], site: Site, means: Means) -> Iterator[tuple[int, Checked]]:
    """What comes out of each file, by its index: remembered, or found out now."""
    unknown = []
    for one in wanted:
        memory = None if one.remote else means.memory
        checked = memory.recall(one.path, one.neighbours) if memory else None
        if checked is None:
            unknown.append(one)
        else:
            yield one.index, checked
            if one.neighbours is ALONE:
                means.advance(1)
    if means.executor:
        away = [one for one in unknown if site.resolver_for(one.path.parent).can_travel]
        yield from _spread(away, site, means)
        unknown = [one for one in unknown if not site.resolver_for(one.path.parent).can_travel]
    if not unknown:
        return
    number = 1 if means.executor else min(means.processes, MOST_PROCESSES)
    if number > 1:
        number = min(number, 2 * _size(unknown) // WORTH_PROCESSES)
    if number > 1:
        yield from _spread(unknown, site, means._replace(processes=number))
    else:
        yield from _in_turn(unknown, site, means)


def _in_turn(wanted: Iterable[_Wanted], site: Site, means: Means) -> Iterator[tuple[int, Checked]]:
    """Check files in this process, one after the other."""
    from postlint.engine.check import check_safely

    steps = means.watch.steps if means.watch else None
    for one, content in _contents(wanted, means.timed(READING, means.read)):
        if isinstance(content, OSError):
            checked = _unreadable(one.name, _why(content), site)
        else:
            data, stamp = content
            resolver = site.resolver_for(one.path.parent)
            checked = check_safely(one.name, data, resolver, one.neighbours, steps)
            if means.memory and not one.remote and (record := record_of(checked)):
                means.memory.keep(one.path, Seen(digest(data), stamp), record)
        yield one.index, checked
        if one.neighbours is ALONE:
            means.advance(1)


def _spread(wanted: Iterable[_Wanted], site: Site, means: Means) -> Iterator[tuple[int, Checked]]:
    """Check files in other processes, or by an executor."""
    from postlint.engine.job import work
    from postlint.engine.spread import run_jobs
    from postlint.engine.workers import workers

    desk = _Desk(site, means)
    jobs = desk.jobs(wanted)
    executor, number = means.executor, means.width
    with ExitStack() as stack:
        if executor is None:
            number = means.processes
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
        from postlint.engine.job import jobs_of, setup_for_elsewhere, setup_of, with_places

        for _, group in groupby(wanted, lambda one: self._site.key_for(one.path.parent)):
            files = list(group)
            resolver = self._site.resolver_for(files[0].path.parent)
            if self._means.executor is None:
                yield from jobs_of(setup_of(resolver), self._posts(files))
                continue
            for job in jobs_of(setup_for_elsewhere(resolver), self._posts(files)):
                yield with_places(job, resolver)

    def answers(self, job: "Job", packed: "Packed") -> Iterator[tuple[int, Checked]]:
        """What came out of each post of a job, by index."""
        memory = self._means.memory
        for post, answer in zip(job.posts, packed, strict=True):
            stamp = self._stamps.pop(post.index)
            result = self._check_here(post) if answer is None else answer
            if isinstance(result, Checked):
                yield post.index, result
            else:
                record = unpack(result)
                if memory and not is_url(post.path):
                    memory.keep(Path(post.path), Seen(digest(post.data), stamp), record)
                yield post.index, record.checked(post.path)
            if post.neighbours == ALONE:
                self._means.advance(1)

    def _posts(self, wanted: Iterable[_Wanted]) -> "Iterator[Post]":
        from postlint.engine.job import Post

        for one, content in _contents(wanted, self._means.read):
            if isinstance(content, OSError):
                checked = _unreadable(one.name, _why(content), self._site)
                self.unreadable.append((one.index, checked))
                continue
            data, self._stamps[one.index] = content
            yield Post(one.index, one.name, data, one.neighbours)

    def _check_here(self, post: "Post") -> bytes | Checked:
        """What comes out of a post that only this machine can check."""
        from postlint.engine.check import check_safely
        from postlint.engine.record import pack

        resolver = self._site.resolver_for(Path(post.path).parent)
        return pack(check_safely(post.path, post.data, resolver, post.neighbours))


def _contents(
    wanted: Iterable[_Wanted], read: Read
) -> Iterator[tuple[_Wanted, tuple[bytes, Stamp | None] | OSError]]:
    """The bytes of each file, or why they cannot be had; those of URLs many at a time."""
    for is_remote, group in groupby(wanted, lambda one: one.remote is not None):
        if is_remote:
            yield from _fetched(list(group))
            continue
        for one in group:
            try:
                content: tuple[bytes, Stamp | None] | OSError = read(one.path)
            except OSError as error:
                content = error
            yield one, content


def _fetched(
    wanted: Sequence[_Wanted],
) -> Iterator[tuple[_Wanted, tuple[bytes, None] | OSError]]:
    from postlint.content.remote import fetch

    contents = fetch([one.remote for one in wanted if one.remote])
    for one, content in zip(wanted, contents, strict=True):
        yield one, content if isinstance(content, OSError) else (content, None)


def _why(error: OSError) -> str:
    """Why a file cannot be read, in words."""
    return error.strerror or str(error)


def _size(wanted: Iterable[_Wanted]) -> int:
    """How many bytes there are to check."""
    total = 0
    for one in wanted:
        if one.remote:
            total += one.remote.size or 0
            continue
        try:
            total += os.stat(one.path).st_size  # noqa: PTH116
        except OSError:
            continue
    return total
