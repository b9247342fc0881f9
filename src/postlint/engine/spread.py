"""Jobs spread over an executor, a few at a time; what a process takes down with it is done again.

It uses nothing of an executor but `submit`, so that of a cluster will do.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from typing import Final

from postlint.engine.checked import Checked, Crash
from postlint.engine.job import Job, Packed, work
from postlint.engine.workers import start, stop
from postlint.model.errors import PostlintError

SILENCE: Final = 60.0
"""Seconds after which a cluster that has not done any job seems to have lost all its workers."""

_ENDED = """\
The process that checked it was killed, ran out of memory, or crashed in native code.
"""


def run_jobs(jobs: Iterable[Job], executor: Executor, window: int) -> Iterator[tuple[Job, Packed]]:
    """Each job and what came out of it, in the order in which they are done.

    No more than `window` jobs wait at a time. A job that comes to nothing, because a process dies
    or a cluster loses it or falls silent, is done again in a process of its own. Raises
    PostlintError.
    """
    # Other executors have threads, of which a copy of this process might wait for ever.
    is_ours = isinstance(executor, ProcessPoolExecutor)
    alone = _Alone(may_fork=is_ours)
    patience = _Patience(None if is_ours else SILENCE)
    pending: dict[Future[Packed], Job] = {}
    try:
        for job in jobs:
            try:
                pending[executor.submit(work, job)] = job
            except Exception:  # it is broken, or shut down, or the cluster is gone
                yield job, alone.work(job)
            while len(pending) >= window:
                yield from _done(pending, alone, patience)
        while pending:
            yield from _done(pending, alone, patience)
    finally:
        alone.stop()


def _done(
    pending: dict[Future[Packed], Job], alone: "_Alone", patience: "_Patience"
) -> Iterator[tuple[Job, Packed]]:
    """The jobs that are done by now, at least one; they are taken out of those that wait."""
    done = wait(pending, patience.left, FIRST_COMPLETED).done
    patience.is_over = not done
    if not done:
        oldest = next(iter(pending))
        oldest.cancel()
        job = pending.pop(oldest)
        yield job, alone.work(job)
    for future in done:
        job = pending.pop(future)
        try:
            packed = future.result()
        except PostlintError:
            raise
        except Exception:  # a broken pool, or whatever a cluster says when it loses a worker
            packed = alone.work(job)
        yield job, packed


class _Patience:
    """How long jobs are waited for: no longer at all once that was in vain, until one is done."""

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self.is_over = False

    @property
    def left(self) -> float | None:
        """Seconds; None for as long as it takes."""
        return 0.0 if self.is_over else self._seconds


class _Alone:
    """One process at a time for jobs that were lost, so that it is known which post is to blame."""

    def __init__(self, *, may_fork: bool) -> None:
        self._may_fork = may_fork
        self._executor: Executor | None = None
        self._stop: Callable[[], None] = lambda: None

    def work(self, job: Job) -> Packed:
        """What comes out of a job; of a post that ends its process, a crash."""
        packed = self._try(job)
        if packed is not None:
            return packed
        found: Packed = []
        for post in job.posts:
            ended = Checked(post.path, (), crashes=(Crash("the process", post.path, _ENDED),))
            found += self._try(replace(job, posts=(post,))) or [ended]
        return found

    def stop(self) -> None:
        """End the process, if there is one."""
        self._stop()
        self._executor = None

    def _try(self, job: Job) -> Packed | None:
        """What comes out of a job; None where it ends its process."""
        if self._executor is None:
            executor = self._executor = start(1, may_fork=self._may_fork)
            self._stop = lambda: stop(executor)
        try:
            return self._executor.submit(work, job).result()
        except PostlintError:
            raise
        except Exception:  # as above
            self.stop()
            return None
