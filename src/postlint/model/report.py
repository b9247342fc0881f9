"""What a run has found, as the reporters need it: the findings, and the lines they stand on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from posixpath import join, normpath
from typing import TYPE_CHECKING

from postlint.model.finding import Finding, Severity
from postlint.model.span import Position

if TYPE_CHECKING:
    from postlint.model.site_view import SiteView


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a run; every reporter makes its output from this alone."""

    findings: tuple[Finding, ...]
    """Sorted by path and place; those that are muted, too."""
    files: int
    """How many files were read, or should have been."""
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """The source lines that findings and their edits begin and end on, without line end, by path
    and 1-based number. Lines of muted findings may be left out, and so may the line of a file
    that has none."""
    places: Mapping[tuple[str, int], Position] = field(default_factory=dict)
    """Where edits begin and end, by path and code point; those of muted findings may be left
    out."""
    authors: Mapping[str, str] = field(default_factory=dict)
    """Who wrote a post, by path, where the front matter names somebody."""
    fixed: int = 0
    """How many findings were mended, and so are not among them."""
    site: "SiteView | None" = None
    """The site as a whole, where that was asked for."""


def below(report: Report, folder: str) -> Report:
    """The report as seen from where `folder` is a folder of: all paths begin with it."""
    if folder == ".":
        return report

    def moved(path: str) -> str:
        return normpath(join(folder, path))

    return replace(
        report,
        findings=tuple(replace(one, path=moved(one.path)) for one in report.findings),
        lines={(moved(path), number): line for (path, number), line in report.lines.items()},
        places={(moved(path), at): place for (path, at), place in report.places.items()},
        authors={moved(path): author for path, author in report.authors.items()},
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers under a report; muted findings are counted only as such."""

    files: int
    findings: int
    error: int
    warning: int
    info: int
    fixable: int
    """Findings with a fix, safe or not."""
    muted: int


def summarise(report: Report) -> Summary:
    """Count what was found."""
    shown = [finding for finding in report.findings if finding.muted_by is None]
    return Summary(
        files=report.files,
        findings=len(shown),
        error=sum(finding.severity is Severity.ERROR for finding in shown),
        warning=sum(finding.severity is Severity.WARNING for finding in shown),
        info=sum(finding.severity is Severity.INFO for finding in shown),
        fixable=sum(finding.fix is not None for finding in shown),
        muted=len(report.findings) - len(shown),
    )
