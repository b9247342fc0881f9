"""How the time of a call grows with its input: the one thing that tests say about time."""

from collections.abc import Callable
from math import inf
from time import process_time
from timeit import Timer
from typing import Final, TypeVar

_FACTOR: Final = 4
_TRIES: Final = 3
_LEAST_SECONDS: Final = 0.002
"""What takes less is not told from noise, so that it is tried with more input,"""
_MOST_ENLARGED: Final = 3
"""and so often at most: what takes as long for any input never gets there."""
_Input = TypeVar("_Input")


def growth(
    make: Callable[[int], _Input],
    work: Callable[[_Input], object],
    size: int,
    most: float = inf,
) -> float:
    """How many times as long `work` takes for what `make` makes of 4 times the `size`, or of 4
    times a larger one, for which it takes long enough to be told; of no more than `most`.

    About 4 where time is linear, about 16 where it is quadratic. It is processor time, without
    the collector of garbage, and the least of three: other work on the machine only adds to it.
    """
    least = _seconds(make, work, size)
    for _ in range(_MOST_ENLARGED):
        if least >= _LEAST_SECONDS or size * _FACTOR**2 > most:
            break
        size *= _FACTOR
        least = _seconds(make, work, size)
    return _seconds(make, work, size * _FACTOR) / max(least, _LEAST_SECONDS)


def _seconds(make: Callable[[int], _Input], work: Callable[[_Input], object], size: int) -> float:
    def once() -> float:
        made = make(size)
        return Timer(lambda: work(made), timer=process_time).timeit(number=1)

    return min(once() for _ in range(_TRIES))
