"""How alike two texts are, told from a few bytes of each: MinHash, and what finds the likely pairs.

A text is the set of its pairs of neighbouring long words: these are few, and to mend a comma or a
small word changes none of them. Of such sets MinHash keeps a byte in each of 48 places; two texts
have the same byte in as large a share of the places as their sets have of all pairs in common
(Broder 1997; one byte a place after Li and König, b-bit minwise hashing, 2010).
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

PLACES: Final = 48
"""Bytes of a sketch."""
_BAND: Final = 6
"""Places that two texts have to share side by side to be compared at all. Of pairs that are 90 %
alike, 998 in 1,000 share one of the eight bands; of those that are 50 % alike, 118 do."""
_BANDS: Final = (
    slice(PLACES),  # a copy is found among its like, were there ever so many
    *(slice(start, start + _BAND) for start in range(0, PLACES, _BAND)),
)
_LONG: Final = 7
_FEWEST_PAIRS: Final = 20
"""Of fewer, chance makes too many alike."""
_SEED: Final = 1
_MOST_APART: Final = 8
"""Of those that share a band and are not alike, so many are compared with the next ones."""


def sketch_of(words: Sequence[str]) -> bytes | None:
    """The sketch of a text, given as its words in their order; None for one too short to have one.

    The same words give the same sketch on every machine, for one version of rensa.
    """
    long = [word for word in words if len(word) >= _LONG]
    if len(long) <= _FEWEST_PAIRS:
        return None
    from rensa import RMinHash

    hashed = RMinHash(PLACES, _SEED)
    hashed.update([f"{one} {other}" for one, other in pairwise(long)])
    return bytes([place & 0xFF for place in hashed.digest()])


def likeness(one: bytes, other: bytes) -> float:
    """The share of the places in which two sketches are the same: 1.0 for the same text."""
    differing = int.from_bytes(one) ^ int.from_bytes(other)
    return differing.to_bytes(PLACES).count(0) / PLACES


def groups_of(
    sketches: Sequence[bytes],
    kinds: Sequence[int],
    least: float,
    may_be_one: Callable[[int, int], bool],
) -> list[list[int]]:
    """The indexes of the sketches that are alike, two or more in a group, each in its order.

    Two are alike that are of one kind, whose likeness is `least` or more and of which `may_be_one`
    says so; what is like one of a group belongs to it. Takes time in proportion to the number of
    sketches, whatever they are, and holds one band of them at a time. What is the same is found
    however many others are near to it.
    """
    leaders = list(range(len(sketches)))
    for band in _BANDS:
        buckets: dict[tuple[int, bytes], list[int]] = {}
        for index, (kind, sketch) in enumerate(zip(kinds, sketches, strict=True)):
            others = buckets.setdefault((kind, sketch[band]), [])
            for other in others:
                if _leader(leaders, index) == _leader(leaders, other):
                    break
                if likeness(sketch, sketches[other]) >= least and may_be_one(index, other):
                    _join(leaders, index, other)
                    break
            else:
                if len(others) < _MOST_APART:
                    others.append(index)
    groups: dict[int, list[int]] = {}
    for index in range(len(sketches)):
        if (leader := _leader(leaders, index)) != index:
            groups.setdefault(leader, [leader]).append(index)
    return list(groups.values())


def _join(leaders: list[int], one: int, other: int) -> None:
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first


def _leader(leaders: list[int], index: int) -> int:
    while leaders[index] != index:
        leaders[index] = leaders[leaders[index]]
        index = leaders[index]
    return index
