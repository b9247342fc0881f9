"""All prose of a post as one text, and the words in it: where rules take their first look."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import accumulate, chain, groupby, pairwise
from operator import itemgetter
from typing import Final

from postlint.content.segment import PLACEHOLDER, Segment

SEPARATOR: Final = f"\n{PLACEHOLDER}\n"
"""Between two segments: white space, as at an end, but in it what no gap of a sentence has."""

# Ranges of letters are found faster than what is "no digit" and "no underscore"; words in scripts
# that have none here are not judged anyway.
_LETTERS: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u167f\u1681-\u1fff"
WORD: Final = re.compile(rf"[{_LETTERS}]++(?:['’][{_LETTERS}]++)*+")
"""A stretch of letters and inner apostrophes."""

_EDGE: Final = re.compile(r"'(?:(?=[ '])|(?<=[ ']'))")
"""An apostrophe that is not between two letters."""
_NO_LETTER: Final = re.compile(rf"[^{_LETTERS}']")
_ONLY_LETTERS: Final = bytes(
    ord(" ") if _NO_LETTER.match(chr(code)) else code for code in range(256)
)
_NOT_BEYOND_LATIN_1: Final = bytes({*range(256)} - {*range(0xC4, 0xE2)})
"""All bytes of UTF-8 but those that begin the letters from U+0100 to U+1FFF."""
_ONE_WORD: Final = re.compile(r"[^ ]+")
_ONE_PART: Final = re.compile(r"[^ ']+")
_WIDEST_GAP: Final = 7
"""Code points between two words that stand side by side."""
_FEW: Final = 50
"""So many words are found faster one by one than by going through all words of a post."""

_SHAPES: Final = {
    "A": "[A-Z\u00c0-\u00d6\u00d8-\u00de]",
    "a": rf"[{_LETTERS}]",
    "0": "[0-9]",
    " ": r"\s",
    ",": "[.,;:!?]",
    '"': '["«»]',
    "'": "'",
}
_SHAPE_OF: Final = bytes(
    next((ord(kind) for kind, like in _SHAPES.items() if re.match(like, chr(code))), ord("#"))
    for code in range(256)
)
_MARKS: Final = ("“”„", '"'), ("‘’‚", "'"), ("\u202f", " ")
"""Characters beyond Latin-1, and one that has their shape."""


def only_words(text: str) -> str:
    """A text with a space in place of each character of no word, and apostrophes straight."""
    text = text.replace("’", "'").replace(PLACEHOLDER, " ")  # most posts have no others
    if not text.isascii() and _has_letters_beyond_latin_1(text):
        letters = _NO_LETTER.sub(" ", text)
    else:  # the same, many times as fast
        codes = text.encode("latin-1", "replace").translate(_ONLY_LETTERS)
        letters = codes.decode("latin-1")
    return _EDGE.sub(" ", letters)


def _has_letters_beyond_latin_1(text: str) -> bool:
    codes = text.encode("utf-8", "surrogatepass")
    return bool(codes.translate(None, _NOT_BEYOND_LATIN_1))


def whole_words(word: str, letters: str) -> Iterator[tuple[int, int]]:
    """Where a word begins and ends in a text of `only_words` that has a space at both ends."""
    for start in _places(word, letters):
        end = start + len(word)
        if letters[start - 1] == letters[end] == " ":
            yield start, end


def _places(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


class Prose:
    """The segments of a post, one after the other.

    A rule that looks for what is rare looks here first, once for all segments, and takes a closer
    look only where it finds something. What it needs for that is made when it is first asked for,
    and once.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments: Final = segments
        self.text: Final = SEPARATOR.join(["", *[segment.text for segment in segments], ""])
        """The texts of all segments, with SEPARATOR before, between and behind them."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words as written, but apostrophes straight."""
        return frozenset(self.letters.split())

    @cached_property
    def lower(self) -> str:
        """`letters` in small letters."""
        return self.letters.replace("\u0130", "I").lower()  # lower() makes two of this one

    @cached_property
    def lower_words(self) -> list[str]:
        """The words in small letters and in order, apostrophes straight."""
        return self.lower.split()

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The different words in small letters, apostrophes straight."""
        return frozenset(self.lower_words)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The different words in small letters, and of one with an apostrophe its parts."""
        joined = [word for word in self.small_words if "'" in word]
        return self.small_words.difference(joined).union(*(word.split("'") for word in joined))

    @cached_property
    def letters(self) -> str:
        """`text` with a space in place of each character that is of no word, apostrophes straight.

        A stretch without a space is a word, and before and behind each there is one.
        """
        return only_words(self.text)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where in `text` each segment begins."""
        lengths = (len(segment.text) + len(SEPARATOR) for segment in self.segments)
        return tuple(accumulate(lengths, initial=len(SEPARATOR)))

    @cached_property
    def shape(self) -> bytes:
        """For each character of `text` what it is like, for what is soon found by that.

        `A` for a capital, `a` for any other letter, `0` for a digit, a space for white space, `,`
        for a mark that ends a sentence or clause, `"` and `'` for quotation marks of all kinds,
        `#` for all else, and for letters beyond Latin-1.
        """
        text = self.text.replace("?", "!")  # "?" is what stands for all that cannot be encoded
        text = text.replace(PLACEHOLDER, "#")
        for marks, like in () if text.isascii() else _MARKS:
            for mark in marks:
                text = text.replace(mark, like)
        return text.encode("latin-1", "replace").replace(b"?", b"#").translate(_SHAPE_OF)

    def at(self, offset: int) -> tuple[int, int]:
        """Which segment an offset into `text` lies in, and the index into the segment's text."""
        index = bisect(self._starts, offset, hi=len(self.segments)) - 1
        return index, offset - self._starts[index]

    def by_segment(self, offsets: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
        """Which segments some offsets into `text` lie in, each with the indexes into its text."""
        places = map(self.at, sorted(set(offsets)))
        for index, group in groupby(places, key=itemgetter(0)):
            yield index, [start for _, start in group]

    def segments_at(self, offsets: Iterable[int]) -> list[Segment]:
        """The segments that some offsets into `text` lie in, each once and in their order."""
        return [self.segments[index] for index in sorted({self.at(at)[0] for at in offsets})]

    def places_like(self, pattern: re.Pattern[bytes]) -> Iterator[int]:
        """Where `shape` has what a pattern finds, as offsets into `text`.

        A pattern that begins with one plain character is many times as fast as any other.
        """
        return (found.start() for found in pattern.finditer(self.shape))

    def uses_of(self, words: Set[str]) -> Iterable[tuple[int, str]]:
        """Where words in small letters stand, and how each is written there, in their order.

        That is an offset into `text`, and what `letters` has there up to the next space.
        """
        if len(words) > _FEW:
            places = [one.span() for one in _ONE_WORD.finditer(self.lower) if one[0] in words]
        else:  # each is found at once or not at all: faster than any pattern
            places = sorted(place for word in words for place in whole_words(word, self.lower))
        return [(start, self.letters[start:end]) for start, end in places]

    def places_of(self, words: Set[str]) -> Iterator[int]:
        """Where words in small letters stand, or parts of some before or after an apostrophe."""
        if len(words) > _FEW:
            yield from (one.start() for one in _ONE_PART.finditer(self.lower) if one[0] in words)
            return
        for word in words:
            for at in _places(word, self.lower):
                if not (self.lower[at - 1].isalpha() or self.lower[at + len(word)].isalpha()):
                    yield at

    def side_by_side(self, pairs: Set[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
        """Where two words in small letters follow each other: an offset into `text`, and they.

        Between them is white space, or something else: that is not looked at.
        """
        if len(pairs) > _FEW:
            starts = map(re.Match.start, _ONE_WORD.finditer(self.lower))
            for at, pair in zip(starts, pairwise(self.lower_words), strict=False):
                if pair in pairs:
                    yield (at, *pair)
            return
        for first, second in pairs:
            parts = (f"{first} {second}", f"{first}  ")
            asked = parts[: 1 + self._has_wide_gaps]
            for at in chain.from_iterable(_places(part, self.lower) for part in asked):
                gap = at + len(first)
                behind = self.lower[gap : gap + _WIDEST_GAP + len(second) + 1].lstrip()
                if self.lower[at - 1] == " " and behind.startswith(f"{second} "):
                    yield at, first, second

    @cached_property
    def _has_wide_gaps(self) -> bool:
        """Whether two characters of white space stand side by side in a segment."""
        return b"  " in self.shape
