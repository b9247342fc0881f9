"""What `postlint check` is asked for."""

from pathlib import Path
from typing import NamedTuple

from postlint.model.finding import Severity
from postlint.report.page import ColorChoice


class CheckOptions(NamedTuple):
    """The options of `check` by the names they have there; the defaults are those of none."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    output_format: str | None = None
    output_file: Path | None = None
    outputs: tuple[str, ...] = ()
    fail_on: Severity | None = None
    exit_zero: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    since: str | None = None
    changed_lines: str | None = None
    staged: bool = False
    baseline: Path | None = None
    statistics: bool = False
    color: ColorChoice = "auto"
    config: Path | None = None
    no_config: bool = False
    stdin_filename: str | None = None
    quiet: bool = False
    jobs: int = 0
    """How many processes; 0 for one on each processor."""
    executor: str | None = None
    """The address of what checks the posts in place of this machine."""
    no_site: bool = False
    """Whether the posts are judged without the rest of their site."""
    no_cache: bool = False
    cache_dir: Path | None = None
    timing: bool = False
