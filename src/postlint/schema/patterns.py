"""Regular expressions of a schema: which of them can hang, and how the others are run.

Python's engine tries every way in which a text can be divided among repeats. Where a part that is
repeated can match one text in several ways, these are exponentially many, so such an expression is
refused. Only what is clearly so is found: two repeats side by side (`a*a*`) are merely slow, which
the bound on the length of a text keeps in check.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

LONGEST: Final = 10_000
"""Code points of a text that a regular expression is run on; what follows is not looked at."""

_FEW: Final = 10
"""How often something may be repeated without it mattering in how many ways."""
_MOST_WAYS: Final = 64
"""Ways through a repeated part that are compared; more is not clear any more."""
_CHARACTERS: Final = frozenset((*map(chr, range(128)), "\xa0", "é", "Ж", "中", "٣"))
"""Stand for all characters: each kind that a class can tell apart is among them."""
_CATEGORIES: Final = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
_REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT")

_Part = tuple[int, int, frozenset[str]]
"""How often at least and at most, and which characters; none where it is no single character."""


def matches(pattern: str, text: str) -> bool:
    """Whether an expression is found in the first LONGEST code points of a text."""
    return re.search(pattern, text[:LONGEST]) is not None


def parsed(pattern: str) -> Any:
    """The parsed expression as Python's own engine sees it, None where that is out of reach."""
    try:
        from re import _parser  # type: ignore[attr-defined]  # no public way to the syntax tree

        return _parser.parse(pattern)
    except (ImportError, re.error, RecursionError, OverflowError):
        return None


def can_hang(pattern: str) -> bool:
    """Whether a part is repeated that can match one text in several ways, as in `(a+)+`."""
    tree = parsed(pattern)
    if tree is None:
        return False
    return any(
        str(code) in _REPEATS and value[1] > _FEW and _is_ambiguous(value[2])
        for code, value in _everything(tree)
    )


def _everything(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every element of an expression, at any depth."""
    for code, value in tree:
        yield code, value
        match str(code):
            case "SUBPATTERN":
                yield from _everything(value[3])
            case "BRANCH":
                for branch in value[1]:
                    yield from _everything(branch)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield from _everything(value[2])
            case "ASSERT" | "ASSERT_NOT":
                yield from _everything(value[1])
            case "ATOMIC_GROUP":
                yield from _everything(value)
            case "GROUPREF_EXISTS":
                for branch in filter(None, value[1:]):
                    yield from _everything(branch)


def _is_ambiguous(repeated: Any) -> bool:
    ways = _ways(repeated)
    return any(map(_divides_anywhere, ways)) or any(
        _is_part_of(one, two) or _is_part_of(two, one) for one, two in combinations(ways, 2)
    )


def _divides_anywhere(way: list[_Part]) -> bool:
    """Whether a long text on this way can also be two shorter ones, without a mark between."""
    for index, (least, most, characters) in enumerate(way):
        others = way[:index] + way[index + 1 :]
        is_flexible = least < most and (most > 1 or others)
        if is_flexible and all(not other[0] or other[2] & characters for other in others):
            return True
    return False


def _is_part_of(one: list[_Part], two: list[_Part]) -> bool:
    """Whether a way of one character, taken again and again, is another way too."""
    if len(one) != 1 or one[0][:2] != (1, 1):
        return not one and not two
    return bool(two) and all(part[2] & one[0][2] for part in two)


def _ways(tree: Any) -> list[list[_Part]]:
    """The sequences of parts that an expression stands for; none where there are too many."""
    ways: list[list[_Part]] = [[]]
    for code, value in tree:
        steps = _steps(str(code), value)
        ways = [[*way, *step] for way in ways for step in steps]
        if len(ways) > _MOST_WAYS:
            return []
    return ways


def _steps(code: str, value: Any) -> list[list[_Part]]:
    match code:
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return [[]]
        case "SUBPATTERN":
            return _ways(value[3])
        case "BRANCH":
            return [way for branch in value[1] for way in _ways(branch)]
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, repeated = value
            if (least, most) == (0, 1) and not _single(repeated):
                return [[], *_ways(repeated)]
            return [[(int(least), int(most), _single(repeated))]]
    return [[(1, 1, _characters(code, value))]]


def _single(tree: Any) -> frozenset[str]:
    """The characters of an expression that is one character, else none."""
    ways = _ways(tree)
    alike = all(len(way) == 1 and way[0][:2] == (1, 1) for way in ways)
    return frozenset().union(*(way[0][2] for way in ways)) if alike else frozenset()


def _characters(code: str, value: Any) -> frozenset[str]:
    match code:
        case "LITERAL":
            return frozenset(chr(value))
        case "NOT_LITERAL":
            return _CHARACTERS - {chr(value)}
        case "ANY":
            return _CHARACTERS - {"\n"}
        case "IN":
            found = frozenset().union(*(_of_class(str(kind), what) for kind, what in value))
            return _CHARACTERS - found if str(value[0][0]) == "NEGATE" else found
    return frozenset()


def _of_class(kind: str, what: Any) -> frozenset[str]:
    match kind:
        case "LITERAL":
            return frozenset(chr(what))
        case "RANGE":
            return frozenset(char for char in _CHARACTERS if what[0] <= ord(char) <= what[1])
        case "CATEGORY":
            category = _CATEGORIES.get(str(what))
            fits = re.compile(category).match if category else None
            return frozenset(filter(fits, _CHARACTERS)) if fits else frozenset()
    return frozenset()
