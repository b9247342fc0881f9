"""What is wrong with the syntax of a front matter, as its reader found it, and how to mend it."""

from collections.abc import Callable
from dataclasses import dataclass

from postlint.model.finding import Edit, Fault, Fix, Problem
from postlint.model.span import Span

Change = tuple[int, int, str]
"""Start, end and what to put there."""


@dataclass(frozen=True, slots=True)
class Mend:
    """Changes that would mend a mistake together, and what they do."""

    title: str
    changes: tuple[Change, ...]

    def applied(self, source: str) -> str:
        """The source after the changes, which must not overlap."""
        parts: list[str] = []
        at = 0
        for start, end, replacement in sorted(self.changes):
            parts += (source[at:start], replacement)
            at = end
        return "".join((*parts, source[at:]))

    def helps(self, source: str, stumbles: Callable[[str], list[int]]) -> bool:
        """Whether the source can be read after the changes, or at least up to the last of them.

        `stumbles` gives the offsets at which a reader gives up, none where it does not.
        """
        mended = self.applied(source)
        last = max(end for _, end, _ in self.changes) + len(mended) - len(source)
        return all(at > last for at in stumbles(mended))


@dataclass(frozen=True, slots=True)
class Mistake:
    """A place in a source, what is wrong there and what to do about it.

    Offsets are of the source, the part of a document that a reader was given.
    """

    start: int
    end: int
    message: str
    help: str | None = None
    mend: Mend | None = None

    def as_fault(self, base: int, is_mended_by: Callable[[Mend], bool]) -> Fault:
        """The fault for a source that starts at `base` of the document.

        A mend becomes a fix only if `is_mended_by` has tried it with success.
        """
        fix = None
        if self.mend is not None and is_mended_by(self.mend):
            edits = (
                Edit(Span(base + start, base + end), replacement)
                for start, end, replacement in self.mend.changes
            )
            fix = Fix(self.mend.title, tuple(edits))
        span = Span(base + self.start, base + self.end)
        return Fault("front-matter-syntax", Problem(span, self.message, self.help, fix=fix))
