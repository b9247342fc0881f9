"""What of a configuration a run has to know of posts that are not checked anew."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from postlint.config.find import passed_over
from postlint.model.errors import SchemaError
from postlint.model.finding import Severity
from postlint.model.paths import shown

if TYPE_CHECKING:
    from postlint.config.settings import Config


class Outline(NamedTuple):
    """Where posts are, how their findings are judged, and what is to be said of the rules."""

    root: str
    """The folder globs are relative to, absolute."""
    path: str | None = None
    """The configuration file, absolute; None where there is none."""
    exclude: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    baseline: str | None = None
    """The file of what was known to be wrong."""
    has_schemas: bool = False
    """Whether it names schemas; else that of the site generator holds."""
    counts_excluded: bool = False
    """Whether it may be said that no post has something, so that excluded ones count."""
    missing_lexicon: str = ""
    """The code of a language that there is no lexicon of."""
    skipped_rules: tuple[tuple[str, str], ...] = ()
    """The rules of style packs that are not run, and what each needs."""
    notes: tuple[str, ...] = ()
    """What in the configuration and the style packs has no effect."""


def outline_of(config: "Config") -> Outline:
    """What a run has to know of a configuration."""
    language, styles = config.language, config.styles
    return Outline(
        root=str(config.root),
        path=str(config.path) if config.path else None,
        exclude=config.exclude,
        fail_on=config.fail_on,
        baseline=str(config.baseline) if config.baseline else None,
        has_schemas=any(entry.schemas for entry in config.content),
        counts_excluded=bool(config.exclude) and _counts_excluded(config),
        missing_lexicon="" if language.is_english or language.lexicon else language.code,
        skipped_rules=tuple((one.name, one.needs) for one in styles.skipped),
        notes=(*_notes(config), *styles.notes),
    )


def count_excluded(names: Collection[str], presets: Collection[str]) -> bool:
    """Whether a rule that counts excluded posts is asked for by its name, its group or a preset."""
    from postlint.rules.registry import RULES

    return any(
        not {one.meta.name, one.meta.group, "all"}.isdisjoint(names)
        or not {*one.meta.presets, "all"}.isdisjoint(presets)
        for one in RULES
        if one.meta.counts_excluded
    )


def _counts_excluded(config: "Config") -> bool:
    from postlint.schema.load import load_schema

    layers = (config.rules, *(entry.rules for entry in config.content))
    names = {name for layer in layers for name, one in layer.items() if one.enabled is not False}
    if count_excluded({*config.select, *names}, config.presets):
        return True
    with suppress(SchemaError):  # told when a post is checked with it
        paths = {path for entry in config.content for path in entry.schemas}
        return any(load_schema(path, config.root).refers for path in paths)
    return False


def _notes(config: "Config") -> Iterator[str]:
    if config.path:
        for other in passed_over(config.path):
            yield f"{shown(other)} is not used, because of {shown(config.path)} beside it"
