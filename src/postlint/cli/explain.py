"""`postlint explain RULE|FILE`: what a rule finds, or what a file is checked with and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator


def command(
    what: Annotated[str, typer.Argument(metavar="RULE|FILE", help="A rule or a post.")],
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Ignore all configuration files.")
    ] = False,
) -> None:
    """Explain a rule, or which configuration and schema hold for a file."""
    from postlint.content.near import did_you_mean
    from postlint.model.errors import UsageError
    from postlint.rules.registry import BY_NAME

    if what in BY_NAME:
        from postlint.rules.page import rule_page

        typer.echo(rule_page(BY_NAME[what]), nl=False)
    elif Path(what).is_file():
        for line in _about_file(Path(what), config, no_config):
            typer.echo(line)
    else:
        guess = did_you_mean(what, BY_NAME)
        raise UsageError(f'"{what}" is neither a rule nor a file{guess}')


def _about_file(path: Path, config: Path | None, no_config: bool) -> "Iterator[str]":
    from postlint.config.site import Site
    from postlint.content.document import parse
    from postlint.content.source import decode, read_bytes
    from postlint.model.paths import shown
    from postlint.schema.find import schema_name
    from postlint.schema.generator import why_no_schema

    site = Site(only=config, isolated=no_config)
    resolver = site.resolver_for(path.parent)
    doc = parse(shown(path), decode(read_bytes(path)))
    settings = resolver.settings(doc)
    held = resolver.config.path
    yield doc.path
    yield f"  config        {shown(held) if held else 'none found, so the defaults hold'}"
    kind = doc.front_matter.language if doc.front_matter else "none"
    yield f"  front matter  {kind}"
    for binding in settings.schemas:
        yield f"  schema        {schema_name(binding.schema.path)}"
        yield f"                because of {binding.reason}"
    if not settings.schemas:
        data = doc.front_matter.tree.data if doc.front_matter else None
        reason = (
            why_no_schema(path, resolver.config.root, data) or "no [[content]] table speaks of it"
        )
        yield f"  schema        none, because {reason}"
    changed = [
        f"{active.name} ({active.severity})"
        for active in settings.rules
        if active.severity is not active.rule.meta.severity or not active.rule.meta.default
    ]
    yield f"  rules         {len(settings.rules)} active"
    for name in changed:
        yield f"                {name}, as configured"
