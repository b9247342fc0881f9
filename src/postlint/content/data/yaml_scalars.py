"""What a YAML 1.1 scalar means as JSON."""

import math
from typing import Final

from postlint.content.data.tree_faults import MOST_DIGITS

STR: Final = "tag:yaml.org,2002:str"
NULL: Final = "tag:yaml.org,2002:null"
BOOL: Final = "tag:yaml.org,2002:bool"
INT: Final = "tag:yaml.org,2002:int"
FLOAT: Final = "tag:yaml.org,2002:float"

_BOOLS: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def read_scalar(tag: str, text: str) -> str | int | float | bool | None:
    """The value of a scalar resolved to `tag`; dates stay text, and so does what JSON cannot say.

    That is infinity, not-a-number, and numbers too long to print.
    """
    if tag == NULL:
        return None
    if tag == BOOL:
        return _BOOLS.get(text.lower(), text)
    if tag in (INT, FLOAT) and len(text) <= MOST_DIGITS:
        try:
            return _read_int(text) if tag == INT else _read_float(text)
        except ValueError:  # only with a tag that was written out: `!!int abc`
            return text
    return text


def _read_int(text: str) -> int:
    """An integer, also octal (`0777`), hexadecimal, binary, or of base 60 (`12:30`)."""
    digits = text.replace("_", "")
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("+-")
    if ":" in digits:
        return sign * int(_read_base_60(digits))
    if digits.startswith(("0b", "0x")):
        return sign * int(digits, 0)
    return sign * int(digits, 8 if digits.startswith("0") else 10)


def _read_float(text: str) -> float | str:
    digits = text.replace("_", "")
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("+-")
    value = _read_base_60(digits) if ":" in digits else float(digits)
    return sign * value if math.isfinite(value) else text


def _read_base_60(digits: str) -> float:
    value = 0.0
    for part in digits.split(":"):
        value = value * 60 + float(part)
    return value
