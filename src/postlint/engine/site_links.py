"""Which links of the posts of a run lead to no file or to no heading, and what is near.

A path is looked for where the generators look: beside the post, below each folder above it, and in
the folders whose content is published as it is. An address is looked for among those that the
generator makes, see `site_routes`.
"""

import os
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple
from urllib.parse import unquote

from postlint.content.facts import KnownPost
from postlint.content.ignore import is_in, top_of
from postlint.content.local_links import IMAGES, POSTS, LocalTarget, local_target
from postlint.content.near import NearWords
from postlint.content.site_links import Missing, SiteLinks
from postlint.content.source import MAX_BYTES, decode, read_bytes
from postlint.engine.folders import Folders, Way
from postlint.generators.addresses import KnownSites
from postlint.model.paths import is_url

if TYPE_CHECKING:
    from postlint.content.anchors import Anchors
    from postlint.content.facts import Facts, Places
    from postlint.engine.site_routes import Routes

# os.path and plain strings, as in `folders`.
# ruff: noqa: PTH118, PTH119, PTH120, PTH122

RootOf = Callable[[Path], tuple[str, bool]]
"""The top of the project that a folder is part of, and whether it is certain: a configuration says
so. (Version control is looked for here.)"""

_PUBLISHED_FROM: Final = (
    *("static", "public", "source", "assets", "content", "docs", "src", "src/assets"),
    *("src/content", "app/assets", "source/assets", "website", "website/static"),
)
"""Below these folders lies what the root of the published site has."""
_FROM_ROOT: Final = re.compile(r"(?:@site|[@~])?/+")
"""How a path begins that is not relative to the post: in HTML, Zola and Docusaurus."""
_UP: Final = re.compile(r"(?:\.{0,2}/)*")
_FEW: Final = 8
"""So many links to nowhere are mistakes, even if no other link leads anywhere; but not in a folder
of which nobody says that it is a site: who has one post of it sees no neighbour."""
_FEW_ADDRESSES: Final = 2
_NEAR: Final = 5
"""One in so many letters of a name may be wrong."""
_MOST_GUESSES: Final = 100
"""For so many links of a post to nowhere it is found out what may have been meant."""
_MOST_PARSED: Final = 1_000
"""So many files that are no posts of the site are read for their headings, for one post."""
_IN_EVERY_FOLDER: Final = frozenset(
    [
        *("index", "_index", "readme", "license", "licence", "copying", "security", "contributing"),
        *("changelog", "changes", "code_of_conduct", "governance", "support", "authors"),
        *("pull_request_template", "issue_template", "claude", "agents"),
    ]
)
"""One of these is not meant where another of the same name is missing."""
_MANY_INSIDE: Final = 8
"""A folder is a whole if so many of its links to files lead to files in it, and none out of it."""
_TO_ENCODE: Final = re.compile(r"[\s()<>%#?\"]")


class _Answer(NamedTuple):
    """What became of one path."""

    state: Literal["there", "missing", "outside", "unknown"]
    file: str = ""
    """Where it leads, absolute."""
    suggestion: str | None = None
    """Of an address to nowhere: one that may have been meant."""
    is_address: bool = False
    """Whether it was looked for among the addresses of the site."""


class _Found(NamedTuple):
    """One target of a post, where it was looked for, and what became of it."""

    target: str
    local: LocalTarget
    tree: "_Tree"
    answer: _Answer
    kind: str
    """That of `local`, or "cover" for an image of the front matter."""
    folder: str = ""
    """The folder of the post, absolute and with links resolved."""

    @property
    def what(self) -> Literal["file", "page", "inside", "anchor"]:
        """What it is not, where it leads nowhere."""
        if self.answer.state == "missing":
            return "page" if self.answer.is_address else "file"
        return "inside" if self.answer.state == "outside" else "anchor"

    @property
    def left(self) -> str:
        """The outermost folder that a relative path to a file leads out of; "" for none."""
        if self.answer.is_address or not self.local.path.startswith(("../", "./../")):
            return ""
        ups = _UP.match(self.local.path)
        path = self.folder
        for _ in range(ups[0].count("..") - 1 if ups else 0):
            path = os.path.dirname(path)
        return path if is_in(path, self.tree.folders.top) else ""


_UNKNOWN: Final = _Answer("unknown")


def missing_links(
    results: Sequence[KnownPost], number: int, root_of: RootOf
) -> Mapping[int, SiteLinks]:
    """The posts, by index, that have links to nowhere, and those; of the first `number` of them,
    which are those of the run. The others are only known of.
    """
    run = results[:number]
    if not any(result.facts.targets or result.facts.covers for result in run):
        return {}
    site = _Site(results, number, root_of)
    wrong = {index: each for index, one in enumerate(run) if (each := tuple(site.wrong_in(one)))}
    if not wrong:
        return {}
    kinds = _Kinds()
    wholes = _Wholes(one for each in wrong.values() for one in each)
    for result in results:
        for one in site.look_up(result):
            kinds.count(one)
            wholes.count(one)
    looks: dict[int, SiteLinks] = {}
    for index, each in wrong.items():
        said = dict(_said_of(each, site, kinds, wholes))
        missing = {target: why for (is_cover, target), why in said.items() if not is_cover}
        covers = {target: why for (is_cover, target), why in said.items() if is_cover}
        if said:
            looks[index] = SiteLinks(missing, covers)
    return looks


def _said_of(
    wrong: Iterable[_Found], site: "_Site", kinds: "_Kinds", wholes: "_Wholes"
) -> Iterator[tuple[tuple[bool, str], Missing]]:
    """What is said of the links of a post that lead nowhere, by what they are: whether images of
    the front matter, and the target."""
    for number, one in enumerate(wrong):
        near = site.near(one) if number < _MOST_GUESSES else None
        is_case = near is not None and near.lower() == _encoded(_decoded(one.local)).lower()
        is_doubtful = kinds.are_absent(one) or (near is None and wholes.is_left_by(one))
        if not is_doubtful or (is_case and one.what == "file"):
            yield (one.kind == "cover", one.target), Missing(one.what, (near,) if near else ())


class _Kinds:
    """Which kinds of files a tree does not have: most links to them lead nowhere.

    Images may lie on another disk, and posts may come from elsewhere when the site is built.
    """

    def __init__(self) -> None:
        self._times: Final = Counter[tuple[_Tree, str, str]]()

    def count(self, one: _Found) -> None:
        """Take a link into account."""
        self._times[one.tree, one.kind, one.answer.state] += 1

    def are_absent(self, one: _Found) -> bool:
        """Whether links of this kind are no mistakes, even if they lead nowhere."""
        missing = self._times[one.tree, one.kind, "missing"]
        return missing > _bearable(one.tree, one.kind, self._times[one.tree, one.kind, "there"])


def _bearable(tree: "_Tree", kind: str, right: int) -> int:
    """So many links to nowhere are mistakes, where so many others of their kind are right."""
    if kind == "address":  # a wrong rule for addresses makes many of them wrong at once
        return max(_FEW_ADDRESSES, right // 4)
    return max(_FEW if tree.is_certain else 0, right)


class _Wholes:
    """The folders of which no link to a file leads out, though many lead to files in them.

    Such a folder may have been made in another repository, in which there is more around it: what
    is missing out there is no mistake of its posts.
    """

    def __init__(self, wrong: Iterable[_Found]) -> None:
        """Takes the links to nowhere that will be asked for."""
        asked = {one.left for one in wrong if one.answer.state == "missing"}
        self._asked: Final = asked - {""}
        self._inside: Final = Counter[str]()
        self._open: Final[set[str]] = set()

    def count(self, one: _Found) -> None:
        """Take a link into account."""
        if not self._asked or one.answer.state != "there" or one.answer.is_address:
            return
        for folder in self._asked.intersection(_and_above(one.folder, one.tree.folders.top)):
            if is_in(one.answer.file, folder):
                self._inside[folder] += 1
            elif one.local.path.startswith("."):
                self._open.add(folder)

    def is_left_by(self, one: _Found) -> bool:
        """Whether a link to nowhere leads out of such a folder."""
        if one.answer.state != "missing":
            return False
        folder = one.left
        return folder not in self._open and self._inside[folder] >= _MANY_INSIDE


def _and_above(folder: str, top: str) -> Iterator[str]:
    """A folder and those above it, up to the top of its tree."""
    while is_in(folder, top) and folder != top:
        yield folder
        folder = os.path.dirname(folder)


class _Site:
    """The posts of a run and the trees of files that they stand in."""

    def __init__(self, results: Sequence[KnownPost], number: int, root_of: RootOf) -> None:
        self._root_of = root_of
        self._trees: dict[str, _Tree] = {}
        self._by_folder: dict[str, tuple[str, _Tree]] = {}
        self._posts: dict[str, Facts] = {}
        """Of all posts, by absolute path."""
        self._routes: dict[str, Routes | None] = {}
        """By folder."""
        self._routes_of_site: dict[str, Routes] = {}
        self._anchors: dict[str, Anchors | None] = {}
        for index, result in enumerate(results):
            if result.facts.packed_places and not is_url(result.path):
                folder, name = os.path.split(result.path)
                real, tree = self._place(folder)
                file = f"{real}{os.sep}{name}"
                tree.posts[name].append(file)
                self._posts[file] = result.facts
                if index < number:  # an editor has not saved it yet, or it was deleted since
                    tree.folders.add(real, name)

    def look_up(self, result: KnownPost) -> Iterator[_Found]:
        """What becomes of each target of a post."""
        facts = result.facts
        if is_url(result.path) or not (facts.targets or facts.covers):
            return  # the disk knows nothing of what is beside a post that is not on it
        folder, tree = self._place(os.path.dirname(result.path))
        for target in facts.covers:
            local = local_target(target)
            if local:
                yield _Found(target, local, tree, tree.answer(folder, local), "cover", folder)
        for target in facts.targets:
            local = local_target(target)
            if local:
                answer = tree.answer(folder, local)
                if local.kind == "address" and answer.state in ("unknown", "outside"):
                    name = os.path.basename(result.path)
                    answer = self._route(tree, folder, name, local.path) or answer
                yield _Found(target, local, tree, answer, local.kind, folder)

    def wrong_in(self, result: KnownPost) -> Iterator[_Found]:
        """Those targets of a post that lead nowhere."""
        others: set[str] = set()
        for one in self.look_up(result):
            answer = one.answer
            if answer.state in ("missing", "outside"):
                yield one
            elif answer.state == "there" and answer.file and one.local.anchor:
                if answer.file not in self._posts:
                    others.add(answer.file)
                if one.local.kind != "asset" and len(others) <= _MOST_PARSED:
                    anchors = self._anchors_of(answer.file)
                    if anchors and not anchors.has(one.local.anchor):
                        yield one

    def near(self, one: _Found) -> str | None:
        """What may have been meant by a target that leads nowhere."""
        if one.what == "anchor":
            anchors = self._anchors_of(one.answer.file)
            return anchors.near(one.local.anchor) if anchors else None
        if one.what == "file":
            return one.tree.near(one.folder, one.local)
        return one.answer.suggestion

    def _route(self, tree: "_Tree", folder: str, name: str, path: str) -> _Answer | None:
        """What becomes of an address that a post in a folder names; None where nobody knows."""
        if folder not in self._routes:
            self._routes[folder] = self._find_routes(tree, folder)
        routes = self._routes[folder]
        if routes is None:
            return None
        route = routes.look_up(f"{folder}{os.sep}{name}", path)
        if route.is_there is None:
            return None
        if route.is_there:
            return _Answer("there", route.file, is_address=True)
        near = _encoded(route.suggestion) if route.suggestion else None
        return _Answer("missing", suggestion=near, is_address=True)

    def _find_routes(self, tree: "_Tree", folder: str) -> "Routes | None":
        from postlint.engine.site_routes import Routes

        site = tree.sites.of(folder)
        if site is None or not is_in(site.folder, tree.folders.top):
            return None
        if site.folder not in self._routes_of_site:
            self._routes_of_site[site.folder] = Routes(site, tree.folders, self._posts)
        return self._routes_of_site[site.folder]

    def _place(self, folder: str) -> tuple[str, "_Tree"]:
        """A folder, absolute and with links resolved, and the tree it is part of."""
        if folder not in self._by_folder:
            real = os.path.realpath(folder)
            root, is_certain = self._root_of(Path(folder))
            top = top_of(real, os.path.realpath(root))
            is_certain = is_certain or os.path.lexists(os.path.join(top, ".git"))
            if top not in self._trees:
                self._trees[top] = _Tree(top, is_certain=is_certain)
            self._by_folder[folder] = real, self._trees[top]
        return self._by_folder[folder]

    def _anchors_of(self, file: str) -> "Anchors | None":
        """The places of a post, which is read where it is not part of the run."""
        if file not in self._anchors:
            places = self._posts[file].places if file in self._posts else None
            self._anchors[file] = _anchors(places) if places else _read_anchors(file)
        return self._anchors[file]


def _anchors(places: "Places") -> "Anchors":
    from postlint.content.anchors import Anchors

    return Anchors(places)


def _read_anchors(file: str) -> "Anchors | None":
    from postlint.content.document import parse

    try:
        data = read_bytes(Path(file))
    except OSError:
        return None
    return parse(file, decode(data)).anchors if len(data) <= MAX_BYTES else None


class _Tree:
    """The files of one site or repository."""

    def __init__(self, top: str, *, is_certain: bool) -> None:
        self.posts: Final[dict[str, list[str]]] = defaultdict(list)
        """The posts of the site, absolute, by their name."""
        self.folders: Final = Folders(top)
        self.sites: Final = KnownSites(top)
        self.is_certain: Final = is_certain
        """Whether a configuration or version control says what belongs to it."""
        self._bases: dict[str, tuple[str, ...]] = {}
        self._answers: dict[tuple[str, str], _Answer] = {}
        self._nears: dict[tuple[str, str], str | None] = {}
        self._candidates: dict[tuple[str, str], tuple[Mapping[str, str], NearWords]] = {}

    def answer(self, folder: str, target: LocalTarget) -> _Answer:
        """What becomes of the path of a target that stands in a post of a folder."""
        at = folder, target.path
        if at not in self._answers:
            answer = self._answer(folder, target, target.path)
            decoded = _decoded(target)
            if decoded != target.path and answer.state != "there":
                answer = self._answer(folder, target, decoded)
            self._answers[at] = answer
        return self._answers[at]

    def near(self, folder: str, target: LocalTarget) -> str | None:
        """What may have been meant by a path to nowhere."""
        at = folder, target.path
        if at not in self._nears:
            near = self._find_near(folder, target, _decoded(target))
            self._nears[at] = _encoded(near) if near else None
        return self._nears[at]

    def _answer(self, folder: str, target: LocalTarget, path: str) -> _Answer:
        if target.kind == "address" and (path[:3] != "../" or path[-1] == "/"):
            return _UNKNOWN
        inside = self._places(folder, path)
        if not inside:
            return _Answer("outside") if self.is_certain else _UNKNOWN
        if target.kind == "address":
            return _UNKNOWN
        ways = [self.folders.way(place) for place in inside]
        for place, way in zip(inside, ways, strict=True):
            if way.kind:
                return _UNKNOWN if way.kind == "unknown" else _Answer("there", place)
        mounted = self._mounted(folder, path)
        if mounted:
            return mounted
        is_beside = target.kind == "post" and not _FROM_ROOT.match(path)
        if not (is_beside or any(len(way.left) == 1 for way in ways)):
            return _UNKNOWN
        return _Answer("missing")

    def _places(self, folder: str, path: str) -> Sequence[str]:
        """Where a path may lead inside of the tree."""
        places = (
            os.path.normpath(os.path.join(base, rest)) for base, rest in self._tries(folder, path)
        )
        return [place for place in places if is_in(place, self.folders.top)]

    def _tries(self, folder: str, path: str) -> Iterator[tuple[str, str]]:
        """The folders in which a path may begin, and what of it is looked for there."""
        from_root = _FROM_ROOT.match(path)
        if from_root is None:
            yield folder, path
            if path.startswith("."):
                return
        rest = path[from_root.end() :] if from_root else path
        for base in self._bases_of(folder):
            yield base, rest

    def _mounted(self, folder: str, path: str) -> _Answer | None:
        """What becomes of a path in the folders that the generator is told to publish as they are;
        None where it is not there."""
        site = self.sites.of(folder)
        if site is None or not is_in(site.folder, self.folders.top) or path.startswith("."):
            return None
        from_root = _FROM_ROOT.match(path)
        rest = posixpath.normpath(path[from_root.end() :] if from_root else path)
        inner = (mount.source_of(rest) for mount in site.addresses.static)
        for one in inner if not rest.startswith("..") else ():
            place = os.path.normpath(os.path.join(site.folder, one or rest))
            if is_in(place, self.folders.top) and self.folders.way(place).kind:
                return _Answer("there", place)
        return _UNKNOWN if from_root and site.addresses.has_more_static else None

    def _bases_of(self, folder: str) -> tuple[str, ...]:
        """The folders above one, and those in them that are published as they are."""
        if folder not in self._bases:
            below = [folder]
            while below[-1] != self.folders.top and os.path.dirname(below[-1]) not in self._bases:
                below.append(os.path.dirname(below[-1]))
            for each in reversed(below):
                above = () if each == self.folders.top else self._bases[os.path.dirname(each)]
                self._bases[each] = (*self._find_bases(each), *above)
        return self._bases[folder]

    def _find_bases(self, folder: str) -> Iterator[str]:
        """A folder, and those in it that are published as they are."""
        if not is_in(folder, self.folders.top):
            return
        yield folder
        for name in _PUBLISHED_FROM:
            base = os.path.join(folder, name)
            if self.folders.way(base).kind == "folder":
                yield base

    def _find_near(self, folder: str, target: LocalTarget, path: str) -> str | None:
        for place in self._places(folder, path):
            near = self._near(self.folders.way(place), target, path)
            if near:
                return near
        if os.path.basename(path).partition(".")[0].lower() in _IN_EVERY_FOLDER:
            return None
        return self._moved(folder, path) if target.kind == "post" else self._above(folder, path)

    def _near(self, way: Way, target: LocalTarget, path: str) -> str | None:
        """The path with its wrong name replaced by one that is there."""
        wrong, *rest = way.left
        parts = path.split("/")
        at = len(parts) - len(way.left)
        if parts[at:] != list(way.left):  # a ".." leads back from here
            return None
        stem, ending = os.path.splitext(wrong)
        names = self.folders.names(way.folder) or {}
        if not rest and names.get(stem) == "folder" and target.kind == "post":
            index = f"{stem}/index{ending}"
            if self.folders.way(os.path.join(way.folder, index)).kind == "file":
                return "/".join([*parts[:at], index])
        candidates, near = self._candidates_in(way.folder, "" if rest else _type_of(target))
        guess = near.nearest(wrong if rest else stem)
        if guess is None:
            return None
        place = os.path.join(way.folder, candidates[guess], *rest)
        if self.folders.way(place).kind != "file":
            return None
        return "/".join([*parts[:at], candidates[guess], *rest])

    def _candidates_in(self, folder: str, wanted: str) -> tuple[Mapping[str, str], NearWords]:
        """The names in a folder of files of a type, by what they are without ending; the names of
        folders where no type is wanted."""
        key = folder, wanted
        if key not in self._candidates:
            names = self.folders.names(folder) or {}
            found = {
                os.path.splitext(name)[0] if wanted else name: name
                for name, kind in sorted(names.items())
                if (
                    kind == "file" and _type_of_ending(name) == wanted
                    if wanted
                    else kind == "folder"
                )
            }
            self._candidates[key] = found, NearWords(found, share=_NEAR)
        return self._candidates[key]

    def _moved(self, folder: str, path: str) -> str | None:
        """The way to the only post of the site that has the name of the one that is missing."""
        name = path.rpartition("/")[2]
        posts = self.posts.get(name, ())
        if len(posts) != 1:
            return self._above(folder, path)
        return _relative(posts[0], folder, path)

    def _above(self, folder: str, path: str) -> str | None:
        """The way to what is missing where it stands nearer to the top, or further from it."""
        rest = _UP.sub("", path)
        places = (os.path.normpath(os.path.join(base, rest)) for base in self._bases_of(folder))
        for place in places:
            if is_in(place, self.folders.top) and self.folders.way(place).kind == "file":
                return _relative(place, folder, path)
        return None


def _decoded(target: LocalTarget) -> str:
    """The path of a target without escapes, where that may be one."""
    decoded = unquote(target.path)
    return target.path if "\0" in decoded else decoded


def _relative(file: str, folder: str, like: str) -> str:
    """The way from a folder to a file, beginning with "./" where another way does."""
    way = os.path.relpath(file, folder).replace(os.sep, "/")
    return f"./{way}" if like.startswith("./") and not way.startswith(".") else way


def _type_of(target: LocalTarget) -> str:
    """What may stand for what a target names: a post for a post, an image for an image."""
    return "post" if target.kind == "post" else _type_of_ending(target.path)


def _type_of_ending(name: str) -> str:
    ending = name.rpartition(".")[2].lower()
    return "post" if ending in POSTS else "image" if ending in IMAGES else ending


def _encoded(path: str) -> str:
    """A path as it can stand in Markdown."""
    return _TO_ENCODE.sub(lambda found: f"%{ord(found[0]):02X}", path)
