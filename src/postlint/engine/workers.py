"""Processes of this machine that check posts: started once, gone with the run, whatever ends it."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from threading import Thread
from typing import Final, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")
_CAN_FORK: Final = sys.platform == "linux"
"""Elsewhere a copy of a running process may not work, as Apple says, or cannot be had."""


class _Here(Executor):
    """Does in this process what it is given, at once."""

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Call a function; the future has what it gives or raises."""
        future: Future[_T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # as any executor does
            future.set_exception(error)
        return future


@contextmanager
def workers(number: int) -> Iterator[Executor]:
    """So many processes that are like this one; they are killed if anything goes wrong here."""
    try:
        executor = start(number)
    except (OSError, ImportError):  # no shared memory, as in some clouds, or too many open files
        yield _Here()
        return
    try:
        yield executor
    except BaseException:
        stop(executor)
        raise
    executor.shutdown()


def start(number: int, *, may_fork: bool = True) -> ProcessPoolExecutor:
    """So many processes; what this one has loaded they have, too, where the system can do that."""
    context = multiprocessing.get_context("fork" if _CAN_FORK and may_fork else "spawn")
    # What is there now will not be garbage: no collection touches it, so no page is copied.
    gc.freeze()
    executor = ProcessPoolExecutor(number, context, _begin)
    try:
        with _without_interruption():
            executor.submit(int)  # now they start, and none before it is ready to be told to stop
    except BaseException:  # an interruption that was put off
        stop(executor)
        raise
    return executor


@contextmanager
def _without_interruption() -> Iterator[None]:
    """Put off Ctrl-C for a moment, here and in the processes that are started in it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def stop(executor: ProcessPoolExecutor) -> None:
    """End processes at once, whatever they are doing."""
    for process in multiprocessing.active_children():
        process.kill()
    with suppress(OSError):  # it tells a thread that is about to end by itself
        executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """What a worker does first: leave signals to its parent, and not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel, os._exit), daemon=True).start()


def _end_with(sentinel: int, leave: Callable[[int], object]) -> None:
    wait([sentinel])
    leave(1)
