"""Which keys a group of posts has officially, which are required, and which are probably slips."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from postlint.content.data.tree import Json, is_empty
from postlint.content.near import is_plural, nearest
from postlint.schema.infer.evidence import (
    ALL_OF_NEWEST,
    FEWEST,
    LONE_AMONG,
    NEWEST,
    REQUIRED_SHARE,
    UNDATED_SHARE,
    Found,
    RareKey,
)
from postlint.schema.infer.reader import Reader
from postlint.schema.mistakes.common_keys import is_common
from postlint.schema.mistakes.one_slip import SlipIndex, is_one_slip

MOST_KEYS: Final = 200
"""A schema names no more keys of one group."""
_LONGEST_KEY: Final = 200
"""In code points: a longer key is none that anybody has chosen."""
_MOST_TRIED: Final = 1_000
"""Rare keys that are compared with the common ones."""
_TWO_EDITS: Final = 7
"""In code points: two edits make another word of a shorter one too often."""
_SLIP_RATIO: Final = 50
"""A key is so many times rarer than the one it is a slip from, unless it is rare anyway."""


@dataclass(frozen=True)
class Keys:
    """The keys of a group, told apart."""

    official: Sequence[str]
    """The commonest first."""
    required: Set[str]
    rare: Sequence[RareKey]
    left_out: int
    """How many more keys would be official, were there not so many."""


def keys_of(found: Found, *, is_dated: bool, reader: Reader) -> Keys:
    """The keys of some groups, the newest first; undated ones have no newest among them.

    What `reader` knows is no slip, however rare it is.
    """
    groups = [value for _, value in found if isinstance(value, dict)]
    holders: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        for key in group:
            holders.setdefault(key, []).append(index)
    uses = {key: len(indexes) for key, indexes in holders.items() if len(key) <= _LONGEST_KEY}
    common = [key for key in uses if not _is_rare(uses[key], len(groups))]
    common.sort(key=lambda key: -uses[key])
    known = reader.known(uses)
    slips = _slips(common[:MOST_KEYS], holders, known)
    official = [key for key in common if key not in slips]
    common_few = official[:MOST_KEYS]
    rare = [key for key in uses if key in slips or _is_rare(uses[key], len(groups))]
    rare_keys = _rare_keys(rare, common_few, holders, {**dict.fromkeys(known), **slips})
    meant: dict[str, list[str]] = {}
    for one in rare_keys:
        if one.near:
            meant.setdefault(one.near, []).append(one.key)
    return Keys(
        common_few,
        {
            key
            for key in common_few
            if _is_required((key, *meant.get(key, ())), groups, is_dated=is_dated)
        },
        rare_keys,
        len(official) - len(common_few),
    )


def _is_rare(uses: int, posts: int) -> bool:
    if uses == 1:
        return posts >= LONE_AMONG
    return uses <= max(2, posts // 1000) and uses * 100 < posts


def _is_required(
    spellings: Sequence[str], groups: Sequence[Mapping[str, Json]], *, is_dated: bool
) -> bool:
    """Whether a key is; a post that has it misspelt has it."""
    window = groups[:NEWEST] if is_dated else groups
    if len(window) < FEWEST:
        return False
    has = [any(not is_empty(group.get(key)) for key in spellings) for group in window]
    if is_dated:
        return sum(has) >= REQUIRED_SHARE * len(has) and all(has[:ALL_OF_NEWEST])
    return sum(has) >= UNDATED_SHARE * len(has)


def _slips(
    common: Sequence[str], holders: Mapping[str, Sequence[int]], known: Set[str]
) -> dict[str, str]:
    """Keys of several posts that are all the same one slip from a far commoner one."""
    index = SlipIndex(common)
    return {
        key: near
        for key in common
        if key not in known
        for near in index.slips_of(key)
        if len(holders[key]) * _SLIP_RATIO <= len(holders[near])
        and set(holders[key]).isdisjoint(holders[near])
    }


def _rare_keys(
    rare: Sequence[str],
    common: Sequence[str],
    holders: Mapping[str, Sequence[int]],
    settled: Mapping[str, str | None],
) -> list[RareKey]:
    """Rare keys with what was meant; of some it is settled already, also that nothing else was."""
    found = []
    for number, key in enumerate(rare):
        near = settled.get(key)
        if key not in settled and number < _MOST_TRIED:
            near = _meant(key, common, holders)
        found.append(RareKey(key, len(holders[key]), near, len(holders[near]) if near else 0))
    found.sort(key=lambda one: (one.near is None, -one.posts, one.key))
    return found


def _meant(key: str, common: Sequence[str], holders: Mapping[str, Sequence[int]]) -> str | None:
    """The common key a rare one was probably meant to be: never one that stands beside it."""
    near = nearest(key, common)
    if near is None or not set(holders[key]).isdisjoint(holders[near]):
        return None
    if len(holders[near]) < FEWEST * len(holders[key]):
        return None
    if is_plural(key, near) or is_one_slip(key, near):
        return near
    if len(key) < _TWO_EDITS or key[0].lower() != near[0].lower():
        return None  # `about` is no `layout`
    from rapidfuzz.distance import OSA

    is_near = OSA.distance(key.lower(), near.lower(), score_cutoff=2) <= 2
    return near if is_near and not is_common(key) else None


def is_surely_slip(key: str, known: str) -> bool:
    """Whether validation reports a key as misspelt by itself, where `known` is in the schema."""
    return is_one_slip(key, known) and not is_common(key)
