"""What is said on stderr beside the findings."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from postlint.cli.exit_code import EXIT_BUG
from postlint.report.page import page_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.config.site import Site
    from postlint.engine.checked import Checked, Crash


def tell(results: "Sequence[Checked]") -> None:
    """Say that there was nothing, or that there is a bug of ours. Raises typer.Exit for a bug."""
    if not results:
        typer.echo("postlint: no posts here: nothing was checked", err=True)
    crashes = [crash for result in results for crash in result.crashes]
    for crash in crashes:
        typer.echo(_bug(crash), err=True)
    if crashes:
        raise typer.Exit(EXIT_BUG)


def tell_missing_lexicons(results: "Sequence[Checked]", site: "Site") -> bool:
    """Say that posts were read for which there is no lexicon; whether there are any."""
    languages = {site.resolver_for(Path(one.path).parent).config.language for one in results}
    codes = sorted({one.code for one in languages if not (one.is_english or one.lexicon)})
    if codes:
        names = ", ".join(f'"{code}"' for code in codes)
        makes = f"postlint words build --language {codes[0]} makes one"
        text = f"there is no lexicon of {names}, so the spelling rules say nothing; {makes}"
        typer.echo(f"postlint: {text}", err=True)
    return bool(codes)


def tell_of_styles(results: "Sequence[Checked]", site: "Site") -> None:
    """Say which rules of style packs are not run, and what in them has no effect."""
    resolvers = [site.resolver_for(Path(one.path).parent) for one in results]
    for styles in {id(one): one.config.styles for one in resolvers}.values():
        needs: dict[str, list[str]] = {}
        for one in styles.skipped:
            needs.setdefault(one.needs, []).append(one.name)
        if needs:
            kinds = "; ".join(f"{', '.join(names)} needs {what}" for what, names in needs.items())
            typer.echo(f"postlint: rules that are not run: {kinds}", err=True)
        for note in styles.notes:
            typer.echo(f"postlint: {note}", err=True)


def _bug(crash: "Crash") -> str:
    rest = "this file was not checked, the others were"
    if crash.part != "the reader":
        rest = "the other rules and files were checked"
    path = page_of(sys.stderr, "never", os.environ).spell(crash.path)
    text = f"postlint: a bug of ours: {crash.part} crashed on {path}; {rest}."
    return f"{text} Please report it with this:\n{crash.traceback}"
