"""One person's name spelt two ways: Alison Rowland and, further on, Allison Rowland.

Both forms may be good names, so no lexicon tells. What tells is the other half of the name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, permutations, repeat
from typing import Final, NamedTuple

from postlint.content.prose import Prose
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.one_slip_away import are_slip_and_name
from postlint.language.tokens import Token, token_at

_PAIR: Final = re.compile(
    r"(?<![\w'’-])([A-ZÀ-Þ][a-zß-ÿ]{3,}+)[ \n]([A-ZÀ-Þ][a-zß-ÿ]{3,}+)(?![\w-])"
)
_LIKE_PAIR: Final = re.compile(rb"A(?=a{3,}+ A)")

_RARE_ZIPF: Final = 3.0
_MOST_FORMS: Final = 50
"""A name beside more others than that is no one's."""

_Pair = tuple[str, str]


class OtherForm(NamedTuple):
    """A name that stands elsewhere with another spelling beside the same name."""

    token: Token
    meant: str
    times: int
    """How often it stands beside that name, and ..."""
    meant_times: int
    """... how often the other form does."""


def other_forms(prose: Prose, lexicon: Lexicon) -> Iterator[OtherForm]:
    """The rarer form of each name that stands in two forms beside the same name, in order."""
    found = list(_pairs(prose))
    counts = Counter([(match[1], match[2]) for match in found])
    meant = _meant(counts, prose.text, lexicon) if len(counts) > 1 else {}
    for match in found if meant else ():
        pair = match[1], match[2]
        right = meant.get(pair)
        if right is not None:
            half = 0 if pair[0] != right[0] else 1
            index, start = prose.at(match.start(half + 1))
            token = token_at(prose.segments[index], pair[half], start)
            if token is not None:
                yield OtherForm(token, right[half], counts[pair], counts[right])


def names_of(prose: Prose, lexicon: Lexicon) -> Iterator[tuple[Token, Token]]:
    """Both halves of each name in the prose of a post, where it stands first, in their order."""
    first_uses: dict[_Pair, re.Match[str]] = {}
    for match in _pairs(prose):
        first_uses.setdefault((match[1], match[2]), match)
    for match in first_uses.values():
        if _is_name(match[1], lexicon) and _is_name(match[2], lexicon):
            index, start = prose.at(match.start())
            segment = prose.segments[index]
            first = token_at(segment, match[1], start)
            second = token_at(segment, match[2], start + match.start(2) - match.start())
            if first and second:
                yield first, second


def _pairs(prose: Prose) -> Iterator[re.Match[str]]:
    """Two words with a capital each, side by side."""
    return filter(None, map(_PAIR.match, repeat(prose.text), prose.places_like(_LIKE_PAIR)))


def _meant(counts: Counter[_Pair], text: str, lexicon: Lexicon) -> dict[_Pair, _Pair]:
    """The pairs that misspell another one, and which.

    Established is what stands there more often, or else is the more frequent name, or comes first.
    """
    by_half: dict[_Pair, list[_Pair]] = defaultdict(list)
    for pair in counts:
        by_half[pair[0], ""].append(pair)
        by_half["", pair[1]].append(pair)
    meant = {}
    for (first, _), pairs in by_half.items():
        half = 1 if first else 0
        if 1 < len(pairs) <= _MOST_FORMS:
            for one, other in combinations(pairs, 2):
                if _may_be_slip(one[half], other[half], lexicon) and not _are_two(one, other, text):
                    ranks = [(counts[p], lexicon.zipf(p[half].lower())) for p in (one, other)]
                    wrong, right = (one, other) if ranks[0] < ranks[1] else (other, one)
                    meant[wrong] = right
    return meant


def _are_two(one: _Pair, other: _Pair, text: str) -> bool:
    """Whether both names are listed side by side, as those of two people are."""
    names = " ".join(one), " ".join(other)
    joints = (f"{a}{joint}{b}" for a, b in permutations(names) for joint in (" and ", ", ", " & "))
    return any(joint in text for joint in joints)


@lru_cache(maxsize=20_000)
def _may_be_slip(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two names are one name: Maria and Mario, Rust and Rest, Korea and Korean are not."""
    return are_slip_and_name(one, other) and _is_name(one, lexicon) and _is_name(other, lexicon)


@lru_cache(maxsize=20_000)
def _is_name(word: str, lexicon: Lexicon) -> bool:
    """Whether it is no word that is often written in small letters."""
    entry = lexicon.entry(word.lower())
    if entry is None or entry.zipf < _RARE_ZIPF or entry.knows & Knows.PROPER:
        return True
    return not entry.knows & Knows.DICTIONARY
