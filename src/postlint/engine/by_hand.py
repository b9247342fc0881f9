"""One post, finding after finding, with a person who decides what becomes of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from postlint.content.source import decode
from postlint.engine.add_suppression import suppress
from postlint.engine.checked import Checked
from postlint.engine.fix import Check, apply, is_spoilt
from postlint.model.finding import Edit, Finding
from postlint.model.report import Report


@dataclass(frozen=True, slots=True)
class Desk:
    """A post as it lies before the person: what was decided so far is in its bytes."""

    data: bytes
    checked: Checked
    passed: tuple[int, frozenset[str]] = (0, frozenset())
    """Up to which code point all is decided, and the rules whose finding there was skipped."""

    @property
    def finding(self) -> Finding | None:
        """What is to be decided next."""
        start, skipped = self.passed
        return next(
            (
                one
                for one in self.checked.findings
                if one.muted_by is None
                and (
                    one.span.start > start or (one.span.start == start and one.rule not in skipped)
                )
            ),
            None,
        )

    @property
    def report(self) -> Report:
        """What is to be decided next, and the line it stands on, for a reporter."""
        lines = {(self.checked.path, number): line for number, line in self.checked.lines}
        return Report(tuple(one for one in (self.finding,) if one), 1, lines)

    def skip(self) -> "Desk":
        """Leave the finding as it is."""
        start, skipped = self.passed
        if self.finding is None:
            return self
        same = skipped if self.finding.span.start == start else frozenset()
        passed = (self.finding.span.start, same | {self.finding.rule})
        return Desk(self.data, self.checked, passed)

    def edit(self, edits: Sequence[Edit], check: Check) -> "Desk | None":
        """Apply edits; None where they would make the front matter unreadable."""
        after = apply(self.data, edits)
        checked = check(after)
        if is_spoilt(self.checked, checked):
            return None
        start, skipped = self.passed
        above = (edit for edit in edits if edit.span.end <= start)
        grown = sum(len(edit.replacement) - edit.span.end + edit.span.start for edit in above)
        return Desk(after, checked, (start + grown, skipped))

    def suppress(self, reason: str, check: Check) -> "Desk | None":
        """Mute the finding with a comment; None where no comment can."""
        wanted = self.finding
        done = suppress(self.data, check, lambda one: one == wanted, reason)
        if not done.muted:
            return None
        old, new = decode(self.data).text, decode(done.after).text
        start, skipped = self.passed
        is_above = not new.startswith(old[: start + 1])
        passed = start + (len(new) - len(old)) * is_above
        return Desk(done.after, check(done.after), (passed, skipped))

    def again(self, check: Check) -> "Desk":
        """Look at the same post anew, after what is known of words has changed."""
        return Desk(self.data, check(self.data), self.passed)
