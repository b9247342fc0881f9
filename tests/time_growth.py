"""How the time of a call grows with its input: the one thing that tests say about time."""

from collections.abc import Callable
from time import process_time
from timeit import Timer
from typing import Final, TypeVar

_FACTOR: Final = 4
_TRIES: Final = 3
_LEAST_SECONDS: Final = 0.005
"""What takes less is not told from noise."""
_Input = TypeVar("_Input")


def growth(make: Callable[[int], _Input], work: Callable[[_Input], object], size: int) -> float:
    """How many times as long `work` takes for what `make` makes of 4 times the `size`.

    About 4 where time is linear, about 16 where it is quadratic. It is processor time, without
    the collector of garbage, and the least of three: other work on the machine only adds to it.
    """
    least = _seconds(make, work, size)
    return _seconds(make, work, size * _FACTOR) / max(least, _LEAST_SECONDS)


def _seconds(make: Callable[[int], _Input], work: Callable[[_Input], object], size: int) -> float:
    def once() -> float:
        made = make(size)
        return Timer(lambda: work(made), timer=process_time).timeit(number=1)

    return min(once() for _ in range(_TRIES))
