"""An example of what a regular expression asks for, so that no editor has to read one."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from postlint.schema.dates import DatePattern, pattern_of_shape, read_date
from postlint.schema.formats import slug_of
from postlint.schema.patterns import parsed

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 60

_FAMILIAR: Final = (
    "my-post",
    "my_post",
    "mypost",
    "My post",
    "MyPost",
    "/my-post/",
    "/my-post",
    "my-post/",
    "2026-01-31",
    "2026-01-31 08:30:00",
    "2026-01-31T08:30:00",
    "2026-01-31T08:30:00Z",
    "2026-01-31T08:30:00+00:00",
    "2026-01-31 08:30:00 +0000",
    "31.01.2026",
    "31/01/2026",
    "2026-01",
    "2026",
    "08:30",
    "08:30:00",
    "/img/photo.jpg",
    "img/photo.jpg",
    "photo.jpg",
    "/img/photo.png",
    "https://example.com/page",
    "https://example.com/photo.jpg",
    "name@example.com",
    "@name",
    "#ffcc00",
    "en",
    "en-GB",
    "en_GB",
    "1.0",
    "1.0.0",
    "v1.0.0",
    "42",
)
"""Texts a reader knows the kind of at a glance; the first that matches is the example."""


@lru_cache(maxsize=256)
def date_pattern_of(pattern: str) -> DatePattern | None:
    r"""The date pattern that a regular expression such as `^\d{4}-\d{2}-\d{2}$` stands for."""
    if not (pattern.startswith("^") and pattern.endswith("$")):
        return None
    tree = parsed(pattern)
    shape = _shape(tree) if tree is not None else None
    return pattern_of_shape(shape) if shape else None


@lru_cache(maxsize=256)
def example_of(pattern: str) -> str | None:
    """A short text that the regular expression matches, a familiar one where there is one."""
    try:
        regex = re.compile(pattern)
    except re.error:
        return None
    for text in _FAMILIAR:
        if regex.search(text):
            return text
    tree = parsed(pattern)
    made = _made(tree) if tree is not None else None
    return made if made and len(made) <= _LONGEST and regex.search(made) else None


def rewritten(text: str, pattern: str) -> str | None:
    """The text changed in form only so that it matches, None where no usual change makes it."""
    if len(text) > 1000:
        return None
    dates = date_pattern_of(pattern)
    if dates is not None:
        moment = read_date(text)
        changed = dates.write(moment) if moment else None
        return changed if changed and re.search(pattern, changed) else None
    changes: list[Callable[[str], str | None]] = [str.strip, str.lower, str.upper]
    if not re.search(pattern, "My post"):
        changes += [slug_of, lambda old: (slug_of(old) or "").replace("-", "_")]
    changes += [
        lambda old: f"/{old}",
        lambda old: old.lstrip("/"),
        lambda old: old.rstrip("/"),
        lambda old: f"https://{old}",
    ]
    for change in changes:
        changed = change(text)
        if changed and changed != text and re.search(pattern, changed):
            return changed
    return None


def _shape(tree: Any) -> str | None:
    """Digits as `#` and other characters as themselves, where every match has the same ones."""
    shape = ""
    for code, value in tree:
        part = _shape_of(str(code), value)
        if part is None:
            return None
        shape += part
        if len(shape) > _LONGEST:
            return None
    return shape


def _shape_of(code: str, value: Any) -> str | None:
    match code:
        case "AT":
            return ""
        case "LITERAL":
            return "#" if chr(value).isdigit() else chr(value)
        case "IN":
            return "#" if all(_is_digits(str(kind), what) for kind, what in value) else None
        case "SUBPATTERN":
            return _shape(value[3])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, repeated = value
            part = _shape(repeated) if least == most <= _LONGEST else None
            return None if part is None else part * least
        case "BRANCH":
            shapes = {_shape(branch) for branch in value[1]}
            return shapes.pop() if len(shapes) == 1 else None
    return None


def _is_digits(kind: str, what: Any) -> bool:
    match kind:
        case "CATEGORY":
            return str(what) == "CATEGORY_DIGIT"
        case "RANGE":
            return chr(what[0]).isdigit() and chr(what[1]).isdigit()
        case "LITERAL":
            return chr(what).isdigit()
    return False


def _made(tree: Any) -> str | None:
    """A text made of the first choice everywhere."""
    text = ""
    for code, value in tree:
        part = _made_of(str(code), value)
        if part is None:
            return None
        text += part
        if len(text) > _LONGEST:
            return None
    return text


def _made_of(code: str, value: Any) -> str | None:
    match code:
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return ""
        case "LITERAL":
            return chr(value)
        case "ANY":
            return "a"
        case "IN":
            return _letters(value)[:1] or None
        case "SUBPATTERN":
            return _made(value[3])
        case "BRANCH":
            return _made(value[1][0])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeated(*value)
    return None


def _repeated(least: int, most: int, repeated: Any) -> str | None:
    times = min(max(int(least), 1 if len(repeated) == 1 and least else int(least)), _LONGEST)
    if least in (0, 1) and most > 3 and len(repeated) == 1 and str(repeated[0][0]) == "IN":
        times = 3
    if len(repeated) == 1 and str(repeated[0][0]) == "IN":
        letters = _letters(repeated[0][1])
        return "".join(letters[index % len(letters)] for index in range(times)) if letters else None
    part = _made(repeated)
    return None if part is None else part * times


def _letters(choices: Any) -> str:
    """Some characters of a class `[...]`, in the order it names them."""
    letters = ""
    for kind, what in choices:
        match str(kind):
            case "NEGATE":
                return ""
            case "LITERAL":
                letters += chr(what)
            case "RANGE":
                letters += "".join(map(chr, range(what[0], min(what[1] + 1, what[0] + 10))))
            case "CATEGORY":
                letters += {"CATEGORY_DIGIT": "1234567890", "CATEGORY_WORD": "abcdef"}.get(
                    str(what), ""
                )
    return letters.lstrip("0-_. ") or letters
