"""Dates that are far from those of all other posts of a site: slips of the hand, as 2204 is."""

from collections.abc import Sequence
from typing import Final, NamedTuple

_WIDEST_GAP: Final = 10
"""Years without a post."""
_FEW: Final = 20
"""One of so many posts may have such a date; where more have, it is none."""
_CENTURY: Final = 100
"""Years that one of a few posts has to be away."""
_FEWEST: Final = 3
"""Of two dates neither is the odd one."""


class FarDates(NamedTuple):
    """How many posts have such a date."""

    before: int
    after: int


def far_dates(years: Sequence[int]) -> FarDates:
    """How many of some posts, whose years are sorted, are far before all others, how many after.

    They are ten years or more away, and one of twenty posts at most; of fewer posts one, which is a
    hundred years away.
    """
    if len(years) < _FEWEST:
        return FarDates(0, 0)
    widest = _WIDEST_GAP if len(years) >= _FEW else _CENTURY
    numbers = range(1, max(1, len(years) // _FEW) + 1)
    return FarDates(
        before=max((n for n in numbers if years[n] - years[n - 1] >= widest), default=0),
        after=max((n for n in numbers if years[-n] - years[-n - 1] >= widest), default=0),
    )
