"""`postlint schema`: makes a schema of the posts there are, checks schemas, shows what holds."""

import typer

from postlint.cli import schema_check, schema_infer, schema_show

app = typer.Typer(
    help="Make a schema of the posts there are, check schemas, show what holds for a post.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("infer")(schema_infer.command)
app.command("check")(schema_check.command)
app.command("show")(schema_show.command)
