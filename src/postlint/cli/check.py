"""`postlint [check] PATH...`: arguments -> files -> findings -> report -> exit code."""

import io
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.exit_code import EXIT_BUG, exit_code
from postlint.cli.output import write
from postlint.model.errors import UsageError
from postlint.model.finding import Severity
from postlint.model.report import Report
from postlint.report.formats import reporter
from postlint.report.page import page_of
from postlint.report.progress import progress
from postlint.report.statistics import render as table_of_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.config.site import Site
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
    JSON = "json"


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
        OutputFormat, typer.Option(help="How findings are printed.")
    ] = OutputFormat.TEXT,
    fail_on: Annotated[
        Severity | None,
        typer.Option(help="Exit with 1 from this severity on.  [default: warning]"),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print findings per rule instead of each finding.")
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

    if statistics and output_format is not OutputFormat.TEXT:
        raise UsageError(f"--statistics is a table; it has no --output-format {output_format}")
    only = config_file(config, no_config)
    styles = Site(only=only, isolated=no_config).styles_here() if select or ignore else None
    site = Site(
        only=only,
        isolated=no_config,
        select=_rules("--select", select, styles),
        ignore=_rules("--ignore", ignore, styles),
        presets=tuple(one.value for one in preset or ()),
    )
    results = sorted(_results(paths or [], stdin_filename, site), key=lambda one: one.path)
    page = page_of(sys.stdout or io.StringIO(), color.value, os.environ, has_summary=not quiet)
    render = table_of_rules if statistics else reporter(output_format.value)
    write(render(_report(results), page))
    tell(results)
    if not quiet:
        tell_missing_lexicons(results, site)
        tell_of_styles(results, site)
    if not exit_zero:
        raise typer.Exit(max((_code(result, fail_on, site) for result in results), default=0))


def config_file(config: Path | None, no_config: bool) -> Path | None:
    """The file of `--config`. Raises UsageError."""
    if config and no_config:
        raise UsageError("--config and --no-config exclude each other")
    if config and not config.is_file():
        raise UsageError(f"--config {config}: no such file")
    return config


def _results(
    paths: "Sequence[str]", stdin_filename: str | None, site: "Site"
) -> "Iterator[Checked]":
    """What came out of standard input and of each file on disk."""
    from postlint.engine.run import run

    if stdin_filename == "":
        raise UsageError("--stdin-filename is empty; name the file that comes in")
    if stdin_filename and paths and "-" not in paths:
        raise UsageError("--stdin-filename names what - reads, and there is no - among the paths")
    if stdin_filename or "-" in paths:
        yield from _from_stdin(Path(stdin_filename or "stdin.md"), site)
    on_disk = [path for path in paths if path != "-"]
    if on_disk or not (paths or stdin_filename):
        yield from read_posts(on_disk, site, run)


def read_posts(paths: "Sequence[str]", site: "Site", reader: "Reader") -> "list[Checked]":
    """What a reader says of the posts on disk, with a bar for who waits."""
    found = site.find(paths or ["."])
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


def _from_stdin(name: Path, site: "Site") -> "Iterator[Checked]":
    from postlint.engine.check import check_safely

    resolver = site.resolver_for(name.parent)
    if sys.stdin is None:
        raise UsageError("- reads standard input, which is closed")
    if not resolver.is_excluded(name):
        yield check_safely(name.as_posix(), sys.stdin.buffer.read(), resolver)


def _report(results: "Sequence[Checked]") -> Report:
    return Report(
        findings=tuple(finding for result in results for finding in result.findings),
        files=len(results),
        lines={(result.path, number): line for result in results for number, line in result.lines},
    )


def _rules(option: str, values: list[str] | None, styles: "Styles | None") -> tuple[str, ...]:
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
