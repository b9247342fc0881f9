"""`postlint schema show FILE|SCHEMA`: what is wanted of the front matter of a post."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from postlint.cli.output import write
from postlint.model.errors import UsageError

if TYPE_CHECKING:
    from postlint.config.resolve import Resolver
    from postlint.schema.load import Schema

_SCHEMAS: Final = (".json", ".yml", ".yaml")


def command(
    what: Annotated[
        str,
        typer.Argument(
            metavar="FILE|SCHEMA", help="A post, a schema file, or the name of a shipped schema."
        ),
    ],
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Ignore all configuration files.")
    ] = False,
) -> None:
    """Show the schema that holds for a post, or one by its name: each key and what may stand there.

    Several schemas that hold together are shown as one.
    """
    from postlint.cli.options import config_file
    from postlint.config.site import Site
    from postlint.report.page import page_of
    from postlint.report.schema_table import render

    site = Site(only=config_file(config, no_config), isolated=no_config)
    path = Path(what)
    is_post = path.is_file() and path.suffix.lower() not in _SCHEMAS
    resolver = site.resolver_for(path.parent if path.is_file() else Path())
    said, schemas = _of_post(path, resolver) if is_post else _named(what, resolver)
    page = page_of(sys.stdout or io.StringIO(), "never", os.environ)
    lines = [page.spell(line) for line in said]
    if schemas:
        lines += render(schemas, page)
    write("".join(f"{line}\n" for line in lines))


def _named(name: str, resolver: "Resolver") -> "tuple[list[str], list[Schema]]":
    """A schema by its name or file. Raises UsageError and SchemaError."""
    from postlint.schema.find import find_schema, schema_name
    from postlint.schema.load import load_schema

    try:
        is_file = Path(name).is_file()
        path = (
            Path(name) if is_file else find_schema(name, folder=Path(), root=resolver.config.root)
        )
    except ValueError as error:
        raise UsageError(str(error)) from None
    schema = load_schema(path, resolver.config.root)
    return [schema_name(schema.path)], [schema]


def _of_post(path: Path, resolver: "Resolver") -> "tuple[list[str], list[Schema]]":
    """The schemas that hold for a post. Raises UsageError, ConfigError and SchemaError."""
    from postlint.content.document import parse_front_matter
    from postlint.content.source import decode, read_bytes
    from postlint.model.paths import shown
    from postlint.schema.find import schema_name

    try:
        doc = parse_front_matter(shown(path), decode(read_bytes(path)))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    settings = resolver.settings(doc)
    said = [doc.path]
    said += [f"{schema_name(one.schema.path)}, because of {one.reason}" for one in settings.schemas]
    said += [f"its own cannot be used: {fault.problem.message}" for fault in settings.faults]
    if not settings.schemas and not settings.faults:
        said.append("no schema holds; postlint explain FILE says why")
    return said, [binding.schema for binding in settings.schemas]
