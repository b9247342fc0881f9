"""One folder and all below it: what is to be read, which links there are, what failed."""

import os
from collections.abc import Iterator, Set
from typing import Final, Literal, NamedTuple

from postlint.content.ignore import (
    Patterns,
    ignored_by,
    patterns_above,
    read_patterns,
    read_private_patterns,
    top_of,
)

NEVER_CONTENT: Final = frozenset(
    (
        *(".git", ".hg", ".svn"),
        *("node_modules", "bower_components", ".venv", "venv", "__pycache__", ".tox", ".nox"),
    )
)
"""Folders that hold version control and other people's packages, with a README in each."""

_ENVIRONMENT: Final = frozenset(("pyvenv.cfg", "conda-meta"))
"""What is only found where Python packages are installed, whatever the folder's name."""

_VENDORED: Final = frozenset(("autoload.php", "bundle", "modules.txt"))
"""What Composer, Bundler and Go leave in a folder "vendor"; without these it may be content."""

_NEVER_POSTS: Final = (".#", "._")
"""How Emacs begins the names of its locks, and macOS those of its resource forks."""


class Wanted(NamedTuple):
    """Which files of a folder are wanted."""

    extensions: tuple[str, ...]
    """Lower case, with the dot; names are compared in lower case."""
    excluded: Patterns | None = None
    """What is not wanted whoever names it."""


class Entry(NamedTuple):
    """A path that was met: as shown to the user, and absolute with all links resolved, except the
    last part of a link."""

    shown: str
    real: str
    kind: Literal["file", "link", "failure"] = "file"
    reason: str = ""
    """Of a failure: why it cannot be read; lower case, no full stop."""


class _Folder(NamedTuple):
    shown: str
    real: str
    chain: tuple[Patterns, ...]
    """What speaks of the names in it, nearest first; its own .gitignore is yet to be read."""


def walk(shown: str, real: str, root: str, wanted: Wanted) -> Iterator[Entry]:
    """What is wanted in a folder and below it, in no particular order; links are not followed.

    The folder itself is read whatever .gitignore files say of it.
    """
    chain = patterns_above(real, top_of(real, root))
    prefix = "" if shown == "." else os.path.join(shown, "")  # noqa: PTH118
    waiting = [_Folder(prefix, real, chain)]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder.real) as found:
                entries = list(found)
        except OSError as error:
            yield Entry(folder.shown.rstrip("/") or ".", folder.real, "failure", reason_of(error))
            continue
        names = {entry.name for entry in entries}
        is_top = folder.real == real
        if is_top or not _is_installed(folder.real, names):
            chain = _with_own_patterns(folder, names, is_top=is_top)
            for entry in entries:
                yield from _sort_out(entry, folder.shown, chain, wanted, waiting)


def is_wanted(name: str, extensions: tuple[str, ...]) -> bool:
    """Whether a file of a folder is a post, by its name."""
    return name.lower().endswith(extensions) and not name.startswith(_NEVER_POSTS)


def reason_of(error: OSError) -> str:
    """What the operating system says, as the end of a message."""
    return (error.strerror or str(error)).lower()


def _is_installed(folder: str, names: Set[str]) -> bool:
    """Whether a folder holds packages that a package manager put there."""
    is_vendor = folder.endswith(f"{os.sep}vendor")
    return not names.isdisjoint(_ENVIRONMENT) or (is_vendor and not names.isdisjoint(_VENDORED))


def _with_own_patterns(folder: _Folder, names: Set[str], *, is_top: bool) -> tuple[Patterns, ...]:
    chain = folder.chain
    if ".git" in names and not is_top:  # a submodule; what surrounds it has no say in it
        private = read_private_patterns(folder.real)
        chain = (private,) if private else ()
    if ".gitignore" in names:
        own = read_patterns(os.path.join(folder.real, ".gitignore"), folder.real)  # noqa: PTH118
        chain = (own, *chain) if own else chain
    return chain


def _sort_out(
    entry: "os.DirEntry[str]",
    above: str,
    chain: tuple[Patterns, ...],
    wanted: Wanted,
    waiting: list[_Folder],
) -> Iterator[Entry]:
    """One name in a folder: yield it, have it wait to be read, or pass it over."""
    name, real = entry.name, entry.path
    is_folder = entry.is_dir(follow_symlinks=False)
    is_link = not is_folder and entry.is_symlink()
    is_post = is_wanted(name, wanted.extensions)
    if is_folder or (is_link and not is_post and _leads_to_folder(entry)):
        if name in NEVER_CONTENT:
            return
    elif not is_post:
        return
    if ignored_by(chain, real, is_folder=is_folder):
        return
    if wanted.excluded and wanted.excluded.verdict(real, is_folder=is_folder):
        return
    if is_folder:
        waiting.append(_Folder(f"{above}{name}/", real, chain))
    elif is_link:
        yield Entry(above + name, real, "link")
    elif entry.is_file(follow_symlinks=False):
        yield Entry(above + name, real)
    else:
        yield Entry(above + name, real, "failure", "neither a file nor a folder")


def _leads_to_folder(link: "os.DirEntry[str]") -> bool:
    try:
        return link.is_dir()
    except OSError:  # a link to itself
        return False
