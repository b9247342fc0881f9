"""Workflow commands, from which GitHub Actions makes annotations of the lines of a change.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from postlint.model.finding import Finding, Severity
from postlint.model.report import Report
from postlint.report import concise
from postlint.report.advice import advice
from postlint.report.markdown import worst_first
from postlint.report.page import Page
from postlint.report.summary import number_of, summary_line

MOST: Final = 10
"""So many annotations of a kind does GitHub take from one step; it drops the others silently."""

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, page: Page) -> str:
    """The worst findings as commands, a notice of how many more there are, those in plain lines.

    Muted findings are counted in the last line.
    """
    shown = worst_first(finding for finding in report.findings if finding.muted_by is None)
    told = _first(shown, MOST)
    if len(told) < len(shown):
        told = _first(shown, MOST - 1)  # the notice is an annotation, too
    chosen = {id(finding) for finding in told}
    rest = tuple(finding for finding in shown if id(finding) not in chosen)
    lines = [_command(finding, page) for finding in told]
    if rest:
        lines.append(f"::notice title=postlint::{_data(_how_many(rest), page)}")
    log = concise.render(replace(report, findings=rest), page)
    summary = f"{summary_line(report)}\n" if page.has_summary else ""
    return "".join(f"{line}\n" for line in lines) + log + summary


def _first(findings: Iterable[Finding], notices: int) -> list[Finding]:
    """The first of each severity, no more than GitHub takes."""
    room = {Severity.ERROR: MOST, Severity.WARNING: MOST, Severity.INFO: notices}
    kept = []
    for finding in findings:
        room[finding.severity] -= 1
        if room[finding.severity] >= 0:
            kept.append(finding)
    return kept


def _how_many(rest: tuple[Finding, ...]) -> str:
    counts = {severity: sum(one.severity is severity for one in rest) for severity in _COMMANDS}
    parts = [number_of(count, severity.value) for severity, count in counts.items() if count]
    return f"{number_of(len(rest), 'more finding')} ({', '.join(parts)}), in the log of this step"


def _command(finding: Finding, page: Page) -> str:
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    lines = (f"{place}: {finding.message}", *_advice(finding))
    properties = ",".join(f"{key}={value}" for key, value in _properties(finding, page))
    text = "%0A".join(_data(line, page) for line in lines)
    return f"::{_COMMANDS[finding.severity]} {properties}::{text}"


def _advice(finding: Finding) -> Iterator[str]:
    return (f"{label}: {text}" for label, text in advice(finding))


def _properties(finding: Finding, page: Page) -> Iterator[tuple[str, object]]:
    start, end = finding.start, finding.end
    yield "title", _property(finding.rule, page)
    yield "file", _property(finding.path, page)
    yield "line", start.line
    yield "endLine", end.line
    if start.line == end.line:  # GitHub takes no columns of a place that is longer
        yield "col", start.column
        yield "endColumn", end.column


def _data(text: str, page: Page) -> str:
    return page.spell(text).replace("%", "%25")


def _property(text: str, page: Page) -> str:
    return _data(text, page).replace(":", "%3A").replace(",", "%2C")
