"""The configuration of a site generator, read as data: nothing of it is ever run."""

import re
from pathlib import Path
from typing import Final

from postlint.content.data.tree import Json
from postlint.content.source import decode
from postlint.model.late_pattern import late_pattern

_MOST_BYTES: Final = 200_000
"""More of a file is not read."""
_TEXT: Final = r"'(?:[^'\\\n]|\\.){0,500}'|\"(?:[^\"\\\n]|\\.){0,500}\"|`(?:[^`\\$]|\\.){0,500}`"
_TOKEN: Final = late_pattern(
    rf"{_TEXT}|//[^\n]*|#(?=[ \t])[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?", re.DOTALL
)
_ITEM_SIGN: Final = late_pattern(rf"{_TEXT}|[\[\](){{}},]", re.DOTALL)
_BRACKET: Final = late_pattern(rf"{_TEXT}|[\[\](){{}}]", re.DOTALL)


def read_text(file: Path) -> str | None:
    """The text of a configuration file; None where it cannot be read or is too large."""
    try:
        if not file.is_file() or file.is_symlink():
            return None
        with file.open("rb") as source:
            data = source.read(_MOST_BYTES + 1)
    except OSError:
        return None
    return decode(data).text if len(data) <= _MOST_BYTES else None


def read_data(file: Path) -> Json:
    """The data of a TOML, YAML or JSON file; None where it cannot be read."""
    text = read_text(file)
    if text is None:
        return None
    if file.suffix == ".toml":
        from postlint.content.data.toml_tree import read_toml

        return read_toml(text).data
    if file.suffix == ".json":
        from postlint.content.data.json_tree import read_json

        return read_json(text).data
    from postlint.content.data.yaml_tree import read_yaml

    return read_yaml(text).data


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


def without_comments(program: str) -> str:
    """JavaScript or PHP without its comments."""
    return _TOKEN.sub(lambda found: found[0] if found[0][0] in "'\"`" else " ", program)


def block_after(program: str, start: int) -> str:
    """What stands between the first bracket from a place on and the one that closes it.

    `program` is without comments; "" where no bracket is near, or none closes it.
    """
    depth, first = 0, -1
    for found in _BRACKET.finditer(program, start):
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


def own_text(block: str, name: str, arrow: str = ":") -> str | None:
    """The literal text under a name of a block of JavaScript (or PHP, with its arrow).

    "" where the name does not stand there, None where its value is no literal.
    """
    found = re.search(rf"(?<![\w.-])['\"]?{name}['\"]?\s{{0,9}}{arrow}\s{{0,9}}({_TEXT}|\S)", block)
    if found is None:
        return ""
    return found[1][1:-1] if len(found[1]) > 1 else None
