"""What is odd in the keys of a post among its siblings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from postlint.rules.front_matter.habits import (
    EMPTY,
    FEWEST,
    UNTOLD,
    Habit,
    habit_of,
    is_habit,
    type_of,
)
from postlint.rules.front_matter.key_slips import SiteKeys, may_be
from postlint.rules.front_matter.siblings import Member, Shape, Siblings

_NEAR: Final = 10
"""So many siblings before and after a post in time show how it was done then."""
_MOST_NEAR: Final = 2
"""So many of those may lack a key, too."""


_MOST_SLIPS: Final = 5
"""A post with more keys that hardly another one has is of its own kind."""


class Circle(NamedTuple):
    """The siblings that a post is compared with."""

    folder: str
    are_newest: bool
    """Whether there are older ones, which do not count."""


class Lack(NamedTuple):
    """Keys that a post lacks, each with the number of siblings that have it."""

    keys: Mapping[str, int]
    of: int
    circle: Circle


class Oddity(NamedTuple):
    """A value of another kind than those of the siblings."""

    key: str
    kind: str
    habit: Habit
    circle: Circle


class Slip(NamedTuple):
    """A key that hardly another post has, one slip from one that many have."""

    key: str
    near: str
    uses: int
    number: int
    """How many posts of the site have the one and the other."""
    is_alike: bool
    """Whether its value is what theirs are."""


Odd = Lack | Oddity | Slip


def oddities(siblings: Siblings, keys: SiteKeys) -> Iterator[tuple[str, Odd]]:
    """All that is odd, with the place of the post; `keys` are those of the whole site."""
    yield from _slips(siblings, keys)
    if len(siblings.members) > FEWEST:
        yield from _odd_values(siblings, keys)
        yield from _lacks(siblings, keys)


def _lacks(siblings: Siblings, keys: SiteKeys) -> Iterator[tuple[str, Lack]]:
    newest, shapes = siblings.newest, siblings.shapes
    kinds = _kinds_of(newest, shapes, keys)
    have = {key: sum(each.values()) - each[EMPTY] for key, each in kinds.items()}
    expected = [key for key, number in have.items() if is_habit(number, len(newest))]
    lacking = {
        number: names
        for number in {member.shape for member in siblings.members}
        if not shapes[number].may_lack and (names := _not_in(shapes[number], expected))
    }
    first = len(siblings.members) - len(newest)
    circle = Circle(siblings.folder, are_newest=first > 0)
    for index, member in enumerate(siblings.members):
        if index < first and member.date:  # one without a date may well be new
            continue
        lacks = {
            key: have[key]
            for key in lacking.get(member.shape, ())
            if not (key == "date" and _is_dated_by_name(member.place))
            and _is_done_then(siblings, index, key)
        }
        if lacks:
            yield member.place, Lack(lacks, len(newest), circle)


def _is_dated_by_name(path: str) -> bool:
    """Whether the name of a post says when it was published: Jekyll needs no key for that."""
    return "_posts" in path.split("/")[:-1]


def _not_in(shape: Shape, keys: Iterable[str]) -> list[str]:
    """Those keys that a post does not have, nor one that may be another form of it."""
    return [
        key
        for key in keys
        if key not in shape.kinds and not any(may_be(one, key) for one in shape.kinds)
    ]


def _is_done_then(siblings: Siblings, index: int, key: str) -> bool:
    """Whether the posts that came out right before and right after one have a key.

    A key that came later was not forgotten, nor was one that has gone since.
    """
    members, shapes = siblings.members, siblings.shapes
    if not siblings.is_dated:
        return True

    def lack(some: Sequence[Member]) -> int:
        return sum(key not in shapes[one.shape].kinds for one in some)

    if not members[index].date:
        return is_habit(len(members) - lack(members), len(members))
    before = members[max(0, index - _NEAR) : index]
    after = members[index + 1 : index + 1 + _NEAR]
    is_older = len(before) - lack(before) > 0
    return is_older and lack(before) <= _MOST_NEAR and lack(after) <= _MOST_NEAR


def _odd_values(siblings: Siblings, keys: SiteKeys) -> Iterator[tuple[str, Oddity]]:
    """Values that are odd among all siblings, or else among the newest."""
    said: set[tuple[str, str]] = set()
    circles: list[Sequence[Member]] = [siblings.members]
    if len(siblings.newest) < len(siblings.members):
        circles.append(siblings.newest)
    for members in circles:
        circle = Circle(siblings.folder, are_newest=members is not siblings.members)
        kinds = _kinds_of(members, siblings.shapes, keys)
        for path, oddity in _odd_among(members, siblings.shapes, kinds, circle):
            if (path, oddity.key) not in said:
                said.add((path, oddity.key))
                yield path, oddity


def _odd_among(
    members: Sequence[Member],
    shapes: Sequence[Shape],
    kinds: Mapping[str, Counter[str]],
    circle: Circle,
) -> Iterator[tuple[str, Oddity]]:
    habits = {key: habit for key, each in kinds.items() if (habit := habit_of(each)) and habit.odd}
    odd = {
        number: found
        for number in {member.shape for member in members}
        if (found := _odd_in(shapes[number], habits))
    }
    for member in members:
        for key, kind in odd.get(member.shape, ()):
            yield member.place, Oddity(key, kind, habits[key], circle)


def _odd_in(shape: Shape, habits: Mapping[str, Habit]) -> list[tuple[str, str]]:
    return [
        (key, kind)
        for key, kind in shape.kinds.items()
        if key in habits and kind in habits[key].odd
    ]


def _slips(siblings: Siblings, keys: SiteKeys) -> Iterator[tuple[str, Slip]]:
    kinds = _kinds_of(siblings.members, siblings.shapes, keys)
    found = {
        number: list(_slips_in(siblings.shapes[number], kinds, keys))
        for number in {member.shape for member in siblings.members}
    }
    for member in siblings.members:
        for slip in found[member.shape]:
            yield member.place, slip


def _slips_in(shape: Shape, kinds: Mapping[str, Counter[str]], keys: SiteKeys) -> Iterator[Slip]:
    rare = [key for key, kind in shape.kinds.items() if key in keys.rare and kind != UNTOLD]
    for key in rare if len(rare) <= _MOST_SLIPS else ():
        others = (one for one in keys.meant_by(key) if one in kinds and one not in shape.kinds)
        near = next(others, None)
        if near:
            usual = kinds[near].most_common(1)[0][0]
            is_alike = type_of(shape.kinds[key]) == type_of(usual)
            yield Slip(key, near, keys.uses[key], keys.uses[near], is_alike)


def _kinds_of(
    members: Iterable[Member], shapes: Sequence[Shape], keys: SiteKeys
) -> Mapping[str, Counter[str]]:
    """How many posts have each kind of value, by key; of keys that are not rare."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for number, posts in Counter(member.shape for member in members).items():
        for key, kind in shapes[number].kinds.items():
            if key not in keys.rare:
                kinds[key][kind] += posts
    return kinds
