"""`postlint terms check`: which rows of the tables of terms contradict, shadow or loop."""

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.exit_code import EXIT_FINDINGS
from postlint.cli.output import write
from postlint.report.page import page_of


def command(
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """List rows that contradict each other, are never reached, loop or say nothing.

    Exits with 1 if there are any.
    """
    from postlint.cli.options import config_file
    from postlint.config.find import find_config
    from postlint.config.load import term_rows
    from postlint.language.terms.conflicts import conflicts

    path = config_file(config, no_config=False) or find_config(Path.cwd())
    rows = term_rows(path) if path else ()
    found = list(conflicts(rows))
    page = page_of(sys.stdout or io.StringIO(), "never", os.environ)
    for one in found:
        write(f"{page.spell_path(one.row.place)}: {page.spell(one.message)}\n")
    if found:
        need = "needs" if len(found) == 1 else "need"
        write(f"{len(found)} of {len(rows)} terms {need} mending\n")
        raise typer.Exit(EXIT_FINDINGS)
    write(f"every term is in order: {len(rows)}\n" if rows else "there are no terms\n")
