"""Command lines that take no parser to read: paths and flags, as most are, and our hooks'."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from postlint.cli.check_options import CheckOptions
from postlint.cli.commands import COMMANDS, COMPLETION

_TEXT: Final = "--output-format=text"
_FLAGS: Final = {"-q": "quiet"} | {
    f"--{name.replace('_', '-')}": name
    for name, default in CheckOptions._field_defaults.items()
    if default is False
}
"""What has no value, and the option that it turns on."""


def read_plain(args: Sequence[str], environ: Mapping[str, str]) -> CheckOptions | None:
    """What to check, as the parser would say it; None where only the parser can say.

    The parser takes longer to import than a post takes to check, so it is left out where each
    argument speaks for itself.
    """
    if COMPLETION in environ:
        return None
    if args and args[0] in COMMANDS:
        command, *args = args
        if command != "check":
            return None
    paths = [arg for arg in args if arg == "-" or not arg.startswith("-")]
    options = {arg for arg in args if arg.startswith("-")} - {"-"}
    if options - {_TEXT, *_FLAGS}:
        return None
    given: dict[str, Any] = {_FLAGS[flag]: True for flag in options - {_TEXT}}
    return CheckOptions(tuple(paths), output_format="text" if _TEXT in options else None, **given)
