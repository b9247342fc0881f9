"""`postlint config [FOLDER]`: the configuration that holds, and where each value comes from."""

from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.output import write
from postlint.model.errors import UsageError
from postlint.report.page import Page


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER|FILE]", help="For the posts here, or for this one.")
    ] = Path(),
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Show this configuration.")
    ] = None,
) -> None:
    """Show the configuration that holds here, as TOML."""
    from postlint.cli.options import config_file
    from postlint.config.effective import effective
    from postlint.config.find import find_config

    if not folder.exists():
        raise UsageError(f"{folder}: no such file or folder")
    here = folder.absolute()
    found = config_file(config, no_config=False) or find_config(
        here if here.is_dir() else here.parent
    )
    if found is None:
        write("# no postlint.toml, and no [tool.postlint] in a pyproject.toml, here or above\n")
    page = Page()
    write("".join(f"{page.spell(line)}\n" for line in effective(found).split("\n")[:-1]))
