"""The page of one rule of a style pack, for the terminal."""

from collections.abc import Iterator
from typing import Final

from postlint.styles.definition import Definition, Styles
from postlint.styles.message import filled
from postlint.styles.written import Written

_MOST: Final = 10
"""So many tokens or rows are shown."""


def style_page(name: str, styles: Styles) -> str:
    """What a rule finds, as its file says it, in Markdown."""
    rule = styles.rules.get(name)
    if rule is None:
        needs = next(one.needs for one in styles.skipped if one.name == name)
        return f"# {name}\n\nThis rule is not run: it needs {needs}.\n"
    return "\n".join(_lines(rule)).rstrip() + "\n"


def _lines(rule: Definition) -> Iterator[str]:
    yield f"# {rule.name}\n"
    yield f"{filled(rule.message, ())}\n"
    if rule.description:
        yield f"{filled(rule.description, ())}\n"
    yield f"- Pack: {rule.pack}, {rule.place}"
    yield f"- Kind: {rule.extends}"
    yield f"- Severity: {rule.severity}"
    yield f"- Scope: {', '.join(rule.scope)}"
    if rule.action.name:
        yield f"- Action: {' '.join((rule.action.name, *rule.action.params))}"
    if rule.limit:
        yield f"- Limit: {rule.limit} a post"
    if rule.link:
        yield f"- See: {rule.link}"
    for key, value in rule.values.items():
        if isinstance(value, Written):
            yield f"- {key}: {' '.join(value.text.split())}"
        elif not isinstance(value, tuple):
            yield f"- {key}: {str(value).lower()}"
    for key in rule.values:
        yield from _list(rule, key)


def _list(rule: Definition, key: str) -> Iterator[str]:
    rows = [one.text for one in rule.texts(key)]
    rows += [f"{left.text} -> {right.text}" for left, right in rule.pairs(key)]
    if not rows:
        return
    yield f"\n## {key}\n"
    yield from (f"    {row}" for row in rows[:_MOST])
    if len(rows) > _MOST:
        yield f"    ... and {len(rows) - _MOST} more"
