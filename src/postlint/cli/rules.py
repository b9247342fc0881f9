"""`postlint rules`: what can be found, how severe it is, and whether it can be fixed."""

from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.output import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.rules.base import RuleMeta


def command(
    name: Annotated[
        str | None, typer.Argument(metavar="[GROUP]", help="Only the rules of this group.")
    ] = None,
) -> None:
    """List the rules."""
    from postlint.content.near import did_you_mean
    from postlint.model.errors import UsageError
    from postlint.rules.registry import GROUPS

    if name is not None and name not in GROUPS:
        raise UsageError(f'no group "{name}"{did_you_mean(name, GROUPS)} ({", ".join(GROUPS)})')
    write("".join(f"{line}\n" for line in _lines(GROUPS if name is None else (name,))))


def _lines(groups: "Iterable[str]") -> "Iterator[str]":
    from postlint.rules.registry import RULES

    width = max(len(rule.meta.name) for rule in RULES)
    for group in groups:
        yield group
        for meta in (rule.meta for rule in RULES if rule.meta.group == group):
            fix = "" if meta.fix == "none" else "  [fix]"
            yield f"  {meta.name:{width}}  {meta.severity:7}  {meta.summary}{fix}{_off(meta)}"


def _off(meta: "RuleMeta") -> str:
    if meta.is_default:
        return ""
    presets = f": preset {', '.join(meta.presets)}" if meta.presets else ""
    return f"  (off by default{presets})"
