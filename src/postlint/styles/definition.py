"""A rule of a style pack as its file says it: plain data, nothing compiled."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from postlint.model.finding import Severity
from postlint.styles.written import Written

GROUP: Final = "style"
"""The group of all rules of packs."""

Pair = tuple[Written, Written]
Value = Written | tuple[Written, ...] | tuple[Pair, ...] | bool | int | float


class Action(NamedTuple):
    """What a rule proposes to do with what it finds."""

    name: str = ""
    """replace, remove, edit, convert or suggest; empty for nothing."""
    params: tuple[str, ...] = ()


class Definition(NamedTuple):
    """One rule."""

    name: str
    """The pack's name, a dot, and the rule's: Google.Passive."""
    place: str
    """Its file as shown to the user."""
    extends: str
    message: str
    severity: Severity = Severity.WARNING
    scope: tuple[str, ...] = ("text",)
    link: str = ""
    description: str = ""
    limit: int = 0
    """So many findings in a post at most; 0 for any number."""
    action: Action = Action()
    values: Mapping[str, Value] = {}
    """What else it says, by key in small letters."""

    @property
    def pack(self) -> str:
        """The name of the pack."""
        return self.name.partition(".")[0]

    def flag(self, key: str, default: bool = False) -> bool:
        """Whether a key is set to true."""
        value = self.values.get(key, default)
        return value if isinstance(value, bool) else default

    def whole(self, key: str) -> int:
        """A whole number; 0 where there is none."""
        value = self.values.get(key, 0)
        return value if isinstance(value, int) else 0

    def number(self, key: str, default: float) -> float:
        """A number."""
        value = self.values.get(key, default)
        return value if isinstance(value, int | float) else default

    def text(self, key: str) -> Written:
        """A text; an empty one where there is none."""
        value = self.values.get(key)
        return value if isinstance(value, Written) else Written("", self.place)

    def texts(self, key: str) -> tuple[Written, ...]:
        """A list of texts."""
        value = self.values.get(key, ())
        if not isinstance(value, tuple):
            return ()
        return tuple(one for one in value if isinstance(one, Written))

    def pairs(self, key: str) -> tuple[Pair, ...]:
        """A table of texts, in the order of the file."""
        value = self.values.get(key, ())
        if not isinstance(value, tuple):
            return ()
        return tuple(one for one in value if not isinstance(one, Written))


class Skipped(NamedTuple):
    """A rule that cannot be run here."""

    name: str
    needs: str
    """What it would take."""


class Vocabulary(NamedTuple):
    """The words of a house, as patterns: those that are right, and those to avoid."""

    accept: tuple[Written, ...] = ()
    reject: tuple[Written, ...] = ()


class Styles(NamedTuple):
    """All that the packs in use say."""

    rules: Mapping[str, Definition] = {}
    """By name, in the order of the packs and of their files."""
    skipped: tuple[Skipped, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    least: Severity = Severity.INFO
    """Less severe rules do not run."""
    folders: tuple[Path, ...] = ()
    """Where packs lie; what a rule names, such as a list of words, is looked for there."""
    notes: tuple[str, ...] = ()
    """What has no effect here, each on one line."""

    @property
    def packs(self) -> tuple[str, ...]:
        """The names of the packs."""
        named = (*self.rules, *(one.name for one in self.skipped))
        return tuple(dict.fromkeys(name.partition(".")[0] for name in named))

    @property
    def names(self) -> frozenset[str]:
        """All names of rules, those that are skipped too."""
        return frozenset(self.rules) | {one.name for one in self.skipped}
