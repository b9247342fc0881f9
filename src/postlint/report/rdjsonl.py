"""Reviewdog's diagnostic format for a stream: one diagnostic in a line."""

from postlint.model.report import Report
from postlint.report.json_text import dump
from postlint.report.page import Page
from postlint.report.rdjson import SOURCE, diagnostics


def render(report: Report, page: Page) -> str:  # noqa: ARG001 - the same on every page
    """Each finding that is not muted, as in the format `rdjson`, with its source."""
    return "".join(f"{dump({**one, 'source': SOURCE})}\n" for one in diagnostics(report))
