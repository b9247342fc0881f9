"""Where a schema allows several forms: which of them the writer meant, and what is broken in it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from postlint.content.near import nearest
from postlint.schema.broken import Broken

_VALUES: Final = frozenset({"enum", "const"})


def meant(rules: Iterable[Broken]) -> Iterator[Broken]:
    """Broken rules without choices: each choice replaced by what is broken in the meant form."""
    for rule in rules:
        if rule.keyword in ("anyOf", "oneOf") and rule.branches:
            yield from _meant_branch(rule)
        else:
            yield rule


def _meant_branch(rule: Broken) -> Iterable[Broken]:
    branches = [list(meant(branch)) for branch in rule.branches]
    if _all_lack_keys(branches, rule):
        return [replace(rule, keyword="one of keys", branches=tuple(map(tuple, branches)))]
    fitting = [branch for branch in branches if not _wrong_type(branch, rule)]
    if not fitting:
        types = [name for branch in branches for name in _types(_wrong_type(branch, rule))]
        return [_plainest(rule, "type", types)]
    values = [branch[0] for branch in fitting if _is_value(branch, rule)]
    if values:
        allowed = [value for broken in values for value in _allowed(broken)]
        texts = [value for value in allowed if isinstance(value, str)]
        near = isinstance(rule.value, str) and nearest(rule.value, texts)
        if near or len(values) == len(fitting):
            return [_plainest(rule, "enum", allowed)]
        fitting = [branch for branch in fitting if not _is_value(branch, rule)]
    return min(fitting, key=lambda branch: _unlikeness(branch, rule))


def _plainest(rule: Broken, keyword: str, expected: Iterable[object]) -> Broken:
    return replace(rule, keyword=keyword, expected=list(_distinct(expected)), branches=())


def _distinct(values: Iterable[object]) -> Iterator[object]:
    seen: set[str] = set()
    for value in values:
        if repr(value) not in seen:
            seen.add(repr(value))
            yield value


def _wrong_type(branch: list[Broken], rule: Broken) -> Broken | None:
    """The part of a branch that says the value is of another type altogether."""
    return next((b for b in branch if b.keyword == "type" and b.path == rule.path), None)


def _types(broken: Broken | None) -> list[str]:
    if broken is None:
        return []
    return [broken.expected] if isinstance(broken.expected, str) else list(broken.expected)


def _is_value(branch: list[Broken], rule: Broken) -> bool:
    return any(b.keyword in _VALUES and b.path == rule.path for b in branch[:1])


def _allowed(broken: Broken) -> list[object]:
    return [broken.expected] if broken.keyword == "const" else list(broken.expected)


def _all_lack_keys(branches: list[list[Broken]], rule: Broken) -> bool:
    return all(
        len(branch) == 1 and branch[0].keyword == "required" and branch[0].path == rule.path
        for branch in branches
    )


def _unlikeness(branch: list[Broken], rule: Broken) -> tuple[int, int, int]:
    """How unlikely it is that a branch was meant; a key whose value names the form weighs most."""
    other_form = sum(b.keyword in _VALUES and len(b.path) == len(rule.path) + 1 for b in branch)
    depth = min((len(b.path) for b in branch), default=0)
    return other_form, -depth, len(branch)
