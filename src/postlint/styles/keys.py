"""Which keys a rule of a style pack can have, by what it extends."""

from collections.abc import Mapping
from typing import Final, Literal

Kind = Literal["text", "texts", "flag", "whole", "number", "pairs", "action"]

COMMON: Final[Mapping[str, Kind]] = {
    "extends": "text",
    "message": "text",
    "level": "text",
    "scope": "texts",
    "link": "text",
    "description": "text",
    "limit": "whole",
    "action": "action",
    "matchcase": "flag",
}

_WORDS_METADATA: Final = """
    author authors category code comment deprecated example examples feed id lang license meta
    name notes pos references source tags tests title url version
"""
METADATA: Final = frozenset(_WORDS_METADATA.split())
"""Keys that say something about a rule and nothing about what it finds."""

_EXCEPTIONS: Final[Mapping[str, Kind]] = {"exceptions": "texts", "vocab": "flag"}
_WORDS: Final[Mapping[str, Kind]] = {"ignorecase": "flag", "nonword": "flag"}

EXTENSIONS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "existence": {
        **_WORDS,
        **_EXCEPTIONS,
        "append": "flag",
        "raw": "texts",
        "tokens": "texts",
    },
    "substitution": {
        **_WORDS,
        **_EXCEPTIONS,
        "append": "flag",
        "capitalize": "flag",
        "swap": "pairs",
    },
    "occurrence": {"ignorecase": "flag", "max": "whole", "min": "whole", "token": "text"},
    "repetition": {
        **_EXCEPTIONS,
        "alpha": "flag",
        "ignorecase": "flag",
        "max": "whole",
        "tokens": "texts",
    },
    "consistency": {**_WORDS, "either": "pairs"},
    "conditional": {**_EXCEPTIONS, "first": "text", "ignorecase": "flag", "second": "text"},
    "capitalization": {
        **_EXCEPTIONS,
        "indicators": "texts",
        "match": "text",
        "prefix": "text",
        "style": "text",
        "threshold": "number",
    },
    "metric": {"condition": "text", "formula": "text"},
    "readability": {"grade": "number", "metrics": "texts"},
    "spelling": {
        "aff": "text",
        "append": "flag",
        "custom": "flag",
        "dic": "text",
        "dicpath": "text",
        "dictionaries": "texts",
        "exceptions": "texts",
        "filters": "texts",
        "ignore": "texts",
        "threshold": "whole",
    },
}
"""What a rule can extend, and the keys that it then has besides the common ones."""

NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "existence": ("tokens", "raw"),
    "substitution": ("swap",),
    "occurrence": ("token",),
    "repetition": ("tokens",),
    "consistency": ("either",),
    "conditional": ("first",),
    "capitalization": ("match",),
    "metric": ("formula",),
    "readability": ("metrics",),
}
"""Of these keys one must be there; without it the rule would find nothing."""

TITLE_STYLES: Final = ("AP", "Chicago")
"""What the `style` of a capitalization rule can be; the first one where it says nothing."""

SKIPPED: Final[Mapping[str, str]] = {
    "sequence": "parts of speech",
    "script": "a program",
}
"""What can be extended and is not run, and what it would take."""
