"""The slips that lead from the right word to the wrong one, and what kind each is."""

from typing import Final, Literal, NamedTuple

SlipKind = Literal["swapped", "missing", "extra", "wrong"]


class Slip(NamedTuple):
    """One slip of the finger or of memory, seen from the right word.

    `at` is a 0-based index into the right word: of the first letter swapped, of the letter that is
    missing or wrong, or of the letter before which there is one too many.
    """

    kind: SlipKind
    at: int
    letter: str
    """The letter of the right word; "" for an extra letter."""
    instead: str
    """The letter of the wrong word; "" for a missing letter."""


_VOWELS: Final = frozenset("aeiouy")
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUND_ALIKE: Final = frozenset(
    frozenset(pair)
    for pair in (
        *("ck", "cs", "sz", "kq", "ck", "gj", "fv", "mn", "pb", "td", "iy", "ei", "ea", "ao", "ou"),
        *("ai", "uw", "xs", "fp"),
    )
)


def _neighbouring_keys() -> frozenset[frozenset[str]]:
    pairs = set()
    for row, keys in enumerate(_ROWS):
        for column, key in enumerate(keys):
            pairs.add(frozenset(keys[column : column + 2]))
            if row:
                pairs.update(frozenset((key, up)) for up in _ROWS[row - 1][column : column + 2])
    return frozenset(pair for pair in pairs if len(pair) > 1)


_NEIGHBOURS: Final = _neighbouring_keys()


def slips(wrong: str, right: str, most: int) -> tuple[Slip, ...] | None:
    """The fewest slips that make `wrong` of `right`; None where that takes more than `most`.

    The distance is optimal string alignment: letters swapped, missing, extra and wrong count one.
    """
    if abs(len(wrong) - len(right)) > most:
        return None
    for allowed in range(most + 1):
        found = _align(wrong, right, 0, 0, allowed)
        if found is not None:
            return found
    return None


def is_one_slip(wrong: str, right: str) -> bool:
    """Whether letters swapped, missing, extra or wrong, once, make `wrong` of `right`."""
    start = 0
    for one, other in zip(wrong, right, strict=False):
        if one != other:
            break
        start += 1
    if len(wrong) > len(right):
        return wrong[start + 1 :] == right[start:]
    if len(wrong) < len(right):
        return wrong[start:] == right[start + 1 :]
    if wrong[start + 1 :] == right[start + 1 :]:
        return wrong != right
    return (
        wrong[start : start + 2] == right[start : start + 2][::-1]
        and wrong[start + 2 :] == right[start + 2 :]
    )


def is_two_slips(wrong: str, right: str) -> bool:
    """Whether one or two slips make `wrong` of `right`."""
    if wrong == right or abs(len(wrong) - len(right)) > 2:
        return False
    start = 0
    for one, other in zip(wrong, right, strict=False):
        if one != other:
            break
        start += 1
    wrong, right = wrong[start:], right[start:]
    return any(
        one == other or is_one_slip(one, other)
        for one, other in (
            (wrong, right[1:]),
            (wrong[1:], right),
            (wrong[1:], right[1:]),
            (wrong[2:], right[2:]) if wrong[:2] == right[1::-1] else (wrong[1:], right[1:]),
        )
    )


def _align(wrong: str, right: str, i: int, j: int, left: int) -> tuple[Slip, ...] | None:
    """Align `wrong[i:]` with `right[j:]` in at most `left` slips."""
    while i < len(wrong) and j < len(right) and wrong[i] == right[j]:
        i += 1
        j += 1
    if i == len(wrong) and j == len(right):
        return ()
    if left == 0 or abs((len(wrong) - i) - (len(right) - j)) > left:
        return None
    for slip, next_i, next_j in _steps(wrong, right, i, j):
        rest = _align(wrong, right, next_i, next_j, left - 1)
        if rest is not None:
            return (slip, *rest)
    return None


def _steps(wrong: str, right: str, i: int, j: int) -> list[tuple[Slip, int, int]]:
    one, other = wrong[i : i + 2], right[j : j + 2]
    steps: list[tuple[Slip, int, int]] = []
    if len(one) == len(other) == 2 and one == other[::-1]:
        steps.append((Slip("swapped", j, other[0], other[1]), i + 2, j + 2))
    if other:
        steps.append((Slip("missing", j, other[0], ""), i, j + 1))
    if one:
        steps.append((Slip("extra", j, "", one[0]), i + 1, j))
    if one and other:
        steps.append((Slip("wrong", j, other[0], one[0]), i + 1, j + 1))
    return steps


def is_doubling(slip: Slip, right: str) -> bool:
    """Whether a letter was doubled, or a double letter written once."""
    before, after = right[slip.at - 1 : slip.at], right[slip.at + 1 : slip.at + 2]
    if slip.kind == "missing":
        return slip.letter in (before, after)
    return slip.kind == "extra" and slip.instead in (before, right[slip.at : slip.at + 1])


def are_neighbouring_keys(one: str, other: str) -> bool:
    """Whether two letters lie side by side on a QWERTY keyboard."""
    return frozenset((one, other)) in _NEIGHBOURS


def sound_alike(one: str, other: str) -> bool:
    """Whether two letters are often taken for each other: vowels, and consonants of one sound."""
    return (one in _VOWELS and other in _VOWELS) or frozenset((one, other)) in _SOUND_ALIKE


def is_vowel(letter: str) -> bool:
    """Whether a letter is a, e, i, o, u or y."""
    return letter in _VOWELS
