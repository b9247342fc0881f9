"""A small report that the tests of every format show."""

from collections.abc import Mapping
from dataclasses import replace

from postlint.model.finding import Edit, Finding, Fix, Severity
from postlint.model.report import Report
from postlint.model.span import Position, Span


def finding(
    path: str,
    place: tuple[int, int],
    length: int,
    rule: str,
    message: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    line, column = place
    start, end = Position(line, column), Position(line, column + length)
    return Finding(
        path, Span(100, 100 + length), start, end, rule, severity, message, None, (), None, "f00d"
    )


MISSPELT = replace(
    finding("a.md", (2, 1), 6, "misspelt-key", '"tittle" is no key of a post', Severity.ERROR),
    suggestions=("title",),
    fix=Fix('rename to "title"', (Edit(Span(100, 106), "title"),), safe=True),
)
REPEATED = replace(
    finding("a.md", (12, 9), 7, "repeated-word", '"the the" has a word twice'),
    help="keep one of them",
)
MUTED = replace(finding("b.md", (3, 1), 1, "house-term", "muted"), muted_by="comment")
NOTE = finding("b.md", (1, 4), 1, "trailing-space", "trailing space", Severity.INFO)
LINES: Mapping[tuple[str, int], str] = {
    ("a.md", 2): "tittle: Fighting resumes",
    ("a.md", 12): "Turn to the the north",
    ("b.md", 1): "---  ",
}
PLACES: Mapping[tuple[str, int], Position] = {
    ("a.md", 100): Position(2, 1),
    ("a.md", 106): Position(2, 7),
}
REPORT = Report((MISSPELT, REPEATED, NOTE, MUTED), 12, LINES, PLACES, {"a.md": "Aylin"})
NOTHING = Report((), files=3)
