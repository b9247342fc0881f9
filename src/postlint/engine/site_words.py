"""What all posts of a site say of the words no lexicon has: which are the site's, which are slips.

A word that stands in three posts is a word of the site. A long word that stands in one post only
and is one slip from a word of the site is probably that slip: near-miss says so. Names, which have
a capital, are the rule site-name-variant's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from postlint.content.facts import KnownPost, UnknownWord
from postlint.content.vocabulary import SiteWords
from postlint.model.span import Position

ENOUGH_POSTS: Final = 3
"""A word that so many posts have is no slip."""
_SLIP_RULES: Final = ("near-miss", "name-variant")


class SiteUse(NamedTuple):
    """A word that no lexicon has, as a whole site uses it."""

    word: str
    """In small letters."""
    written: str
    """As the site mostly writes it."""
    posts: int
    """How many posts have it; those with a copy of the same passage count as one."""
    times: int
    is_slip: bool
    """Whether a post is told that it is a slip of another word."""
    path: str
    """The first post that has it, in the order of the run."""
    start: Position
    """Where it stands there first."""


def words_of_site(results: Sequence[KnownPost]) -> tuple[SiteUse, ...]:
    """The unknown words of a site, the one in most posts first; no known misspellings."""
    posts: Counter[str] = Counter()
    passages: dict[str, set[int]] = defaultdict(set)
    times: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    slips: set[str] = set()
    first: dict[str, tuple[str, Position]] = {}
    for result in results:
        for one in _judged(result):
            posts[one.word] += 1
            passages[one.word].update(one.passages)
            times[one.word] += one.times
            capitals[one.word] += one.capitals
            if one.reported_by in _SLIP_RULES:
                slips.add(one.word)
            first.setdefault(one.word, (result.path, one.start))
    words = (
        SiteUse(
            word=word,
            written=word.capitalize() if 2 * capitals[word] > times[word] else word,
            posts=min(posts[word], len(passages[word])),
            times=times[word],
            is_slip=word in slips,
            path=first[word][0],
            start=first[word][1],
        )
        for word in posts
    )
    return tuple(sorted(words, key=lambda one: (-one.posts, one.word)))


def words_to_learn(results: Sequence[KnownPost], posts: int) -> tuple[SiteUse, ...]:
    """The words of a site that stand in so many posts and that no rule takes for a slip.

    A word of the site is no slip, whatever a rule says that sees one post alone.
    """
    return tuple(
        word
        for word in words_of_site(results)
        if word.posts >= posts and (word.posts >= ENOUGH_POSTS or not word.is_slip)
    )


def second_looks(results: Sequence[KnownPost]) -> Mapping[int, SiteWords]:
    """The results, by index, for which the words of the site may make a difference, and those."""
    words = words_of_site(results)
    accepted = {one.word: one.written for one in words if one.posts >= ENOUGH_POSTS}
    if not accepted:
        return {}
    from postlint.language.one_slip_away import SHORTEST_WORD, OneSlipAway, are_slip_and_word

    near = OneSlipAway(word for word, written in accepted.items() if written == word)
    good = {one.word for result in results for one in result.facts.words if one.may_be_right}
    alone = {
        one.word: tuple(right for right in near.to(one.word) if are_slip_and_word(one.word, right))
        for one in words
        if one.posts == 1 and one.word not in good and len(one.word) >= SHORTEST_WORD
    }
    looks: dict[int, SiteWords] = {}
    for index, result in enumerate(results):
        if not result.facts.packed_words:
            continue
        judged = tuple(_judged(result))
        right = {one.word for one in judged if one.reported_by and one.word in accepted}
        meant = {
            one.word: rights
            for one in judged
            if one.reported_by not in _SLIP_RULES and (rights := alone.get(one.word))
        }
        if right or meant:
            looks[index] = SiteWords(frozenset(right), meant)
    return looks


def _judged(result: KnownPost) -> Iterator[UnknownWord]:
    """The unknown words of a post; a known misspelling stays one however many posts have it."""
    return (one for one in result.facts.words if not one.is_listed)
