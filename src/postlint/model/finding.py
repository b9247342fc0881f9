"""What a rule may say (`Problem`) and what is made of it for everybody else (`Finding`)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from postlint.model.span import Position, Span


class Severity(StrEnum):
    """How sure we are that something is wrong.

    error: surely wrong. warning: very probably wrong. info: worth a look, or cosmetic.
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points of `span` by `replacement`; an empty span inserts."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a problem together; `safe` means the post's meaning cannot change."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """All that a rule may say: where, what, and how to mend it.

    `others` are further places of the same problem, for a rule that groups what it finds in a
    file into one finding. The message is lower case, without a full stop, and holds the actual
    value; what to do goes into `help`.
    """

    span: Span
    message: str
    help: str | None = None
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    others: tuple[Span, ...] = ()
    severity: Severity | None = None
    """For a rule whose table says how severe what it finds is; a configured severity of the rule
    counts more. None: that of the rule."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem met while a post was read, parsed or validated; `rule` is who reports it."""

    rule: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """All that a reporter, the cache or a baseline needs to know of one problem."""

    path: str
    span: Span
    start: Position
    end: Position
    rule: str
    severity: Severity
    message: str
    help: str | None
    suggestions: tuple[str, ...]
    fix: Fix | None
    fingerprint: str
    muted_by: Literal["comment", "baseline", "unchanged"] | None = None
