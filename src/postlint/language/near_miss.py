"""Whether an unknown word is a known one with a slip: everything that speaks for and against it."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from postlint.language.derived import is_compound, is_derived
from postlint.language.edits import (
    Slip,
    are_neighbouring_keys,
    is_doubling,
    is_vowel,
    slips,
    sound_alike,
)
from postlint.language.lexicon import Entry, Knows, Lexicon

_FREQUENT_IN_POST: Final = 4
_ESTABLISHED: Final = 10
"""A word of the house or of the site counts as if it stood so often in the post."""
_UNKNOWN: Final = Entry(0.0, 0)


class Use(NamedTuple):
    """How a post uses a suspicious word."""

    times: int
    """How often the word stands in the prose."""
    times_elsewhere: int = 0
    """How often it stands in code, links, HTML and front matter."""
    is_capital_inside: bool = False
    """Whether it has a capital inside a sentence."""
    is_capital: bool = False
    is_part: bool = False
    """Whether it is a part of a hyphenated compound."""
    company: int = 0
    """How many other unknown words stand near by."""
    stop_words: int = 0
    """How many of the five words before and the five behind are among the commonest."""
    is_in_brackets: bool = False
    """Whether it stands alone in brackets, as the handles of contributors do."""
    is_beside_name: bool = False
    """Whether a word with a capital stands right before or behind."""
    name_before: str = ""
    """The word right before, if it has a capital: the first name of a surname."""


class Candidate(NamedTuple):
    """A word that may have been meant."""

    word: str
    times: int
    """How often it stands in the whole file."""
    is_name: bool
    """Whether this post or the dictionary writes it with a capital."""
    written: str
    """As this post mostly writes it, or as dictionaries do."""
    is_known: bool
    """Whether the lexicon has it."""
    names_before: frozenset[str] = frozenset()
    """What stands right before a name in this post: words with a capital, or "" for none."""
    is_accepted: bool = False
    """Whether it is a word of the house or of the site."""

    @property
    def weight(self) -> int:
        """How established it is: how often it stands in the file, or counts as standing there."""
        return max(self.times, _ESTABLISHED) if self.is_accepted else self.times


Evidence = dict[str, float]
"""What is observed, by name; 0 where a name is absent. The weights are fitted from data."""


@lru_cache(maxsize=20_000)
def form_evidence(wrong: str, right: str, lexicon: Lexicon) -> Evidence:
    """What two words say for and against `right` as what was meant, whatever the post."""
    found: Evidence = {}

    def note(name: str, value: float = 1.0) -> None:
        found[name] = found.get(name, 0.0) + value

    note("one")
    entry, meant = lexicon.entry(wrong) or _UNKNOWN, _rarest(right, lexicon)
    note("zipf of wrong", entry.zipf)
    note("zipf of right", meant.zipf)
    note("length", math.log2(len(wrong)))
    note("short", float(len(wrong) <= 4))
    note("wrong is a name", float(bool(entry.knows & Knows.NAME)))
    note("wrong is foreign", float(bool(entry.knows & Knows.FOREIGN)))
    note("wrong is rare", float(bool(entry.knows & Knows.RARE)))
    note("right is unlisted", float(not meant.knows & (Knows.DICTIONARY | Knows.JARGON)))
    note("wrong is derived", float(is_derived(wrong, lexicon)))
    note("wrong is a compound", float(is_compound(wrong, lexicon)))
    found_slips = slips(wrong, right, 3) or ()
    note("second slip", float(len(found_slips) > 1))
    note("third slip", float(len(found_slips) > 2))
    for slip in found_slips:
        for name in _kinds(slip, right):
            note(name)
    return found


def _rarest(phrase: str, lexicon: Lexicon) -> Entry:
    """What the lexicon says of a word, or of the rarest word of a phrase."""
    return min(lexicon.entry(word) or _UNKNOWN for word in phrase.split())


def _kinds(slip: Slip, right: str) -> Iterator[str]:
    """What kind of slip it is, and where."""
    if slip.kind == "swapped":
        yield "swapped"
    elif is_doubling(slip, right):
        yield f"doubling {slip.kind}"
    else:
        yield from _letter_kinds(slip, right)
    if slip.at == 0:
        yield "first letter"
    elif slip.at >= len(right) - 1:
        yield "last letter"
        if slip.kind in ("missing", "extra"):
            yield "last letter " + ("s" if (slip.letter or slip.instead) == "s" else slip.kind)


def _letter_kinds(slip: Slip, right: str) -> Iterator[str]:
    """What kind of letter is missing, too many or wrong."""
    around = right[max(0, slip.at - 3) : slip.at] + right[slip.at + 1 : slip.at + 4]
    if slip.kind == "missing":
        yield "missing vowel" if is_vowel(slip.letter) else "missing consonant"
        if slip.letter in around:
            yield "missing repeated letter"
        return
    if slip.kind == "extra":
        beside = right[max(0, slip.at - 1) : slip.at + 1]
        is_slipped = any(are_neighbouring_keys(slip.instead, letter) for letter in beside)
        yield "extra neighbouring key" if is_slipped else "extra letter"
        if is_vowel(slip.instead):
            yield "extra vowel"
    else:
        yield _wrong_kind(slip)
    if slip.instead in around + right[slip.at : slip.at + 1]:
        yield "letter from near by"


def _wrong_kind(slip: Slip) -> str:
    if are_neighbouring_keys(slip.letter, slip.instead):
        return "neighbouring key"
    if is_vowel(slip.letter) and is_vowel(slip.instead):
        return "wrong vowel"
    return "sound alike" if sound_alike(slip.letter, slip.instead) else "wrong letter"


def use_evidence(wrong: str, candidate: Candidate, use: Use) -> Evidence:
    """What the post says for and against `candidate` as what was meant by `wrong`."""
    found: Evidence = {"repeated": math.log2(min(use.times, 8))}
    if use.times_elsewhere:
        found["elsewhere"] = 1.0
    weight = candidate.weight
    in_post = math.log2(1 + min(weight, 15))
    if wrong.startswith(candidate.word):
        found["longer than one in post"] = in_post
    elif candidate.is_known:
        found["right in post"] = in_post
    else:
        found["unknown right in post"] = in_post
        found["unknown right is frequent in post"] = float(weight >= _FREQUENT_IN_POST)
    if use.is_capital_inside:
        found["capital for a name" if candidate.is_name else "capital inside"] = 1.0
    elif use.is_capital:
        found["capital at start"] = 1.0
    if candidate.is_name and not use.is_capital:
        found["name in small letters"] = 1.0
    return {**found, **_company(use)}


def _company(use: Use) -> Evidence:
    """What stands around the word."""
    found: Evidence = {}
    if use.is_beside_name:
        found["beside a name" if use.is_capital else "small beside a name"] = 1.0
    if use.is_part:
        found["part"] = 1.0
    found["company"] = math.log2(1 + use.company)
    found["stop words"] = float(use.stop_words)
    if use.stop_words <= 1:
        found["no stop words"] = float(use.stop_words == 0)
        found["hardly any stop words"] = 1.0
    if use.is_in_brackets:
        found["in brackets"] = 1.0
    return found


def score(found: Evidence, weights: dict[str, float], start: float = 0.0) -> float:
    """The log odds that the candidate was meant, `start` being those of other evidence."""
    return sum((weights.get(name, 0.0) * value for name, value in found.items()), start)
