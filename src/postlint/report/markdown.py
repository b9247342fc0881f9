"""The findings as a table for a comment, a wiki, or the summary of a job on GitHub."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from postlint.model.finding import Finding
from postlint.model.report import Report
from postlint.report.advice import told
from postlint.report.markdown_site import overview
from postlint.report.page import Page
from postlint.report.report_file import MARKDOWN_BEGIN
from postlint.report.summary import number_of, summary_line

_HEAD: Final = "| severity | place | finding | rule |\n| --- | --- | --- | --- |\n"
_PUNCTUATION: Final = re.compile(r"[\\`*_{}\[\]()#+!|~$:@^=]")
"""What has a meaning somewhere in a line of GitHub's Markdown, or of one that adds to it."""
_MARKUP: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def render(report: Report, page: Page) -> str:
    """The numbers, and a row for each finding that is not muted; of a site its overview."""
    if report.site:
        return overview(report, report.site, lambda text: _plain(text, page))
    return f"{MARKDOWN_BEGIN}{table(report, page, room=None)}"


def table(report: Report, page: Page, room: int | None) -> str:
    """The numbers and a row for each finding that is not muted, the worst first; in at most `room`
    bytes of UTF-8 where that is given."""
    shown = [finding for finding in report.findings if finding.muted_by is None]
    head = f"## postlint\n\n{summary_line(report)}\n"
    if not shown:
        return head
    head += f"\n{_HEAD}"
    kept = list(_fitting((_row(one, page) for one in worst_first(shown)), head, room))
    left = len(shown) - len(kept)
    rest = f"\n{number_of(left, 'more finding')}\n" if left else ""
    return head + "".join(kept) + rest


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by severity, and otherwise as they were."""
    return sorted(findings, key=lambda finding: -finding.severity.rank)


def _fitting(rows: Iterable[str], head: str, room: int | None) -> Iterator[str]:
    left = None if room is None else room - len(head.encode()) - len("\n1000000 more findings\n")
    for row in rows:
        if left is not None:
            left -= len(row.encode())
            if left < 0:
                return
        yield row


def _row(finding: Finding, page: Page) -> str:
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    cells = (finding.severity.value, place, told(finding), finding.rule)
    return f"| {' | '.join(_plain(cell, page) for cell in cells)} |\n"


def _plain(text: str, page: Page) -> str:
    """A text that Markdown shows as it is: no emphasis, no link, no markup, no end of the cell."""
    shown = _PUNCTUATION.sub(r"\\\g<0>", page.spell(text))
    return shown.translate(_MARKUP)
