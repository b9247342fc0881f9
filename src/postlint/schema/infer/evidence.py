"""What was seen in the posts of a site, as plain data: what a schema is inferred from."""

import json
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.schema.mistakes.values_in_words import count as counted

At = tuple[str | None, ...]
"""The keys around a value, the outer first, and its own; None for the items of a list."""
Found = Sequence[tuple[int, Json]]
"""The values of one key, each with the index of its post; the newest posts come first."""

REQUIRED_SHARE: Final = 0.98
"""Of the newest posts that have a required key."""
UNDATED_SHARE: Final = 0.99
"""The same where posts have no dates: nothing shows that those without the key are old."""
NEWEST: Final = 300
ALL_OF_NEWEST: Final = 20
"""So many of the newest posts must have a required key, without exception."""
FEWEST: Final = 5
"""From fewer posts or values nothing is concluded beyond their types."""
LONE_AMONG: Final = 20
"""A key or a type that a single one of so many posts has is taken for a mistake."""
FORMAT_SHARE: Final = 0.98
OUTLIER_SHARE: Final = 0.01
"""A type that fewer values have is no type of the key."""
MOST_OUTLIERS: Final = 100
"""So many are kept of one key."""


class Outlier(NamedTuple):
    """A value that the schema was not widened to."""

    path: str
    key: str
    """With the keys around it: `extra.team`, `tags[]` for an item of a list."""
    value: Json
    why: str
    """What is special about it: `a whole number, where 748 are text`."""


class RareKey(NamedTuple):
    """A key of so few posts that it is probably a mistake."""

    key: str
    posts: int
    near: str | None
    """The common key one or two edits away, which was probably meant."""
    near_posts: int = 0
    """How many posts have that."""


class Vocabulary(NamedTuple):
    """The values that a key takes, each with the number of its uses, the commonest first."""

    file: str
    """The data file they go to, beside the schema."""
    uses: Mapping[str, int]


class KeyEvidence(NamedTuple):
    """What was seen of one key, or of the items of its lists."""

    at: At
    posts: int
    """Values that say something; for items of lists, of all lists together."""
    of: int
    """Posts, or groups of keys, that could have it."""
    empty: int
    """Values that say nothing: null, a blank text, an empty list."""
    types: Mapping[str, int]
    formats: Mapping[str, int]
    """Of the texts, the narrowest format each; those without one are not counted."""
    shortest: int | None
    """In code points, of the texts; in items where there are only lists."""
    longest: int | None
    distinct: int
    """Different texts."""
    is_required: bool
    reference: str = ""
    """What the values refer to, among what was given as known."""
    referred: int = 0
    """Different texts that are in that."""
    held: int = 0
    """How many there are."""

    @property
    def key(self) -> str:
        """With the keys around it, as `key_name` writes it."""
        return key_name(self.at)

    @property
    def is_unique(self) -> bool:
        """Whether all values are texts, and no two are the same."""
        return self.distinct == self.posts == self.types.get("string", 0)

    def told(self) -> str:
        """The evidence in a line, for people."""
        parts = [f"in {self.posts} of {self.of} posts"]
        if self.at[-1] is None:
            parts = [counted(self.posts, "item")]
        elif len(self.at) > 1:
            parts = [f"in {self.posts} of {self.of}"]
        if self.empty:
            parts.append(f"{self.empty} empty")
        if len(self.types) > 1:
            parts.append(", ".join(f"{name} {uses}" for name, uses in self.types.items()))
        texts = self.types.get("string", 0)
        told = [f"{uses} {name}" for name, uses in self.formats.items() if uses * 20 >= texts]
        if told:
            parts.append(", ".join(told))
        if self.longest is not None:
            unit = "character" if texts else "item"
            least = "" if self.shortest == self.longest else f"{self.shortest} to "
            parts.append(f"{least}{counted(self.longest, unit)}")
        if texts >= FEWEST:
            parts.append("all different" if self.is_unique else f"{self.distinct} different")
        if self.referred:
            parts.append(f"{self.referred} of the {self.held} in {self.reference}")
        return "; ".join(parts)


def key_name(at: At) -> str:
    """A key with the keys around it: `extra.team`, `tags[]` for the items of a list.

    A key that could be taken for several stands in quotes, so that no two names are the same.
    """
    steps = ("[]" if step is None else f".{_step(step)}" for step in at)
    return "".join(steps).removeprefix(".")


def _step(key: str) -> str:
    is_plain = key and not any(mark in key for mark in '."[]')
    return key if is_plain else json.dumps(key, ensure_ascii=False)
