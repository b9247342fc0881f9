"""Code Quality, the report that GitLab shows in a merge request and beside its changes.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from typing import Final

from postlint.model.finding import Finding, Severity
from postlint.model.report import Report
from postlint.report.advice import told
from postlint.report.json_text import rows, whole
from postlint.report.page import Page

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, page: Page) -> str:
    """A JSON array of what is not muted, for which the format has no word."""
    return rows(_issue(one, page) for one in report.findings if one.muted_by is None) + "\n"


def _issue(finding: Finding, page: Page) -> dict[str, object]:
    return {
        "description": page.spell(f"{finding.rule}: {told(finding)}"),
        "check_name": page.spell(finding.rule),
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": whole(finding.path),
            "lines": {"begin": finding.start.line, "end": finding.end.line},
        },
    }
