"""`--since`, `--changed-lines` and `--staged`: which posts, and which of their lines, count."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.content.stamp import Stamp, read_stamped
from postlint.model.errors import UsageError

if TYPE_CHECKING:
    from postlint.content.discover import Found
    from postlint.engine.checked import Checked


DEFAULT_BASE: Final = "\0"
"""Stands for the branch that a change is to be merged into; no name of a commit."""


class Changes(NamedTuple):
    """What a run is about; by default all posts, as they stand on disk."""

    files: frozenset[Path] | None = None
    """Only these posts, where it is not all."""
    lines: Mapping[Path, Sequence[range]] | None = None
    """Only these lines of each post, where it is not all."""
    is_staged: bool = False
    """Whether it is about the next commit, whatever stands on disk."""
    read: Callable[[Path], tuple[bytes, Stamp | None]] = read_stamped
    """Gives the bytes of a post, and its stamp where it is on disk."""

    def among(self, found: "Found", paths: Sequence[str]) -> "Found":
        """What was changed of the posts that were found at some paths."""
        if self.files is None:
            return found
        from postlint.cli.git import place

        files = [path for path in found.files if place(path) in self.files]
        if self.is_staged:
            files = sorted({*files, *self._not_on_disk(paths)})
        unreadable = [one for one in found.unreadable if place(one.path) in self.files]
        return found.among(files, unreadable)

    def _not_on_disk(self, paths: Sequence[str]) -> Iterator[Path]:
        """Posts of the next commit below some paths that are gone from the disk."""
        from postlint.content.discover import MARKDOWN

        folders = [Path(os.path.realpath(path)) for path in paths]
        for path in self.files or ():
            is_asked = any(path.is_relative_to(folder) for folder in folders)
            if is_asked and path.suffix in MARKDOWN and not os.path.lexists(path):
                yield Path(os.path.relpath(path))

    def mute(self, checked: "Checked") -> "Checked":
        """The result for a post with what is on other lines muted."""
        if self.lines is None:
            return checked
        from postlint.cli.git import place
        from postlint.engine.changed import mute_unchanged

        return mute_unchanged(checked, self.lines.get(place(Path(checked.path)), ()))


def read_changes(since: str | None, changed_lines: str | None, *, staged: bool) -> Changes:
    """What the options ask for; `changed_lines` may be DEFAULT_BASE.

    Raises UsageError where they exclude each other, or where git does not know.
    """
    if since is None and changed_lines is None and not staged:
        return Changes()
    if (since is not None) + (changed_lines is not None) + staged > 1:
        raise UsageError("--since, --changed-lines and --staged exclude each other")
    from postlint.cli.git import Repository

    repository = Repository()
    if staged:
        return Changes(repository.staged_files(), is_staged=True, read=repository.read_staged)
    if since is not None:
        return Changes(repository.changed_files(since))
    base = changed_lines or ""
    if base == DEFAULT_BASE:
        base = repository.default_base(os.environ)
    lines = repository.changed_lines(base)
    return Changes(frozenset(lines), lines)
