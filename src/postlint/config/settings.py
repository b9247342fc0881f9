"""The configuration as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from postlint.content.language import ENGLISH, Language
from postlint.content.source import MAX_BYTES
from postlint.content.vocabulary import HouseWords
from postlint.language.terms.terms import NO_TERMS, Terms
from postlint.model.finding import Severity
from postlint.styles.definition import Styles


class RuleSetting(NamedTuple):
    """What a configuration says of one rule; None leaves the rule's own default."""

    enabled: bool | None = None
    severity: Severity | None = None
    options: Mapping[str, object] = {}
    """By field name of the rule's dataclass."""

    def over(self, base: "RuleSetting") -> "RuleSetting":
        """This setting laid over another one."""
        return RuleSetting(
            base.enabled if self.enabled is None else self.enabled,
            self.severity or base.severity,
            {**base.options, **self.options},
        )


class ContentEntry(NamedTuple):
    """One `[[content]]` table: which files it speaks of, and what holds for them."""

    line: int
    """1-based line of the configuration file, for `postlint explain`."""
    files: tuple[str, ...] = ("**",)
    """Globs in .gitignore notation, relative to the folder of the configuration file."""
    where: Mapping[str, str | int | float | bool] = {}
    """Front-matter keys and the value each must have, e.g. `layout = "post"`."""
    schemas: tuple[Path, ...] = ()
    rules: Mapping[str, RuleSetting] = {}


@dataclass(frozen=True, slots=True)
class Config:
    """All that can be configured; the defaults are those of a site without a configuration."""

    root: Path
    """The folder globs and schema paths are relative to; nothing outside of it is read."""
    path: Path | None = None
    """The configuration file, None where there is none."""
    language: Language = ENGLISH
    fail_on: Severity = Severity.WARNING
    exclude: tuple[str, ...] = ()
    max_file_size: int = MAX_BYTES
    """Bytes; a larger post is not read."""
    baseline: Path | None = None
    """The file of what was known to be wrong, whether or not it is there."""
    presets: tuple[str, ...] = ()
    """Choices of rules that run besides the recommended ones."""
    select: tuple[str, ...] = ()
    """Names of rules or groups; empty: the rules of `presets` and the recommended ones."""
    ignore: tuple[str, ...] = ()
    content: tuple[ContentEntry, ...] = ()
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    words: HouseWords = field(default_factory=HouseWords)
    """The house's own words, of the configuration and of its word files."""
    terms: Terms = NO_TERMS
    """What the house writes otherwise, of the configuration and of its files of terms."""
    ban: Terms = NO_TERMS
    """What the house does not want to read at all."""
    styles: Styles = field(default_factory=Styles)
    """The style packs in use, read."""
    files: tuple[Path, ...] = ()
    """What was read for it: the configuration file, lists of words, files of terms."""
