"""What stands in the configuration of a site generator: nothing of it is ever run."""

import re
from posixpath import normpath
from typing import Final

from postlint.content.data.tree import Json
from postlint.model.late_pattern import late_pattern

_TEXT: Final = r"'(?:[^'\\\n]|\\.){0,500}'|\"(?:[^\"\\\n]|\\.){0,500}\"|`(?:[^`\\$]|\\.){0,500}`"
_TOKEN: Final = late_pattern(
    rf"{_TEXT}|//[^\n]*|#(?=[ \t])[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?", re.DOTALL
)
_ITEM_SIGN: Final = late_pattern(rf"{_TEXT}|[\[\](){{}},]", re.DOTALL)
_LITERAL: Final = late_pattern(_TEXT, re.DOTALL)
_BRACKET: Final = late_pattern(rf"{_TEXT}|[\[\](){{}}]", re.DOTALL)


_OBJECT: Final = late_pattern(r"(\s*+\(?\s*+)\{")
_PROPERTY: Final = late_pattern(r"\s*(?:async\s+)?(['\"]?)([\w$-]{1,99})\1\s*(?::|(?=\()|\Z)")
_MOST_OF_BLOCK: Final = 200_000
"""Characters."""


def mapping(data: Json, key: str = "") -> dict[str, Json]:
    """A mapping, or that under a key of it; empty where there is none."""
    value = data.get(key) if key and isinstance(data, dict) else data
    return value if isinstance(value, dict) else {}


def text_of(data: Json, key: str) -> str:
    """The text under a key; "" where there is none."""
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def texts_of(data: Json, key: str) -> tuple[str, ...]:
    """The texts under a key, be it one or a list."""
    value = data.get(key) if isinstance(data, dict) else None
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str))


def plain_path(written: str) -> str:
    """A path as generators read it: "./docs/" as "docs", "." as ""; ".." and a dot at the start of
    a name stay."""
    clean = normpath(written.strip("/") or ".")
    return "" if clean == "." else clean


def without_comments(program: str) -> str:
    """JavaScript or PHP without its comments."""
    return _TOKEN.sub(lambda found: found[0] if found[0][0] in "'\"`" else " ", program)


def block_after(program: str, start: int, most: int = _MOST_OF_BLOCK) -> str:
    """What stands between the first bracket from a place on and the one that closes it.

    `program` is without comments; "" where no bracket closes it in `most` characters.
    """
    depth, first = 0, -1
    for found in _BRACKET.finditer(program, start, min(start + most, len(program))):
        sign = found[0]
        if len(sign) > 1:
            continue
        if sign in "([{":
            first = found.end() if depth == 0 else first
            depth += 1
        else:
            depth -= 1
            if depth <= 0:
                return program[first : found.start()] if first >= 0 else ""
    return ""


def shallow(block: str) -> str:
    """A block without what stands in the brackets within it."""
    kept, depth, at = [], 0, 0
    for found in _BRACKET.finditer(block):
        sign = found[0]
        if sign in "([{":
            if depth == 0:
                kept.append(block[at : found.end()])
            depth += 1
        elif sign in ")]}":
            depth -= 1
            at = found.start()
    return "".join([*kept, block[at:] if depth <= 0 else ""])


def items_of(block: str) -> list[str]:
    """What stands between the commas of a block, those within brackets and texts aside."""
    items, depth, start = [], 0, 0
    for found in _ITEM_SIGN.finditer(block):
        sign = found[0]
        if len(sign) > 1:
            continue
        if sign == "," and depth == 0:
            items.append(block[start : found.start()])
            start = found.end()
        depth += (sign in "([{") - (sign in ")]}")
    return [item for item in (*items, block[start:]) if item.strip()]


def object_at(program: str, start: int = 0) -> dict[str, str] | None:
    """What is written under each name of the object of JavaScript that begins at a place, perhaps
    behind a "("; None where none does, or where it does not end.

    What is spread into it, or otherwise not understood, stands under "", and what it may have
    written over is left out. A name without a value (`{ path }`) is its own value.
    """
    begins = _OBJECT.match(program, start)
    block = block_after(program, begins.end(1)) if begins else ""
    if begins is None or not program.startswith("}", begins.end(1) + 1 + len(block)):
        return None
    found: dict[str, str] = {}
    for item in items_of(block):
        named = _PROPERTY.match(item)
        if named is None:
            found = {"": item}
        else:
            found[named[2]] = item[named.end() :].strip() or named[2]
    return found


def text_in(found: dict[str, str], name: str) -> str | None:
    """The literal text under a name of the properties of an object.

    "" where the name does not stand there, None where that, or its value, is not known.
    """
    value = found.get(name, found.get(""))
    if value is None:
        return ""
    return value[1:-1] if _LITERAL.fullmatch(value) else None


def own_text(block: str, name: str, arrow: str = ":") -> str | None:
    """The literal text under a name of a block of JavaScript (or PHP, with its arrow).

    "" where the name does not stand there, None where its value is no literal.
    """
    found = re.search(rf"(?<![\w.-])['\"]?{name}['\"]?\s{{0,9}}{arrow}\s{{0,9}}({_TEXT}|\S)", block)
    if found is None:
        return ""
    return found[1][1:-1] if len(found[1]) > 1 else None


def texts_in(block: str) -> list[str]:
    """All literal texts of a block, without their quotes."""
    return [found[0][1:-1] for found in _LITERAL.finditer(block)]


def list_under(block: str, name: str) -> list[str] | None:
    """The literal texts of the list under a name of a block of JavaScript.

    Empty where the name does not stand there, None where its value is made by a program.
    """
    found = re.search(rf"(?<![\w.-])['\"]?{name}\b['\"]?\s{{0,9}}(?::\s{{0,9}}(\[)?|[,}}])", block)
    if found is None:
        return []
    return _literals(block_after(block, found.start(1))) if found[1] else None


def list_in(found: dict[str, str], name: str) -> list[str] | None:
    """The literal texts of the list under a name of the properties of an object.

    Empty where the name does not stand there, None where that, or the list, is not known.
    """
    value = found.get(name, found.get(""))
    if value is None:
        return []
    inner = block_after(value, 0)
    return _literals(inner) if value == f"[{inner}]" else None


def _literals(block: str) -> list[str] | None:
    """The literal texts of a list; None where others stand there, too."""
    items = [item.strip() for item in items_of(block)]
    return [item[1:-1] for item in items] if all(map(_LITERAL.fullmatch, items)) else None
