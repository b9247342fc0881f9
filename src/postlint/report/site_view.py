"""The view of a whole site, computed from what came out of each of its posts. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from postlint.engine.checked import Checked
from postlint.engine.site_words import ENOUGH_POSTS, words_of_site
from postlint.model.finding import Severity
from postlint.model.site_view import Group, SiteView, WordUse
from postlint.report.by_date import by_date
from postlint.report.counted_post import CountedPost, group_of, with_chances
from postlint.report.totals import sections

_MOST_WORDS: Final = 300


def site_view(results: Sequence[Checked]) -> SiteView:
    """What the results of a run say of the site; findings that are muted do not count."""
    section_of = _sections(results)
    posts = with_chances([_post(one, section_of[one.path]) for one in results])
    dated = by_date(posts)
    words = words_of_site(results)
    return SiteView(
        whole=group_of("", posts),
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


def _post(result: Checked, section: str) -> CountedPost:
    shown = [one.severity for one in result.findings if one.muted_by is None]
    return CountedPost(
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


def _groups(
    posts: Iterable[CountedPost], name_of: Callable[[CountedPost], str]
) -> tuple[Group, ...]:
    """The posts by a name, those with the most flaws first; nothing where none has a name."""
    named: defaultdict[str, list[CountedPost]] = defaultdict(list)
    for post in posts:
        named[name_of(post)].append(post)
    if not any(named):
        return ()
    groups = (group_of(name, some) for name, some in named.items())
    return tuple(sorted(groups, key=lambda one: (-one.flaws, -one.posts, one.name)))
