"""Reviewdog's diagnostic format, which makes each fix a suggestion to click in a review.

https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from postlint.model.finding import Edit, Finding, Severity
from postlint.model.report import Report
from postlint.model.span import Position
from postlint.report.advice import told
from postlint.report.json_text import dump, rows, whole
from postlint.report.page import Page

SOURCE: Final = {"name": "postlint"}
_SEVERITIES: Final = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, page: Page) -> str:  # noqa: ARG001 - the same on every page
    """One JSON object with what is not muted, for which the format has no word."""
    return f'{{"source": {dump(SOURCE)},\n "diagnostics": {rows(diagnostics(report))}}}\n'


def diagnostics(report: Report) -> Iterator[dict[str, object]]:
    """A `Diagnostic` for each finding that is not muted."""
    ruler = _Ruler(report)
    for finding in report.findings:
        if finding.muted_by is None:
            yield {
                "message": whole(told(finding)),
                "location": {
                    "path": whole(finding.path),
                    "range": ruler.range(finding.path, finding.start, finding.end),
                },
                "severity": _SEVERITIES[finding.severity],
                "code": {"value": whole(finding.rule)},
                "suggestions": list(_suggestions(report, finding, ruler)),
            }


@dataclass(slots=True)
class _Ruler:
    """Measures columns in bytes of UTF-8, 1-based.

    It goes on from where it measured last in a line, because a line may be a whole book.
    """

    report: Report
    _last: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    """For a line: so many code points of it have so many more bytes than code points."""

    def range(self, path: str, start: Position, end: Position) -> dict[str, object]:
        """A `Range`, as the format has it."""
        return {"start": self._position(path, start), "end": self._position(path, end)}

    def _position(self, path: str, place: Position) -> dict[str, int]:
        more = self._more(path, place.line, place.column - 1)
        return {"line": place.line, "column": place.column + more}

    def _more(self, path: str, number: int, count: int) -> int:
        """How many more bytes than code points the first `count` code points of a line have."""
        line = self.report.lines.get((path, number), "")
        if line.isascii():
            return 0
        last, more = self._last.get((path, number), (0, 0))
        part = line[min(last, count) : max(last, count)]
        # A byte that is not UTF-8 is a lone surrogate here, and is replaced by one byte.
        step = len(part.encode("utf-8", "replace")) - len(part)
        more += step if count > last else -step
        self._last[path, number] = count, more
        return more


def _suggestions(report: Report, finding: Finding, ruler: _Ruler) -> Iterator[dict[str, object]]:
    """The fix as one replacement, for each suggestion is applied by itself.

    None where a fix has edits on several lines with text between them that is not known here.
    """
    edits = finding.fix.edits if finding.fix else ()
    if not edits:
        return
    first = report.places.get((finding.path, edits[0].span.start))
    last = report.places.get((finding.path, edits[-1].span.end))
    text = _merged(report, finding.path, edits)
    if first and last and text is not None:
        yield {"range": ruler.range(finding.path, first, last), "text": whole(text)}


def _merged(report: Report, path: str, edits: tuple[Edit, ...]) -> str | None:
    """What stands from the first edit to the last once all are made; None where it is not known."""
    text = edits[0].replacement
    for before, after in pairwise(edits):
        start, end = (report.places.get((path, at)) for at in (before.span.end, after.span.start))
        if start is None or end is None or start.line != end.line:
            return None
        line = report.lines.get((path, start.line), "")
        text += line[start.column - 1 : end.column - 1] + after.replacement
    return text
