"""`postlint init --from-vale [FILE]`: a configuration of ours from one of Vale's."""

from pathlib import Path
from typing import Final

import typer

from postlint.cli.output import write
from postlint.model.errors import UsageError

_NAMES: Final = (".vale.ini", "_vale.ini", "vale.ini")


def init_from_vale(file: Path | None, *, force: bool) -> None:
    """Write a postlint.toml that runs the style packs of a .vale.ini. Raises UsageError."""
    from postlint.cli.new_files import refuse_configured, refuse_taken, write_files
    from postlint.config.load import load_config
    from postlint.config.source import read_source
    from postlint.config.vale_ini import from_vale
    from postlint.model.errors import ConfigError
    from postlint.model.paths import shown

    source = _source(file)
    target = source.parent / "postlint.toml"
    if not force:
        refuse_configured(source.parent)
        refuse_taken([target])
    try:
        made = from_vale(read_source(source).text, shown(source))
    except ValueError as error:
        raise UsageError(str(error)) from None
    write_files({target: made.text}, source.parent)
    write(f"{shown(target)}: written\n")
    for line in made.left_out:
        typer.echo(f"postlint: left out: {line}", err=True)
    try:
        load_config(target)
    except ConfigError as error:
        typer.echo(f"postlint: it cannot be used yet: {error}", err=True)


def _source(file: Path | None) -> Path:
    """The file to read. Raises UsageError."""
    if file is not None:
        if not file.is_file():
            raise UsageError(f"{file}: no such file")
        return file
    for name in _NAMES:
        if Path(name).is_file():
            return Path(name)
    raise UsageError(f"no {_NAMES[0]} here; name the file: postlint init --from-vale FILE")
