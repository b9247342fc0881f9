"""What the posts of a site come to: over time, by section, by author, and its own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Unit = Literal["month", "quarter", "year", "decade"]
Standing = Literal["more", "fewer", ""]
"""Whether clearly more or fewer of some posts have flaws than of others as long; "" where that may
be chance."""

_FEWEST_POSTS: Final = 5
_FEWEST_WORDS: Final = 5_000
"""What has less says nothing about how often something is wrong."""
_FEWEST_FOR_SHARE: Final = 10
_RATE_OF: Final = 10_000


@dataclass(frozen=True, slots=True)
class Group:
    """Posts that have something in common, and what was found in them that is not muted."""

    name: str
    """"" for the posts that do not say."""
    posts: int
    flawed: int
    """How many of them have an error or a warning."""
    words: int
    error: int
    warning: int
    info: int
    standing: Standing = ""

    @property
    def flaws(self) -> int:
        """Errors and warnings."""
        return self.error + self.warning

    @property
    def has_share(self) -> bool:
        """Whether there are so many posts that a share of them in per cent says something."""
        return self.posts >= _FEWEST_FOR_SHARE

    @property
    def rate(self) -> float | None:
        """Errors and warnings in 10,000 words; None where there is too little text to say."""
        if self.posts < _FEWEST_POSTS or self.words < _FEWEST_WORDS:
            return None
        return self.flaws * _RATE_OF / self.words


@dataclass(frozen=True, slots=True)
class WordUse:
    """A word that no lexicon has, as the site uses it."""

    written: str
    posts: int
    times: int
    place: str
    """Where it stands first: path, line and column, with colons between them."""
    is_slip: bool
    """Whether a post is told that it is a slip of another word."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """A site as those who answer for it look at it."""

    whole: Group
    unit: Unit
    periods: tuple[Group, ...]
    """The posts by date, oldest first, without gaps between the first period and the last."""
    undated: int
    """How many posts have no date."""
    far_dated: int
    """How many have a date that is far from all others."""
    older: Group
    newer: Group
    """The dated posts in two parts, the newest quarter of them apart; named for the first day."""
    sections: tuple[Group, ...]
    """The one with the most errors and warnings first; so are the authors."""
    authors: tuple[Group, ...]
    words: tuple[WordUse, ...]
    """The words that no lexicon has, the one in most posts first: as many as can be looked over."""
    all_words: int
    """How many of these words there are."""
    words_of_many: int
    """How many of them stand in so many posts that they are words of the site."""
    days: Mapping[str, str]
    """When a post came out, as `2024-03-01`, by path, where it says so."""
    section_of: Mapping[str, str]
    """By path; "" where a post is in none."""
    terms: tuple[tuple[WordUse, ...], ...] = ()
    """The terms that the site writes in several forms, where that was asked for; of each its forms,
    the one in most posts first."""
