"""One page for the desk: what was found by rule, section and author, and each finding in its line.

It needs nothing but itself: no network, and without scripts all is shown, only not filtered.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Final

from postlint.model.finding import Finding, Severity
from postlint.model.report import Report, summarise
from postlint.report.advice import advice
from postlint.report.chart import bar_chart
from postlint.report.markup import fit, mark_up
from postlint.report.page import Page
from postlint.report.summary import number_of, summary_line
from postlint.report.totals import Total, sections, totals

_AROUND: Final = 160
"""Code points of a line that are shown on both sides of the mark."""
_LONGEST_MARK: Final = 400
_SEVERITIES: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def render(report: Report, page: Page) -> str:
    """The page; muted findings are on it, hidden until they are asked for."""
    style, script = _asset("html_page.css"), _asset("html_page.js")
    # Even if something of a post became a script, the browser would not run it.
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    text = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>postlint report</title>
<style>{style}</style>
</head>
<body>
{"".join(_body(report))}
<script>{script}</script>
</body>
</html>
"""
    return fit(text, page)


def _asset(name: str) -> str:
    return files("postlint.report").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _body(report: Report) -> Iterator[str]:
    shown = [finding for finding in report.findings if finding.muted_by is None]
    section_of = sections({finding.path for finding in report.findings})
    tables = (
        ("rule", "Rule", totals(shown, lambda one: one.rule)),
        ("section", "Section", totals(shown, lambda one: section_of[one.path])),
        ("author", "Author", totals(shown, lambda one: report.authors.get(one.path))),
    )
    yield f"<header>\n<h1>postlint report</h1>\n<p>{mark_up(summary_line(report))}</p>\n"
    yield f"{_tiles(report)}</header>\n<main>\n"
    if report.findings:
        yield f'<section aria-labelledby="totals">\n<h2 id="totals">Totals</h2>\n{_legend()}'
        yield f'{bar_chart(tables[0][2], "Findings by rule")}\n<div class="tables">\n'
        yield from (_table(kind, title, rows) for kind, title, rows in tables if rows)
        yield '</div>\n</section>\n<section aria-labelledby="findings">\n'
        yield f'<h2 id="findings">Findings</h2>\n{_filters(tables, summarise(report).muted)}'
        yield from _files(report, section_of)
        yield "</section>\n"
    yield "</main>"


def _tiles(report: Report) -> str:
    counts = summarise(report)
    tiles = (
        ("error", "errors", counts.error),
        ("warning", "warnings", counts.warning),
        ("info", "info", counts.info),
        ("", "with a fix", counts.fixable),
        ("", "muted", counts.muted),
        ("", "files read", counts.files),
    )
    items = (
        f'<div class="tile {kind}"><dt>{label}</dt><dd>{count}</dd></div>\n'
        for kind, label, count in tiles
    )
    return f'<dl class="tiles">\n{"".join(items)}</dl>\n'


def _legend() -> str:
    items = (f'<li class="{one.value}">{one.value}</li>' for one in _SEVERITIES)
    return f'<ul class="legend" aria-hidden="true">{"".join(items)}</ul>\n'


def _table(kind: str, title: str, rows: Sequence[Total]) -> str:
    """Totals, with a button on each name that filters by it."""
    heads = "".join(f'<th scope="col">{one.value}</th>' for one in _SEVERITIES)
    lines = []
    for row in rows:
        counts = "".join(f"<td>{row.by_severity[one] or ''}</td>" for one in _SEVERITIES)
        name = mark_up(row.name)
        button = f'<button type="button" data-kind="{kind}" data-value="{name}">{name}</button>'
        lines.append(
            f'<tr><th scope="row">{button}</th><td>{row.findings}</td>{counts}'
            f"<td>{row.posts}</td></tr>\n"
        )
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="Findings by {kind}">\n'
        f'<table>\n<thead><tr><th scope="col">{title}</th><th scope="col">all</th>{heads}'
        f'<th scope="col">posts</th></tr></thead>\n<tbody>\n{"".join(lines)}</tbody>\n</table>\n'
        "</div>\n"
    )


def _filters(tables: Iterable[tuple[str, str, Sequence[Total]]], muted: int) -> str:
    choices = [_choice("severity", "Severity", [one.value for one in _SEVERITIES])]
    choices += [
        _choice(kind, title, sorted(row.name for row in rows))
        for kind, title, rows in tables
        if rows
    ]
    show_muted = f'<label><input type="checkbox" name="muted"> muted ({muted})</label>\n'
    return (
        '<form class="filters" role="search" hidden>\n'
        '<label>Search <input type="search" name="text" autocomplete="off"></label>\n'
        f'{"".join(choices)}<label><input type="checkbox" name="fix"> with a fix</label>\n'
        f'{show_muted if muted else ""}<button type="reset">Show all</button>\n'
        '<output aria-live="polite"></output>\n</form>\n'
    )


def _choice(kind: str, title: str, names: Iterable[str]) -> str:
    marked = map(mark_up, names)
    options = "".join(f'<option value="{name}">{name}</option>' for name in marked)
    return (
        f'<label>{title} <select name="{kind}"><option value="">all</option>{options}</select>'
        "</label>\n"
    )


def _files(report: Report, section_of: dict[str, str]) -> Iterator[str]:
    for path, group in groupby(report.findings, key=lambda finding: finding.path):
        findings = tuple(group)
        author = report.authors.get(path)
        by = f' <span class="author">{mark_up(author)}</span>' if author else ""
        hidden = "" if any(one.muted_by is None for one in findings) else " hidden"
        count = number_of(sum(one.muted_by is None for one in findings), "finding")
        yield (
            f'<article class="file" data-section="{mark_up(section_of[path])}" '
            f'data-author="{mark_up(author or "")}"{hidden}>\n'
            f'<h3>{mark_up(path)}{by} <span class="count">{count}</span></h3>\n<ol>\n'
        )
        yield from (_finding(finding, report) for finding in findings)
        yield "</ol>\n</article>\n"


def _finding(finding: Finding, report: Report) -> str:
    severity, rule = finding.severity.value, mark_up(finding.rule)
    flags = " data-fix" if finding.fix else ""
    flags += " data-muted hidden" if finding.muted_by else ""
    muted = f' <span class="muted">muted by a {finding.muted_by}</span>' if finding.muted_by else ""
    advised = "".join(
        f'<p class="{label}"><b>{label}:</b> {mark_up(text)}</p>\n'
        for label, text in advice(finding)
    )
    return (
        f'<li data-rule="{rule}" data-severity="{severity}"{flags}>\n'
        f'<p><span class="place">{finding.start.line}:{finding.start.column}</span> '
        f'<span class="severity {severity}">{severity}</span> {mark_up(finding.message)} '
        f'<span class="rule">{rule}</span>{muted}</p>\n{_source(finding, report)}{advised}</li>\n'
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
