"""Dates that contradict each other put a post in the wrong place, or keep it from coming out."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import ClassVar, Final, NamedTuple

from postlint.content.document import Document
from postlint.content.site_facts import PostFacts, SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.entries import Entry, entries
from postlint.schema.dates import Moment, read_date
from postlint.schema.published import DATE_KEYS, is_out

_CHANGED: Final = (
    *("updated", "updatedDate", "updated_at", "updatedAt", "lastmod", "last_modified_at"),
    *("lastUpdated", "last_updated", "modified"),
)
_EXPIRES: Final = ("expiryDate", "expires", "expiry", "unpublishDate", "unpublishdate")
_ENOUGH_POSTS: Final = 20
"""Of fewer posts nobody can tell when a site began."""
_GAP: Final = 5 * 365
"""Days: so long before all others no post of a site comes out,"""
_TIMES_LONGER: Final = 3
"""and so many times longer than the site has been silent since."""


class Dates(NamedTuple):
    """The dates of a post, and where they stand."""

    day: int = 0
    """When it came out, as `date.toordinal` has it; 0 where it does not say."""
    span: Span | None = None
    changed: tuple[str, Span] | None = None
    """What contradicts that, in words, and where."""
    expires: tuple[str, int, Span] | None = None
    """Key, day and place."""


@rule
class DateOrder:
    """Report dates of a post that contradict each other, or the site.

    That is a post that was changed before it came out, one that expired before that or has expired
    since, and one dated before the site began: before `began`, such as `2014-03-01`, or, where that
    is not set, one post alone five years before all others of a site of twenty or more that has not
    been silent for so long since. A change on the day itself is let be. Drafts are left alone.
    """

    meta: ClassVar = RuleMeta(
        name="date-order",
        group="site",
        summary="a change before the post, or a post before the site",
        severity=Severity.WARNING,
        of_site=True,
        examples=(
            GoodSite({"a.md": "---\ndate: 2024-02-01\nupdated: 2024-02-01\n---\n"}),
            GoodSite({"a.md": "---\ndate: 2024-02-01\nexpiryDate: 2024-03-01\n---\n"}),
            GoodSite(
                {
                    "a.md": "---\ndate: 2004-02-01\n---\n",
                    "b.md": "---\ndate: 2024-02-01\n---\n",
                }
            ),
            BadSite(
                {"a.md": "---\ndate: 2024-02-01\nlastmod: 2023-02-01T10:00:00Z\n---\n"},
                at=("a.md:3:10",),
            ),
            BadSite(
                {"a.md": "---\ndate: 2023-02-01\nexpiryDate: 2024-02-29\n---\n"},
                at=("a.md:3:13",),
            ),
            BadSite(
                {"a.md": "---\ndate: 2024-02-01\nexpires: 2023-02-01\n---\n"},
                at=("a.md:3:10",),
            ),
            BadSite(
                {
                    "a.md": "---\ndate: 2004-02-01\n---\n",
                    "b.md": "---\ndate: 2024-02-01\n---\n",
                },
                at=("a.md:2:7",),
                options={"began": "2014-03-01"},
            ),
            BadSite(
                {
                    "a.md": "---\ndate: 2004-02-01\n---\n",
                    **{f"{n}.md": f"---\ndate: 2024-02-{n:02}\n---\n" for n in range(1, 21)},
                },
                at=("a.md:2:7",),
            ),
        ),
    )
    facts: ClassVar = Dates
    began: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a `began` that is no day."""
        if self.began:
            try:
                date.fromisoformat(self.began)
            except ValueError:
                message = f'began is "{self.began}", expected a day such as 2014-03-01'
                raise ValueError(message) from None

    def collect(self, doc: Document) -> Dates | None:
        """The dates of a post."""
        if not is_out(doc):
            return None
        out = next(_dates(doc, DATE_KEYS), None)
        expires = next(_dates(doc, _EXPIRES), None)
        dates = Dates(
            _day(out[1]) if out else 0,
            out[0].place.value if out else None,
            _change_before(out, doc) if out else None,
            (expires[0].key, _day(expires[1]), expires[0].place.value) if expires else None,
        )
        return None if dates == Dates() else dates

    def check(self, site: SiteFacts[Dates]) -> Iterator[tuple[str, Problem]]:
        """All contradictions, post by post, and then the posts before the site."""
        today = date.fromisoformat(site.today).toordinal() if site.today else 0
        for post in site:
            changed = post.facts.changed
            if changed:
                advice = "correct the date that is wrong"
                yield post.path, Problem(changed[1], changed[0], advice)
            problem = _expired(post.facts, today)
            if problem:
                yield post.path, problem
        yield from self._before_the_site(site)

    def _before_the_site(self, site: SiteFacts[Dates]) -> Iterator[tuple[str, Problem]]:
        first = date.fromisoformat(self.began).toordinal() if self.began else 0
        first = first or _beginning([post.facts.day for post in site if post.facts.day])
        for post in site:
            if 0 < post.facts.day < first:
                yield post.path, _too_early(post, first, is_told=bool(self.began))


def _dates(doc: Document, keys: tuple[str, ...]) -> Iterator[tuple[Entry, Moment]]:
    for entry in entries(doc, keys):
        moment = read_date(entry.value) if isinstance(entry.value, str) else None
        if moment:
            yield entry, moment


def _day(moment: Moment) -> int:
    return moment.time.toordinal()


def _change_before(out: tuple[Entry, Moment], doc: Document) -> tuple[str, Span] | None:
    """What is wrong with a change; one that is a day before may be so in another time zone only."""
    for entry, moment in _dates(doc, _CHANGED):
        if _day(moment) < _day(out[1]) - 1:
            when, published = moment.time.date(), out[1].time.date()
            return f"{entry.key} is {when}, {out[0].key} is {published}", entry.place.value
    return None


def _expired(dates: Dates, today: int) -> Problem | None:
    """That a post expired before it came out, or since; silent on the day itself."""
    if dates.expires is None:
        return None
    key, day, span = dates.expires
    said = f"{key} is {date.fromordinal(day)}"
    if day < dates.day:
        message = f"{said}, before the post comes out on {date.fromordinal(dates.day)}"
        return Problem(span, message, "correct the date that is wrong")
    if day < today:
        advice = "remove the post, or the date where the post is still good"
        message = f"{said}, which has passed"
        return Problem(span, message, advice, severity=Severity.INFO)
    return None


def _beginning(days: Sequence[int]) -> int:
    """The day on which a site began, where one post alone is dated long before it; else 0."""
    if len(days) <= _ENOUGH_POSTS:
        return 0
    first, *others = sorted(days)
    gap = others[0] - first
    longest = max(then - before for before, then in pairwise(others))
    return others[0] if gap >= max(_GAP, _TIMES_LONGER * longest) else 0


def _too_early(post: PostFacts[Dates], first: int, *, is_told: bool) -> Problem:
    said = f"date is {date.fromordinal(post.facts.day)}"
    began = date.fromordinal(first)
    said += f", the site began on {began}" if is_told else f", the next post came out on {began}"
    return Problem(post.facts.span or Span(0, 0), said, "correct the date")
