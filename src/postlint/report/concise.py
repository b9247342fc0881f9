"""One line per finding, `path:line:col: severity rule: message`, for editors, grep and logs."""

from postlint.model.report import Report
from postlint.report.page import Page
from postlint.report.paint import paint_for


def render(report: Report, page: Page) -> str:
    """All findings that are not muted, in their order; without a summary."""
    paint = paint_for(page)
    return "".join(
        f"{paint('path', page.spell_path(one.path))}:{one.start.line}:{one.start.column}: "
        f"{paint(one.severity, one.severity.value)} {paint('rule', page.spell(one.rule))}: "
        f"{page.spell(one.message)}\n"
        for one in report.findings
        if one.muted_by is None
    )
