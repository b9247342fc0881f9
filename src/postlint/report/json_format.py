"""The report for programs: version 1 of what `schemas/findings.schema.json` describes."""

import json
import re
from dataclasses import asdict
from typing import Final

from postlint.model.finding import Finding, Fix
from postlint.model.report import Report, summarise
from postlint.report.page import Page, escape

VERSION: Final = 1

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def render(report: Report, page: Page) -> str:  # noqa: ARG001 - the same on every page
    """One JSON object, a line for each finding, muted ones included; nothing but ASCII.

    A path or text with a byte that is not UTF-8 has it spelled out, "caf\\xe9.md", because many
    readers of JSON refuse the lone surrogate that Python puts in its place.
    """
    summary = _dump(asdict(summarise(report)))
    findings = ",\n  ".join(_dump(_finding(finding)) for finding in report.findings)
    rows = f"[\n  {findings}\n ]" if findings else "[]"
    return f'{{"version": {VERSION},\n "summary": {summary},\n "findings": {rows}}}\n'


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "path": _whole(finding.path),
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "rule": _whole(finding.rule),
        "severity": finding.severity.value,
        "message": _whole(finding.message),
        "help": None if finding.help is None else _whole(finding.help),
        "suggestions": [_whole(word) for word in finding.suggestions],
        "fix": None if finding.fix is None else _fix(finding.fix),
        "fingerprint": finding.fingerprint,
        "muted_by": finding.muted_by,
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [
        {
            "start": edit.span.start,
            "end": edit.span.end,
            "replacement": _whole(edit.replacement),
        }
        for edit in fix.edits
    ]
    return {"title": _whole(fix.title), "safe": fix.safe, "edits": edits}


def _whole(text: str) -> str:
    return _LONE_SURROGATE.sub(lambda match: escape(match[0]), text)


def _dump(value: object) -> str:
    return json.dumps(value)
