"""A lexicon made of nothing but how frequent the words of a language are."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Final

from postlint.language.derived import LEAST_SHARED
from postlint.language.distil.collected import Collected, Facts, is_word
from postlint.language.lexicon import Knows

# No dictionary tells which words are right, so frequency does. On German text (docs/spelling.md) a
# higher bound finds more mistakes and reports more good words, in about equal numbers.
_KNOWN_ZIPF: Final = 1.3
"""From where on a word is one, and not reported."""
_NEAR_ZIPF: Final = 2.5
"""From where on a word may be what was meant by a slip."""
_ENGLISH_ZIPF: Final = 2.5
"""From where on an English word is known in any language."""

_LETTER_SHARE: Final = 2e-4
"""The smallest share of a text's words that have a letter of the language."""
_ENDING_ZIPF: Final = 2.5
"""From where on words are asked how they end."""
_ENDING_SHARE: Final = 1 / 300
_FEWEST_PAIRS: Final = 20
"""How many words, and what share of them, have both of two endings that mark forms of a word."""
_LONGEST_ENDING: Final = 3

_WRITTEN_AS_ONE: Final = {"de": "ss"}
"""What wordfreq writes for two spellings (ss for ß too), and so cannot be suggested."""


def distil(
    language: str, frequencies: Iterable[tuple[str, float]], english: Iterable[tuple[str, float]]
) -> tuple[Collected, Mapping[str, float]]:
    """What a lexicon has to hold, and the words that may have been meant by a slip.

    Takes words with their frequency on the Zipf scale: those of the language, and of English,
    whose common words stand in texts of any language.
    """
    collected = Collected()
    for word, zipf in frequencies:
        word = word.replace("’", "'")  # noqa: PLW2901
        if is_word(word):
            knows = Knows.DICTIONARY if zipf >= _KNOWN_ZIPF else 0
            collected.words[word] = Facts(round(zipf, 2), knows)
    collected.letters = _letters(collected.words)
    collected.endings = _endings(collected)
    for word, zipf in english:
        if zipf >= _ENGLISH_ZIPF and zipf > collected.zipf(word) + 1:
            collected.note(word, Knows.FOREIGN | Knows.JARGON)
    near = _near(collected, _WRITTEN_AS_ONE.get(language))
    collected.forget(near, lambda facts: not facts.knows)
    return collected, near


def _letters(words: Mapping[str, Facts]) -> frozenset[str]:
    """The letters of the language, of one script: "é" is none of German, for all its cafés."""
    shares: dict[str, float] = defaultdict(float)
    whole = sum(10**facts.zipf for facts in words.values())
    for word, facts in words.items():
        for letter in set(word):
            shares[letter] += 10**facts.zipf / whole
    script = _script(max(shares, key=lambda one: shares[one])) if shares else ""
    return frozenset(
        one for one, share in shares.items() if share > _LETTER_SHARE and _script(one) == script
    )


def _script(letter: str) -> str:
    """LATIN, CYRILLIC, GREEK ...; APOSTROPHE for what is no letter."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _endings(collected: Collected) -> frozenset[tuple[str, str]]:
    """Pairs of endings that many words have both of, one of them "" or of other first letters."""
    endings: dict[str, set[str]] = defaultdict(set)
    asked = 0
    for word, facts in collected.words.items():
        if facts.zipf >= _ENDING_ZIPF and collected.is_judged(word):
            asked += 1
            for at in range(max(LEAST_SHARED, len(word) - _LONGEST_ENDING), len(word) + 1):
                endings[word[:at]].add(word[at:])
    pairs = Counter(
        pair
        for found in endings.values()
        for pair in combinations(sorted(found), 2)
        if pair[0][:1] != pair[1][:1]
    )
    fewest = max(_FEWEST_PAIRS, asked * _ENDING_SHARE)
    return frozenset(pair for pair, times in pairs.items() if times >= fewest)


def _near(collected: Collected, unsure: str | None) -> dict[str, float]:
    """The words of the language that are frequent enough to have been meant."""
    return {
        word: facts.zipf
        for word, facts in collected.words.items()
        if facts.zipf >= _NEAR_ZIPF
        and len(word) > 1
        and collected.is_judged(word)
        and not facts.knows & Knows.FOREIGN
        and not (unsure and unsure in word)
    }
