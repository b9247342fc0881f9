"""`postlint words`: keeps the list of the words of a house, and makes lexicons."""

import typer

from postlint.cli import words_add, words_build, words_learn, words_prune, words_review

app = typer.Typer(
    help="Keep the list of the house's own words; make the lexicon of another language.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("add")(words_add.command)
app.command("learn")(words_learn.command)
app.command("review")(words_review.command)
app.command("prune")(words_prune.command)
app.command("build")(words_build.command)
