"""`postlint cache`: where results are remembered, and how to forget them."""

import os
from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.output import write
from postlint.cli.remembered import cache_folder
from postlint.model.errors import UsageError
from postlint.model.paths import shown

app = typer.Typer(
    name="cache", help="Show or clear what is remembered of posts.", no_args_is_help=True
)

Folder = Annotated[
    Path | None,
    typer.Option("--cache-dir", metavar="FOLDER", help="Another folder than usual."),
]


@app.callback()
def _cache() -> None:
    """Show or clear what is remembered of posts."""


@app.command("show")
def show(cache_dir: Folder = None) -> None:
    """Say where the cache lies and how large it is."""
    folder = cache_folder(cache_dir)
    files = list(folder.glob("*.cache"))
    size = sum(file.stat().st_size for file in files)
    write(f"{shown(folder)}: {_number(len(files), 'set of options')}, {_size(size)}\n")


@app.command("clear")
def clear(cache_dir: Folder = None) -> None:
    """Forget all results; the next run checks every post anew."""
    from postlint.engine.cache_folder import clear as clear_folder
    from postlint.engine.cache_folder import is_ours

    folder = cache_folder(cache_dir)
    if not is_ours(folder):
        if os.path.lexists(folder):
            raise UsageError(f"{shown(folder)}: is no cache of postlint")
        write(f"{shown(folder)}: there is none\n")
        return
    try:
        size = clear_folder(folder)
    except OSError as error:
        raise UsageError(f"{shown(folder)}: cannot be removed: {error.strerror}") from None
    write(f"{shown(folder)}: {_size(size)} removed\n")


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what.replace('set', 'sets', 1)}"


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count / 1_000:.1f} kB"
