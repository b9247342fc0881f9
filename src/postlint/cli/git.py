"""What git knows of the posts: which files and lines were changed, and what is staged."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from postlint.model.errors import UsageError

_HUNK: Final = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_FILE: Final = re.compile(rb"^diff --git ", re.MULTILINE)
_DIFF: Final = (
    *("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--find-renames"),
    *("--submodule=short", "--inter-hunk-context=0"),
)
"""What a repository or its user may have configured otherwise."""
_BASES: Final = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_ALL_LINES: Final = (range(1, 1 << 60),)


class Repository:
    """The git repository around the working directory. Files are named as `place` does.

    Every method raises UsageError for what git complains of.
    """

    def __init__(self) -> None:
        """Raises UsageError outside of a repository."""
        done = _call("rev-parse", "--show-toplevel")
        if done.returncode:
            raise UsageError(f"only git knows what was changed: {_complaint(done)}")
        self._top = Path(os.fsdecode(done.stdout.removesuffix(b"\n")))

    def changed_files(self, ref: str) -> frozenset[Path]:
        """The files that are not as they were where this branch left `ref`; new ones, too."""
        base = self._merge_base(ref)
        changed = self._names(*_DIFF, "--diff-filter=d", "--name-only", "-z", base, "--")
        return frozenset((*changed, *self._untracked()))

    def changed_lines(self, ref: str) -> Mapping[Path, Sequence[range]]:
        """The 1-based lines of each such file that are not as they were; of a new one, all."""
        base = self._merge_base(ref)
        # A file that has become a link, or was one, is one name and two diffs.
        names = self._names(*_DIFF, "--diff-filter=dt", "--name-only", "-z", base, "--")
        diffs = self._git(*_DIFF, "--diff-filter=dt", "--unified=0", base, "--")
        lines = map(tuple, map(_ranges, _FILE.split(diffs)[1:]))
        other = self._names(*_DIFF, "--diff-filter=T", "--name-only", "-z", base, "--")
        changed = dict(zip(names, lines, strict=True))
        return changed | dict.fromkeys((*other, *self._untracked()), _ALL_LINES)

    def staged_files(self) -> frozenset[Path]:
        """The files that the next commit changes."""
        return frozenset(
            self._names(*_DIFF, "--diff-filter=dt", "--cached", "--name-only", "-z", "--")
        )

    def read_staged(self, path: Path) -> tuple[bytes, None]:
        """What the next commit has of a file, whatever stands on disk; it has no stamp. Raises
        OSError."""
        name = place(path).relative_to(self._top).as_posix()
        done = self._run("cat-file", "--filters", f":{name}")
        if done.returncode:
            raise OSError(0, "git has nothing of it that could be committed")
        return done.stdout, None

    def default_base(self, environ: Mapping[str, str]) -> str:
        """What a change is compared with unless told: the branch it is to be merged into."""
        told = environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")
        if branch := environ.get("GITHUB_BASE_REF"):
            told = f"origin/{branch}"
        for base in (told, *_BASES):
            if base and self._is_commit(base):
                return base
        raise UsageError("there is no branch to compare with; name a commit: --changed-lines=REF")

    def _merge_base(self, ref: str) -> str:
        if not self._is_commit(ref):
            raise UsageError(f'git knows no commit "{ref}"; fetch it, or name another')
        done = self._run("merge-base", "HEAD", ref)
        if done.returncode:
            advice = "fetch more of the history (git fetch --unshallow; fetch-depth: 0 in Actions)"
            raise UsageError(f'HEAD and "{ref}" have no commit in common here; {advice}')
        return done.stdout.decode().strip()

    def _is_commit(self, ref: str) -> bool:
        commit = f"{ref}^{{commit}}"
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", commit)
        return done.returncode == 0

    def _untracked(self) -> list[Path]:
        return self._names("ls-files", "--others", "--exclude-standard", "-z")

    def _names(self, *args: str) -> list[Path]:
        names = self._git(*args).split(b"\0")
        return [self._top / os.fsdecode(name) for name in names if name]

    def _git(self, *args: str) -> bytes:
        done = self._run(*args)
        if done.returncode:
            raise UsageError(f"git {args[0]}: {_complaint(done)}")
        return done.stdout

    def _run(self, *args: str) -> subprocess.CompletedProcess[bytes]:
        return _call("-C", str(self._top), *args)


def place(path: Path) -> Path:
    """Where a file is, absolute, whatever links lead to its folder."""
    return Path(os.path.realpath(path.parent)) / path.name


def _ranges(diff: bytes) -> Iterator[range]:
    """The lines that a diff without context adds; of what it only takes away, those beside it."""
    last = 0
    for hunk in _HUNK.finditer(diff):
        start, count = int(hunk[1]), int(hunk[2] or 1)
        first, behind = (start, start + count) if count else (max(1, start), start + 2)
        if behind > max(first, last):
            yield range(max(first, last), behind)
            last = behind


def _call(*args: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *args], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise UsageError("git is not installed, and only it knows what was changed") from None


def _complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode(errors="replace").strip().split("\n")
    return lines[0].removeprefix("fatal: ") or "it failed and does not say why"
