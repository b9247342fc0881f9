"""What a run has come to so far, and all it takes to check a post of it anew."""

from typing import TYPE_CHECKING, NamedTuple

from postlint.cli.changes import Changes

if TYPE_CHECKING:
    from postlint.config.site import Site
    from postlint.engine.baseline import Baseline
    from postlint.engine.checked import Checked


class Mended(NamedTuple):
    """The results of a run, after fixes were written where that was asked for."""

    results: "list[Checked]"
    fixed: int = 0
    """How many findings were mended."""
    failed: int = 0
    """How many files could not be written."""


class Rerun(NamedTuple):
    """All it takes to fix a post of a run, and to check it anew."""

    site: "Site"
    known: "Baseline | None"
    changes: Changes
    unsafe: bool
    """Whether fixes that may need a look are wanted, too."""

    def mute(self, checked: "Checked") -> "Checked":
        """The result for a post with what is known, or not on a changed line, muted."""
        muted = self.known.mute(checked) if self.known else checked
        return self.changes.mute(muted)
