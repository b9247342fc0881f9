"""The numbers of a run in one line."""

from postlint.model.finding import Severity
from postlint.model.report import Report, summarise
from postlint.report.paint import Paint, plain


def summary_line(report: Report, paint: Paint = plain) -> str:
    """`2 fixed; 1 error, 2 warnings in 2 of 12 files; --fix mends 1; 3 muted`."""
    counts = summarise(report)
    shown = [finding for finding in report.findings if finding.muted_by is None]
    parts = [
        paint(severity, number_of(count, severity.value))
        for severity in sorted(Severity, key=lambda severity: -severity.rank)
        if (count := sum(finding.severity is severity for finding in shown))
    ]
    files = number_of(report.files, "file")
    if parts:
        hit = len({finding.path for finding in shown})
        where = files if report.files == hit else f"{hit} of {files}"
        text = f"{', '.join(parts)} in {where}"
    else:
        text = paint("good", "nothing to report") + f" in {files}"
    if report.fixed:
        text = f"{report.fixed} fixed; {text}"
    safe = sum(finding.fix is not None and finding.fix.safe for finding in shown)
    if safe:
        text += f"; --fix mends {safe}"
    if unsafe := counts.fixable - safe:
        text += f"; --fix --unsafe-fixes mends {unsafe}{' more' if safe else ''}"
    return f"{text}; {counts.muted} muted" if counts.muted else text


def number_of(count: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 or noun == "info" else f"{count} {noun}s"
