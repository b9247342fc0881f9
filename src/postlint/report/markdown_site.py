"""The view of a site as text: for a wiki, or the summary of a job. The findings are not in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from postlint.model.finding import Severity
from postlint.model.report import Report
from postlint.model.site_view import Group, SiteView
from postlint.report.glance import glance, share
from postlint.report.report_file import MARKDOWN_BEGIN
from postlint.report.summary import number_of, summary_line
from postlint.report.totals import totals

_MOST: Final = 20
Plain = Callable[[str], str]
"""Spells a text so that Markdown shows it as it is."""


def overview(report: Report, site: SiteView, plain: Plain) -> str:
    """The numbers, the sentences, and the longest rows of each table."""
    parts = (
        f"{MARKDOWN_BEGIN}# postlint report\n\n{summary_line(report)}\n",
        "".join(f"- {plain(one)}\n" for one in glance(report, site)),
        *_tables(report, site, plain),
    )
    return "\n".join(part for part in parts if part)


def _tables(report: Report, site: SiteView, plain: Plain) -> Iterator[str]:
    newest_first = [one for one in reversed(site.periods) if one.posts]
    yield _groups(f"By {site.unit}", site.unit, newest_first, plain)
    yield _groups("By section", "section", site.sections, plain)
    yield _groups("By author", "author", site.authors, plain)
    shown = (one for one in report.findings if one.muted_by is None)
    rules = (
        (one.name, *(one.by_severity[severity] for severity in reversed(Severity)), one.posts)
        for one in totals(shown, lambda finding: finding.rule)
    )
    yield _table("By rule", ("rule", "error", "warning", "info", "posts"), [*rules], plain)
    words = [(one.written, one.posts, one.times, one.place) for one in site.words]
    heads = ("word", "posts", "times", "first")
    yield _table("Words that no lexicon has", heads, words, plain, of=site.all_words)
    terms = [
        (main.written, main.posts, ", ".join(f"{one.written} ({one.posts})" for one in others))
        for main, *others in site.terms
    ]
    yield _table("Terms in several forms", ("term", "posts", "also as"), terms, plain)


def _groups(title: str, head: str, groups: Sequence[Group], plain: Plain) -> str:
    heads = (head, "posts", "with errors or warnings", "than posts as long", "in 10,000 words")
    rows = [
        (
            one.name or "(none)",
            one.posts,
            f"{one.flawed} ({share(one.flawed, one.posts)})" if one.has_share else one.flawed,
            one.standing,
            "–" if one.rate is None else f"{one.rate:.1f}",
        )
        for one in groups
    ]
    return _table(title, heads, rows, plain) if len(rows) > 1 else ""


def _table(
    title: str,
    heads: Sequence[str],
    rows: Sequence[Iterable[object]],
    plain: Plain,
    of: int | None = None,
) -> str:
    """A table of the first rows; `of` is how many there are where not all are known."""
    if not rows:
        return ""
    lines = [f"| {' | '.join(heads)} |", f"| {' | '.join(['---'] * len(heads))} |"]
    lines += (f"| {' | '.join(plain(str(cell)) for cell in row)} |" for row in rows[:_MOST])
    left = (of or len(rows)) - _MOST
    more = f"\n{number_of(left, 'more row')}\n" if left > 0 else ""
    body = "\n".join(lines)
    return f"## {title}\n\n{body}\n{more}"
