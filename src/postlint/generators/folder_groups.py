"""Which folders of a site hold posts of one kind, told by the keys of their front matter."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.generators.folder_tree import ODD_ONES, FolderTree, and_above
from postlint.generators.key_profile import KeyProfile

FEWEST: Final = 10
"""So many posts show what a kind of posts has in common; fewer may be alike by chance."""
_FEW: Final = 5
"""So many are enough where a site has no more of any kind."""
_MANY: Final = 30
_ALIKE: Final = 0.5
_ALIKE_IF_MANY: Final = 0.7
"""The likeness of key sets: of many posts, two keys in common and one apart is a difference."""
_ALIKE_IF_COLLECTED: Final = 0.35
"""In a collection: that what is in it belongs together, the house has said."""
_MOST: Final = 0.8
"""So many of the posts in small folders have to be alike."""
_MOST_KINDS: Final = 40
"""A site with more has no kinds; and every folder is compared with every kind."""

INDEX: Final = "_index"
"""The stem of a page about its folder, in Hugo and Zola."""


class Page(NamedTuple):
    """What tells the kind of a post."""

    path: str
    """From the root of the site, with "/"."""
    data: Mapping[str, Json] | None
    """None where it has no front matter, or none that can be read."""
    is_post: bool = True
    """False for what the generator makes no page of, such as a README."""
    is_dated: bool = False

    @property
    def folder(self) -> str:
        """ "" for the root."""
        return self.path.rpartition("/")[0]

    @property
    def is_index(self) -> bool:
        """Whether it is the page about its folder."""
        return self.path.rpartition("/")[2].partition(".")[0] == INDEX


class Groups(NamedTuple):
    """Numbers of kinds, from 0; None stands for no kind."""

    of_folder: Mapping[str, int | None]
    """Of folders with posts in them; one that is not here is of the kind of those around it."""
    of_index: int | None
    """Of the index pages."""


def collection_of(folder: str) -> str:
    """The folder that the generator takes for a collection, this one or above; "" for none.

    Jekyll's and Jigsaw's begin with "_", Astro's lie in `src/content`.
    """
    parts = folder.split("/")
    for index, part in enumerate(parts):
        if part.startswith("_"):
            return "/".join(parts[: index + 1])
        if index > 1 and parts[index - 2 : index] == ["src", "content"]:
            return "/".join(parts[: index + 1])
    return ""


def group_folders(pages: Iterable[Page]) -> Groups:
    """Find the kinds of posts of a site.

    A folder of `FEWEST` posts founds a kind or joins one that has about the same keys; what is
    smaller only joins, in its own neighbourhood.
    """
    folders: dict[str, KeyProfile] = {}
    index = KeyProfile()
    for page in pages:
        if page.data is not None and page.is_post:
            profile = index if page.is_index else folders.setdefault(page.folder, KeyProfile())
            profile.add(page.data)
    sorter = _Sorter(folders)
    sorter.found()
    sorter.join()
    sorter.pool()
    if not sorter.kinds:
        sorter.found_by_few()
    of_index = sorter.kind_of_index(index)
    return Groups(sorter.labels(), of_index)


class _Sorter:
    """Holds the kinds found so far."""

    def __init__(self, folders: Mapping[str, KeyProfile]) -> None:
        self._folders = folders
        self.kinds: list[KeyProfile] = []
        self._collections: list[str] = []
        """The name of that of each kind."""
        self._around: list[set[str]] = []
        """The folders of each kind, and those above them."""
        self._of: dict[str, int | None] = {}

    def found(self) -> None:
        """Sort the large folders, the largest first."""
        large = [one for one, profile in self._folders.items() if profile.posts >= FEWEST]
        for folder in sorted(large, key=lambda one: (-self._folders[one].posts, one)):
            self._take([folder], self._folders[folder])

    def join(self) -> None:
        """Sort the small folders that are like others near to them, best like those around."""
        tree = FolderTree(self._of, {one: self._folders[one].posts for one in self._of})
        for folder, profile in sorted(self._folders.items()):
            if folder not in self._of:
                around = tree.kind_of(folder)
                kind = around
                if around is None or not self._likeness(profile, folder, around):
                    kind = self._nearest(profile, folder, _neighbourhood(folder))
                if kind is not None:
                    self._put([folder], profile, kind)

    def pool(self) -> None:
        """Sort what is left: small folders that are many posts together."""
        pools: dict[str, list[str]] = {}
        for folder in self._folders:
            if folder not in self._of:
                pools.setdefault(folder, []).append(folder)
        for above in _deepest_first(pools):
            members, all_posts = pools[above], self._together(pools[above])
            alikes = [one for one in members if self._folders[one].likeness(all_posts) >= _ALIKE]
            profile = self._together(alikes)
            if profile.posts >= max(FEWEST, _MOST * all_posts.posts):
                self._take(alikes, profile)
            elif above and above != collection_of(above):
                pools.setdefault(above.rpartition("/")[0], []).extend(members)

    def found_by_few(self) -> None:
        """Of a small site, have the largest folder found a kind."""
        sizes = {one: profile.posts for one, profile in self._folders.items()}
        largest = min(sizes, key=lambda one: (-sizes[one], one), default=None)
        if largest is not None and sizes[largest] >= _FEW:
            self._put([largest], self._folders[largest], self._new(largest))
            self.join()

    def kind_of_index(self, index: KeyProfile) -> int | None:
        """The kind of the index pages, a new one if they are many."""
        kind = self._nearest(index, None, None) if index.posts else None
        if kind is None and index.posts >= FEWEST:
            kind = self._new("")
        if kind is not None:
            self.kinds[kind].take_in(index)
        return kind

    def labels(self) -> Mapping[str, int | None]:
        """The kind of each folder; a post or two that are like no other say nothing of theirs."""
        return {
            folder: self._of.get(folder)
            for folder, profile in self._folders.items()
            if folder in self._of or profile.posts >= ODD_ONES
        }

    def _take(self, folders: Sequence[str], profile: KeyProfile) -> None:
        kind = self._nearest(profile, folders[0], None)
        if kind is None and len(self.kinds) < _MOST_KINDS:
            kind = self._new(folders[0])
        if kind is not None:
            self._put(folders, profile, kind)

    def _new(self, folder: str) -> int:
        self.kinds.append(KeyProfile())
        self._collections.append(_collection_name(folder))
        self._around.append(set())
        return len(self.kinds) - 1

    def _put(self, folders: Iterable[str], profile: KeyProfile, kind: int) -> None:
        self.kinds[kind].take_in(profile)
        for folder in folders:
            self._of[folder] = kind
            self._around[kind].update(and_above(folder))

    def _nearest(
        self, profile: KeyProfile, folder: str | None, nearby: Sequence[str] | None
    ) -> int | None:
        """The kind that some posts are most like, if they are like any.

        One that the generator keeps apart is out of the question, and one that has no post in the
        folders `nearby`, where these are given.
        """
        best: tuple[float, int] | None = None
        for kind in range(len(self.kinds)):
            if nearby is not None and self._around[kind].isdisjoint(nearby):
                continue
            likeness = self._likeness(profile, folder, kind)
            if likeness:
                best = max(best or (0.0, 0), (likeness, -kind))
        return None if best is None else -best[1]

    def _likeness(self, profile: KeyProfile, folder: str | None, kind: int) -> float:
        """How alike posts of a folder, or of several, are to those of a kind; 0 for not at all."""
        collection = self._collections[kind]
        if folder is not None and collection != _collection_name(folder):
            return 0.0
        is_collected = folder is not None and collection != ""
        return alike(profile, self.kinds[kind], is_collected=is_collected)

    def _together(self, folders: Iterable[str]) -> KeyProfile:
        profile = KeyProfile()
        for folder in folders:
            profile.take_in(self._folders[folder])
        return profile


def alike(profile: KeyProfile, other: KeyProfile, *, is_collected: bool = False) -> float:
    """How alike two groups of posts are by their keys; 0 where they really differ."""
    likeness = profile.likeness(other)
    is_many = min(profile.posts, other.posts) >= _MANY
    least = _ALIKE_IF_COLLECTED if is_collected else _ALIKE_IF_MANY if is_many else _ALIKE
    return likeness if likeness >= least else 0.0


def _collection_name(folder: str) -> str:
    return collection_of(folder).rpartition("/")[2]


def _neighbourhood(folder: str) -> list[str] | None:
    """Where a folder has its neighbours, None for anywhere: a collection may be spread over the
    site, and a folder at the top of it has none."""
    if folder and folder == collection_of(folder):
        return None
    above = folder.rpartition("/")[0]
    return [one for one in (above, above.rpartition("/")[0]) if one]


def _deepest_first(pools: Mapping[str, object]) -> Iterable[str]:
    """The folders of a mapping that grows meanwhile, each before the one above it."""
    by_depth: dict[int, set[str]] = {}
    for folder in pools:
        for one in and_above(folder):
            by_depth.setdefault(one.count("/") + 1 if one else 0, set()).add(one)
    by_depth.setdefault(0, set()).add("")
    for depth in sorted(by_depth, reverse=True):
        for folder in sorted(by_depth[depth]):
            if folder in pools:
                yield folder
