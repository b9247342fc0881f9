"""`postlint [check] PATH...`: arguments -> files -> findings -> report -> exit code."""

import io
import os
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.baseline import known_findings, tell_mended
from postlint.cli.changes import read_changes
from postlint.cli.exit_code import EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, exit_code
from postlint.cli.options import Preset, config_file, names_of, rules_of, today
from postlint.cli.output import write
from postlint.cli.outputs import choose_outputs, emit, refuse_posts, report_of
from postlint.cli.posts import Stdin, read_stdin, results_of
from postlint.cli.rerun import Mended, Rerun
from postlint.cli.tell import tell, tell_missing_lexicons, tell_of_styles
from postlint.model.errors import UsageError
from postlint.model.finding import Severity
from postlint.report.page import Page, page_of

if TYPE_CHECKING:
    from postlint.config.site import Site
    from postlint.engine.checked import Checked


class OutputFormat(StrEnum):
    """The names of the reporters."""

    TEXT = "text"
    CONCISE = "concise"
    STATISTICS = "statistics"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"
    CHECKSTYLE = "checkstyle"
    RDJSON = "rdjson"
    RDJSONL = "rdjsonl"
    HTML = "html"
    MARKDOWN = "markdown"


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files, folders or globs; - reads standard input."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Only these rules or groups (comma-separated, may be repeated)."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules or groups.")] = None,
    preset: Annotated[
        list[Preset] | None,
        typer.Option(help="These rules besides the recommended ones (may be repeated)."),
    ] = None,
    output_format: Annotated[
        OutputFormat | None,
        typer.Option(help="How findings are printed: text, or what suits the CI."),
    ] = None,
    output_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where they are printed, if not here.")
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT[:FILE]", help="Both in one, and several in one run (may be repeated)."
        ),
    ] = None,
    fail_on: Annotated[
        Severity | None,
        typer.Option(help="Exit with 1 from this severity on.  [default: warning]"),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended without changing the meaning.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also what needs a look.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
    since: Annotated[
        str | None, typer.Option(metavar="REF", help="Only posts changed since a branch left REF.")
    ] = None,
    changed_lines: Annotated[
        str | None,
        typer.Option(metavar="[=REF]", help="Only what is said of lines changed since REF."),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", help="The posts of the next commit, as they are staged.")
    ] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Mute what this file knows to be wrong.")
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="The format that prints findings per rule.")
    ] = False,
    color: Annotated[Color, typer.Option(help="When to use colour.")] = Color.AUTO,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration for every file.")
    ] = None,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Ignore all configuration files.")
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The name of what comes in on standard input."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary, no notes.")] = False,
) -> None:
    """Check posts and print what is wrong, where, and how to mend it."""
    from postlint.config.site import Site

    outputs = choose_outputs(output or (), output_format, output_file, statistics=statistics)
    only = config_file(config, no_config)
    styles = Site(only=only, isolated=no_config).styles_here() if select or ignore else None
    site = Site(
        only=only,
        isolated=no_config,
        select=rules_of("--select", select, styles),
        ignore=rules_of("--ignore", ignore, styles),
        presets=names_of(preset),
        today=today(),
    )
    _refuse_muddled_fixes(fix=fix, diff=diff, unsafe=unsafe_fixes)
    if diff and (output or output_format or output_file or statistics):
        raise UsageError("--diff prints a patch and no report; leave out the format of a report")
    stdin = read_stdin(paths or [], stdin_filename, alone=fix)
    known = known_findings(baseline, site)
    if staged and (fix or diff or stdin):
        raise UsageError("--staged reads what git has; there is nothing to mend or to pipe in")
    changes = read_changes(since, changed_lines, staged=staged)
    results = sorted(results_of(paths or [], stdin, site, changes), key=lambda one: one.path)
    rerun = Rerun(site, known, changes, unsafe_fixes)
    results = [rerun.mute(result) for result in results]
    if diff:
        page = page_of(sys.stdout or io.StringIO(), color.value, os.environ)
        raise typer.Exit(_show_diffs(results, stdin, rerun, page) and not exit_zero)
    mended = _mended(results, stdin, rerun) if fix else Mended(results)
    results = mended.results
    if not (fix and stdin):  # standard output is the mended post
        refuse_posts(outputs, results)
        report = replace(report_of(results), fixed=mended.fixed)
        emit(report, outputs, color.value, has_summary=not quiet)
    tell(results)
    if known and not (quiet or select or ignore):
        tell_mended(known, results)
    if not quiet:
        tell_missing_lexicons(results, site)
        tell_of_styles(results, site)
    if mended.failed:
        raise typer.Exit(EXIT_USAGE)
    if not exit_zero:
        raise typer.Exit(max((_code(result, fail_on, site) for result in results), default=0))


def _refuse_muddled_fixes(*, fix: bool, diff: bool, unsafe: bool) -> None:
    if fix and diff:
        raise UsageError("--fix writes what --diff only shows; give one of them")
    if unsafe and not (fix or diff):
        raise UsageError("--unsafe-fixes goes with --fix, or with --diff to see them first")


def _show_diffs(results: "list[Checked]", stdin: Stdin | None, rerun: Rerun, page: Page) -> int:
    """Print what fixes would change; the exit code."""
    from postlint.cli.fix import diffs

    changes = "".join(diffs(results, stdin, rerun, page))
    write(changes)
    tell(results)
    return EXIT_FINDINGS if changes else EXIT_CLEAN


def _mended(results: "list[Checked]", stdin: Stdin | None, rerun: Rerun) -> Mended:
    from postlint.cli.fix import write_fixes

    return write_fixes(results, stdin, rerun)


def _code(result: "Checked", fail_on: Severity | None, site: "Site") -> int:
    """The exit code for one file, by the severity that its own configuration fails on."""
    wanted = fail_on or site.resolver_for(Path(result.path).parent).config.fail_on
    return exit_code(result.findings, wanted)
