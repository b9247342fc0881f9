"""The command line as typer parses it, with only the command that it names imported."""

import os
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, Final

import typer

from postlint.cli.changes import DEFAULT_BASE
from postlint.cli.commands import COMMANDS, COMPLETION
from postlint.cli.version import write_version

_ROOT_OPTIONS: Final = ("-h", "--help", "--version", "--install-completion", "--show-completion")


def run(args: list[str]) -> None:
    """Parse arguments and run the command they name, which ends in SystemExit."""
    args = _with_default_command(args)
    is_about_one = args[0] in COMMANDS and COMPLETION not in os.environ
    app_of([args[0]] if is_about_one else COMMANDS)(args=args, prog_name="postlint")


def app_of(names: Iterable[str]) -> typer.Typer:
    """The command line with some of the commands."""
    app = typer.Typer(
        name="postlint",
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="`postlint PATH...` is short for `postlint check PATH...`; its options: "
        "`postlint check --help`.",
    )
    app.callback()(_root)
    for name in names:
        module = import_module(COMMANDS[name])
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(module.command)
    return app


def _with_default_command(args: list[str]) -> list[str]:
    """The arguments with `check` put in front, unless they name a command or ask for help."""
    # An option with an optional value: no parser of ours has those.
    args = [f"{arg}={DEFAULT_BASE}" if arg == "--changed-lines" else arg for arg in args]
    if args and (args[0] in COMMANDS or args[0] in _ROOT_OPTIONS):
        return args
    return ["check", *args]


def _print_version(wanted: bool) -> None:
    if wanted:
        write_version()
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Read posts, front matter and body as one document, the way a careful editor does."""
