"""Counts of a text that readability formulas are made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from postlint.language.sentences import sentences

_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:'+[^\W_]+)*")
_VOWELS: Final = re.compile(r"(?:[aeiouàáâãäåæèéêëìíîïòóôõöøùúûüœ]|y(?![aeiou]))+")
_LONG: Final = 6
_MANY: Final = 2
_TWO: Final = re.compile(
    r"(?<![tscgx])i[ou]|(?<![tcs])ia|(?<![gq])u[ao]|eo(?![up])|[ey]ing|(?:[cd]r|r|id)ea(?=t|s?$)"
    r"|ie(?=[rt]|nc)|oe[mt]"
)
"""A group of vowels that is said as two syllables."""
_SILENT: Final = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$|(?:[^aeiouysxzcgh]|[aeiou]gh|th)es$|[^aeioutdy]ed$"
)
"""An ending in which "e" is not said."""
_ENDINGS: Final = ("es", "ed", "ing")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a text is made of."""

    words: int = 0
    sentences: int = 0
    characters: int = 0
    """Letters and digits."""
    syllables: int = 0
    long_words: int = 0
    """Of more than six characters."""
    polysyllabic_words: int = 0
    """Of more than two syllables."""
    complex_words: int = 0
    """Those, but for words that owe a syllable to -es, -ed or -ing."""


def count(paragraphs: Iterable[str]) -> Counts:
    """The counts of a text, given by its paragraphs."""
    words: list[str] = []
    ends = 0
    for paragraph in paragraphs:
        words += _WORD.findall(paragraph)
        ends += sum(1 for _ in sentences(paragraph))
    spoken = [syllables(word) for word in words]
    return Counts(
        words=len(words),
        sentences=ends,
        characters=sum(char.isalnum() for word in words for char in word),
        syllables=sum(spoken),
        long_words=sum(len(word) > _LONG for word in words),
        polysyllabic_words=sum(number > _MANY for number in spoken),
        complex_words=sum(
            number - word.endswith(_ENDINGS) > _MANY
            for word, number in zip(words, spoken, strict=True)
        ),
    )


def syllables(word: str) -> int:
    """About how many syllables an English word has; at least one."""
    bare = word.lower().replace("'", "").replace(".", "")
    number = len(_VOWELS.findall(bare)) + len(_TWO.findall(bare))
    if number > 1 and _SILENT.search(bare):
        number -= 1
    return max(number, 1)
