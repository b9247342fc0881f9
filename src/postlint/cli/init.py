"""`postlint init`: a configuration for a site, of what its posts show or of one of Vale's."""

from pathlib import Path
from typing import Annotated

import typer

from postlint.model.errors import UsageError


def command(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PATH",
            help="The folder of the site, by default this one; with --from-vale a file.",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Put it in the place of files that are there.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would be written, and write nothing.")
    ] = False,
    is_from_vale: Annotated[
        bool,
        typer.Option("--from-vale", help="Read a configuration of Vale: its packs and rules."),
    ] = False,
) -> None:
    """Look at the posts of a site and write a postlint.toml, and a schema for each kind of them.

    Nothing that is there is overwritten unless --force is given.
    """
    if is_from_vale:
        if dry_run or diff:
            option = "--dry-run" if dry_run else "--diff"
            raise UsageError(f"--from-vale writes at once; it does not know {option}")
        from postlint.cli.init_from_vale import init_from_vale

        init_from_vale(path, force=force)
        return
    from postlint.cli.init_site import Wish, init_site

    is_only_told = dry_run or diff
    init_site(path or Path(), Wish(force=force, asks=not yes, writes=not is_only_told, diff=diff))
