"""Keys that hardly a post of a site has, and that are one slip from a key that many have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from postlint.rules.front_matter.habits import FEWEST, MOST_ODD
from postlint.rules.front_matter.siblings import Siblings
from postlint.schema.mistakes.one_slip import SlipIndex, is_one_slip

_MOST_COMMON: Final = 500
"""Keys that others may be a slip from."""
_RATIO: Final = 50
"""A slip that several posts share is so many times rarer than what was meant."""
_SHORTEST: Final = 3
"""A key of so few letters has no plural."""


class SiteKeys:
    """The keys of all posts of a site, to look up what one of them was meant to be."""

    def __init__(self, everybody: Iterable[Siblings]) -> None:
        self.uses: Counter[str] = Counter()
        """How many posts have each."""
        for siblings in everybody:
            for number, posts in Counter(one.shape for one in siblings.members).items():
                for key in siblings.shapes[number].kinds:
                    self.uses[key] += posts
        self.rare = frozenset(key for key, uses in self.uses.items() if uses <= MOST_ODD)
        common = [key for key, uses in self.uses.most_common(_MOST_COMMON) if uses >= FEWEST]
        self._by_form: dict[str, list[str]] = defaultdict(list)
        for key in common:
            for form in _forms(key):
                self._by_form[form].append(key)
        self._index = SlipIndex(common)

    def meant_by(self, key: str) -> Iterator[str]:
        """The common keys that a rare one may have been meant to be.

        Another number or case is one only in a single post: where several have it, it is meant.
        """
        if self.uses[key] == 1:
            for form in sorted(_forms(key)):
                yield from self._by_form.get(form, ())
        slips = [
            known
            for known in self._index.slips_of(key)
            if self.uses[key] == 1 or self.uses[key] * _RATIO <= self.uses[known]
        ]
        if slips and not _is_ordinary(key):
            yield from slips


def may_be(key: str, other: str) -> bool:
    """Whether one key may well be another form of the other."""
    return not _forms(key).isdisjoint(_forms(other)) or is_one_slip(key, other)


def _forms(key: str) -> frozenset[str]:
    """What a key has in common with others that differ by case, dashes and number only."""
    word = key.casefold().replace("-", "").replace("_", "")
    if len(word) <= _SHORTEST:
        return frozenset((word,))
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return frozenset((word, singular))


def _is_ordinary(key: str) -> bool:
    from postlint.schema.mistakes.common_keys import is_common  # reads the shipped schemas

    return is_common(key)
