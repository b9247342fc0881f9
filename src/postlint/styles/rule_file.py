"""Read one rule of a style pack: a YAML file that may be a stranger's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

import yaml

from postlint.content.data.nesting import too_deep_block, too_deep_bracket
from postlint.content.data.yaml_tree import read_yaml
from postlint.content.lines import Lines
from postlint.content.near import did_you_mean
from postlint.content.source import decode, read_bytes
from postlint.model.errors import ConfigError
from postlint.model.finding import Severity
from postlint.model.paths import shown
from postlint.styles.definition import Action, Definition, Pair, Skipped, Value
from postlint.styles.keys import COMMON, EXTENSIONS, METADATA, NEEDED, SKIPPED, Kind
from postlint.styles.written import Written

LEVELS: Final = {
    "suggestion": Severity.INFO,
    "warning": Severity.WARNING,
    "error": Severity.ERROR,
}
ACTIONS: Final = ("replace", "remove", "edit", "convert", "suggest")
_MOST_BYTES: Final = 5_000_000
_YES: Final = frozenset(("true", "yes", "on", "1"))
_NO: Final = frozenset(("false", "no", "off", "0", ""))


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What one file holds."""

    rule: Definition | Skipped
    notes: tuple[str, ...] = ()
    """What in it means nothing here, each on one line with its place."""


def read_rule(name: str, path: Path) -> RuleFile:
    """Read the rule `name`. Raises ConfigError: one line with file, line and what to do."""
    place = shown(path)
    text = read_text(path)
    reader = _Reader(name, place)
    return reader.rule(_root(text, place))


def read_text(path: Path) -> str:
    """The text of a file of a pack. Raises ConfigError."""
    place = shown(path)
    try:
        data = read_bytes(path)
    except OSError as error:
        raise ConfigError(f"{place}: cannot be read: {error.strerror or error}") from None
    if len(data) > _MOST_BYTES:
        raise ConfigError(f"{place}: is {len(data):,} bytes, at most {_MOST_BYTES:,} are read")
    source = decode(data)
    for fault in source.faults:
        line = Lines(source.text).position(fault.problem.span.start).line
        raise ConfigError(f"{place}:{line}: {fault.problem.message}; save it as UTF-8")
    return source.text.replace("\r\n", "\n")


def _root(text: str, place: str) -> yaml.MappingNode:
    """The mapping that a file is. Raises ConfigError."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    deep = too_deep_bracket(text) or too_deep_block(text)
    try:
        root = None if deep else yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, RecursionError):
        deep = 0
    if deep is not None:
        fault = next(iter(read_yaml(text).faults), None)
        line = Lines(text).position(fault.problem.span.start).line if fault else 1
        message = fault.problem.message if fault else "cannot be read as YAML"
        raise ConfigError(f"{place}:{line}: {message}; mend the file, or remove it from the pack")
    if not isinstance(root, yaml.MappingNode):
        raise ConfigError(f"{place}:1: is no rule, expected keys such as extends and message")
    return root


class _Reader:
    """Reads typed values out of one mapping; every complaint names file and line."""

    def __init__(self, name: str, place: str) -> None:
        self._name = name
        self._place = place
        self._notes: list[str] = []

    def rule(self, root: yaml.MappingNode) -> RuleFile:
        nodes = self._by_key(root)
        extends = self._extends(nodes)
        if extends in SKIPPED:
            return RuleFile(Skipped(self._name, SKIPPED[extends]))
        if "." in extends:
            return RuleFile(Skipped(self._name, f"the rule {extends}, which it extends"))
        kinds = {**COMMON, **EXTENSIONS[extends]}
        del nodes["extends"]
        values: dict[str, Value] = {}
        action = Action()
        for key, node in nodes.items():
            if key in METADATA and key not in kinds:
                continue
            if key not in kinds:
                self._unknown(key, node, extends)
            elif kinds[key] == "action":
                action = self._action(node)
            elif not _is_null(node):
                values[key] = self._value(key, node, kinds[key])
        self._refuse_empty(extends, values)
        scopes = values.get("scope")
        if scopes is not None and any("doc(" in scope for scope in _texts(scopes)):
            return RuleFile(Skipped(self._name, "a selection of elements, doc(...)"))
        return RuleFile(self._definition(extends, values, action), tuple(self._notes))

    def _extends(self, nodes: "dict[str, Any]") -> str:
        known = (*EXTENSIONS, *SKIPPED)
        if "extends" not in nodes:
            self._fail(None, f"has no extends; expected one of {', '.join(known)}")
        extends = self._text("extends", nodes["extends"]).text
        if extends not in known and "." not in extends:
            guess = did_you_mean(extends, known)
            self._fail(
                nodes["extends"],
                f'extends is "{extends}", expected one of {", ".join(known)}{guess}',
            )
        return extends

    def _definition(self, extends: str, values: dict[str, Value], action: Action) -> Definition:
        message = values.pop("message", None)
        if not isinstance(message, Written) or not message.text.strip():
            self._fail(None, "has no message; add one such as message: \"Avoid '%s'.\"")
        level = values.pop("level", None)
        scope = values.pop("scope", ())
        rest = {key: values.pop(key, None) for key in ("link", "description", "limit")}
        scopes = _texts(scope)
        return Definition(
            name=self._name,
            place=self._place,
            extends=extends,
            message=message.text,
            severity=self._severity(level),
            scope=scopes or ("text",),
            link=_plain(rest["link"]).strip(),
            description=_plain(rest["description"]).strip(),
            limit=rest["limit"] if isinstance(rest["limit"], int) else 0,
            action=action,
            values=values,
        )

    def _severity(self, level: Value | None) -> Severity:
        if not isinstance(level, Written):
            return Severity.WARNING
        if level.text not in LEVELS:
            guess = did_you_mean(level.text, LEVELS)
            raise ConfigError(
                f'{level.place}: level is "{level.text}", expected {", ".join(LEVELS)}{guess}'
            )
        return LEVELS[level.text]

    def _by_key(self, root: yaml.MappingNode) -> "dict[str, Any]":
        """Each value by its key in small letters, as Vale reads them."""
        nodes: dict[str, Any] = {}
        for key, node in root.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fail(key, "a key is no text")
            name = str(key.value).lower()
            if name in nodes:
                self._fail(key, f'the key "{name}" stands twice; remove one')
            nodes[name] = node
        return nodes

    def _unknown(self, key: str, node: Any, extends: str) -> None:
        known = (*COMMON, *EXTENSIONS[extends])
        elsewhere = sorted(other for other, keys in EXTENSIONS.items() if key in keys)
        is_misplaced = f"; it is one of {', '.join(elsewhere)}" if elsewhere else ""
        reason = is_misplaced or did_you_mean(key, known)
        self._notes.append(f'{self._at(node)}: the key "{key}" has no effect on {extends}{reason}')

    def _refuse_empty(self, extends: str, values: dict[str, Value]) -> None:
        needed = NEEDED.get(extends, ())
        if needed and not any(_is_filled(values.get(key)) for key in needed):
            self._fail(None, f"has no {' and no '.join(needed)}, so it finds nothing")

    def _value(self, key: str, node: Any, kind: Kind) -> Value:
        if kind == "text":
            return self._text(key, node)
        if kind == "texts":
            return tuple(self._texts(key, node))
        if kind == "pairs":
            return tuple(self._pairs(key, node))
        text = self._text(key, node).text.strip()
        if kind == "flag":
            return self._flag(key, node, text)
        try:
            return float(text) if kind == "number" else self._whole(key, node, int(text))
        except ValueError:
            self._fail(
                node, f'{key} is "{text}", expected a {kind} number'.replace("number n", "n")
            )

    def _whole(self, key: str, node: Any, number: int) -> int:
        if number < 0:
            self._notes.append(
                f"{self._at(node)}: {key} {number} has no effect, expected 0 or more"
            )
        return max(0, number)

    def _flag(self, key: str, node: Any, text: str) -> bool:
        if text.lower() not in _YES | _NO:
            self._fail(node, f'{key} is "{text}", expected true or false')
        return text.lower() in _YES

    def _text(self, key: str, node: Any) -> Written:
        if not isinstance(node, yaml.ScalarNode):
            self._fail(node, f"{key} is a {_kind_of(node)}, expected text")
        return Written("" if _is_null(node) else str(node.value), self._at(node))

    def _texts(self, key: str, node: Any) -> Iterator[Written]:
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield self._text(f"an item of {key}", item)
        else:
            yield self._text(key, node)

    def _pairs(self, key: str, node: Any) -> Iterator[Pair]:
        """The rows of a table; some packs write it as a list of tables of one row."""
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from self._rows(key, item)
        else:
            yield from self._rows(key, node)

    def _rows(self, key: str, node: Any) -> Iterator[Pair]:
        if not isinstance(node, yaml.MappingNode):
            self._fail(node, f"{key} is a {_kind_of(node)}, expected a table of texts")
        seen: set[str] = set()
        for left, right in node.value:
            row = self._text(f"a key of {key}", left), self._text(f"a value of {key}", right)
            if row[0].text in seen:
                self._fail(left, f'{key} has "{row[0].text}" twice; remove one')
            seen.add(row[0].text)
            yield row

    def _action(self, node: Any) -> Action:
        if _is_null(node):
            return Action()
        if not isinstance(node, yaml.MappingNode):
            self._fail(node, f"action is a {_kind_of(node)}, expected name and params")
        nodes = self._by_key(node)
        for key in nodes.keys() - {"name", "params"}:
            self._fail(nodes[key], f'action: unknown key "{key}", expected name and params')
        name = self._text("action.name", nodes["name"]).text if "name" in nodes else ""
        if name and name not in ACTIONS:
            guess = did_you_mean(name, ACTIONS)
            self._fail(node, f'action is "{name}", expected {", ".join(ACTIONS)}{guess}')
        params = nodes.get("params")
        if params is None or _is_null(params):
            return Action(name)
        return Action(name, tuple(one.text for one in self._texts("action.params", params)))

    def _at(self, node: Any) -> str:
        return f"{self._place}:{1 if node is None else node.start_mark.line + 1}"

    def _fail(self, node: Any, message: str) -> NoReturn:
        raise ConfigError(f"{self._at(node)}: {message}")


def _texts(value: Value) -> tuple[str, ...]:
    if not isinstance(value, tuple):
        return ()
    return tuple(one.text for one in value if isinstance(one, Written))


def _plain(value: Value | None) -> str:
    return value.text if isinstance(value, Written) else ""


def _is_filled(value: Value | None) -> bool:
    if isinstance(value, Written):
        return bool(value.text.strip())
    return isinstance(value, Sequence) and bool(value)


def _is_null(node: Any) -> bool:
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    return is_plain and node.value in ("", "~", "null", "Null", "NULL")


def _kind_of(node: Any) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "list"
    return "table" if isinstance(node, yaml.MappingNode) else "text"
