"""The nearest known word to a mistyped one."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from postlint.content.one_letter_out import LONGEST, OneLetterOut

_MOST_COMPARED: Final = 1_000
"""So many words are compared with each that is mistyped."""


def nearest(word: str, known: Iterable[str], share: int = 3) -> str | None:
    """The known word a typist most likely meant, None where none is close.

    Close is a Damerau-Levenshtein distance (optimal string alignment) of one, or of up to one in
    `share` of the word's letters; upper and lower case and "-", "_" and " " count as the same.
    Words of three letters or less are one slip from too many others: only a swap and a plural are
    close.
    """

    target = _plain(word)
    best: tuple[int, str] | None = None
    for candidate in known:
        limit = max(1, max(len(word), len(candidate)) // share)
        other = _plain(candidate)
        if abs(len(target) - len(other)) > limit:
            continue
        from rapidfuzz.distance import OSA  # 30 ms to import, and most words are not even close

        distance = OSA.distance(target, other, score_cutoff=limit)
        if distance > limit or (distance and not _is_telling(target, other)):
            continue
        if best is None or distance < best[0]:
            best = (distance, candidate)
    return best[1] if best else None


class NearWords:
    """Words to find the nearest of for one mistyped word after the other, as `nearest` does.

    Of a thousand words and more, only those are found that are one slip away, so that the time of
    a look-up does not grow with the words.
    """

    def __init__(self, known: Iterable[str], share: int = 3) -> None:
        self._known: Final = tuple(known)
        self._share: Final = share

    def nearest(self, word: str) -> str | None:
        """The known word that was most likely meant, None where none is close."""
        if len(word) > LONGEST:
            return None
        few = len(self._known) <= _MOST_COMPARED
        numbers = self._near(_plain(word)) if few else self._index.alike(_plain(word))
        return nearest(word, (self._known[number] for number in numbers), self._share)

    def _near(self, word: str) -> Iterable[int]:
        """The words, by number, that have about the same letters."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        most = max(1, len(word) // (self._share - 1))  # the other word may be the longer one
        found = extract(word, self._plain, scorer=OSA.distance, score_cutoff=most, limit=None)
        return sorted(number for _, _, number in found)

    @cached_property
    def _plain(self) -> Sequence[str]:
        return [_plain(word) for word in self._known]

    @cached_property
    def _index(self) -> OneLetterOut:
        return OneLetterOut(self._plain)


def _plain(text: str) -> str:
    return text.lower().replace("_", "-").replace(" ", "-")


def _is_telling(word: str, known: str) -> bool:
    """Whether two words that differ are long enough, or alike enough, for it to be a slip."""
    shorter, longer = sorted((word, known), key=len)
    if len(shorter) > 3:
        return True
    return is_plural(shorter, longer) or sorted(word) == sorted(known)


def is_plural(word: str, known: str) -> bool:
    """Whether one word is the other and an `s`, as `tag` and `tags`."""
    return min(len(word), len(known)) > 2 and (word == f"{known}s" or known == f"{word}s")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A closing `; did you mean "title"?` for an error message, or nothing."""
    guess = nearest(word, known)
    return f'; did you mean "{guess}"?' if guess else ""
