"""Some posts and all it takes to check them: plain data that any process can be given."""

import os
import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from threading import Lock
from typing import Final

from postlint.config.disk import NotHereError
from postlint.config.resolve import Resolver
from postlint.content.neighbours import ALONE, Neighbours
from postlint.engine.check import check_safely
from postlint.engine.checked import Checked
from postlint.engine.program import difference, versions
from postlint.engine.record import pack
from postlint.generators.recognise import Place, places_of
from postlint.model.errors import UsageError

MOST_BYTES: Final = 400_000
"""A job with more is cut: so much is checked in a tenth of a second or two."""

Packed = list[bytes | Checked | None]
"""What came out of each post of a job, for `record.unpack`; None for a post that takes the disk of
the site to be checked."""

_ONE_AT_A_TIME: Final = Lock()
"""The threads of a worker share its resolvers, and the clock that slow rules are stopped by."""


_PROTOCOL: Final = pickle.HIGHEST_PROTOCOL


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a job."""

    index: int
    """Its number among all that are checked."""
    path: str
    """As the findings name it."""
    data: bytes
    neighbours: Neighbours = ALONE


@dataclass(frozen=True, slots=True)
class Job:
    """Posts that the same configuration holds for."""

    setup: bytes
    """That of `setup_of` or `setup_for_elsewhere`."""
    posts: tuple[Post, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
    """What the files around the folders of the posts say, where it leaves this machine."""


def setup_of(resolver: Resolver) -> bytes:
    """What a process of this machine has to know to check posts as this resolver says."""
    return pickle.dumps((None, pickle.dumps(resolver, _PROTOCOL)), _PROTOCOL)


def setup_for_elsewhere(resolver: Resolver) -> bytes:
    """What a process has to know that has no disk in common with this one."""
    packed = pickle.dumps(resolver.for_elsewhere(), _PROTOCOL)
    return pickle.dumps((dict(versions()), packed), _PROTOCOL)


def with_places(job: Job, resolver: Resolver) -> Job:
    """The job with all that its posts need besides `setup_for_elsewhere`."""
    if not resolver.asks_for_generators:
        return job
    folders = {os.path.dirname(post.path) for post in job.posts}  # noqa: PTH120
    return replace(job, places=places_of(folders, resolver.config.root))


def work(job: Job) -> Packed:
    """What comes out of each post of a job; in any process, on any machine.

    Raises PostlintError, also where the job is from another version of postlint.
    """
    with _ONE_AT_A_TIME:
        resolver = _resolver(job.setup).among(job.places)
        return [_checked(post, resolver) for post in job.posts]


def _checked(post: Post, resolver: Resolver) -> bytes | Checked | None:
    try:
        return pack(check_safely(post.path, post.data, resolver, post.neighbours))
    except NotHereError:
        return None


def jobs_of(setup: bytes, posts: Iterable[Post]) -> Iterator[Job]:
    """The posts in jobs, in their order, none much larger than MOST_BYTES."""
    waiting: list[Post] = []
    size = 0
    for post in posts:
        waiting.append(post)
        size += len(post.data)
        if size >= MOST_BYTES:
            yield Job(setup, tuple(waiting))
            waiting, size = [], 0
    if waiting:
        yield Job(setup, tuple(waiting))


@lru_cache(maxsize=16)
def _resolver(setup: bytes) -> Resolver:
    """A process keeps its resolvers: their rules and schemas are made once."""
    # Made by a process of ours, as are the jobs themselves: no stranger's bytes.
    of_sender, packed = pickle.loads(setup)  # noqa: S301
    how = difference(of_sender, versions()) if of_sender else ""
    if how:
        raise UsageError(f"a worker of the cluster would not say the same as this machine: {how}")
    resolver: Resolver = pickle.loads(packed)  # noqa: S301
    return resolver
