"""The other forms of an English word that a row of a table is about: plurals, -ed and -ing forms.

Irregular forms come from small tables and regular ones from the rules of spelling; where these
leave a choice (planing or planning, heros or heroes), the lexicon knows which one is written.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from postlint.language.lexicon import Knows, english
from postlint.language.terms.row import Inflection
from postlint.language.verbs import Form, form, is_irregular

_Wanted = Form | Literal["plural"]

_FORMS: Final[dict[Inflection, tuple[_Wanted, ...]]] = {
    "noun": ("plural",),
    "verb": ("third", "ing", "past", "participle"),
}
_IRREGULAR_PLURALS: Final = {
    "child": "children",
    "crisis": "crises",
    "criterion": "criteria",
    "foot": "feet",
    "goose": "geese",
    "half": "halves",
    "knife": "knives",
    "leaf": "leaves",
    "life": "lives",
    "loaf": "loaves",
    "louse": "lice",
    "man": "men",
    "medium": "media",
    "mouse": "mice",
    "ox": "oxen",
    "person": "people",
    "phenomenon": "phenomena",
    "quiz": "quizzes",
    "self": "selves",
    "shelf": "shelves",
    "thief": "thieves",
    "tooth": "teeth",
    "wife": "wives",
    "wolf": "wolves",
}
_PLURAL_ENDINGS: Final = (("man", "men"), ("person", "people"), ("child", "children"))
"""Of compounds: policeman, salesperson, grandchild."""
_NO_MAN: Final = ("human", "german", "roman", "ottoman", "norman", "shaman", "talisman", "caiman")
_PREPOSITIONS: Final = frozenset(["at", "for", "from", "in", "of", "on", "to", "under", "with"])
_VOWELS: Final = frozenset("aeiou")
_AS_FREQUENT: Final = 1.0
"""On the Zipf scale: spellings that are not further apart are both used by many."""


class Forms(NamedTuple):
    """A form of what is wrong, and the same form of what is right."""

    wrong: str
    rights: tuple[str, ...]


def other_forms(wrong: str, rights: Sequence[str], inflection: Inflection) -> Iterator[Forms]:
    """All forms of a word or phrase but the one it is given in.

    Of a phrase the first word is the verb (carry out); the noun is the last one, or the one
    before a preposition (member of parliament).
    """
    meant: dict[str, dict[str, None]] = {}
    for wanted in _FORMS[inflection]:
        right_forms = [form for right in rights for form in _most_used(_forms(right, wanted))]
        for spelling in _forms(wrong, wanted):
            meant.setdefault(spelling, {}).update(dict.fromkeys(right_forms))
    for spelling, of_right in meant.items():
        if spelling != wrong:
            yield Forms(spelling, tuple(of_right))


def _forms(phrase: str, wanted: _Wanted) -> list[str]:
    """How one form of a phrase may be spelt."""
    words = phrase.split()
    if not words:
        return []
    at = _noun_at(words) if wanted == "plural" else 0
    spellings = _plurals(words[at]) if wanted == "plural" else _verb_forms(words[at], wanted)
    return [" ".join((*words[:at], spelling, *words[at + 1 :])) for spelling in spellings]


def _noun_at(words: Sequence[str]) -> int:
    before = (at - 1 for at, word in enumerate(words) if at and word in _PREPOSITIONS)
    return next(before, len(words) - 1)


def _verb_forms(verb: str, wanted: Form) -> list[str]:
    regular = form(verb, wanted)
    if wanted == "third" or (wanted != "ing" and is_irregular(verb)):
        return [regular]
    ending = "ing" if wanted == "ing" else "ed"
    doubled = f"{verb}{verb[-1]}{ending}"
    if regular == doubled or not _may_double(verb):
        return [regular]
    known = [one for one in (regular, doubled) if _zipf(one) > 0]
    if doubled in known and _zipf(f"{verb}e") > 0:  # planing is of plane
        return [doubled]
    return known or [doubled if _is_one_syllable(verb) else regular]


def _may_double(verb: str) -> bool:
    """Whether a verb ends in one vowel and one consonant that can stand twice."""
    if len(verb) < 3 or verb[-1] in _VOWELS or verb[-1] in "hwxy" or verb[-2] not in _VOWELS:
        return False
    return verb[-3] not in _VOWELS or verb[-3:-1] == "ui"  # quit, equip


def _is_one_syllable(verb: str) -> bool:
    return sum(letter in _VOWELS for letter in verb) == 1


def _plurals(noun: str) -> list[str]:
    if noun in _IRREGULAR_PLURALS:
        return [_IRREGULAR_PLURALS[noun]]
    for ending, plural in _PLURAL_ENDINGS:
        if noun.endswith(ending) and not noun.lower().endswith(_NO_MAN):
            return [noun.removesuffix(ending) + plural]
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return [f"{noun}es"]
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return [f"{noun[:-1]}ies"]
    if noun.endswith("o"):
        return [one for one in (f"{noun}s", f"{noun}es") if _zipf(one) > 0] or [f"{noun}s"]
    return [f"{noun}s"]


def _most_used(spellings: Sequence[str]) -> list[str]:
    """Those that many use: of focused and focussed one, of traveling and travelling both."""
    if len(spellings) < 2:
        return list(spellings)
    zipfs = [max(map(_zipf, spelling.split())) for spelling in spellings]
    best = max(zipfs)
    return [one for one, zipf in zip(spellings, zipfs, strict=True) if zipf >= best - _AS_FREQUENT]


def _zipf(word: str) -> float:
    """How frequent a word is; 0 where dictionaries do not have it."""
    entry = english().entry(word.lower())
    if entry is None or not entry.knows & (Knows.DICTIONARY | Knows.JARGON):
        return 0
    return entry.zipf
