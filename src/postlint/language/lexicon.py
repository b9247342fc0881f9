"""The words of a language: how frequent each is, what is known of it, and which words are near."""

import mmap
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from typing import Final, NamedTuple, TypeVar
from zlib import crc32

from postlint.content.language import Language
from postlint.content.one_letter_out import letter_bytes, one_out
from postlint.language.edits import is_one_slip, is_two_slips
from postlint.language.lexicon_file import unpack
from postlint.language.near_index import NearIndex, two_out
from postlint.model.errors import PostlintError
from postlint.model.paths import shown

ZIPF_STEPS: Final = 25
"""Frequencies are kept in steps of 1/25 on the Zipf scale: log10 of the uses in a billion words."""

TWO_SLIPS_FROM: Final = 8
"""A word of fewer letters is near to too many others for two slips to mean anything."""
LONGEST: Final = 40
"""No word of the lexicon has more letters."""
_MOST_STEPS: Final = 1000
"""What a look-up goes through is a few dozen at most, but in a lexicon made to take for ever."""

_SHIPPED: Final = Path(__file__).with_name("en.lexicon")


class Knows:
    """What else is known of a word, as bits of a number: to ask an IntFlag takes microseconds."""

    DICTIONARY: Final = 1
    """It stands in dictionaries."""
    RARE: Final = 2
    """It stands in the largest dictionaries only."""
    NAME: Final = 4
    """It is a surname, a first name, a place."""
    PROPER: Final = 8
    """Dictionaries write it with a capital only."""
    JARGON: Final = 16
    """It is a term or a product of computing."""
    FOREIGN: Final = 32
    """It is a common word of another language."""
    MISSPELLING: Final = 64
    """It is a known misspelling."""
    AMERICAN: Final = 128
    BRITISH: Final = 256
    CANADIAN: Final = 512
    AUSTRALIAN: Final = 1024


class Entry(NamedTuple):
    """What the lexicon says of one word."""

    zipf: float
    """log10 of the uses in a billion words; 0 for a word that was never counted."""
    knows: int
    """Bits of `Knows`."""


class LexiconError(PostlintError):
    """A lexicon file that is missing or damaged."""


_T = TypeVar("_T")


def _or_damaged(look_up: "Callable[[Lexicon, str], _T]") -> "Callable[[Lexicon, str], _T]":
    """Raise LexiconError where what a look-up reads cannot be.

    The file is not checked when it is opened: that would take longer than all look-ups of a post.
    """

    @wraps(look_up)
    def checked(self: "Lexicon", word: str) -> _T:
        try:
            return look_up(self, word)
        except (IndexError, ValueError) as error:
            raise LexiconError(
                f"{self.name}: this lexicon is damaged; make or install it anew"
            ) from error

    return checked


class Lexicon:
    """A lexicon file, memory-mapped: opening reads next to nothing, and processes share it.

    Words are looked up in lower case. A word's number is its place in the sorted word list.
    """

    __slots__ = (
        "_correction_starts",
        "_corrections",
        "_facts",
        "_misspelt",
        "_near_one",
        "_near_two",
        "_offsets",
        "_slots",
        "_variants",
        "_words",
        "endings",
        "language",
        "letters",
        "name",
    )

    def __init__(self, data: memoryview, name: str = "lexicon") -> None:
        """Raises ValueError where `data` is no whole lexicon file; `name` is for such errors."""
        self.name: Final = name
        sections = unpack(data)
        views = sections.by_name
        self.language: Final = sections.language
        self.letters: Final = frozenset(_text(views.get("letters")))
        """What words are spelt with; empty for English, where that is ASCII."""
        self.endings: Final = _both_ways(_text(views.get("endings")))
        """Pairs of endings that many words have both of: "" and "n", "en" and "t"; both ways."""
        self._words = views["words"]
        self._offsets = views["offsets"].cast("I")
        self._facts = views["facts"].cast("I")
        self._slots = views["slots"].cast("I")
        self._misspelt = views["misspelt"].cast("I")
        self._correction_starts = views["correction-starts"].cast("I")
        self._corrections = views["corrections"].cast("I")
        self._variants = views["variants"].cast("I")
        self._near_one = _near_index(views, "near-one")
        self._near_two = _near_index(views, "near-two")

    def __len__(self) -> int:
        return len(self._facts)

    @_or_damaged
    def __contains__(self, word: str) -> bool:
        return self._number(word) is not None

    @_or_damaged
    def entry(self, word: str) -> Entry | None:
        """What is known of a word in lower case; None where it is unknown."""
        number = self._number(word)
        return None if number is None else self._entry(number)

    @_or_damaged
    def zipf(self, word: str) -> float:
        """The frequency of a word, 0 for an unknown one."""
        number = self._number(word)
        return 0.0 if number is None else (self._facts[number] & 0xFF) / ZIPF_STEPS

    @_or_damaged
    def corrections(self, word: str) -> tuple[str, ...]:
        """The right words for a known misspelling, best first; () for any other word."""
        number = self._number(word)
        if number is None or not self._facts[number] >> 8 & Knows.MISSPELLING:
            return ()
        at = bisect_left(self._misspelt, number)
        start, end = self._correction_starts[at], self._correction_starts[at + 1]
        return tuple(self._word(right) for right in self._corrections[start:end])

    @_or_damaged
    def variant(self, word: str) -> str | None:
        """The British spelling of an American one and the other way round, None for most words."""
        number = self._number(word)
        if number is None:
            return None
        at = bisect_left(self._variants, number, hi=len(self._variants) // 2)
        if at < len(self._variants) // 2 and self._variants[at] == number:
            return self._word(self._variants[len(self._variants) // 2 + at])
        return None

    @_or_damaged
    def one_slip_from(self, word: str) -> tuple[str, ...]:
        """The frequent words one slip from `word`, by their numbers."""
        if len(word) > LONGEST:
            return ()
        numbers = self._near_one.at(one_out(letter_bytes(word)))
        rights = map(self._word, sorted(numbers))
        return tuple(right for right in rights if is_one_slip(word, right))

    @_or_damaged
    def two_slips_from(self, word: str) -> tuple[str, ...]:
        """The frequent words two slips from a word of eight letters or more; the first is right."""
        if not TWO_SLIPS_FROM <= len(word) <= LONGEST:
            return ()
        numbers = self._near_two.at(two_out(letter_bytes(word)))
        rights = map(self._word, sorted(numbers))
        return tuple(right for right in rights if is_two_slips(word, right))

    def _word(self, number: int) -> str:
        return bytes(self._words[self._offsets[number] : self._offsets[number + 1]]).decode()

    def _entry(self, number: int) -> Entry:
        fact = self._facts[number]
        return Entry((fact & 0xFF) / ZIPF_STEPS, fact >> 8)

    def _number(self, word: str) -> int | None:
        key = word.encode("utf-8", "surrogatepass")
        slots = self._slots
        mask = len(slots) - 1
        first = slot = crc32(key) & mask
        while number := slots[slot]:
            if self._words[self._offsets[number - 1] : self._offsets[number]] == key:
                return number - 1
            slot = slot + 1 & mask
            if slot - first & mask > _MOST_STEPS:
                break
        return None


def _text(section: memoryview | None) -> str:
    return "" if section is None else bytes(section).decode()


def _both_ways(pairs: str) -> frozenset[tuple[str, str]]:
    split = [tuple(pair.split("/")) for pair in pairs.split()[:_MOST_STEPS]]
    return frozenset((a, b) for one, other in split for a, b in ((one, other), (other, one)))


def _near_index(views: Mapping[str, memoryview], name: str) -> NearIndex:
    codes, starts, numbers = (views[f"{name}-{part}"] for part in ("codes", "starts", "numbers"))
    return NearIndex(codes, starts.cast("I"), numbers.cast("I"))


def open_lexicon(path: Path) -> Lexicon:
    """Map a lexicon file. Raises LexiconError where it is missing or damaged."""
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return Lexicon(memoryview(data), str(path))
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        remedy = "reinstall postlint" if path == _SHIPPED else "make it anew: postlint words build"
        raise LexiconError(f"{shown(path)}: cannot use this lexicon: {reason}; {remedy}") from error


@lru_cache(maxsize=1)
def english() -> Lexicon:
    """The English lexicon that comes with postlint. Raises LexiconError."""
    return open_lexicon(_SHIPPED)


@lru_cache(maxsize=8)
def lexicon_for(language: Language) -> Lexicon | None:
    """The lexicon that posts in a language are read with; None where there is none.

    Raises LexiconError where the site's own cannot be used or is of another language.
    """
    if language.lexicon is None:
        return english() if language.is_english else None
    lexicon = open_lexicon(language.lexicon)
    if lexicon.language != language.code:
        raise LexiconError(
            f'{shown(language.lexicon)}: is a lexicon of "{lexicon.language}", and the locale of'
            f' the site is "{language.locale}"'
        )
    return lexicon
