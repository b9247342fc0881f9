"""What kind of value a key has: its JSON type and, for a text, the narrowest format it has."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.model.late_pattern import late_pattern
from postlint.schema.dates import DatePattern, pattern_named, pattern_of_shape
from postlint.schema.formats import fits

LONGEST: Final = 2_000
"""In code points: a longer text has no format."""
_LONGEST_DATE: Final = 40


class Kind(NamedTuple):
    """The type of a value as JSON Schema calls it, and the format of a text where it has one."""

    type: str
    format: str = ""
    """A name in `postlint.schema.formats`, a date pattern, or a name in `EITHER`; "" for a text as
    any other."""


_TYPES: Final[Mapping[type, Kind]] = {
    bool: Kind("boolean"),
    int: Kind("integer"),
    float: Kind("number"),
    list: Kind("array"),
    dict: Kind("object"),
    type(None): Kind("null"),
}
TEXT: Final = Kind("string")

WIDER: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "date": ("timestamp",),
        "date-time": ("timestamp",),
        "YYYY-MM-DD HH:MM": ("timestamp",),
        "YYYY-MM-DD HH:MM:SS": ("timestamp",),
        "YYYY-MM-DDTHH:MM": ("timestamp",),
        "YYYY-MM-DDTHH:MM:SS": ("timestamp",),
        "image-url": ("uri", "image"),
    }
)
"""For a format others that all its texts have as well."""

EITHER: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        f"{first} or {second}": (first, second)
        for first, second in (("DD/MM/YYYY", "MM/DD/YYYY"), ("DD-MM-YYYY", "MM-DD-YYYY"))
    }
)
"""What a date is called of which nobody knows whether the day comes first, and the two formats that
it has: only other dates of the same key tell which one is meant."""

_DATE_LIKE: Final = late_pattern(r"\d[\d\-/._:,T +Zz]*(?:UTC)?\Z", re.ASCII)
_DIGIT: Final = late_pattern(r"\d", re.ASCII)
_IMAGE_END: Final = late_pattern(
    r"\.(?:apng|avif|bmp|gif|hei[cf]|ico|jfif|jpe?g|jxl|png|svg|tiff?|webp)(?:[?#]\S*)?\Z",
    re.IGNORECASE,
)
_NOT_YEAR_FIRST: Final[Mapping[str, tuple[str, ...]]] = {
    "##.##.####": ("DD.MM.YYYY",),
    "##-##-####": ("DD-MM-YYYY", "MM-DD-YYYY"),
    "##/##/####": ("DD/MM/YYYY", "MM/DD/YYYY"),
    "####-##": ("YYYY-MM",),
    "####/##": ("YYYY/MM",),
}
"""Shapes that `pattern_of_shape` does not know, and what they may be."""


def kind_of(value: Json) -> Kind:
    """The type and the format of a value. Takes a few microseconds, whatever the value.

    A slug is taken for one only if it has a dash: a single word is a text as any other.
    """
    if isinstance(value, str):
        name = _format_of(value)
        return Kind("string", name) if name else TEXT
    return _TYPES[type(value)]


def type_of(value: Json) -> str:
    """The type of a value alone, as JSON Schema calls it."""
    return "string" if isinstance(value, str) else _TYPES[type(value)].type


def formats_of(name: str) -> tuple[str, ...]:
    """A format and all the wider ones, the narrow first; nothing for no format."""
    return EITHER.get(name) or ((name, *WIDER.get(name, ())) if name else ())


def is_told_apart(name: str, uses: Mapping[str, int]) -> bool:
    """Whether a format is rather the one that texts have than that with day and month changed.

    `uses` are the texts that each format fits.
    """
    pair = next((pair for pair in EITHER.values() if name in pair), ())
    return all(uses[name] > uses.get(other, 0) for other in pair if other != name)


def _format_of(text: str) -> str:
    if not text or len(text) > LONGEST:
        return ""
    if text[0].isdigit() and len(text) <= _LONGEST_DATE and _DATE_LIKE.match(text):
        name = _date_format(text)
        if name:
            return name
    if "://" in text:
        # An address without an ending may well be a picture, but it need not.
        names = ("image-url", "uri") if _IMAGE_END.search(text) else ("uri",)
        return next((name for name in names if fits(name, text)), "")
    if "@" in text:
        return "email" if fits("email", text) else ""
    if "." in text and _IMAGE_END.search(text):
        return "image" if fits("image", text) else ""
    if "-" in text and fits("uuid", text):
        return "uuid"
    return "slug" if "-" in text and _is_slug(text) else ""


def _is_slug(text: str) -> bool:
    """Whether a text is a slug, and no number or date that went wrong."""
    return fits("slug", text) and any(map(str.isalpha, text))


def _date_format(text: str) -> str:
    shape = _DIGIT.sub("#", text)
    if shape == "####-##-##":
        return "date" if fits("date", text) else ""
    names = [pattern.name for pattern in _patterns(shape) if pattern.accepts(text)]
    if names:
        return " or ".join(names)
    return next((name for name in ("date-time", "timestamp") if fits(name, text)), "")


@lru_cache(maxsize=256)
def _patterns(shape: str) -> tuple[DatePattern, ...]:
    """The date patterns that digits (`#`) and separators may be, the day first."""
    names = (pattern_named(name) for name in _NOT_YEAR_FIRST.get(shape, ()))
    return tuple(one for one in (pattern_of_shape(shape), *names) if one is not None)
