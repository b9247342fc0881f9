"""The `postlint` command: arguments in, exit code out."""

import contextlib
import os
import sys
from traceback import format_exc
from typing import Annotated, Final, NoReturn

import typer

from postlint import __version__
from postlint.cli import (
    baseline,
    check,
    config,
    explain,
    fix_by_hand,
    init,
    rule,
    rules,
    suppress,
    terms,
    words,
)
from postlint.cli.changes import DEFAULT_BASE
from postlint.cli.exit_code import EXIT_BUG, EXIT_INTERRUPTED, EXIT_USAGE
from postlint.cli.output import write
from postlint.model.errors import PostlintError
from postlint.report.page import Page

app = typer.Typer(
    name="postlint",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`postlint PATH...` is short for `postlint check PATH...`; its options: "
    "`postlint check --help`.",
)
app.command("check")(check.command)
app.command("rules")(rules.command)
app.command("explain")(explain.command)
app.command("fix")(fix_by_hand.command)
app.command("config")(config.command)
app.command("suppress")(suppress.command)
app.add_typer(rule.app, name="rule")
app.add_typer(terms.app, name="terms")
app.command("init")(init.command)
app.add_typer(words.app, name="words")
app.add_typer(baseline.app, name="baseline")

_ROOT_OPTIONS: Final = ("-h", "--help", "--version", "--install-completion", "--show-completion")


def _print_version(wanted: bool) -> None:
    if wanted:
        write(f"postlint {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Read posts, front matter and body as one document, the way a careful editor does."""


def main() -> None:
    """Run the command line; errors a user can mend are one line on stderr and exit code 2."""
    try:
        app(args=with_default_command(sys.argv[1:]), prog_name="postlint")
    except PostlintError as error:
        _complain(str(error))
        _leave(EXIT_USAGE)
    except KeyboardInterrupt:
        _leave(EXIT_INTERRUPTED)
    except Exception:  # the last place where a bug can be told from a finding
        _complain("a bug of ours; please report it with this:", format_exc())
        _leave(EXIT_BUG)


def _complain(message: str, details: str = "") -> None:
    """Say one line on stderr, if there is anybody to hear it."""
    if sys.stderr is None:
        return
    # A path or a schema may hold what a terminal would obey.
    line = Page(encoding=sys.stderr.encoding or "utf-8").spell(message)
    with contextlib.suppress(OSError):
        sys.stderr.write(f"postlint: {line}\n{details}")
        sys.stderr.flush()


def _leave(code: int) -> NoReturn:
    """Exit with a code that Python cannot change any more when it closes the streams."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def with_default_command(args: list[str]) -> list[str]:
    """The arguments with `check` put in front, unless they name a command or ask for help."""
    commands = {command.name for command in app.registered_commands}
    commands |= {group.name for group in app.registered_groups}
    # An option with an optional value: no parser of ours has those.
    args = [f"{arg}={DEFAULT_BASE}" if arg == "--changed-lines" else arg for arg in args]
    if args and (args[0] in commands or args[0] in _ROOT_OPTIONS):
        return args
    return ["check", *args]
