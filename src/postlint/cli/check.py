"""`postlint [check] PATH...`: its options, as typer reads them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.check_options import CheckOptions
from postlint.cli.check_posts import check_posts
from postlint.cli.options import Preset, names_of
from postlint.model.finding import Severity


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
        typer.Argument(
            metavar="PATH...", help="Files, folders, globs or URLs; - reads standard input."
        ),
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
        typer.Option(help="Exit with 1 from this severity on.  \\[default: warning]"),
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
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", "-j", metavar="N", min=0, help="So many processes; 0: one a processor."
        ),
    ] = 0,
    executor: Annotated[
        str | None,
        typer.Option(
            metavar="dask://HOST:PORT", help="Have the posts checked by the workers of a cluster."
        ),
    ] = None,
    no_site: Annotated[
        bool, typer.Option("--no-site", help="Leave the other posts of the site out of account.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check every post anew and remember nothing.")
    ] = False,
    cache_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Where results are remembered.  \\[default: .postlint_cache]"
        ),
    ] = None,
    timing: Annotated[
        bool,
        typer.Option(
            "--timing", help="Say where the time goes, checking all in one process, without cache."
        ),
    ] = False,
) -> None:
    """Check posts and print what is wrong, where, and how to mend it."""
    options = CheckOptions(
        paths=tuple(paths or ()),
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        presets=names_of(preset),
        output_format=output_format,
        output_file=output_file,
        outputs=tuple(output or ()),
        fail_on=fail_on,
        exit_zero=exit_zero,
        fix=fix,
        unsafe_fixes=unsafe_fixes,
        diff=diff,
        since=since,
        changed_lines=changed_lines,
        staged=staged,
        baseline=baseline,
        statistics=statistics,
        color=color.value,
        config=config,
        no_config=no_config,
        stdin_filename=stdin_filename,
        quiet=quiet,
        jobs=jobs,
        executor=executor,
        no_site=no_site,
        no_cache=no_cache,
        cache_dir=cache_dir,
        timing=timing,
    )
    raise typer.Exit(check_posts(options))
