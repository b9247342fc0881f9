"""Writing on standard output and standard error, whatever became of them."""

import os
import sys
from contextlib import suppress

from postlint.model.errors import UsageError


def write(text: str) -> None:
    """Print a text; a reader that went away (`postlint | head`) is no error of ours.

    Raises UsageError where it cannot be written for another reason, such as a full disk.
    """
    if sys.stdout is None:  # closed by the caller: `>&-`
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _give_up(error)


def write_bytes(data: bytes) -> None:
    """Print bytes as they are; as `write` otherwise."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        _give_up(error)


def complain(message: str, details: str = "") -> None:
    """Say one line on stderr, and any lines below it, if there is anybody to hear it."""
    if sys.stderr is None:
        return
    from postlint.report.page import Page

    # A path or a schema may hold what a terminal would obey.
    line = Page(encoding=sys.stderr.encoding or "utf-8").spell(message)
    with suppress(OSError):
        sys.stderr.write(f"postlint: {line}\n{details}")
        sys.stderr.flush()


def _give_up(error: OSError) -> None:
    # Python would complain once more when it closes the stream at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        raise UsageError(f"the output cannot be written: {error.strerror}") from None
