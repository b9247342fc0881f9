"""Mistakes in keys, in words: unknown, misspelt, missing and deprecated ones.

A key that is unknown and a key that is missing are one mistake where the one is the other misspelt.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any, Final

from postlint.content.data.tree import Json, Path
from postlint.content.near import is_plural
from postlint.schema.broken import Broken
from postlint.schema.mistakes.common_keys import is_common
from postlint.schema.mistakes.custom_message import after_subject, custom_message
from postlint.schema.mistakes.guess import misspelling_of, other_form_of
from postlint.schema.mistakes.mistake import MOST_WORDED, Insert, Mistake, Rename
from postlint.schema.mistakes.one_slip import is_one_slip
from postlint.schema.mistakes.values_in_words import (
    listed,
    name_of,
    quoted,
    sample,
    sentence,
    shorten_help,
    shown,
)
from postlint.schema.node import DEPRECATED_FOR, RENAMED_TO, is_nothing, renamed_to, way_to
from postlint.schema.shape import Shape, shape_of

MOST_GUESSED: Final = 200
"""Keys unknown to an open schema that are tried for being a missing one; more is no post."""

_INSTEAD: Final = re.compile(
    r"\b(?:use|renamed to|replaced (?:by|with)|in favou?r of) (?:the )?[\"'`“]?([\w$.-]+)",
    re.IGNORECASE,
)

MISSPELT, MISSING, UNKNOWN = "misspelt-key", "missing-key", "unknown-key"


@dataclass
class KeyFaults:
    """What validation found to be wrong with the keys of one object."""

    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys that are not allowed, each with those that are."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Those of them for which the schema says what they have to be."""
    missing: dict[str, str | None] = field(default_factory=dict)
    """Keys that are required, each with the condition it hangs on, in words."""
    messages: dict[str, str] = field(default_factory=dict)
    """What the author of the schema has said of some of these keys."""


@dataclass(frozen=True)
class _Guess:
    name: str | None
    is_sure: bool = False


def key_faults(broken: Iterable[Broken], root: Any) -> dict[Path, KeyFaults]:
    """Broken rules about keys, gathered by the object whose keys they are."""
    found: dict[Path, KeyFaults] = {}
    for rule in broken:
        is_refused = is_refused_key(rule)
        faults = found.setdefault(rule.path[:-1] if is_refused else rule.path, KeyFaults())
        if is_refused:
            keys = [str(rule.path[-1])]
            faults.unknown[keys[0]] = (str(renamed_to(rule.node)),)
            faults.renamed[keys[0]] = str(renamed_to(rule.node))
        elif rule.keyword == "required":
            condition = _condition(rule, root)
            keys = [key for key in rule.expected if key not in _data(rule.value)]
            faults.missing.update((key, faults.missing.get(key, condition)) for key in keys)
        else:
            known = _known(rule)
            keys = list(_data(rule.value))
            faults.unknown.update((key, known) for key in keys)
        for key in keys[:MOST_WORDED]:
            own = custom_message(rule, root, key)
            if own:
                faults.messages[key] = own
    return found


def is_refused_key(rule: Broken) -> bool:
    """Whether a key is not allowed, and another has to stand in its place."""
    is_key = rule.keyword == "not" and bool(rule.path) and isinstance(rule.path[-1], str)
    return is_key and renamed_to(rule.node) is not None


def key_mistakes(
    path: Path, data: Mapping[str, Json], shape: Shape, faults: KeyFaults
) -> Iterator[Mistake]:
    """All mistakes in the keys of one object, whose shape is known."""
    missing = dict(faults.missing)
    taken = set(data)
    for number, (key, known) in enumerate(faults.unknown.items()):
        if number >= MOST_WORDED:
            yield Mistake(UNKNOWN, (*path, key), "key", "")
            continue
        if key in faults.renamed:
            name = faults.renamed[key]
            guess = _Guess(name, is_sure=is_one_slip(key, name))
        else:
            guess = _meant(key, known, missing, taken)
        yield _said(_unknown(path, key, known, guess, taken), faults.messages.get(key))
        missing.pop(guess.name or "", None)
        taken.add(guess.name or "")
    for number, key in enumerate(shape.strangers(data, faults.unknown)):
        lacking = missing if number < MOST_GUESSED else {}
        mistake = _misspelt(path, key, shape, taken, lacking)
        if mistake is not None:
            yield mistake
            missing.pop(mistake.suggestions[0], None)
            taken.add(mistake.suggestions[0])
    strangers = shape.strangers(data, faults.unknown)[:MOST_GUESSED] if missing else []
    needed = {key for node in shape.sure for key in node.get("required", ())}
    spare = [key for key in data if key not in needed] if missing else []
    for number, (key, condition) in enumerate(missing.items()):
        other = _other_form(key, spare, strangers) if number < MOST_WORDED else None
        mistake = _missing(path, key, shape.keys.get(key), condition, other)
        yield _said(mistake, faults.messages.get(key))
    yield from _deprecated(path, data, shape)


def _said(mistake: Mistake, message: str | None) -> Mistake:
    if not message:
        return mistake
    told = mistake.message.partition(", did you mean")[0]
    return replace(mistake, message=after_subject(told, message))


def missing_keys(shape: Shape) -> list[str]:
    """The keys that are required whatever else the data holds."""
    return list(dict.fromkeys(key for node in shape.sure for key in node.get("required", ())))


def _unknown(
    path: Path, key: str, known: tuple[str, ...], guess: _Guess, taken: Set[str]
) -> Mistake:
    where = f" in {name_of(path)}" if path else ""
    message = f"unknown key {quoted(key)}{where}"
    name = guess.name
    if name is None:
        others = [quoted(other) for other in known if not other.startswith("$")]
        are = "known keys are" if len(others) > 1 else "the only known key is"
        choices = f"{are} {listed(others)}" if others else None
        return Mistake(UNKNOWN, (*path, key), "key", message, choices)
    message += f", did you mean {quoted(name)}?"
    if name in taken:
        hint = f"{quoted(name)} is there already"
        return Mistake(UNKNOWN, (*path, key), "key", message, hint, (name,))
    rename = Rename(name, is_safe=guess.is_sure)
    return Mistake(UNKNOWN, (*path, key), "key", message, None, (name,), rename)


def _misspelt(
    path: Path,
    key: str,
    shape: Shape,
    taken: Set[str],
    missing: Mapping[str, str | None],
) -> Mistake | None:
    """A key that is allowed, but stands for a required one or is one slip from a known one."""
    if is_common(key):
        return None
    where = f" in {name_of(path)}" if path else ""
    lacking = misspelling_of(key, missing)
    if lacking:
        message = f"key {quoted(key)}{where} looks misspelt, {quoted(lacking)} is missing"
        return Mistake(MISSING, (*path, key), "key", message, None, (lacking,), Rename(lacking))
    near = next((name for name in shape.index.slips_of(key) if name not in taken), None)
    if near is None:
        return None
    message = f"key {quoted(key)}{where} looks misspelt, did you mean {quoted(near)}?"
    return Mistake(MISSPELT, (*path, key), "key", message, None, (near,), Rename(near))


def _other_form(key: str, data: Iterable[str], strangers: Iterable[str]) -> str | None:
    """A key that is there and may be meant for a missing one, but is a word of its own, too."""
    number = next((other for other in data if is_plural(other, key)), None)
    return number or misspelling_of(key, strangers)


def _missing(
    path: Path, key: str, shape: Shape | None, condition: str | None, other: str | None
) -> Mistake:
    where = f" in {name_of(path)}" if path else ""
    nodes = (*shape.sure, *shape.possible) if shape else ()
    about = next((node["description"] for node in nodes if "description" in node), None)
    example = next((node["examples"][0] for node in nodes if node.get("examples")), None)
    return Mistake(
        MISSING,
        path,
        "opening",
        f"missing key {quoted(key)}{where}",
        sentence(
            condition,
            f"{quoted(other)} is there; rename it if that is meant" if other else None,
            shorten_help(about) if isinstance(about, str) else None,
            f"for example {sample(example)}" if example is not None else None,
        )
        or f"add {quoted(key)}",
        mend=None if path else _insert(key, nodes),
    )


def _insert(key: str, nodes: Iterable[Mapping[str, Any]]) -> Insert | None:
    """The line for a missing key, where the schema leaves no choice or names a default."""
    for node in nodes:
        for value in (
            *((node["const"],) if "const" in node else ()),
            *((node["default"],) if "default" in node else ()),
            *(node.get("enum", ()) if len(node.get("enum", ())) == 1 else ()),
        ):
            if isinstance(value, str | int | float | bool):
                return Insert(key, value)
    return None


def _deprecated(path: Path, data: Mapping[str, Json], shape: Shape) -> Iterator[Mistake]:
    for key, node in shape.deprecated.items():
        if key not in data:
            continue
        about = node.get(DEPRECATED_FOR, node.get("description"))
        about = about if isinstance(about, str) else ""
        renamed = node.get(RENAMED_TO) or _named_instead(about, shape.keys.keys() - {key})
        instead = renamed if isinstance(renamed, str) else None
        message = f"key {quoted(key)} is deprecated"
        yield Mistake(
            "deprecated-key",
            (*path, key),
            "key",
            f"{message}, use {quoted(instead)}" if instead else message,
            shorten_help(about) if about else None,
            (instead,) if instead else (),
            Rename(instead) if instead and instead not in data else None,
        )


def _named_instead(about: str, keys: Set[str]) -> str | None:
    """The one key that words such as "use `image` instead" tell to take."""
    named = {found[1].rstrip(".") for found in _INSTEAD.finditer(about)} & keys
    return named.pop() if len(named) == 1 else None


def _meant(key: str, known: tuple[str, ...], missing: Iterable[str], taken: Set[str]) -> _Guess:
    """What an unknown key stands for: rather a missing key than one that is there."""
    absent = [name for name in known if name not in taken]
    present = [name for name in known if name in taken]
    for names in (missing, absent, present):
        near = misspelling_of(key, names)
        if near:
            return _Guess(near, is_sure=is_one_slip(key, near))
    return _Guess(other_form_of(key, missing))


def _known(rule: Broken) -> tuple[str, ...]:
    """The keys that would have been allowed where others are not."""
    if rule.keyword == "additionalProperties":
        properties = rule.node.get("properties", {})
        return tuple(key for key, node in properties.items() if not is_nothing(node))
    return tuple(shape_of([rule.node], []).keys)


def _condition(rule: Broken, root: Any) -> str | None:
    """Why a key is required, where another decides that: `needed where "type" is event`."""
    condition: Any = None
    for depth, node in way_to(rule.schema_path, root):
        if rule.schema_path[depth : depth + 1] == ("then",):
            condition = node.get("if")
    named = condition.get("properties", {}) if isinstance(condition, dict) else {}
    reasons = [
        f"{quoted(key)} is {shown(value['const'])}"
        for key, value in named.items()
        if isinstance(value, dict) and "const" in value
    ]
    return f"needed where {' and '.join(reasons)}" if reasons else None


def _data(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}
