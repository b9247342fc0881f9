"""Where the report goes, and in which formats: chosen by the options, else by the CI that runs."""

import io
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.cli.output import complain, write
from postlint.model.errors import UsageError
from postlint.model.report import Report, below
from postlint.report.formats import FORMATS, FROM_ROOT, reporter
from postlint.report.page import ColorChoice, Page, page_of

if TYPE_CHECKING:
    from postlint.engine.checked import Checked

_STATISTICS: Final = "statistics"
_GITLAB_FILE: Final = "postlint-code-quality.json"
_SUMMARY_ROOM: Final = 1_000_000
"""Bytes: GitHub takes 1 MiB of all that a step says in its summary, or nothing of it."""


class Output(NamedTuple):
    """The report in one format, in one place."""

    format: str
    file: Path | None = None
    """None for standard output."""


def choose_outputs(
    outputs: Sequence[str], format_name: str | None, file: Path | None, *, statistics: bool
) -> tuple[Output, ...]:
    """What the options ask for; what suits where we run where they ask for nothing.

    `outputs` are the values of --output, `FORMAT` or `FORMAT:FILE`. Raises UsageError.
    """
    if outputs and (format_name or file or statistics):
        other = "--output-format" if format_name else "--output-file" if file else "--statistics"
        raise UsageError(f"--output and {other} exclude each other; --output may be repeated")
    if statistics and format_name not in (None, "text", _STATISTICS):
        raise UsageError(f"--statistics is a table; it has no --output-format {format_name}")
    if statistics:
        return (Output(_STATISTICS, _place(file)),)
    if format_name or file:
        return (Output(format_name or "text", _place(file)),)
    chosen = tuple(map(_output, outputs)) or _suiting(os.environ)
    files = [one.file.absolute() for one in chosen if one.file]
    for path in files:
        if files.count(path) > 1:
            raise UsageError(f"--output: {path.name} is named twice")
    return chosen


def holds_report(file: Path) -> bool:
    """Whether a file has a report of ours in it; what cannot be read has none."""
    from postlint.report.report_file import LONGEST_BEGIN, is_report

    try:
        with file.open("rb") as there:
            return is_report(there.read(LONGEST_BEGIN))
    except OSError:
        return False


def last_reports(outputs: Iterable[Output]) -> frozenset[str]:
    """The files of a run that have an earlier report in them, which is no post of the site;
    absolute, with links resolved."""
    files = (output.file.resolve() for output in outputs if output.file)
    return frozenset(str(file) for file in files if file.is_file() and holds_report(file))


def refuse_posts(outputs: Iterable[Output], results: "Sequence[Checked]") -> None:
    """Raise UsageError where a report would overwrite a post of the run."""
    files = {output.file.resolve(): output.file for output in outputs if output.file}
    for result in results if files else ():
        if Path(result.path).resolve() in files:
            raise UsageError(f"--output: {result.path} is a post of this run; name another file")


def emit(
    report: Report, outputs: Iterable[Output], color: ColorChoice, *, has_summary: bool
) -> None:
    """Print and save the report. Raises UsageError where it cannot be written."""
    screen = page_of(sys.stdout or io.StringIO(), color, os.environ, has_summary=has_summary)
    for output in sorted(outputs, key=lambda one: one.file is not None):
        render = reporter(output.format)
        shown = _from_root(report) if output.format in FROM_ROOT else report
        if output.file is None:
            write(render(shown, screen))
        else:
            _save(output.file, render(shown, Page(has_summary=has_summary)))
        if output.format == "github":
            _summarise_job(shown, os.environ.get("GITHUB_STEP_SUMMARY"))


def report_of(results: "Sequence[Checked]") -> Report:
    """What came out of each file, together."""
    return Report(
        findings=tuple(finding for result in results for finding in result.findings),
        files=len(results),
        lines={(one.path, number): line for one in results for number, line in one.lines},
        places={(one.path, at): place for one in results for at, place in one.places},
        authors={one.path: one.facts.author for one in results if one.facts.author},
    )


def _output(value: str) -> Output:
    from postlint.content.near import did_you_mean

    name, colon, file = value.partition(":")
    if name not in FORMATS:
        guess = did_you_mean(name, FORMATS)
        raise UsageError(f'--output: unknown format "{name}"{guess} ({", ".join(FORMATS)})')
    if colon and not file:
        raise UsageError(f'--output: "{value}" names no file; - is standard output')
    return Output(name, _place(Path(file)) if file else None)


def _place(file: Path | None) -> Path | None:
    return None if file == Path("-") else file


def _suiting(environ: Mapping[str, str]) -> tuple[Output, ...]:
    """Annotations on GitHub; on GitLab a report for the merge request, besides the log.

    GitLab takes that from a file only. A hook of pre-commit does not write it: several run at
    once, and each sees only some of the files.
    """
    if environ.get("GITHUB_ACTIONS") == "true":
        return (Output("github"),)
    if environ.get("GITLAB_CI") == "true" and not environ.get("PRE_COMMIT"):
        return (Output("text"), Output("gitlab", Path(_GITLAB_FILE)))
    return (Output("text"),)


def _from_root(report: Report) -> Report:
    """The report with paths from the root of the repository, as those who host it expect."""
    from postlint.config.find import repository_root

    here = Path.cwd()
    return below(report, here.relative_to(repository_root(here)).as_posix())


def _save(file: Path, text: str) -> None:
    """Put the text in the place of a file; what is no file, such as a pipe, is written to."""
    data = text.encode()
    if not file.exists() or file.is_file():
        from postlint.cli.save import save

        save(file, data)
        return
    try:
        file.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror}") from None


def _summarise_job(report: Report, summary: str | None) -> None:
    """Append the findings to the summary of the job; nobody asked, so a failure is only told."""
    if not summary:
        return
    from postlint.report.markdown import table

    try:
        with open(summary, "ab") as file:  # noqa: PTH123 - a name of GitHub's, not of ours
            room = _SUMMARY_ROOM - file.tell()
            file.write(table(report, Page(), room).encode() + b"\n")
    except (OSError, ValueError) as error:
        complain(f"the summary of the job cannot be written: {error}")
