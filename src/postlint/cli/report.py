"""`postlint report PATH...`: what the posts of a site come to, for those who answer for it."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from postlint.cli.check_options import CheckOptions
from postlint.cli.options import names_of
from postlint.cli.output import complain
from postlint.cli.shared_options import (
    BaselineFile,
    CacheDir,
    ConfigFile,
    Ignore,
    Jobs,
    NoCache,
    NoConfig,
    NoSite,
    Presets,
    Select,
)
from postlint.model.errors import UsageError
from postlint.model.paths import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.config.site import Site
    from postlint.engine.checked import Checked
    from postlint.model.site_view import WordUse

_DEFAULT_FILE: Final = Path("postlint-report.html")


class ReportFormat(StrEnum):
    """The formats that have room for a whole site."""

    HTML = "html"
    MARKDOWN = "markdown"


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders, globs or URLs.")
    ] = None,
    report_format: Annotated[
        ReportFormat, typer.Option("--format", help="A page to look at, or text for a wiki.")
    ] = ReportFormat.HTML,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where it goes; - is standard output."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Put it in the place of a file that is no report.")
    ] = False,
    terms: Annotated[
        bool,
        typer.Option("--terms", help="Also the terms in several forms; reads all posts once more."),
    ] = False,
    select: Select = None,
    ignore: Ignore = None,
    preset: Presets = None,
    baseline: BaselineFile = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes.")] = False,
    jobs: Jobs = 0,
    no_site: NoSite = False,
    no_cache: NoCache = False,
    cache_dir: CacheDir = None,
) -> None:
    """Report on a whole site: over time, by section and author, its words, and each finding.

    The posts are checked as postlint check does. On a terminal the page is written to
    postlint-report.html, else to standard output. What is found makes no difference to the exit
    code.
    """
    file = _file(output, report_format)
    if file and not force:
        _refuse_others(file)
    options = CheckOptions(
        paths=tuple(paths or ()),
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        presets=names_of(preset),
        baseline=baseline,
        config=config,
        no_config=no_config,
        quiet=quiet,
        jobs=jobs,
        no_site=no_site,
        no_cache=no_cache,
        cache_dir=cache_dir,
    )
    raise typer.Exit(_report(options, report_format, file, has_terms=terms))


def _report(
    options: CheckOptions, report_format: ReportFormat, file: Path | None, *, has_terms: bool
) -> int:
    """Check the posts and write the report; the exit code."""
    from dataclasses import replace

    from postlint.cli.check_posts import add_notes, run_check
    from postlint.cli.outputs import Output, emit, last_reports, refuse_posts, report_of
    from postlint.cli.tell import tell
    from postlint.report.site_view import site_view
    from postlint.report.summary import summary_line

    outputs = (Output(report_format.value, file),)
    done = run_check(options, last_reports(outputs))
    refuse_posts(outputs, done.results)
    view = site_view(done.results)
    if has_terms:
        view = replace(view, terms=tuple(_terms(done.results, done.rerun.site)))
    report = replace(report_of(done.results), site=view)
    emit(report, outputs, options.color, has_summary=True)
    if file and not options.quiet:
        complain(f"{shown(file)}: {summary_line(report)}")
    code = tell(done.results)
    add_notes(done.results, done.rerun, options)
    return code


def _terms(results: "Sequence[Checked]", site: "Site") -> "Iterator[tuple[WordUse, ...]]":
    """The terms in several forms that three posts or more have, of those that are on this disk."""
    from postlint.cli.site_terms import read_post
    from postlint.engine.site_terms import count_forms
    from postlint.engine.site_words import ENOUGH_POSTS
    from postlint.model.site_view import WordUse
    from postlint.report.progress import progress

    posts = [Path(one.path) for one in results if one.facts.length]
    posts = [path for path in posts if path.is_file()]
    with progress(len(posts), sys.stderr) as advance:
        forms = count_forms(posts, site, read_post, advance)
    for term in forms.terms(ENOUGH_POSTS):
        yield tuple(
            WordUse(form.text, form.posts, form.times, form.path, is_slip=False)
            for form in term.forms
        )


def _file(output: Path | None, report_format: ReportFormat) -> Path | None:
    """Where the report goes; None for standard output."""
    if output is not None:
        return None if output == Path("-") else output
    is_page_on_screen = report_format is ReportFormat.HTML and sys.stdout and sys.stdout.isatty()
    return _DEFAULT_FILE if is_page_on_screen else None


def _refuse_others(file: Path) -> None:
    """Raise UsageError where a file is there that no report of ours is in."""
    if not file.is_file():  # none is there, or it is a pipe; a folder is told of when it is written
        return
    from postlint.cli.outputs import holds_report

    if file.stat().st_size and not holds_report(file):
        raise UsageError(f"{shown(file)} is there already and is no report; --force replaces it")
