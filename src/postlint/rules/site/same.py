"""Posts of a site that have something in common that each should have for itself."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from typing import Final, TypeVar

from postlint.content.site_facts import PostFacts, SiteFacts, by_date

_F = TypeVar("_F")
_NAMED: Final = 3
"""So many of the other posts are named."""


def groups_of(
    site: SiteFacts[_F], what: Callable[[PostFacts[_F]], str]
) -> Iterator[Sequence[PostFacts[_F]]]:
    """The posts that have the same of something, each group by date, the groups by their first.

    Only 8 bytes are held of what each post has, and all of a post only where another has the same.
    """
    times = Counter(_digest(what(post)) for post in site)
    groups: dict[bytes, list[PostFacts[_F]]] = defaultdict(list)
    for post in site:
        digest = _digest(what(post))
        if times[digest] > 1:
            groups[digest].append(post)
    for group in groups.values():
        yield sorted(group, key=by_date)


def others_in_words(group: Sequence[PostFacts[_F]]) -> str:
    """All posts of a group but the latest, in words: "a.md", "a.md and b.md"."""
    others = [post.path for post in group[:-1]]
    names = others if len(others) <= _NAMED else others[-_NAMED + 1 :]
    if len(others) > len(names):
        more = len(others) - len(names)
        names = [*names, f"{more:,} more post{'s' * (more > 1)}"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
