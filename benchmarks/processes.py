"""Whole processes side by side: how long each takes, and how much memory its largest process has.

The first is run, then the second and so on, and then all of them again: what slows the machine
down for a while slows all of them down, and the ratios of one round can be compared.
"""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """A command that takes part."""

    name: str
    command: tuple[str, ...]
    folder: Path
    """Where it is run."""
    fine: tuple[int, ...] = (0, 1)
    """The exit codes of a run that has done its work."""
    prepare: Callable[[], object] = lambda: None
    """Called before each run; its time does not count."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process, with those it has started, has taken."""

    seconds: float
    peak: int
    """Bytes of the largest process, but never fewer than this one has: Linux counts those with a
    process until it runs its program."""


def run(entry: Entry, environ: Mapping[str, str]) -> Run:
    """Run a command once, to its end. Raises RuntimeError where it has not done its work."""
    entry.prepare()
    start = time.perf_counter()
    process = subprocess.Popen(
        entry.command,
        cwd=entry.folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in entry.fine:
        shown = " ".join(entry.command[:6])
        raise RuntimeError(f"{shown} has ended with {process.returncode}, not one of {entry.fine}")
    return Run(seconds, usage.ru_maxrss * 1024)  # Linux gives kilobytes


def rounds(
    entries: Sequence[Entry], number: int, environ: Mapping[str, str]
) -> dict[str, list[Run]]:
    """So many rounds of all commands; the runs of each by its name. Raises RuntimeError."""
    runs: dict[str, list[Run]] = {entry.name: [] for entry in entries}
    for _ in range(number):
        for entry in entries:
            runs[entry.name].append(run(entry, environ))
    return runs
