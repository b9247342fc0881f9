"""Some posts and all it takes to check them: plain data that any process can be given."""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from postlint.config.resolve import Resolver
from postlint.content.neighbours import ALONE, Neighbours
from postlint.engine.check import check_safely
from postlint.engine.checked import Checked
from postlint.engine.record import pack

MOST_BYTES: Final = 400_000
"""A job with more is cut: so much is checked in a tenth of a second or two."""


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
    """That of `setup_of`."""
    posts: tuple[Post, ...]


def setup_of(resolver: Resolver) -> bytes:
    """What a process has to know to check posts as this resolver says."""
    return pickle.dumps(resolver, pickle.HIGHEST_PROTOCOL)


def work(job: Job) -> list[bytes | Checked]:
    """What comes out of each post of a job, for `record.unpack`; in any process.

    Raises PostlintError.
    """
    resolver = _resolver(job.setup)
    return [
        pack(check_safely(post.path, post.data, resolver, post.neighbours)) for post in job.posts
    ]


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
    # Made by `setup_of` in a process of ours, as are the jobs themselves: no stranger's bytes.
    resolver: Resolver = pickle.loads(setup)  # noqa: S301
    return resolver
