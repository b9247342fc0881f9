"""`postlint terms`: keeps the tables of terms of a house in order."""

import typer

from postlint.cli import terms_check

app = typer.Typer(
    help="Keep the tables of terms of the house in order.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    """Keep `check` a command of its own, also while it is the only one."""


app.command("check")(terms_check.command)
