"""`postlint rule`: tries a rule of the house before anyone adopts it."""

import typer

from postlint.cli import rule_try

app = typer.Typer(
    help="Try a rule of the house before anyone adopts it.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    """Keep `try` a command of its own, also while it is the only one."""


app.command("try", cls=rule_try.TryCommand)(rule_try.command)
