"""A site in a few sentences: what its desk should know before it looks at any table."""

from collections.abc import Iterator
from typing import Final

from postlint.model.finding import Severity
from postlint.model.report import Report
from postlint.model.site_view import Group, SiteView
from postlint.report.summary import number_of
from postlint.report.totals import totals

_MOST_NAMES: Final = 3
_LONGEST_NAME: Final = 60


def glance(report: Report, site: SiteView) -> Iterator[str]:
    """The sentences, the most important first; none is said of what little text cannot tell."""
    whole = site.whole
    if not whole.posts:
        return
    clean = whole.posts - whole.flawed
    part = f" ({share(clean, whole.posts)})" if whole.has_share else ""
    yield (
        f"{clean:,} of {whole.posts:,} posts{part} have no error and no "
        f"warning{_rate(whole, '; the site has {} in 10,000 words')}."
    )
    yield from _rules(report, whole)
    yield from _trend(site)
    for noun, groups in (("Sections", site.sections), ("Authors", site.authors)):
        yield from _standing_out(noun, groups)
    if site.words_of_many:
        yield (
            f"{number_of(site.words_of_many, 'unknown word')} in three posts or more: "
            "postlint words learn puts them on the list of the house."
        )


def share(part: int, whole: int) -> str:
    """A part of a whole, as in `7 %`; never 0 % of something, nor 100 % of less than all."""
    if not whole:
        return "0 %"
    if part and part * 200 < whole:
        return "<1 %"
    if part < whole and (whole - part) * 200 < whole:
        return ">99 %"
    return f"{part * 100 / whole:.0f} %"


def _rate(group: Group, words: str) -> str:
    return "" if group.rate is None else words.format(f"{group.rate:.1f}")


def _rules(report: Report, whole: Group) -> Iterator[str]:
    """The few rules that most of the flaws are from."""
    flaws = (one for one in report.findings if one.muted_by is None)
    ranked = totals((one for one in flaws if one.severity is not Severity.INFO), lambda f: f.rule)
    if len(ranked) <= _MOST_NAMES:
        return
    first = ranked[:_MOST_NAMES]
    names = ", ".join(f"{one.name} ({one.findings:,})" for one in first)
    part = share(sum(one.findings for one in first), whole.flaws)
    yield f"{part} of the errors and warnings are from three rules: {names}."


def _trend(site: SiteView) -> Iterator[str]:
    older, newer = site.older, site.newer
    if older.rate is None or newer.rate is None or not (older.has_share and newer.has_share):
        return
    verdict = {
        "more": "clearly more, even for their length",
        "fewer": "clearly fewer, even for their length",
        "": "no clear difference, given their length",
    }[newer.standing]
    yield (
        f"{share(newer.flawed, newer.posts)} of the posts since {newer.name} have one, "
        f"{share(older.flawed, older.posts)} of those before "
        f"({newer.rate:.1f} and {older.rate:.1f} in 10,000 words): {verdict}."
    )


def _standing_out(noun: str, groups: tuple[Group, ...]) -> Iterator[str]:
    more = [one for one in groups if one.standing == "more" and one.name]
    if not more:
        return
    names = ", ".join(
        f"{_short(one.name)} ({one.flawed} of {one.posts})" for one in more[:_MOST_NAMES]
    )
    rest = len(more) - _MOST_NAMES
    others = f", and {rest} more" if rest > 0 else ""
    yield f"{noun} with clearly more such posts than others as long: {names}{others}."


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
