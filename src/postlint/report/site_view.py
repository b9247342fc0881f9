"""The view of a whole site, computed from what came out of each of its posts. Pure."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import exp, lgamma, log, log1p
from typing import Final, NamedTuple
from zlib import crc32

from postlint.engine.checked import Checked
from postlint.engine.site_words import ENOUGH_POSTS, words_of_site
from postlint.model.finding import Severity
from postlint.model.site_view import Group, SiteView, Standing, Unit, WordUse
from postlint.report.totals import sections

_MOST_WORDS: Final = 300
_MOST_PERIODS: Final = 48
_WIDEST_GAP: Final = 10
"""Years without a post: a date beyond them is a slip of the hand, and no chart has room for it."""
_BY_CHANCE: Final = 0.001
"""Of a hundred authors none is to stand out by chance."""
_PEERS: Final = 50
"""So many posts of about the same length tell how many of such posts have flaws."""
_YEAR: Final[Unit] = "year"
_MONTHS: Final[Mapping[Unit, int]] = {"month": 1, "quarter": 3, "year": 12}


class _Post(NamedTuple):
    """What counts of a post."""

    path: str
    day: date | None
    section: str
    author: str
    words: int
    error: int
    warning: int
    info: int
    chance: float = 0.0
    """The share of posts of its length that have flaws."""

    @property
    def flaws(self) -> int:
        """Errors and warnings."""
        return self.error + self.warning


class _Dated(NamedTuple):
    """The posts by date."""

    unit: Unit
    periods: tuple[Group, ...]
    far: int
    older: Group
    newer: Group


def site_view(results: Sequence[Checked]) -> SiteView:
    """What the results of a run say of the site; findings that are muted do not count."""
    section_of = _sections(results)
    posts = _with_chances([_post(one, section_of[one.path]) for one in results])
    dated = _by_date(posts)
    words = words_of_site(results)
    return SiteView(
        whole=_group("", posts),
        unit=dated.unit,
        periods=dated.periods,
        undated=sum(post.day is None for post in posts),
        far_dated=dated.far,
        older=dated.older,
        newer=dated.newer,
        sections=_groups(posts, lambda post: post.section),
        authors=_groups(posts, lambda post: post.author),
        words=tuple(
            WordUse(
                written=one.written,
                posts=one.posts,
                times=one.times,
                place=f"{one.path}:{one.start.line}:{one.start.column}",
                is_slip=one.is_slip,
            )
            for one in words[:_MOST_WORDS]
        ),
        all_words=len(words),
        words_of_many=sum(one.posts >= ENOUGH_POSTS for one in words),
        days={
            one.path: post.day.isoformat()
            for one, post in zip(results, posts, strict=True)
            if post.day
        },
        section_of=section_of,
    )


def _sections(results: Sequence[Checked]) -> dict[str, str]:
    """The section of each post: what most posts say themselves, or else the folder."""
    said = {one.path: one.facts.section for one in results}
    if 2 * sum(map(bool, said.values())) > len(said):
        return said
    return sections(said)


def _post(result: Checked, section: str) -> _Post:
    shown = [one.severity for one in result.findings if one.muted_by is None]
    return _Post(
        path=result.path,
        day=_day(result.facts.date),
        section=section,
        author=result.facts.author,
        words=result.facts.length,
        error=shown.count(Severity.ERROR),
        warning=shown.count(Severity.WARNING),
        info=shown.count(Severity.INFO),
    )


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:  # none, or a file name with a day that is in no calendar
        return None


def _group(name: str, posts: Sequence[_Post]) -> Group:
    return Group(
        name=name,
        posts=len(posts),
        flawed=sum(post.flaws > 0 for post in posts),
        words=sum(post.words for post in posts),
        error=sum(post.error for post in posts),
        warning=sum(post.warning for post in posts),
        info=sum(post.info for post in posts),
        standing=_standing(posts),
    )


def _standing(posts: Sequence[_Post]) -> Standing:
    """Whether more or fewer of some posts have flaws than of other posts as long.

    A binomial test at the mean of their chances, which is never bolder than one with each chance by
    itself. Whether a post has any counts, not how many: the flaws of one post are seldom
    independent of each other.
    """
    number, flawed = len(posts), sum(post.flaws > 0 for post in posts)
    chance = sum(post.chance for post in posts) / number if number else 0
    if not 0 < chance < 1:
        return ""
    is_more = flawed > chance * number
    tail = range(flawed, number + 1) if is_more else range(flawed + 1)
    if sum(_binomial(number, hits, chance) for hits in tail) > _BY_CHANCE:
        return ""
    return "more" if is_more else "fewer"


def _binomial(number: int, hits: int, chance: float) -> float:
    """How probable so many hits are."""
    ways = lgamma(number + 1) - lgamma(hits + 1) - lgamma(number - hits + 1)
    return exp(ways + hits * log(chance) + (number - hits) * log1p(-chance))


def _with_chances(posts: Sequence[_Post]) -> list[_Post]:
    """The posts, each with the share that has flaws among those about as long."""
    by_length = sorted(
        posts, key=lambda post: (post.words, crc32(post.path.encode("utf-8", "replace")))
    )
    parts = max(1, len(posts) // _PEERS)
    bounds = [part * len(posts) // parts for part in range(parts + 1)]
    found: dict[str, float] = {}
    for start, end in pairwise(bounds):
        peers = by_length[start:end]
        share = sum(post.flaws > 0 for post in peers) / len(peers) if peers else 0.0
        found.update((post.path, share) for post in peers)
    return [post._replace(chance=found[post.path]) for post in posts]


def _groups(posts: Iterable[_Post], name_of: Callable[[_Post], str]) -> tuple[Group, ...]:
    """The posts by a name, those with the most flaws first; nothing where none has a name."""
    named: defaultdict[str, list[_Post]] = defaultdict(list)
    for post in posts:
        named[name_of(post)].append(post)
    if not any(named):
        return ()
    groups = (_group(name, some) for name, some in named.items())
    return tuple(sorted(groups, key=lambda one: (-one.flaws, -one.posts, one.name)))


def _by_date(posts: Iterable[_Post]) -> _Dated:
    """The posts in months, quarters or years: the shortest that make no more than a chart holds."""
    dated = sorted(((post.day, post) for post in posts if post.day), key=lambda one: one[0])
    near = _near([day for day, _ in dated])
    if not near:
        return _Dated("year", (), 0, _group("", ()), _group("", ()))
    unit = next((one for one in _MONTHS if _count(near, one) <= _MOST_PERIODS), _YEAR)
    last = _number(near[-1], unit)
    first = max(_number(near[0], unit), last - _MOST_PERIODS + 1)
    by_number: defaultdict[int, list[_Post]] = defaultdict(list)
    for day, post in dated:
        by_number[_number(day, unit)].append(post)
    kept = [(day, post) for day, post in dated if first <= _number(day, unit) <= last]
    # A day is in one part only.
    newest = bisect_left(kept, kept[len(kept) * 3 // 4][0], key=lambda one: one[0])
    older, newer = kept[:newest], kept[newest:]
    return _Dated(
        unit=unit,
        periods=tuple(
            _group(_name(number, unit), by_number[number]) for number in range(first, last + 1)
        ),
        far=len(dated) - len(kept),
        older=_group(kept[0][0].isoformat(), [post for _, post in older]),
        newer=_group(newer[0][0].isoformat(), [post for _, post in newer]),
    )


def _near(days: Sequence[date]) -> Sequence[date]:
    """Of sorted days those around the one in the middle that no wide gap keeps from it."""
    begin = end = len(days) // 2
    while begin > 0 and days[begin].year - days[begin - 1].year <= _WIDEST_GAP:
        begin -= 1
    while end + 1 < len(days) and days[end + 1].year - days[end].year <= _WIDEST_GAP:
        end += 1
    return days[begin : end + 1]


def _count(days: Sequence[date], unit: Unit) -> int:
    return _number(days[-1], unit) - _number(days[0], unit) + 1


def _number(day: date, unit: Unit) -> int:
    """The number of a period, so that the next one has the next number."""
    return (day.year * 12 + day.month - 1) // _MONTHS[unit]


def _name(number: int, unit: Unit) -> str:
    year, part = divmod(number, 12 // _MONTHS[unit])
    return {"month": f"{year:04}-{part + 1:02}", "quarter": f"{year:04} Q{part + 1}"}.get(
        unit, f"{year:04}"
    )
