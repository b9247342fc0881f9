"""The findings of the page: a table that can be read as it is, and a form that filters it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import Final, NamedTuple

from postlint.model.finding import Finding, Severity
from postlint.model.report import Report, summarise
from postlint.report.advice import advice
from postlint.report.html_table import short
from postlint.report.markup import mark_up
from postlint.report.totals import Total

MOST_ROWS: Final = 10_000
"""A page with more is slow to open, and nobody reads so many."""
SEVERITIES: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_MOST_CHOICES: Final = 200
_AROUND: Final = 100
"""Code points of a line that are shown on both sides of the mark."""
_LONGEST_MARK: Final = 300


class Column(NamedTuple):
    """A column that tells posts apart."""

    kind: str
    title: str
    of: Mapping[str, str]
    """What it has, by path."""


def findings_of(report: Report, rules: Sequence[Total], columns: Sequence[Column]) -> Iterator[str]:
    """The heading, the filters, and a row for each finding, the muted ones hidden."""
    rows = _worst(report.findings)
    shown = [column for column in columns if any(column.of.values())]
    yield '<section aria-labelledby="findings">\n<h2 id="findings">Findings</h2>\n'
    if len(rows) < len(report.findings):
        yield (
            f'<p class="note">The {len(rows):,} worst of {len(report.findings):,}; postlint '
            "--output-format json has all.</p>\n"
        )
    yield _filters(rules, shown, summarise(report).muted)
    heads = ["Severity", "Rule", "Finding", "Post", *(column.title for column in shown)]
    kinds = ["severity", "rule", "text", "post", *(column.kind for column in shown)]
    titles = "".join(
        f'<th scope="col" class="{kind}" data-kind="{kind}">{title}</th>'
        for kind, title in zip(kinds, heads, strict=True)
    )
    yield (
        '<div class="table all" tabindex="0" role="region" aria-label="Table of findings">\n'
        f'<table id="all">\n<thead><tr>{titles}</tr></thead>\n<tbody>\n'
    )
    yield from (_row(finding, report, shown) for finding in rows)
    yield (
        '</tbody>\n</table>\n</div>\n<nav class="pages" aria-label="Pages of findings" hidden>'
        '<button type="button" data-step="-1">Previous</button> <span></span> '
        '<button type="button" data-step="1">Next</button></nav>\n</section>\n'
    )


def _worst(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings in their order; where they are too many, the worst of them."""
    if len(findings) <= MOST_ROWS:
        return findings

    def how_bad(at: int) -> tuple[bool, int, int]:
        one = findings[at]
        return one.muted_by is not None, -one.severity.rank, at

    return [findings[at] for at in sorted(nsmallest(MOST_ROWS, range(len(findings)), how_bad))]


def _filters(rules: Iterable[Total], columns: Sequence[Column], muted: int) -> str:
    choices = [
        _choice("severity", "Severity", [one.value for one in SEVERITIES]),
        _choice("rule", "Rule", sorted(one.name for one in rules)),
    ]
    for column in columns:
        if column.kind == "date":
            choices += (
                f'<label>{word} <input type="date" name="{name}"></label>\n'
                for word, name in (("From", "since"), ("to", "until"))
            )
        else:
            choices.append(_choice(column.kind, column.title, sorted({*column.of.values()} - {""})))
    show_muted = f'<label><input type="checkbox" name="muted"> muted ({muted})</label>\n'
    return (
        '<form class="filters" role="search" hidden>\n'
        '<label>Search <input type="search" name="text" autocomplete="off"></label>\n'
        f'{"".join(choices)}<label><input type="checkbox" name="fix"> with a fix</label>\n'
        f'{show_muted if muted else ""}<button type="reset">Show all</button>\n'
        '<output aria-live="polite"></output>\n</form>\n'
    )


def _choice(kind: str, title: str, names: Sequence[str]) -> str:
    marked = map(short, names[:_MOST_CHOICES])
    options = "".join(f'<option value="{name}">{name}</option>' for name in marked)
    return (
        f'<label>{title} <select name="{kind}"><option value="">all</option>{options}</select>'
        "</label>\n"
    )


def _row(finding: Finding, report: Report, columns: Iterable[Column]) -> str:
    severity = finding.severity.value
    flags = " data-fix" if finding.fix else ""
    flags += " data-muted hidden" if finding.muted_by else ""
    muted = f' <span class="muted">muted by a {finding.muted_by}</span>' if finding.muted_by else ""
    advised = "".join(
        f'<p class="{label}"><b>{label}:</b> {mark_up(text)}</p>\n'
        for label, text in advice(finding)
    )
    place = f'<span class="place">:{finding.start.line}:{finding.start.column}</span>'
    cells = "".join(f"<td>{short(column.of.get(finding.path, ''))}</td>" for column in columns)
    return (
        f'<tr{flags}><td class="severity {severity}">{severity}</td>'
        f"<td>{mark_up(finding.rule)}</td>"
        f"<td><p>{mark_up(finding.message)}{muted}</p>\n{_source(finding, report)}{advised}</td>"
        f'<th scope="row">{short(finding.path)}{place}</th>{cells}</tr>\n'
    )


def _source(finding: Finding, report: Report) -> str:
    """The line of a finding with what is meant marked, cut where it is long."""
    line = report.lines.get((finding.path, finding.start.line), "")
    if not line or line.isspace():
        return ""
    start = min(finding.start.column - 1, len(line))
    is_short = finding.end.line == finding.start.line
    end = max(start, min(finding.end.column - 1, len(line))) if is_short else len(line)
    begin, cut = max(0, start - _AROUND), min(end, start + _LONGEST_MARK)
    before = ("…" if begin else "") + line[begin:start]
    after = "…" if cut < end else line[end : end + _AROUND]
    after += "…" if cut == end and end + _AROUND < len(line) else ""
    shown = (mark_up(part.replace("\t", " ")) for part in (before, line[start:cut], after))
    return '<pre dir="auto"><code>{}<mark>{}</mark>{}</code></pre>\n'.format(*shown)
