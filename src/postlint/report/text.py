"""The report for a person at a terminal: file by file, each finding with its line and the help."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from postlint.model.finding import Finding
from postlint.model.report import Report
from postlint.report.advice import advice
from postlint.report.page import Page
from postlint.report.paint import Paint, Part, paint_for
from postlint.report.source_line import draw
from postlint.report.summary import summary_line

_SEVERITY_WIDTH = len("warning")


def render(report: Report, page: Page) -> str:
    """Findings grouped by file, then the summary. Muted findings are counted, not shown."""
    shown = [finding for finding in report.findings if finding.muted_by is None]
    paint = paint_for(page)
    sheet = _Sheet(page, paint, place=max((len(_place(finding)) for finding in shown), default=0))
    lines: list[str] = []
    for path, findings in groupby(shown, key=lambda finding: finding.path):
        lines += (paint("path", page.spell_path(path)), "")
        for finding in findings:
            lines += (*sheet.finding(finding, report), "")
    if page.has_summary:
        lines.append(summary_line(report, paint))
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The columns in which findings are set."""

    page: Page
    paint: Paint
    place: int
    """Width of the widest `line:column`."""

    def finding(self, finding: Finding, report: Report) -> Iterator[str]:
        """The lines that show one finding."""
        yield from self._head(finding)
        line = report.lines.get((finding.path, finding.start.line), "")
        if line.strip():
            yield from self._source(finding, line)
        for label, text in advice(finding):
            yield from self._advice(label, text)

    def _head(self, finding: Finding) -> Iterator[str]:
        severity = finding.severity
        place = self.paint("place", _place(finding).rjust(self.place))
        indent = self._indent + " " * (_SEVERITY_WIDTH + 2)
        rule = self.page.spell(finding.rule)
        words = [*self.page.spell(finding.message).split(" "), f" {rule}"]
        lines = self._wrap(words, len(indent))
        lines[-1] = lines[-1].removesuffix(rule) + self.paint("rule", rule)
        name = self.paint(severity, severity.value.ljust(_SEVERITY_WIDTH))
        yield f"  {place}  {name}  {lines[0]}"
        yield from (indent + line for line in lines[1:])

    def _source(self, finding: Finding, line: str) -> Iterator[str]:
        start = finding.start.column - 1
        end = finding.end.column - 1 if finding.end.line == finding.start.line else len(line)
        gutter = self._indent + self.paint("gutter", self.page.spell("│"))
        drawn = draw(line, start, end, self.page, max(20, self.page.width - len(self._indent) - 2))
        carets = self.paint(finding.severity, "^" * drawn.marked)
        yield f"{gutter} {drawn.text.rstrip()}"
        yield f"{gutter} {' ' * drawn.indent}{carets}"

    def _advice(self, label: Part, text: str) -> Iterator[str]:
        indent = self._indent + " " * (len(label) + 2)
        lines = self._wrap(self.page.spell(text).split(" "), len(indent))
        yield f"{self._indent}{self.paint(label, f'{label}:')} {lines[0]}"
        yield from (indent + line for line in lines[1:])

    @property
    def _indent(self) -> str:
        return " " * (self.place + 4)

    def _wrap(self, words: list[str], indent: int) -> list[str]:
        """Words set in lines that fit the screen; for a pipe, one line however long."""
        whole = " ".join(words)
        room = max(20, self.page.width - indent)
        if not self.page.is_screen or (len(whole) <= room and whole.isascii()):
            return [whole]
        from rich.cells import cell_len

        lines: list[str] = []
        for word in words:
            if lines and cell_len(f"{lines[-1]} {word}") <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word.lstrip())
        return lines


def _place(finding: Finding) -> str:
    return f"{finding.start.line}:{finding.start.column}"
