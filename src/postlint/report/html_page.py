"""One page for the desk: what was found by rule, section and author, and each finding in its line.

It needs nothing but itself: no network, and without scripts all is shown, only not filtered.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Final

from postlint.model.finding import Finding
from postlint.model.report import Report, summarise
from postlint.report.chart import bar_chart
from postlint.report.html_findings import SEVERITIES, Column, findings_of
from postlint.report.html_site import groups, overview, vocabulary
from postlint.report.html_table import name_button, row, scrolling, table
from postlint.report.markup import fit, mark_up
from postlint.report.page import Page
from postlint.report.report_file import HTML_BEGIN
from postlint.report.summary import summary_line
from postlint.report.totals import Total, sections, totals

_MOST_POSTS: Final = 10


def render(report: Report, page: Page) -> str:
    """The page; muted findings are on it, hidden until they are asked for."""
    style, script = _asset("html_page.css"), _asset("html_page.js")
    begin = 'document.documentElement.className = "scripted loading";'
    # Even if something of a post became a script, the browser would not run it.
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(begin)} {_hash(script)}"
    )
    text = f"""{HTML_BEGIN}<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>postlint report</title>
<style>{style}</style>
<script>{begin}</script>
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
    rules = totals(shown, lambda one: one.rule)
    columns = _columns(report)
    yield f"<header>\n<h1>postlint report</h1>\n<p>{mark_up(summary_line(report))}</p>\n"
    yield f"{_tiles(report)}{_contents(report)}</header>\n<main>\n"
    if report.site:
        yield from overview(report, report.site)
    if report.findings:
        yield f'<section aria-labelledby="totals">\n<h2 id="totals">Totals</h2>\n{_legend()}'
        chart = bar_chart(rules, "Findings by rule")
        yield f'{scrolling("Chart of the rules", chart)}<div class="tables">\n'
        yield _totals("rule", "Rule", rules)
        yield from groups(report.site) if report.site else _by_column(shown, columns)
        if report.site:
            worst = totals(shown, lambda one: one.path)[:_MOST_POSTS]
            yield _totals("text", "Posts with the most", worst)
        yield "</div>\n</section>\n"
    if report.site:
        yield from vocabulary(report.site)
    if report.findings:
        yield from findings_of(report, rules, columns)
    yield "</main>"


def _columns(report: Report) -> list[Column]:
    """What is known of the posts that findings are in."""
    if report.site:
        section_of = report.site.section_of
    else:
        section_of = sections({finding.path for finding in report.findings})
    known = [Column("section", "Section", section_of), Column("author", "Author", report.authors)]
    return [Column("date", "Date", report.site.days), *known] if report.site else known


def _by_column(shown: Sequence[Finding], columns: Sequence[Column]) -> Iterator[str]:
    for kind, title, of in columns:
        if rows := totals(shown, lambda one, of=of: of.get(one.path) or None):  # type: ignore[misc]
            yield _totals(kind, title, rows)


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


def _contents(report: Report) -> str:
    """The way to each part of the view of a site, which is a long page."""
    if not report.site:
        return ""
    parts = (
        ("time", "Over time", True),
        ("totals", "Totals", report.findings),
        ("words", "Vocabulary", report.site.words or report.site.terms),
        ("findings", "Findings", report.findings),
    )
    links = " ".join(
        f'<a href="#{name}">{title}</a>' for name, title, is_there in parts if is_there
    )
    return f'<nav class="contents" aria-label="Parts of the page">{links}</nav>\n'


def _legend() -> str:
    items = (f'<li class="{one.value}">{one.value}</li>' for one in SEVERITIES)
    return f'<ul class="legend" aria-hidden="true">{"".join(items)}</ul>\n'


def _totals(kind: str, title: str, rows: Sequence[Total]) -> str:
    """Totals, with a button on each name that filters by it."""
    heads = (title, "all", *(one.value for one in SEVERITIES), *(["posts"] * (kind != "text")))
    lines = (
        row(
            name_button(kind, total.name),
            (
                total.findings,
                *(total.by_severity[one] or "" for one in SEVERITIES),
                *([total.posts] * (kind != "text")),
            ),
        )
        for total in rows
    )
    return table(f"Findings by {title.lower()}", heads, lines)
