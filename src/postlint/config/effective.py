"""What a configuration comes to: each value with the line it stands on, and the defaults."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from postlint.config.load import load_config, table_of
from postlint.config.schema import config_schema
from postlint.config.source import read_source
from postlint.content.data.toml_tree import read_toml
from postlint.content.data.tree import Path as KeyPath
from postlint.content.data.tree import Tree
from postlint.content.lines import Lines
from postlint.content.source import MAX_BYTES
from postlint.model.paths import shown

_DEFAULTS: Final[Mapping[str, object]] = {
    "locale": "en",
    "fail-on": "warning",
    "exclude": [],
    "max-file-size": MAX_BYTES,
    "presets": [],
    "select": [],
    "ignore": [],
}
"""What a key that is left out stands for; the others stand for nothing."""


def effective(path: Path | None) -> str:
    """A configuration as TOML that says behind each value where it comes from.

    `path` is None where there is no configuration. Raises ConfigError.
    """
    if path is None:
        return "".join(f"{line}\n" for line in _lines({}, _Places(None)))
    load_config(path)  # so that what is shown is what holds
    text = read_source(path).text
    tree = read_toml(text)
    data: Any = tree.data
    for key in table_of(path):
        data = data.get(key, {})
    places = _Places(tree, Lines(text), table_of(path), shown(path))
    return "".join(f"{line}\n" for line in _lines(data, places))


class _Places:
    """Says where a value stands."""

    def __init__(
        self, tree: Tree | None, lines: Lines | None = None, base: KeyPath = (), name: str = ""
    ) -> None:
        self._tree, self._lines, self._base, self._name = tree, lines, base, name

    def of(self, at: KeyPath) -> str:
        """`postlint.toml:3`, or `default`."""
        if self._tree is None or self._lines is None:
            return "default"
        place = self._tree.place((*self._base, *at))
        return f"{self._name}:{self._lines.position((place.key or place.value).start).line}"


def _lines(data: Mapping[str, Any], places: _Places) -> Iterator[str]:
    for key in config_schema()["properties"]:
        if key in data and not _is_table(data[key]):
            yield f"{key} = {_value(data[key])}  # {places.of((key,))}"
        elif key in _DEFAULTS:
            yield f"{key} = {_value(_DEFAULTS[key])}  # default"
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _table(f"[{key}]", value, (key,), places)
        elif _is_table(value):
            for index, entry in enumerate(value):
                yield from _table(f"[[{key}]]", entry, (key, index), places)


def _table(head: str, table: Mapping[str, Any], at: KeyPath, places: _Places) -> Iterator[str]:
    yield f"\n{head}  # {places.of(at)}"
    for key, value in table.items():
        yield f"{_key(key)} = {_value(value)}  # {places.of((*at, key))}"


def _is_table(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, dict) for one in value)
    return isinstance(value, dict)


def _key(key: str) -> str:
    is_bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if is_bare else json.dumps(key, ensure_ascii=False)


def _value(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        pairs = ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False)
