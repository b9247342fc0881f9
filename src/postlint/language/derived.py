"""Words that no dictionary lists because anybody can make them: inflected, derived, compounded."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from postlint.language.lexicon import Knows, Lexicon

_PREFIXES: Final = tuple(
    """
    anti auto bi co counter cross cyber de dis eco ex extra geo hyper in infra inter intra macro
    mega meta micro mid mini mis mono multi nano neo non omni out over para poly post pre pro
    proto pseudo quasi re self semi socio sub super tele trans tri ultra un under uni up
    """.split()  # noqa: SIM905
)
_SUFFIXES: Final = tuple(
    """
    s es ed d ing er ers r or ors ly ness nesses able ible ability less lessly lessness ful fully
    like ish ism ist ists ize izes ized izing izer izers ization ise ises ised ising iser isation
    y ier iest ity ities al ally ic ical ics ship ships hood ward wards wise proof free ification
    ify ifies ified able ably ese ian ians ean i an er est dom let lets ette gate ee ees
    """.split()  # noqa: SIM905
)
_NAME_ENDINGS: Final = frozenset(
    """
    s es d r n in an ans i is ian ians ese ish ic er ers ism ist ists ite ites y js x db c
    """.split()  # noqa: SIM905
)
"""What makes a plural, a demonym, a product or a program of a name."""
_KEEPS_E: Final = ("ing", "an", "able")
_VOWELS: Final = frozenset("aeiou")
_HISSING: Final = ("s", "x", "z", "ch", "sh")
LEAST_SHARED: Final = 4
"""How many letters two forms of a word share before their endings."""
_LEAST_STEM: Final = 3
_LEAST_PART: Final = 3
_STEM_ZIPF: Final = 2.0
_PART_ZIPF: Final = 3.5


@lru_cache(maxsize=50_000)
def is_derived(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a known one with regular prefixes or suffixes.

    A suffix has to be joined by the rules: "prefixs" and "removeing" are not derived. In other
    languages than English it is a known one with another ending.
    """
    if lexicon.language != "en":
        return _has_known_form(word, lexicon)
    if any(_is_good_stem(stem, lexicon) for stem in _stems(word)):
        return True
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > _LEAST_STEM:
            if _is_good_stem(rest, lexicon):
                return True
            if any(_is_good_stem(stem, lexicon) for stem in _stems(rest)):
                return True
    return False


def are_forms(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two words differ by their endings as many words of the lexicon do."""
    shortest = min(len(one), len(other))
    start = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    return start >= LEAST_SHARED and (one[start:], other[start:]) in lexicon.endings


@lru_cache(maxsize=50_000)
def is_compound(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is two frequent ones written together."""
    return any(
        _is_frequent(word[:at], lexicon) and _is_frequent(word[at:], lexicon)
        for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1)
    )


def is_ending(one: str, other: str) -> bool:
    """Whether two words differ by what makes a plural, a demonym or a product of a name."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer.startswith(shorter) and longer[len(shorter) :] in _NAME_ENDINGS


def _has_known_form(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a known one with another ending."""
    return any(
        word.endswith(ending)
        and len(word) - len(ending) >= LEAST_SHARED
        and _is_listed(word[: len(word) - len(ending)] + other, lexicon)
        for ending, other in lexicon.endings
    )


def _is_listed(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(word)
    return entry is not None and bool(entry.knows & Knows.DICTIONARY)


def _stems(word: str) -> Iterator[str]:
    """What a word may have been before a suffix was joined to it."""
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < _LEAST_STEM:
            continue
        if suffix[0] in _VOWELS or suffix[0] == "y":
            yield from _before_vowel(stem, suffix)
        elif suffix == "s":
            if not stem.endswith(_HISSING) and not _ends_in_consonant_y(stem):
                yield stem
        elif suffix in ("d", "r"):
            if stem.endswith("e"):
                yield stem
        elif stem.endswith("i"):
            yield stem[:-1] + "y"
        else:
            yield stem


def _before_vowel(stem: str, suffix: str) -> Iterator[str]:
    if suffix == "es":
        if stem.endswith((*_HISSING, "o")):
            yield stem
        if stem.endswith("i"):
            yield stem[:-1] + "y"
        return
    if not stem.endswith("e") or (suffix in _KEEPS_E and stem.endswith(("ee", "ye"))):
        yield stem
        yield stem + "e"
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem[:-1]


def _ends_in_consonant_y(stem: str) -> bool:
    return stem.endswith("y") and stem[-2] not in _VOWELS


def _is_good_stem(stem: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(stem)
    if entry is None or entry.knows & Knows.MISSPELLING or len(stem) < _LEAST_STEM:
        return False
    is_listed = bool(entry.knows & (Knows.DICTIONARY | Knows.JARGON))
    return is_listed and (entry.zipf >= _STEM_ZIPF or len(stem) > 6)


def _is_frequent(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(word)
    return (
        entry is not None
        and entry.zipf >= _PART_ZIPF
        and bool(entry.knows & (Knows.DICTIONARY | Knows.JARGON))
        and not entry.knows & (Knows.MISSPELLING | Knows.PROPER)
    )
