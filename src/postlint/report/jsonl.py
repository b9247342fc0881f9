"""The findings for programs that read a stream: one JSON object in a line for each."""

from postlint.model.report import Report
from postlint.report.json_format import finding_object
from postlint.report.json_text import dump
from postlint.report.page import Page


def render(report: Report, page: Page) -> str:  # noqa: ARG001 - the same on every page
    """Each finding as in the format `json`, muted ones included; no summary."""
    return "".join(f"{dump(finding_object(finding))}\n" for finding in report.findings)
