"""`postlint site`: what only all posts together show."""

import typer

from postlint.cli import site_terms

app = typer.Typer(
    help="Show what only all posts of a site together show.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    """Keep `terms` a command of its own, also while it is the only one."""


app.command("terms")(site_terms.command)
