"""What counts of a post for the view of its site, and what some posts come to together. Pure."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import exp, lgamma, log, log1p
from typing import Final, NamedTuple
from zlib import crc32

from postlint.model.site_view import Group, Standing

_BY_CHANCE: Final = 0.001
"""Of a hundred authors none is to stand out by chance."""
_PEERS: Final = 50
"""So many posts of about the same length tell how many of such posts have flaws."""


class CountedPost(NamedTuple):
    """What counts of a post."""

    path: str
    day: date | None
    section: str
    author: str
    words: int
    error: int
    warning: int
    info: int
    chance: float = 0.0
    """The share of posts of its length that have flaws."""

    @property
    def flaws(self) -> int:
        """Errors and warnings."""
        return self.error + self.warning


def group_of(name: str, posts: Sequence[CountedPost]) -> Group:
    """What some posts come to."""
    return Group(
        name=name,
        posts=len(posts),
        flawed=sum(post.flaws > 0 for post in posts),
        words=sum(post.words for post in posts),
        error=sum(post.error for post in posts),
        warning=sum(post.warning for post in posts),
        info=sum(post.info for post in posts),
        standing=_standing(posts),
    )


def _standing(posts: Sequence[CountedPost]) -> Standing:
    """Whether more or fewer of some posts have flaws than of other posts as long.

    A binomial test at the mean of their chances, which is never bolder than one with each chance by
    itself. Whether a post has any counts, not how many: the flaws of one post are seldom
    independent of each other.
    """
    number, flawed = len(posts), sum(post.flaws > 0 for post in posts)
    chance = sum(post.chance for post in posts) / number if number else 0
    if not 0 < chance < 1:
        return ""
    is_more = flawed > chance * number
    tail = range(flawed, number + 1) if is_more else range(flawed + 1)
    if sum(_binomial(number, hits, chance) for hits in tail) > _BY_CHANCE:
        return ""
    return "more" if is_more else "fewer"


def _binomial(number: int, hits: int, chance: float) -> float:
    """How probable so many hits are."""
    ways = lgamma(number + 1) - lgamma(hits + 1) - lgamma(number - hits + 1)
    return exp(ways + hits * log(chance) + (number - hits) * log1p(-chance))


def with_chances(posts: Sequence[CountedPost]) -> list[CountedPost]:
    """The posts, each with the share that has flaws among those about as long."""
    by_length = sorted(
        posts, key=lambda post: (post.words, crc32(post.path.encode("utf-8", "replace")))
    )
    parts = max(1, len(posts) // _PEERS)
    bounds = [part * len(posts) // parts for part in range(parts + 1)]
    found: dict[str, float] = {}
    for start, end in pairwise(bounds):
        peers = by_length[start:end]
        share = sum(post.flaws > 0 for post in peers) / len(peers) if peers else 0.0
        found.update((post.path, share) for post in peers)
    return [post._replace(chance=found[post.path]) for post in posts]
