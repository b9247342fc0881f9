"""One person's name spelt two ways: Alison Rowland and, further on, Allison Rowland.

Both forms may be good names, so no lexicon tells. What tells is the other half of the name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations, repeat
from typing import Final

from postlint.content.prose import Prose
from postlint.language.edits import Slip, is_one_slip, is_vowel, slips, sound_alike
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.tokens import Token, token_at

_PAIR: Final = re.compile(
    r"(?<![\w'’-])([A-ZÀ-Þ][a-zß-ÿ]{3,}+)[ \n]([A-ZÀ-Þ][a-zß-ÿ]{3,}+)(?![\w-])"
)
_LIKE_PAIR: Final = re.compile(rb"A(?=a{3,}+ A)")

_RARE_ZIPF: Final = 3.0
_MOST_FORMS: Final = 50
"""A name beside more others than that is no one's."""

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OtherForm:
    """A name that stands elsewhere with another spelling beside the same name."""

    token: Token
    meant: str
    times: int
    """How often it stands beside that name, and ..."""
    meant_times: int
    """... how often the other form does."""


def other_forms(prose: Prose, lexicon: Lexicon) -> Iterator[OtherForm]:
    """The rarer form of each name that stands in two forms beside the same name, in order."""
    matches = map(_PAIR.match, repeat(prose.text), prose.places_like(_LIKE_PAIR))
    found = list(filter(None, matches))
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
    if one[0] != other[0] or not is_one_slip(one.lower(), other.lower()):
        return False
    slip = (slips(one.lower(), other.lower(), 1) or ())[0]
    return _is_inside(slip, other) and _is_name(one, lexicon) and _is_name(other, lexicon)


def _is_inside(slip: Slip, right: str) -> bool:
    """Whether it changes neither how the name begins nor how it ends, nor how it sounds.

    Swapped letters may end it, but for a name that may be a woman's: Merkle, but not Christina.
    """
    if slip.kind == "swapped":
        is_last = slip.at == len(right) - 2
        return slip.at > 0 and not (is_last and "a" in (slip.letter, slip.instead))
    if not 0 < slip.at < len(right) - 1:
        return False
    if slip.kind != "wrong":
        return True
    are_vowels = is_vowel(slip.letter) and is_vowel(slip.instead)
    return are_vowels or sound_alike(slip.letter, slip.instead)


def _is_name(word: str, lexicon: Lexicon) -> bool:
    """Whether it is no word that is often written in small letters."""
    entry = lexicon.entry(word.lower())
    if entry is None or entry.zipf < _RARE_ZIPF or entry.knows & Knows.PROPER:
        return True
    return not entry.knows & Knows.DICTIONARY
