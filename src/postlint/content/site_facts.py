"""What the posts of a site have told one of its rules, for that rule to compare."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from postlint.content.facts import Facts

_F = TypeVar("_F")


class PostFacts(NamedTuple, Generic[_F]):
    """What one post has told a rule."""

    path: str
    """As findings name the post."""
    place: str
    """The same from the folder of the site on, with "/": whoever looks at the site, from whichever
    folder, sees the post there."""
    date: str
    """When it was published, as `2024-03-01T23:30:00`; "" where it does not say."""
    facts: _F
    is_muted: bool = False
    """Whether the rule is to say nothing of it: what is said of it is lost."""


class SitePost(NamedTuple):
    """A post of a site with all that it has told."""

    place: str
    """As in `PostFacts`."""
    path: str
    facts: Facts
    is_excluded: bool = False
    """Whether it is not to be checked."""


@dataclass(frozen=True, slots=True)
class SiteFacts(Generic[_F]):
    """What the posts of a site have told a rule; may be gone through any number of times.

    Each is unpacked when its turn comes, so that of a site of any size only the bytes are held;
    what was damaged in the cache is left out.
    """

    root: Path
    """The folder of the site, absolute."""
    posts: Sequence[SitePost]
    """In the order of their places."""
    unpack: Callable[[bytes], _F | None]
    """What a post has told the rule, of what it has told all of them. Raises ValueError."""
    today: str = ""
    """The day of the run, as `2024-03-01`; "" where nobody asks for it."""
    reads: Callable[[str], object] = lambda _: None
    """To be told of each file and folder, absolute, that a rule looks at besides the posts, also of
    those that are not there: with another content the rule might say something else."""

    rule: str = ""
    """The name of the rule."""
    is_whole: bool = False
    """Whether all posts of the site are among them: only then it can be said that none does
    something."""

    def __iter__(self) -> Iterator[PostFacts[_F]]:
        """What each post has told that has told something, in the order of the places."""
        for post in self.posts:
            collected = post.facts.collected
            try:
                facts = self.unpack(collected) if collected else None
            except ValueError:
                continue
            if facts is not None:
                is_muted = post.is_excluded or self.rule in post.facts.muted
                yield PostFacts(post.path, post.place, post.facts.date, facts, is_muted)


def by_date(post: PostFacts[_F]) -> tuple[str, str]:
    """The order in which posts came out: by date, and by place where that is the same."""
    return post.date, post.place
