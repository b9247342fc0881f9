"""The report for programs: version 1 of what `schemas/findings.schema.json` describes."""

from dataclasses import asdict
from typing import Final

from postlint.model.finding import Finding, Fix
from postlint.model.report import Report, summarise
from postlint.report.json_text import dump, rows, whole
from postlint.report.page import Page

VERSION: Final = 1


def render(report: Report, page: Page) -> str:  # noqa: ARG001 - the same on every page
    """One JSON object, a line for each finding, muted ones included."""
    summary = dump(asdict(summarise(report)))
    findings = rows(map(finding_object, report.findings))
    return f'{{"version": {VERSION},\n "summary": {summary},\n "findings": {findings}}}\n'


def finding_object(finding: Finding) -> dict[str, object]:
    """One finding as the schema describes it."""
    return {
        "path": whole(finding.path),
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "rule": whole(finding.rule),
        "severity": finding.severity.value,
        "message": whole(finding.message),
        "help": None if finding.help is None else whole(finding.help),
        "suggestions": [whole(word) for word in finding.suggestions],
        "fix": None if finding.fix is None else _fix(finding.fix),
        "fingerprint": finding.fingerprint,
        "muted_by": finding.muted_by,
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [
        {
            "start": edit.span.start,
            "end": edit.span.end,
            "replacement": whole(edit.replacement),
        }
        for edit in fix.edits
    ]
    return {"title": whole(fix.title), "safe": fix.safe, "edits": edits}
