"""Files, folders and globs in, the posts to read out: each once, in an order that never changes."""

import os
import stat
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.content.ignore import Patterns, is_in, is_pattern, patterns_of, top_of
from postlint.content.near import nearest
from postlint.content.walk import Entry, Wanted, reason_of, walk
from postlint.model.errors import ConfigError, UsageError
from postlint.model.paths import shown

if TYPE_CHECKING:
    from postlint.content.remote import RemoteFile

# os.path and plain strings: ten thousand Path objects take longer than reading the folders.
# ruff: noqa: PTH112, PTH114, PTH115, PTH116, PTH118, PTH119, PTH120, PTH122, PTH208

MARKDOWN: Final = (".md", ".markdown", ".mdx")
"""The extensions of posts."""

_WILDCARDS: Final = frozenset("*?[")


class Unreadable(NamedTuple):
    """A path that should have been read and cannot be; `reason` is lower case, no full stop."""

    path: Path
    reason: str


class Found(NamedTuple):
    """What is to be read, as shown to the user, and sorted by that."""

    files: tuple[Path, ...]
    unreadable: tuple[Unreadable, ...] = ()
    remote: "tuple[RemoteFile, ...]" = ()
    """Those behind URLs, sorted by these."""
    folders: tuple[str, ...] = ()
    """Of which all posts were asked for; absolute, with links resolved."""
    sites: tuple[str, ...] = ()
    """The folders of the sites of which all posts are known, absolute: these, or those of `rest`.
    """
    rest: tuple[str, ...] = ()
    """The other posts of the same sites, sorted: what they say counts, and nothing is said of them.
    There may be a hundred thousand of them, and to make a path of each takes longer than to know
    that it has not changed."""
    excluded: tuple[str, ...] = ()
    """The posts of the same sites that are not to be checked, sorted, where it may be said that no
    post of a site has something: these may have it."""

    def has_all_of(self, folder: str) -> bool:
        """Whether every post below a folder was asked for."""
        real = os.path.realpath(folder)
        return any(is_in(real, one) for one in self.folders)

    def among(self, files: Iterable[Path], unreadable: Iterable[Unreadable]) -> "Found":
        """Only some of what was found; what is left out is known of nevertheless."""
        kept = tuple(files)
        left = (path.as_posix() for path in set(self.files).difference(kept))
        rest = sorted({*self.rest, *left})
        return self._replace(files=kept, unreadable=tuple(unreadable), rest=tuple(rest))

    def without(self, files: Collection[str]) -> "Found":
        """All but some files, which are absolute, with links resolved."""
        if not files:
            return self
        names = {os.path.basename(file) for file in files}

        def stays(path: str) -> bool:
            return os.path.basename(path) not in names or os.path.realpath(path) not in files

        kept = tuple(path for path in self.files if stays(str(path)))
        return self._replace(files=kept, rest=tuple(filter(stays, self.rest)))


def find_files(
    paths: Sequence[str | Path],
    *,
    root: Path,
    exclude: Sequence[str] = (),
    extensions: Sequence[str] = MARKDOWN,
) -> Found:
    """The posts among some files, folders and globs; paths are relative to the working directory.

    In a folder, that is every file with one of the `extensions` (upper case or lower), hidden
    folders too, except what .gitignore files and `.git/info/exclude` leave out, folders that are
    never content (`node_modules`) and installed packages (`vendor` with an `autoload.php`). A path
    named outright is read whatever .gitignore says, a file whatever its extension. `exclude`
    holds patterns in .gitignore notation, relative to `root`, and wins over everything.

    A file that several paths or links lead to is found once, under its own name where that is
    among the paths. A link is followed as long as it stays in the repository (without one: in
    `root`, or else in the folder named): a stranger's link must not have a file of the machine
    printed. Only a folder that is named outright may be a link to anywhere.

    Raises UsageError for a path that does not exist and a glob that matches nothing, ConfigError
    for an `exclude` that is no pattern.
    """
    found = find_entries(paths, root=root, exclude=exclude, extensions=extensions)
    return Found(
        tuple(Path(entry.shown) for entry in found if entry.kind == "file"),
        tuple(Unreadable(Path(entry.shown), entry.reason) for entry in found if entry.reason),
        folders=tuple(os.path.realpath(path) for path in paths if os.path.isdir(path)),
    )


def find_entries(
    paths: Iterable[str | Path],
    *,
    root: Path,
    exclude: Sequence[str] = (),
    extensions: Sequence[str] = MARKDOWN,
) -> list[Entry]:
    """As `find_files`, without a path made of each: files, and what should be one and is not."""
    top = os.path.realpath(root)
    wanted = Wanted(tuple(ext.lower() for ext in extensions), _excluded(exclude, top))
    waiting = [entry for path in paths for entry in _named(os.fspath(path), top, wanted)]
    met: dict[str, Entry] = {}
    entered: set[str] = set()
    while waiting:
        for entry in sorted(waiting):
            if entry.kind == "link":
                continue
            known = met.setdefault(entry.real, entry)
            if known is not entry and os.path.abspath(entry.shown) == entry.real:  # noqa: PTH100
                met[entry.real] = entry
        links = sorted(entry for entry in waiting if entry.kind == "link")
        waiting = [entry for link in links for entry in _follow(link, top, wanted, entered)]
    return sorted(met.values())


def _excluded(exclude: Sequence[str], root: str) -> Patterns | None:
    for pattern in exclude:
        if not is_pattern(pattern):
            raise ConfigError(f'exclude: "{pattern}" is not a pattern in .gitignore notation')
    return patterns_of(exclude, root)


def _named(path: str, root: str, wanted: Wanted) -> Iterable[Entry]:
    """What one argument of the command line stands for. Raises UsageError."""
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return _missing(path, root, wanted)
    except OSError as error:
        return (Entry(_shown(path), path, "failure", reason_of(error)),)
    real = os.path.realpath(path)
    if stat.S_ISDIR(mode):
        is_out = wanted.excluded and wanted.excluded.cover(real, is_folder=True)
        return () if is_out else walk(_shown(path), real, root, wanted)
    beside = _unresolved(path)
    if wanted.excluded and wanted.excluded.cover(beside):
        return ()
    # A pipe like /dev/fd/63 is a link, too, but leads to nothing that could be given away.
    if stat.S_ISREG(mode) and os.path.islink(path):
        return (Entry(_shown(path), beside, "link"),)
    return (Entry(_shown(path), real),)


def _missing(path: str, root: str, wanted: Wanted) -> Iterable[Entry]:
    """What a path that does not exist may stand for: a broken link, a glob, a slip."""
    if "\0" not in path and os.path.lexists(path):
        return (Entry(_shown(path), _unresolved(path), "link"),)
    if _WILDCARDS.isdisjoint(path):
        raise UsageError(f"{path}: no such file or folder{_did_you_mean(path)}")
    return _matching(path, root, wanted)


def _matching(glob: str, root: str, wanted: Wanted) -> list[Entry]:
    """What a glob matches, and all posts in the folders that it matches. Raises UsageError."""
    base, rest = split_glob(glob.replace(os.sep, "/"))
    if not os.path.isdir(base):
        raise UsageError(f"{base}: no such folder{_did_you_mean(base)}")
    real = os.path.realpath(base)
    patterns = patterns_of([f"/{rest}"], real)
    extensions = wanted.extensions + asked_for(rest)
    entries = walk(_shown(base), real, root, Wanted(extensions, wanted.excluded))
    matching = [entry for entry in entries if patterns and patterns.cover(entry.real)]
    if not matching:
        raise UsageError(f"{glob}: no file matches")
    return matching


def split_glob(glob: str) -> tuple[str, str]:
    """The folder that a glob begins in, and the rest, from the first part with a wildcard on; the
    whole of what is no glob, and ""."""
    parts = glob.rstrip("/").split("/")
    wild = (i for i, part in enumerate(parts) if not _WILDCARDS.isdisjoint(part))
    plain = next(wild, len(parts))
    return "/".join(parts[:plain]) or ("/" if plain else "."), "/".join(parts[plain:])


def asked_for(glob: str) -> tuple[str, ...]:
    """The extension that a glob names: "*.txt" asks for text files as plainly as naming each."""
    extension = os.path.splitext(glob)[1].lower()
    return (extension,) if extension and _WILDCARDS.isdisjoint(extension) else ()


def _follow(link: Entry, root: str, wanted: Wanted, entered: set[str]) -> Iterable[Entry]:
    """What a link leads to. A folder is entered by one link only, and by none that lies in it:
    that ends a loop of links. `entered` is added to."""
    try:
        mode = os.stat(link.real).st_mode
    except FileNotFoundError:
        return (_failed(link, f"{_link_text(link)}, which does not exist"),)
    except OSError as error:
        return (_failed(link, reason_of(error)),)
    target = os.path.realpath(link.real)
    is_folder = stat.S_ISDIR(mode)
    if not is_in(target, top_of(os.path.dirname(link.real), root)):
        return (_failed(link, f"{_link_text(link)}, outside of this site"),)
    if wanted.excluded and wanted.excluded.cover(target, is_folder=is_folder):
        return ()
    if not is_folder:
        return (Entry(link.shown, target),)
    if target in entered or is_in(link.real, target):
        return ()
    entered.add(target)
    return walk(link.shown, target, root, wanted)


def _link_text(link: Entry) -> str:
    try:
        return f"a link to {os.readlink(link.real)}"
    except OSError:  # gone since it was found
        return "a link"


def _failed(entry: Entry, reason: str) -> Entry:
    return Entry(entry.shown, entry.real, "failure", reason)


def _did_you_mean(path: str) -> str:
    """A closing `; did you mean content/posts?` where each wrong part is near to a name there."""
    so_far = "/" if path.startswith("/") else ""
    for part in path.replace(os.sep, "/").strip("/").split("/"):
        name = _name_like(part, so_far or ".")
        if name is None:
            return ""
        so_far = os.path.join(so_far, name)
    return f"; did you mean {so_far}?"


def _name_like(name: str, folder: str) -> str | None:
    """The name itself where the folder has it, else the nearest one in the folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return None
    return name if name in names or name in (".", "..") else nearest(name, names)


def _shown(path: str) -> str:
    """As the user sees it; ".." goes up from where a link leads to, as for the system."""
    return shown(Path(_unresolved(path) if ".." in path else path))


def _unresolved(path: str) -> str:
    """Absolute, links on the way resolved, the last part as it is."""
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)
