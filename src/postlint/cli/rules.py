"""`postlint rules`: what can be found, how severe it is, and whether it can be fixed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.output import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from postlint.rules.base import RuleMeta
    from postlint.styles.definition import Styles


def command(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[GROUP]", help="Only the rules of this group or style pack."),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """List the rules."""
    from postlint.cli.options import config_file
    from postlint.config.site import Site
    from postlint.content.near import did_you_mean
    from postlint.model.errors import UsageError
    from postlint.rules.registry import GROUPS

    styles = Site(only=config_file(config, no_config=False)).styles_here()
    groups = (*GROUPS, *styles.packs)
    if name is not None and name not in groups:
        raise UsageError(f'no group "{name}"{did_you_mean(name, groups)} ({", ".join(groups)})')
    write("".join(f"{line}\n" for line in _lines(groups if name is None else (name,), styles)))


def _lines(groups: "Iterable[str]", styles: "Styles") -> "Iterator[str]":
    from postlint.rules.registry import RULES

    width = max(len(name) for name in (*(rule.meta.name for rule in RULES), *styles.names))
    for group in groups:
        yield group
        for meta in (rule.meta for rule in RULES if rule.meta.group == group):
            yield _line(meta, width)
        yield from _of_pack(group, styles, width)


def _of_pack(pack: str, styles: "Styles", width: int) -> "Iterator[str]":
    for rule in styles.rules.values():
        if rule.pack == pack:
            from postlint.styles.style_rule import meta_of

            yield _line(meta_of(rule), width)
    for one in styles.skipped:
        if one.name.startswith(f"{pack}."):
            yield f"  {one.name:{width}}  {'-':7}  (not run: it needs {one.needs})"


def _line(meta: "RuleMeta", width: int) -> str:
    fix = "" if meta.fix == "none" else "  [fix]"
    return f"  {meta.name:{width}}  {meta.severity:7}  {meta.summary}{fix}{_off(meta)}"


def _off(meta: "RuleMeta") -> str:
    if meta.is_default:
        return ""
    presets = f": preset {', '.join(meta.presets)}" if meta.presets else ""
    return f"  (off by default{presets})"
