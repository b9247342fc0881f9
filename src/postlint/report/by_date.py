"""Posts by date: in months, quarters or years, whatever tells something. Pure."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from postlint.model.site_view import Group, Unit
from postlint.report.counted_post import CountedPost, group_of

_MOST_PERIODS: Final = 48
_WIDEST_GAP: Final = 10
"""Years without a post: a date beyond them is a slip of the hand, and no chart has room for it."""
_MONTHS: Final[Mapping[Unit, int]] = {"month": 1, "quarter": 3, "year": 12}
_Dated = tuple[date, CountedPost]


class ByDate(NamedTuple):
    """The posts by date, as `SiteView` has them."""

    unit: Unit
    periods: tuple[Group, ...]
    far: int
    older: Group
    newer: Group


def by_date(posts: Iterable[CountedPost]) -> ByDate:
    """The posts that have a date, in the shortest periods of which most have enough text.

    Where no periods have, and where there are more than a chart has room for, they are years.
    """
    dated = sorted(((post.day, post) for post in posts if post.day), key=lambda one: one[0])
    near = _near([day for day, _ in dated])
    if not near:
        return ByDate("year", (), 0, group_of("", ()), group_of("", ()))
    unit: Unit = "year"
    for unit in _MONTHS:
        first, last = _number(near[0], unit), _number(near[-1], unit)
        if last - first < _MOST_PERIODS and _tells(_periods(dated, unit, first, last)):
            break
    first = max(first, last - _MOST_PERIODS + 1)
    kept = [(day, post) for day, post in dated if first <= _number(day, unit) <= last]
    # A day is in one part only.
    newest = bisect_left(kept, kept[len(kept) * 3 // 4][0], key=lambda one: one[0])
    older, newer = kept[:newest], kept[newest:]
    return ByDate(
        unit=unit,
        periods=_periods(kept, unit, first, last),
        far=len(dated) - len(kept),
        older=group_of(kept[0][0].isoformat(), [post for _, post in older]),
        newer=group_of(newer[0][0].isoformat(), [post for _, post in newer]),
    )


def _periods(dated: Iterable[_Dated], unit: Unit, first: int, last: int) -> tuple[Group, ...]:
    by_number: defaultdict[int, list[CountedPost]] = defaultdict(list)
    for day, post in dated:
        by_number[_number(day, unit)].append(post)
    return tuple(
        group_of(_name(number, unit), by_number[number]) for number in range(first, last + 1)
    )


def _tells(periods: Iterable[Group]) -> bool:
    """Whether most of the periods have so much text that a rate says something."""
    filled = [one for one in periods if one.posts]
    return 2 * sum(one.rate is not None for one in filled) > len(filled)


def _near(days: Sequence[date]) -> Sequence[date]:
    """Of sorted days those around the one in the middle that no wide gap keeps from it."""
    begin = end = len(days) // 2
    while begin > 0 and days[begin].year - days[begin - 1].year <= _WIDEST_GAP:
        begin -= 1
    while end + 1 < len(days) and days[end + 1].year - days[end].year <= _WIDEST_GAP:
        end += 1
    return days[begin : end + 1]


def _number(day: date, unit: Unit) -> int:
    """The number of a period, so that the next one has the next number."""
    return (day.year * 12 + day.month - 1) // _MONTHS[unit]


def _name(number: int, unit: Unit) -> str:
    year, part = divmod(number, 12 // _MONTHS[unit])
    return {"month": f"{year:04}-{part + 1:02}", "quarter": f"{year:04} Q{part + 1}"}.get(
        unit, f"{year:04}"
    )
