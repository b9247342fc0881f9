"""Which keys a group of posts has, and how alike two groups are by that."""

from collections import Counter
from collections.abc import Iterable, Mapping

from postlint.content.data.tree import Json, is_empty


class KeyProfile:
    """How many posts of a group have each key with a value; an empty value is an absent one."""

    def __init__(self, posts: Iterable[Mapping[str, Json]] = ()) -> None:
        self.posts = 0
        self._counts: Counter[str] = Counter()
        for data in posts:
            self.add(data)

    def add(self, data: Mapping[str, Json]) -> None:
        """Count one more post."""
        self.posts += 1
        self._counts.update(key for key, value in data.items() if not is_empty(value))

    def take_in(self, other: "KeyProfile") -> None:
        """Count the posts of another group too."""
        self.posts += other.posts
        self._counts.update(other._counts)

    def without(self, key: str) -> "KeyProfile":
        """The same group as if no post had that key."""
        copy = KeyProfile()
        copy.take_in(self)
        del copy._counts[key]
        return copy

    def likeness(self, other: "KeyProfile") -> float:
        """From 0 to 1: the weighted Jaccard index of the shares of posts that have each key."""
        if not self.posts or not other.posts:
            return 0.0
        least = most = 0.0
        for key in self._counts.keys() | other._counts.keys():
            mine, theirs = self._counts[key] / self.posts, other._counts[key] / other.posts
            least += min(mine, theirs)
            most += max(mine, theirs)
        return least / most if most else 1.0
