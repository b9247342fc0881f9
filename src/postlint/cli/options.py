"""What several commands take: a configuration, names of rules, the day of the run."""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from time import strftime
from typing import TYPE_CHECKING

from postlint.model.errors import UsageError

if TYPE_CHECKING:
    from postlint.styles.definition import Styles


class Preset(StrEnum):
    """The names of the presets that can be added."""

    RECOMMENDED = "recommended"
    NEWS = "news"
    SEO = "seo"
    TYPOGRAPHY = "typography"
    TIDY = "tidy"
    STRICT = "strict"
    ALL = "all"


def names_of(presets: Iterable[Preset] | None) -> tuple[str, ...]:
    """The presets of a `--preset` that may be repeated."""
    return tuple(one.value for one in presets or ())


def processors() -> int:
    """How many of them this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def config_file(config: Path | None, no_config: bool) -> Path | None:
    """The file of `--config`. Raises UsageError."""
    if config and no_config:
        raise UsageError("--config and --no-config exclude each other")
    if config and not config.is_file():
        raise UsageError(f"--config {config}: no such file")
    return config


def rules_of(
    option: str, values: Iterable[str] | None, styles: "Styles | None" = None
) -> tuple[str, ...]:
    """The rules and groups of a comma-separated option. Raises UsageError."""
    if not values:
        return ()
    from postlint.config.load import rule_names
    from postlint.styles.definition import Styles

    names = [name.strip() for value in values or () for name in value.split(",")]
    try:
        return rule_names([name for name in names if name], styles or Styles())
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def today() -> str:
    """The day of this run where it runs, as `2024-03-01`: no one below asks a clock."""
    return strftime("%Y-%m-%d")
