"""`postlint explain RULE|FILE`: what a rule finds, or what a file is checked with and why."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.output import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postlint.config.resolve import FileSettings, Resolver
    from postlint.content.document import Document


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
    from postlint.cli.options import config_file
    from postlint.config.site import Site
    from postlint.content.near import did_you_mean
    from postlint.model.errors import UsageError
    from postlint.rules.registry import BY_NAME

    if what in BY_NAME:
        from postlint.rules.rule_page import rule_page

        write(rule_page(BY_NAME[what].load()))
        return
    styles = Site(only=config_file(config, no_config), isolated=no_config).styles_here()
    if what in styles.names:
        from postlint.styles.page import style_page

        write(style_page(what, styles))
    elif os.path.isfile(what):  # noqa: PTH113 - Path.is_file raises where it may not look
        write("".join(f"{line}\n" for line in _about_file(Path(what), config, no_config)))
    else:
        guess = did_you_mean(what, (*BY_NAME, *styles.rules))
        raise UsageError(f'"{what}" is neither a rule nor a file{guess}')


def _about_file(path: Path, config: Path | None, no_config: bool) -> "Iterator[str]":
    from postlint.cli.options import config_file
    from postlint.config.site import Site
    from postlint.content.document import parse
    from postlint.content.source import decode, read_bytes
    from postlint.model.errors import UsageError
    from postlint.model.paths import shown

    site = Site(only=config_file(config, no_config), isolated=no_config)
    resolver = site.resolver_for(path.parent)
    try:
        doc = parse(shown(path), decode(read_bytes(path)))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    held = resolver.config.path
    yield doc.path
    yield f"  config        {shown(held) if held else 'none found, so the defaults hold'}"
    if site.excludes(path):
        yield "                which excludes this file: it is never checked"
        return
    yield f"  front matter  {_front_matter(doc)}"
    settings = resolver.settings(doc)
    yield from _schemas(doc, settings, resolver)
    yield from _rules(settings, resolver)
    if settings.words.entries:
        yield f"  words         {len(settings.words.entries)} of the house are accepted"
    for name, terms in (("terms", resolver.config.terms), ("ban", resolver.config.ban)):
        if terms.rows:
            yield f"  {name:5}         {len(terms.rows)} of the house"


def _front_matter(doc: "Document") -> str:
    if doc.front_matter is None:
        return "none"
    unread = "" if doc.front_matter.tree.is_parsed else ", but it cannot be read"
    return f"{doc.front_matter.language}{unread}"


def _schemas(doc: "Document", settings: "FileSettings", resolver: "Resolver") -> "Iterator[str]":
    from postlint.generators.recognise import why_no_schema
    from postlint.schema.find import schema_name

    for binding in settings.schemas:
        yield f"  schema        {schema_name(binding.schema.path)}"
        yield f"                because of {binding.reason}"
    for fault in settings.faults:
        yield f"  schema        the post's own cannot be used: {fault.problem.message}"
    if settings.schemas or settings.faults:
        return
    if doc.front_matter is not None and not doc.front_matter.tree.is_parsed:
        reason = "its front matter cannot be read"
    elif any(entry.schemas for entry in resolver.config.content):
        reason = "no [[content]] table with a schema speaks of it"
    else:
        reason = why_no_schema(Path(doc.path), resolver.config.root, doc.data) or "none is bound"
    yield f"  schema        none, because {reason}"


def _rules(settings: "FileSettings", resolver: "Resolver") -> "Iterator[str]":
    from postlint.rules.registry import RULES

    active = {one.name: one.severity for one in (*settings.rules, *settings.site_rules)}
    styles = resolver.config.styles
    of_packs = len(active.keys() & styles.rules.keys())
    yield f"  rules         {len(active) - of_packs} of {len(RULES)} are on"
    for rule in RULES:
        meta = rule.meta
        if meta.name not in active:
            if meta.is_default:
                silence = resolver.silence(meta)
                why = ", as configured" if silence is None else f": {silence}"
                yield f"                {meta.name} is off{why}"
        elif not meta.is_default:
            yield f"                {meta.name} is on, as configured"
        elif active[meta.name] is not meta.severity:
            yield f"                {meta.name} is {active[meta.name]}, as configured"
    if styles.packs:
        packs = ", ".join(styles.packs)
        yield f"  styles        {of_packs} of {len(styles.names)} rules of {packs} are on"
