"""Words that are right in a post though no dictionary has them: the house's, and the site's."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple


@dataclass(frozen=True)
class HouseWords:
    """The words that a configuration accepts, as they are written there.

    One in small letters is right in any case; one with capitals is right as it is written, and
    all in capitals.
    """

    entries: frozenset[str] = frozenset()

    def accepts(self, text: str) -> bool:
        """Whether a word, without possessive ending, is right as it is written."""
        word = text.lower()
        if text in self.entries or word in self.entries:
            return True
        return text.isupper() and word in self.written

    @cached_property
    def written(self) -> Mapping[str, str]:
        """Each word by its small letters; where several are the same but for case, the last."""
        return {entry.lower(): entry for entry in sorted(self.entries)}

    @cached_property
    def by_shape(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """The words in small letters, by first letter and length."""
        shapes: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self.written:
            shapes[word[0], len(word)].append(word)
        return dict(shapes)


class SiteWords(NamedTuple):
    """What the other posts of a run say of the words of one post."""

    accepted: frozenset[str] = frozenset()
    """Words that enough posts use, in small letters."""
    meant: Mapping[str, tuple[str, ...]] = {}
    """Words that this post alone has, in small letters, and the words of the site that each may
    be a slip of, as the site mostly writes them."""


NO_SITE: Final = SiteWords()
"""What is said of a post that is checked by itself."""


class Vocabulary(NamedTuple):
    """Every word that is right in one post, whatever the lexicon says."""

    house: HouseWords = HouseWords()
    site: SiteWords = NO_SITE

    def accepts(self, text: str) -> bool:
        """Whether a word, without possessive ending, is right as it is written."""
        return self.house.accepts(text) or text.lower() in self.site.accepted
