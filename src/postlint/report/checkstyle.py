"""The XML that Checkstyle prints, which many CI servers and review tools read."""

from itertools import groupby

from postlint import __version__
from postlint.model.finding import Finding
from postlint.model.report import Report
from postlint.report.advice import told
from postlint.report.markup import element, fit
from postlint.report.page import Page


def render(report: Report, page: Page) -> str:
    """An element for each file with what is not muted, for which most readers have no word."""
    shown = (finding for finding in report.findings if finding.muted_by is None)
    files = [
        element("file", {"name": path}, "\n" + "".join(map(_error, findings)))
        for path, findings in groupby(shown, key=lambda finding: finding.path)
    ]
    root = element("checkstyle", {"version": __version__}, "\n" + "".join(f"{f}\n" for f in files))
    return fit(f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n', page)


def _error(finding: Finding) -> str:
    attributes = {
        "line": finding.start.line,
        "column": finding.start.column,
        "severity": finding.severity.value,
        "message": told(finding),
        "source": f"postlint.{finding.rule}",
    }
    return f"  {element('error', attributes)}\n"
