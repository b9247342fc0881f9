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
from postlint.rules.front_matter.siblings import Member, Shape, Siblings
from postlint.schema.mistakes.one_slip import SlipIndex, is_one_slip

_NEAR: Final = 10
"""So many siblings before and after a post in time show how it was done then."""
_MOST_NEAR: Final = 2
"""So many of those may lack a key, too."""
_MOST_COMMON: Final = 200
"""Keys that others may be a slip from."""


_SHORTEST: Final = 3
"""A key of so few letters has no plural."""


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
    """A key that no other post has, one slip from one that many have."""

    key: str
    near: str
    number: int
    """How many siblings have that."""
    is_alike: bool
    """Whether its value is what theirs are."""
    circle: Circle


Odd = Lack | Oddity | Slip


def oddities(siblings: Siblings, uses: Mapping[str, int]) -> Iterator[tuple[str, Odd]]:
    """All that is odd, with the path of the post; `uses` are the posts of the site by key."""
    if len(siblings.members) > FEWEST:
        yield from _slips(siblings, uses)
        yield from _odd_values(siblings)
        yield from _lacks(siblings)


def _lacks(siblings: Siblings) -> Iterator[tuple[str, Lack]]:
    newest, shapes = siblings.newest, siblings.shapes
    kinds = _kinds_of(newest, shapes)
    have = {key: sum(each.values()) - each[EMPTY] for key, each in kinds.items()}
    expected = [key for key, number in have.items() if is_habit(number, len(newest))]
    lacking = {
        number: names
        for number in {member.shape for member in newest}
        if not shapes[number].may_lack and (names := _not_in(shapes[number], expected))
    }
    first = len(siblings.members) - len(newest)
    circle = Circle(siblings.folder, are_newest=first > 0)
    for index, member in enumerate(newest, first):
        keys = {
            key: have[key]
            for key in lacking.get(member.shape, ())
            if _is_done_then(siblings, index, key)
        }
        if keys:
            yield member.path, Lack(keys, len(newest), circle)


def _not_in(shape: Shape, keys: Iterable[str]) -> list[str]:
    """Those keys that a post does not have, nor one that may be another form of it."""
    return [
        key
        for key in keys
        if key not in shape.kinds
        and not any(_forms(key) & _forms(one) or is_one_slip(one, key) for one in shape.kinds)
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
    return len(before) == _NEAR and lack(before) <= _MOST_NEAR and lack(after) <= _MOST_NEAR


def _odd_values(siblings: Siblings) -> Iterator[tuple[str, Oddity]]:
    """Values that are odd among all siblings, or else among the newest."""
    said: set[tuple[str, str]] = set()
    circles: list[Sequence[Member]] = [siblings.members]
    if len(siblings.newest) < len(siblings.members):
        circles.append(siblings.newest)
    for members in circles:
        circle = Circle(siblings.folder, are_newest=members is not siblings.members)
        for path, oddity in _odd_among(members, siblings.shapes, circle):
            if (path, oddity.key) not in said:
                said.add((path, oddity.key))
                yield path, oddity


def _odd_among(
    members: Sequence[Member], shapes: Sequence[Shape], circle: Circle
) -> Iterator[tuple[str, Oddity]]:
    kinds = _kinds_of(members, shapes)
    habits = {key: habit for key, each in kinds.items() if (habit := habit_of(each)) and habit.odd}
    odd = {
        number: found
        for number in {member.shape for member in members}
        if (found := _odd_in(shapes[number], habits))
    }
    for member in members:
        for key, kind in odd.get(member.shape, ()):
            yield member.path, Oddity(key, kind, habits[key], circle)


def _odd_in(shape: Shape, habits: Mapping[str, Habit]) -> list[tuple[str, str]]:
    return [
        (key, kind)
        for key, kind in shape.kinds.items()
        if key in habits and kind in habits[key].odd
    ]


def _slips(siblings: Siblings, uses: Mapping[str, int]) -> Iterator[tuple[str, Slip]]:
    kinds = _kinds_of(siblings.members, siblings.shapes)
    have = Counter({key: sum(each.values()) for key, each in kinds.items()})
    common = _Common(key for key, number in have.most_common(_MOST_COMMON) if number > FEWEST)
    circle = Circle(siblings.folder, are_newest=False)
    for member in siblings.members:
        shape = siblings.shapes[member.shape]
        for key, kind in shape.kinds.items():
            if uses[key] > 1 or kind in (EMPTY, UNTOLD):
                continue
            near = next((one for one in common.meant_by(key) if one not in shape.kinds), None)
            if near:
                usual = kinds[near].most_common(1)[0][0]
                is_alike = type_of(kind) == type_of(usual)
                yield member.path, Slip(key, near, have[near], is_alike, circle)


class _Common:
    """Common keys, looked up by those that are a slip from one."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_form: dict[str, list[str]] = defaultdict(list)
        keys = list(keys)
        for key in keys:
            for form in _forms(key):
                self._by_form[form].append(key)
        self._index = SlipIndex(keys)

    def meant_by(self, key: str) -> Iterator[str]:
        """The keys that one may have been meant to be, the commonest first."""
        from postlint.schema.mistakes.common_keys import is_common

        for form in sorted(_forms(key)):
            yield from self._by_form.get(form, ())
        slips = list(self._index.slips_of(key))
        if slips and not is_common(key):
            yield from slips


def _forms(key: str) -> frozenset[str]:
    """What a key has in common with others that differ by case, dashes and number only."""
    word = key.casefold().replace("-", "").replace("_", "")
    stems = {word.removesuffix("s")} if len(word) > _SHORTEST else set()
    return frozenset({word, *stems, *({f"{word[:-3]}y"} if word.endswith("ies") else ())})


def _kinds_of(members: Iterable[Member], shapes: Sequence[Shape]) -> Mapping[str, Counter[str]]:
    """How many posts have each kind of value, by key."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for number, posts in Counter(member.shape for member in members).items():
        for key, kind in shapes[number].kinds.items():
            kinds[key][kind] += posts
    return kinds
