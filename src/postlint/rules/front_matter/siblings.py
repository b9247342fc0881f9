"""Which posts of a site are of one kind, so that what is odd in one of them stands out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from postlint.content.site_facts import SiteFacts
from postlint.rules.front_matter.habits import FEWEST
from postlint.rules.front_matter.own_keys import FrontMatterFacts
from postlint.schema.infer.evidence import NEWEST

_DATED: Final = re.compile(r"\d{4}(?:[-_.]\d\d){0,2}")
_INDEXES: Final = frozenset({"index", "_index", "readme"})


class Shape(NamedTuple):
    """What many posts have alike: the kinds of their values by key."""

    kinds: Mapping[str, str]
    may_lack: bool


class Member(NamedTuple):
    """A post among its siblings; sorts by date and then by path."""

    date: str
    place: str
    shape: int
    """The index of its shape."""


@dataclass(frozen=True)
class Siblings:
    """Posts of one kind."""

    folder: str
    """Where they are, from that of the site on; "" for that itself."""
    members: Sequence[Member]
    """The oldest first, before them those without a date."""
    shapes: Sequence[Shape]
    """Of these and all other posts of the site."""

    @cached_property
    def is_dated(self) -> bool:
        """Whether their order says which are new."""
        return sum(bool(one.date) for one in self.members) * 2 > len(self.members)

    @cached_property
    def newest(self) -> Sequence[Member]:
        """Those that show how it is done now; all of them where nobody knows which are new."""
        return self.members[-NEWEST:] if self.is_dated else self.members


@dataclass
class _Shapes:
    """Gives each shape that is met a number."""

    shapes: list[Shape] = field(default_factory=list)
    _numbers: dict[tuple[bool, tuple[str, ...]], int] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)
    """Each once, however many posts have it."""

    def number(self, facts: FrontMatterFacts) -> int:
        """The index of the shape of a post."""
        told = tuple([word for key in facts.keys for word in (key.name, key.kind)])
        number = self._numbers.get((facts.may_lack, told))
        if number is None:
            number = len(self.shapes)
            words = tuple(self._words.setdefault(word, word) for word in told)
            self._numbers[facts.may_lack, words] = number
            kinds = dict(zip(words[::2], words[1::2], strict=True))
            self.shapes.append(Shape(kinds, facts.may_lack))
        return number


def siblings_of(site: SiteFacts[FrontMatterFacts]) -> Sequence[Siblings]:
    """The posts of a site by folder, layout or type, and index pages apart from leaf pages.

    What holds them in memory is a few dozen bytes for each, and each shape once.
    """
    shapes = _Shapes()
    posts = [
        (Member(post.date, post.place, shapes.number(post.facts)), post.facts.sort) for post in site
    ]
    places = _Places(member.place for member, _ in posts)
    found: dict[tuple[str, bool], dict[str, list[Member]]] = defaultdict(lambda: defaultdict(list))
    for member, sort in posts:
        found[places.of(member.place)][sort].append(member)
    return [
        Siblings(folder, sorted(members), shapes.shapes)
        for (folder, _), by_sort in found.items()
        for members in _sorts(by_sort)
    ]


def _sorts(by_sort: dict[str, list[Member]]) -> Iterator[list[Member]]:
    """The posts of each sort. Of a few that do not say what they are, that is what is missing: they
    are taken for what most posts here are."""
    untold = by_sort.get("", [])
    others = [members for sort, members in by_sort.items() if sort]
    if untold and len(untold) < FEWEST and others:
        largest = max(others, key=len)
        largest += untold
    else:
        yield untold
    yield from others


class _Places:
    """Tells which folder a post counts for."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._posts = Counter(_folder(path) for path in paths)
        self._outer: set[str] = set()
        for folder in self._posts:
            outer = _folder(folder)
            while outer not in self._outer:
                self._outer.add(outer)
                outer = _folder(outer)

    def of(self, path: str) -> tuple[str, bool]:
        """The folder, and whether the post is an index page: that counts with those of the folders
        beside its own. A page that has a folder to itself, for its pictures, is no index."""
        folder = _folder(path)
        name = path.rpartition("/")[2].partition(".")[0].lower()
        if name not in _INDEXES:
            return _undated(folder), False
        is_leaf = name == "index" and self._posts[folder] == 1 and folder not in self._outer
        return _undated(_folder(folder)), not is_leaf


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _undated(folder: str) -> str:
    """A folder; of one such as `news/2024/03` the archive that it is part of."""
    parts = folder.split("/")
    for number, part in enumerate(parts):
        if _DATED.fullmatch(part):
            return "/".join(parts[:number])
    return folder
