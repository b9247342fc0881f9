"""Posts by date: in months, quarters, years or decades, whatever tells something. Pure."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from postlint.content.far_dates import far_dates
from postlint.model.site_view import Group, Unit
from postlint.report.counted_post import CountedPost, group_of

_MOST_PERIODS: Final = 48
_TRIED: Final[tuple[Unit, ...]] = ("month", "quarter", "year")
_MONTHS: Final[Mapping[Unit, int]] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_Dated = tuple[date, CountedPost]


class ByDate(NamedTuple):
    """The posts by date, as `SiteView` has them."""

    unit: Unit
    periods: tuple[Group, ...]
    far: int
    """How many have a date that is a slip of the hand; no chart has room for it."""
    older: Group
    newer: Group


def by_date(posts: Iterable[CountedPost]) -> ByDate:
    """The posts that have a date, in the shortest periods of which most have enough text.

    Where none have, they are the longest that fit, and where years are too many, they are decades.
    """
    dated = sorted(((post.day, post) for post in posts if post.day), key=lambda one: one[0])
    far = far_dates([day.year for day, _ in dated])
    kept = dated[far.before : len(dated) - far.after]
    if not kept:
        return ByDate("year", (), 0, group_of("", ()), group_of("", ()))
    unit = _unit_of(kept)
    # A day is in one part only.
    newest = bisect_left(kept, kept[len(kept) * 3 // 4][0], key=lambda one: one[0])
    older, newer = kept[:newest], kept[newest:]
    return ByDate(
        unit=unit,
        periods=_periods(kept, unit),
        far=far.before + far.after,
        older=group_of(kept[0][0].isoformat(), [post for _, post in older]),
        newer=group_of(newer[0][0].isoformat(), [post for _, post in newer]),
    )


def _unit_of(dated: Sequence[_Dated]) -> Unit:
    """The shortest unit that tells something of sorted posts, else the longest that fits."""
    found: Unit = "decade"
    for unit in _TRIED:
        first, last = _ends(dated, unit)
        if last - first < _MOST_PERIODS:
            if _tells(_periods(dated, unit)):
                return unit
            found = unit
    return found


def _periods(dated: Sequence[_Dated], unit: Unit) -> tuple[Group, ...]:
    """Sorted posts by the period, from the first that has one to the last."""
    by_number: defaultdict[int, list[CountedPost]] = defaultdict(list)
    for day, post in dated:
        by_number[_number(day, unit)].append(post)
    first, last = _ends(dated, unit)
    return tuple(
        group_of(_name(number, unit), by_number[number]) for number in range(first, last + 1)
    )


def _ends(dated: Sequence[_Dated], unit: Unit) -> tuple[int, int]:
    return _number(dated[0][0], unit), _number(dated[-1][0], unit)


def _tells(periods: Iterable[Group]) -> bool:
    """Whether most of the periods have so much text that a rate says something."""
    filled = [one for one in periods if one.posts]
    return 2 * sum(one.rate is not None for one in filled) > len(filled)


def _number(day: date, unit: Unit) -> int:
    """The number of a period, so that the next one has the next number."""
    return (day.year * 12 + day.month - 1) // _MONTHS[unit]


def _name(number: int, unit: Unit) -> str:
    if unit == "decade":
        return f"{number * 10:04}s"
    year, part = divmod(number, 12 // _MONTHS[unit])
    return {"month": f"{year:04}-{part + 1:02}", "quarter": f"{year:04} Q{part + 1}"}.get(
        unit, f"{year:04}"
    )
