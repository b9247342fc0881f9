"""What .gitignore files and the configuration's `exclude` leave out, asked one path at a time."""

import os
import re
import warnings
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

# Plain strings and os.path in this module: it is asked about every file and folder of a site.
# ruff: noqa: PTH113, PTH118, PTH120, PTH123

_STAR: Final = "[^/]*"
"""What pathspec makes of a "*"; nothing else in its expressions reads like this."""

_END_OF_NAME: Final = ("/", "(?")

_MOST_CHOICES: Final = 2
"""So many "**", and so many "*", of one pattern may try several places; more are a trap."""

_MOST_BYTES: Final = 1_000_000
"""More of a .gitignore file is not read."""


class _Pattern(NamedTuple):
    """One line of a .gitignore file."""

    expression: re.Pattern[str]
    ignores: bool
    """False for a line that begins with "!" and takes back what an earlier one said."""
    tells_folders: bool
    """Whether the expression has a group for the slash after a folder's name."""


class Patterns(NamedTuple):
    """Patterns in .gitignore notation that speak of what lies below `folder`.

    As git does, a path is only asked about itself: whoever walks a tree asks about each folder on
    the way down and does not enter one that is ignored.
    """

    folder: str
    """Absolute, with a closing separator."""
    last_first: tuple[_Pattern, ...]

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """True where an absolute path is ignored, False where it is taken back, else None."""
        if not path.startswith(self.folder):
            return None
        # A line feed in a name is no end of line, and "." has to match it.
        relative = path[len(self.folder) :].replace(os.sep, "/").replace("\n", "\0")
        for pattern in self.last_first:
            if _speaks_of(pattern, relative, is_folder):
                return pattern.ignores
        return None

    def cover(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether an absolute path or a folder on the way to it is ignored."""
        end = path.find(os.sep, len(self.folder)) if path.startswith(self.folder) else -1
        while end != -1:
            if self.verdict(path[:end], is_folder=True):
                return True
            end = path.find(os.sep, end + 1)
        return bool(self.verdict(path, is_folder=is_folder))


def ignored_by(chain: Iterable[Patterns], path: str, *, is_folder: bool) -> bool:
    """Whether an absolute path is ignored by the first of several files that speaks of it."""
    for patterns in chain:
        verdict = patterns.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def top_of(folder: str, root: str) -> str:
    """Where the tree that a real folder is part of begins: at the top of its git repository.

    Without one it is `root`, or the folder itself where that does not lie in `root`.
    """
    above = folder
    while not os.path.lexists(os.path.join(above, ".git")):
        above, below = os.path.dirname(above), above
        if above == below:
            return root if is_in(folder, root) else folder
    return above


def is_in(path: str, folder: str) -> bool:
    """Whether one absolute path is the other or lies below it."""
    return path == folder or path.startswith(os.path.join(folder, ""))


def patterns_above(folder: str, top: str) -> tuple[Patterns, ...]:
    """The patterns from above a real folder, up to the top of its tree; nearest first."""
    found = []
    above = folder
    while above != top:
        above = os.path.dirname(above)
        found.append(read_patterns(os.path.join(above, ".gitignore"), above))
    found.append(read_private_patterns(top))
    return tuple(patterns for patterns in found if patterns)


def read_private_patterns(repository: str) -> Patterns | None:
    """The patterns of `.git/info/exclude`; a worktree has that of its main repository."""
    git = os.path.join(repository, ".git")
    if os.path.isfile(git):
        git = os.path.join(repository, _read(git).removeprefix("gitdir: ").strip())
        git = os.path.join(git, _read(os.path.join(git, "commondir")).strip())
    return read_patterns(os.path.join(git, "info", "exclude"), repository)


def read_patterns(file: str, folder: str) -> Patterns | None:
    """The patterns of a .gitignore file for what lies below `folder`; None where it has none.

    Like git, it passes over a file it cannot read, a link and a line that is no pattern.
    """
    text = _read(file).removeprefix("\ufeff")
    return patterns_of(text.split("\n"), folder) if text else None


def patterns_of(lines: Iterable[str], folder: str) -> Patterns | None:
    """The patterns of some lines for what lies below `folder`; None where there are none."""
    found = [pattern for line in lines if (pattern := _compile(line.removesuffix("\r")))]
    return Patterns(os.path.join(folder, ""), tuple(reversed(found))) if found else None


def is_pattern(line: str) -> bool:
    """Whether a line says something in .gitignore notation that postlint can follow."""
    return _compile(line) is not None


def _read(file: str) -> str:
    """The text of a small file, "" where it cannot be read; never waits and never follows a link,
    so that a ".gitignore" that is a pipe or leads to /dev/zero does no harm."""
    flags = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
    try:
        handle = os.open(file, sum(getattr(os, flag, 0) for flag in flags) | os.O_RDONLY)
        with open(handle, "rb") as source:
            return os.fsdecode(source.read(_MOST_BYTES) or b"")
    except (OSError, ValueError):  # ValueError: a NUL in the path that a ".git" file names
        return ""


def _speaks_of(pattern: _Pattern, path: str, is_folder: bool) -> bool:
    """Whether a pattern means this very path; pathspec's expressions match all below it, too."""
    search = pattern.expression.search
    if not pattern.tells_folders:
        return search(path) is not None
    if not is_folder:
        match = search(path)
        return match is not None and match.end(1) == -1
    match = search(path + "/")
    if match is None:
        return False
    return match.end(1) > len(path) or search(path + "/", len(path)) is not None


@lru_cache(maxsize=4096)
def _compile(line: str) -> _Pattern | None:
    """One line as a pattern, None for a comment, a blank line and what cannot be understood."""
    if not line.strip() or line.startswith("#") or "[:" in line:  # pathspec has no [[:alpha:]]
        return None
    from pathspec import GitIgnoreSpec  # 45 ms to import, and a site may need no patterns

    # pathspec reads "a/**/" as "a/"; git means the folders inside.
    line = line + "*/" if line.endswith("/**/") else line
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of re about "[[" and "--" in brackets
            found = GitIgnoreSpec.from_lines([line]).patterns
            source = found[0].regex.pattern if found and found[0].regex else None
            harmless = _without_traps(source) if isinstance(source, str) else None
            expression = re.compile(harmless) if harmless else None
    except (ValueError, re.error):
        return None
    if expression is None:
        return None
    return _Pattern(expression, bool(found[0].include), expression.groups > 0)


def _without_traps(source: str) -> str | None:
    """An expression that means the same and cannot backtrack for hours; None where it still could.

    A "*" that another one follows in the same name may as well stop at the first place where the
    text between the two fits: the later one takes up the slack. See `fnmatch.translate`.
    """
    first, *rest = source.split(_STAR)
    out = [first]
    choices = 0
    for index, between in enumerate(rest, 1):
        if index < len(rest) and "(?" not in between:
            out.append(f"(?>[^/]*?{between})")
        else:
            out.append(_STAR + between)
            choices += not between.startswith(_END_OF_NAME)
    is_trap = choices > _MOST_CHOICES or source.count(".+") > _MOST_CHOICES
    return None if is_trap else "".join(out)
