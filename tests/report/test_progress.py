"""The bar that tells somebody who waits that something happens."""

import io
from collections.abc import Callable

from postlint.report.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def clock(*seconds: float) -> Callable[[], float]:
    """A clock that shows these times, one at each look."""
    return iter(seconds).__next__


def test_a_short_run_shows_nothing() -> None:
    screen = Terminal()
    with progress(2, screen, clock(0, 0.1, 0.9)) as advance:
        advance(1)
        advance(1)
    assert screen.getvalue() == ""


def test_a_longer_run_shows_how_far_it_is() -> None:
    screen = Terminal()
    with progress(300, screen, clock(0, 0.5, 1.5)) as advance:
        advance(50)
        advance(100)
        advance(50)
    assert "200/300" in screen.getvalue()


def test_a_log_file_gets_no_bar() -> None:
    log = io.StringIO()
    with progress(2, log, clock(0, 5, 9)) as advance:
        advance(1)
    assert log.getvalue() == ""
