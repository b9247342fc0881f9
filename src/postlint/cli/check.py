"""`postlint [check] PATH...`: arguments -> files -> findings -> report -> exit code."""

import io
import os
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.baseline import known_findings, tell_mended
from postlint.cli.changes import Changes, read_changes
from postlint.cli.exit_code import EXIT_BUG, EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, exit_code
from postlint.cli.output import write
from postlint.cli.outputs import choose_outputs, emit, report_of
from postlint.model.errors import UsageError
from postlint.model.finding import Severity
from postlint.report.page import Page, page_of
from postlint.report.progress import progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from postlint.config.site import Site
    from postlint.content.discover import Found
    from postlint.engine.baseline import Baseline
    from postlint.engine.check import Checked, Crash
    from postlint.engine.run import Reader
    from postlint.styles.definition import Styles


class Preset(StrEnum):
    """The names of the presets that can be added."""

    NEWS = "news"
    SEO = "seo"
    TYPOGRAPHY = "typography"
    TIDY = "tidy"
    ALL = "all"


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


@dataclass(frozen=True, slots=True)
class Stdin:
    """A post that came in on standard input."""

    name: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class Mended:
    """The results of a run, after fixes were written where that was asked for."""

    results: "list[Checked]"
    fixed: int = 0
    """How many findings were mended."""
    failed: int = 0
    """How many files could not be written."""


@dataclass(frozen=True, slots=True)
class Rerun:
    """All it takes to fix a post of a run, and to check it anew."""

    site: "Site"
    known: "Baseline | None"
    changes: Changes
    unsafe: bool
    """Whether fixes that may need a look are wanted, too."""

    def mute(self, checked: "Checked") -> "Checked":
        """The result for a post with what is known, or not on a changed line, muted."""
        muted = self.known.mute(checked) if self.known else checked
        return self.changes.mute(muted)


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
        presets=tuple(one.value for one in preset or ()),
        today=today(),
    )
    _refuse_muddled_fixes(fix=fix, diff=diff, unsafe=unsafe_fixes)
    stdin = _read_stdin(paths or [], stdin_filename, alone=fix)
    known = known_findings(baseline, site)
    if staged and (fix or stdin):
        raise UsageError("--staged reads what git has; there is nothing to write or to pipe in")
    changes = read_changes(since, changed_lines, staged=staged)
    results = sorted(_results(paths or [], stdin, site, changes), key=lambda one: one.path)
    rerun = Rerun(site, known, changes, unsafe_fixes)
    results = [rerun.mute(result) for result in results]
    if diff:
        page = page_of(sys.stdout or io.StringIO(), color.value, os.environ)
        raise typer.Exit(_show_diffs(results, stdin, rerun, page))
    mended = _mended(results, stdin, rerun) if fix else Mended(results)
    results = mended.results
    if not (fix and stdin):  # standard output is the mended post
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


def today() -> str:
    """The day of this run where it runs, as `2024-03-01`: no one below asks a clock."""
    return datetime.now().astimezone().date().isoformat()


def config_file(config: Path | None, no_config: bool) -> Path | None:
    """The file of `--config`. Raises UsageError."""
    if config and no_config:
        raise UsageError("--config and --no-config exclude each other")
    if config and not config.is_file():
        raise UsageError(f"--config {config}: no such file")
    return config


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


def _read_stdin(paths: "Sequence[str]", stdin_filename: str | None, *, alone: bool) -> Stdin | None:
    """What comes in on standard input, if it is asked for. Raises UsageError."""
    if stdin_filename == "":
        raise UsageError("--stdin-filename is empty; name the file that comes in")
    if stdin_filename and paths and "-" not in paths:
        raise UsageError("--stdin-filename names what - reads, and there is no - among the paths")
    if not (stdin_filename or "-" in paths):
        return None
    if alone and set(paths) - {"-"}:
        raise UsageError("--fix mends files or what comes in on standard input, not both at once")
    if sys.stdin is None:
        raise UsageError("- reads standard input, which is closed")
    return Stdin(Path(stdin_filename or "stdin.md"), sys.stdin.buffer.read())


def _results(
    paths: "Sequence[str]", stdin: Stdin | None, site: "Site", changes: Changes
) -> "Iterator[Checked]":
    """What came out of standard input and of each file on disk."""
    from postlint.engine.run import run

    if stdin:
        yield from _from_stdin(stdin, site)
    on_disk = [path for path in paths if path != "-"]
    if on_disk or not (paths or stdin):
        reader = partial(run, read=changes.read)
        yield from read_posts(on_disk, site, reader, changes.among)


def read_posts(
    paths: "Sequence[str]",
    site: "Site",
    reader: "Reader",
    among: "Callable[[Found], Found]" = lambda found: found,
) -> "list[Checked]":
    """What a reader says of the posts on disk, or some of them, with a bar for who waits."""
    found = among(site.find(paths or ["."]))
    with progress(len(found.files) + len(found.unreadable), sys.stderr) as advance:
        return reader(found, site.resolver_for, advance)


def tell(results: "Sequence[Checked]") -> None:
    """Say that there was nothing, or that there is a bug of ours. Raises typer.Exit for a bug."""
    if not results:
        typer.echo("postlint: no posts here: nothing was checked", err=True)
    crashes = [crash for result in results for crash in result.crashes]
    for crash in crashes:
        typer.echo(_bug(crash), err=True)
    if crashes:
        raise typer.Exit(EXIT_BUG)


def tell_missing_lexicons(results: "Sequence[Checked]", site: "Site") -> bool:
    """Say that posts were read for which there is no lexicon; whether there are any."""
    languages = {site.resolver_for(Path(one.path).parent).config.language for one in results}
    codes = sorted({one.code for one in languages if not (one.is_english or one.lexicon)})
    if codes:
        names = ", ".join(f'"{code}"' for code in codes)
        makes = f"postlint words build --language {codes[0]} makes one"
        text = f"there is no lexicon of {names}, so the spelling rules say nothing; {makes}"
        typer.echo(f"postlint: {text}", err=True)
    return bool(codes)


def tell_of_styles(results: "Sequence[Checked]", site: "Site") -> None:
    """Say which rules of style packs are not run, and what in them has no effect."""
    resolvers = [site.resolver_for(Path(one.path).parent) for one in results]
    for styles in {id(one): one.config.styles for one in resolvers}.values():
        needs: dict[str, list[str]] = {}
        for one in styles.skipped:
            needs.setdefault(one.needs, []).append(one.name)
        if needs:
            kinds = "; ".join(f"{', '.join(names)} needs {what}" for what, names in needs.items())
            typer.echo(f"postlint: rules that are not run: {kinds}", err=True)
        for note in styles.notes:
            typer.echo(f"postlint: {note}", err=True)


def _from_stdin(stdin: Stdin, site: "Site") -> "Iterator[Checked]":
    from postlint.engine.run import run_alone

    if not site.resolver_for(stdin.name.parent).is_excluded(stdin.name):
        yield run_alone(stdin.name, stdin.data, site.resolver_for)


def rules_of(
    option: str, values: list[str] | None, styles: "Styles | None" = None
) -> tuple[str, ...]:
    """The rules and groups of a comma-separated option. Raises UsageError."""
    from postlint.config.load import rule_names
    from postlint.styles.definition import Styles

    names = [name.strip() for value in values or () for name in value.split(",")]
    try:
        return rule_names([name for name in names if name], styles or Styles())
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def _code(result: "Checked", fail_on: Severity | None, site: "Site") -> int:
    """The exit code for one file, by the severity that its own configuration fails on."""
    wanted = fail_on or site.resolver_for(Path(result.path).parent).config.fail_on
    return exit_code(result.findings, wanted)


def _bug(crash: "Crash") -> str:
    rest = "this file was not checked, the others were"
    if crash.part != "the reader":
        rest = "the other rules and files were checked"
    path = page_of(sys.stderr, "never", os.environ).spell(crash.path)
    text = f"postlint: a bug of ours: {crash.part} crashed on {path}; {rest}."
    return f"{text} Please report it with this:\n{crash.traceback}"
