"""`postlint schema check PATH...|SCHEMA`: whether schema files can be used."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from postlint.cli.exit_code import EXIT_USAGE
from postlint.cli.output import complain, write
from postlint.model.errors import SchemaError, UsageError
from postlint.model.paths import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.config.settings import Config
    from postlint.config.site import Site

_ENDINGS: Final = (".schema.json", ".schema.yml", ".schema.yaml")


def command(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...|SCHEMA",
            help="Schema files, folders of them, or names of shipped ones; "
            "by default those of the configuration.",
        ),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """Check schemas: JSON Schema, the formats known, all that they refer to there.

    The first mistake of each is told with its place. Exit code 2 where there is any.
    """
    from postlint.cli.options import config_file
    from postlint.config.site import Site

    site = Site(only=config_file(config, no_config=False))
    paths = list(dict.fromkeys(_files(what, site)))
    if [path for path in paths if not _is_fine(path, site)]:
        raise typer.Exit(EXIT_USAGE)


def _files(what: "Sequence[str] | None", site: "Site") -> "Iterator[Path]":
    """The schemas that are meant. Raises UsageError where there are none."""
    if not what:
        bound = [path for one in _config(site, Path()).content for path in one.schemas]
        if not bound:
            raise UsageError("no configuration here names a schema; name the file of one")
        yield from bound
    for name in what or ():
        yield from _named(name, site)


def _named(name: str, site: "Site") -> "Iterator[Path]":
    from postlint.content.discover import find_entries
    from postlint.schema.find import find_schema

    path = Path(name)
    if path.is_dir():
        # Not those of other people, nor what .gitignore leaves out.
        entries = find_entries([path], root=_config(site, path).root, extensions=_ENDINGS)
        found = [Path(one.shown) for one in entries if one.kind == "file"]
        if not found:
            raise UsageError(f"{name}: holds no schema, that is no file NAME.schema.json")
        yield from found
    elif path.is_file():
        yield path
    else:
        root = _config(site, Path()).root
        try:
            yield find_schema(name, folder=Path(), root=root)
        except ValueError as error:
            raise UsageError(str(error)) from None


def _is_fine(path: Path, site: "Site") -> bool:
    """Whether a schema can be used; either is told."""
    from postlint.schema.find import schema_name
    from postlint.schema.load import load_schema
    from postlint.schema.mistakes.key_mistakes import missing_keys
    from postlint.schema.mistakes.values_in_words import count, listed
    from postlint.schema.unchecked import unchecked_formats

    try:
        schema = load_schema(path, _config(site, path.parent).root)
    except SchemaError as error:
        complain(str(error))
        return False
    keys = count(len(schema.shape.keys), "key")
    required = len(missing_keys(schema.shape))
    write(f"{schema_name(path)}: fine, {keys}, {required or 'none'} required\n")
    unchecked = unchecked_formats(schema.root)
    if unchecked:
        complain(f"{shown(path)}: no text is checked for the format {listed(unchecked)}")
    return True


def _config(site: "Site", folder: Path) -> "Config":
    return site.resolver_for(folder).config
