"""`postlint [check] PATH...`: its options, as typer reads them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.check_options import CheckOptions
from postlint.cli.check_posts import check_posts
from postlint.cli.options import names_of
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
    select: Select = None,
    ignore: Ignore = None,
    preset: Presets = None,
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
    baseline: BaselineFile = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="The format that prints findings per rule.")
    ] = False,
    color: Annotated[Color, typer.Option(help="When to use colour.")] = Color.AUTO,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The name of what comes in on standard input."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary, no notes.")] = False,
    jobs: Jobs = 0,
    executor: Annotated[
        str | None,
        typer.Option(
            metavar="dask://HOST:PORT", help="Have the posts checked by the workers of a cluster."
        ),
    ] = None,
    no_site: NoSite = False,
    no_cache: NoCache = False,
    cache_dir: CacheDir = None,
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
