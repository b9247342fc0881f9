"""A bar on standard error for a run that takes longer than a second."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE: Final = 1.0
"""Seconds until somebody who waits wonders whether anything happens."""


@contextmanager
def progress(
    total: int, stream: TextIO | None, clock: Callable[[], float] = monotonic
) -> Iterator[Callable[[int], None]]:
    """Give a function to call with the number of files just done; `total` is of the same unit.

    The bar appears once `PATIENCE` seconds have passed, only if the stream is a terminal, and is
    gone at the end. `clock` gives seconds. rich is imported with the first bar.
    """
    bar: Progress | None = None
    done = 0
    start = clock()
    is_terminal = stream is not None and stream.isatty()

    def advance(count: int) -> None:
        nonlocal bar, done
        done += count
        if bar is None and stream and is_terminal and clock() - start >= PATIENCE:
            bar = _bar(total, stream)
        if bar is not None:
            bar.update(bar.task_ids[0], completed=done)

    try:
        yield advance
    finally:
        if bar is not None:
            bar.stop()


def _bar(total: int, stream: TextIO) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    bar = Progress(
        "reading",
        BarColumn(),
        MofNCompleteColumn(),
        "files",
        TimeRemainingColumn(compact=True),
        console=Console(file=stream),
        transient=True,
    )
    bar.add_task("reading", total=total)
    bar.start()
    return bar
