"""The folders of a site, each of which is of a kind or of none, and the globs that say so."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_SPECIAL: Final = re.compile(r"[\\*?\[\]]|\A[!#]")
_UNWRITABLE: Final = re.compile("[\ud800-\udfff]|\\[(?=:)")
"""A byte of a name that is no UTF-8, and what some take for the beginning of `[:alpha:]`."""

ODD_ONES: Final = 3
"""So many posts in a folder are no slip of a single one any more."""

Kind = int | None


class FolderTree:
    """The folders of a site and those above them, each with its kind.

    A folder with hardly a post of its own is of the kind that most folders in it are of, if they
    are two or more: so a new folder is checked like those beside it. `sizes` says how many
    posts lie right in each of the folders whose `kinds` are given.
    """

    def __init__(self, kinds: Mapping[str, Kind], sizes: Mapping[str, int]) -> None:
        folders = {"", *(above for folder in kinds for above in and_above(folder))}
        self._inside: dict[str, list[str]] = {folder: [] for folder in folders}
        for folder in sorted(folders - {""}, reverse=True):
            self._inside[folder.rpartition("/")[0]].append(folder)
        self._weights: dict[str, Counter[Kind]] = {}
        """The posts of each kind in a folder and below it."""
        self._kinds: dict[str, Kind] = {}
        for folder in [*sorted(folders - {""}, key=_depth, reverse=True), ""]:
            inside = self._inside[folder]
            weights: Counter[Kind] = sum((self._weights[one] for one in inside), Counter())
            if folder in kinds:
                weights[kinds[folder]] += sizes[folder]
                self._kinds[folder] = kinds[folder]
            if folder and sizes.get(folder, 0) < ODD_ONES:
                shared = _of_most(self._kinds.get(one) for one in inside)
                if shared is not None:
                    self._kinds[folder] = shared
            self._weights[folder] = weights
        self._kinds.setdefault("", None)
        for folder in sorted(folders - self._kinds.keys(), key=_depth):
            self._kinds[folder] = self._kinds[folder.rpartition("/")[0]]

    def globs(self, kind: int) -> tuple[str, ...]:
        """What takes in the folders of a kind and no others; the last one that matches wins."""
        found = []
        for folder, above in self._walk():
            if self._kinds[folder] == kind != above:
                found.append(folder_glob(folder))
            elif above == kind != self._kinds[folder]:
                found.append(f"!{folder_glob(folder)}")
        return tuple(found)

    def tops(self, kind: int) -> tuple[str, ...]:
        """The folders in which a part of the site that is of a kind begins, the one with most
        posts first."""
        tops = [one for one, above in self._walk() if self._kinds[one] == kind != above]
        return tuple(sorted(tops, key=lambda one: (-self._weights[one][kind], one)))

    def kind_of(self, folder: str) -> Kind:
        """The kind that the globs give to a folder, known or not."""
        while folder not in self._kinds:
            folder = folder.rpartition("/")[0]
        return self._kinds[folder]

    def _walk(self) -> Iterator[tuple[str, Kind]]:
        """Each folder before those in it, with the kind of the one above it."""
        waiting: list[tuple[str, Kind]] = [("", None)]
        while waiting:
            folder, above = waiting.pop()
            yield folder, above
            waiting += ((inner, self._kinds[folder]) for inner in self._inside[folder])


def folder_glob(folder: str) -> str:
    """The glob of all that lies in a folder and below it; "" is the root."""
    return f"{escaped(folder)}/**" if folder else "**"


def and_above(folder: str) -> list[str]:
    """A folder and all above it but the root, this one last."""
    parts = folder.split("/")
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]


def escaped(path: str) -> str:
    """A path as a pattern that means nothing else; any character stands for what no file of text
    can hold."""
    parts = _UNWRITABLE.split(path)
    text = "?".join(_SPECIAL.sub(r"\\\g<0>", part) for part in parts)
    return f"{text[:-1]}\\ " if text.endswith(" ") else text


def _depth(folder: str) -> int:
    return folder.count("/")


def _of_most(kinds: Iterable[Kind]) -> Kind:
    """The kind that more of some folders are of than of any other, if two or more are."""
    votes = Counter(kind for kind in kinds if kind is not None).most_common(2)
    (kind, most), (_, next_most) = [*votes, (None, 0), (None, 0)][:2]
    return kind if most > max(next_most, 1) else None
