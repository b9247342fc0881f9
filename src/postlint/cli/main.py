"""The `postlint` command: arguments in, exit code out."""

import contextlib
import gc
import os
import sys
from typing import Final, NoReturn

from postlint.cli.exit_code import EXIT_BUG, EXIT_INTERRUPTED, EXIT_USAGE
from postlint.cli.output import complain
from postlint.model.errors import PostlintError

_OBJECTS_BETWEEN_LOOKS: Final = 50_000


def main() -> None:
    """Run the command line; errors a user can mend are one line on stderr and exit code 2."""
    try:
        _run(sys.argv[1:])
    except PostlintError as error:
        complain(str(error))
        _leave(EXIT_USAGE)
    except KeyboardInterrupt:
        _leave(EXIT_INTERRUPTED)
    except Exception:  # the last place where a bug can be told from a finding
        from traceback import format_exc

        complain("a bug of ours; please report it with this:", format_exc())
        _leave(EXIT_BUG)


def _run(args: list[str]) -> None:
    """Do what arguments ask for; the parser is imported where it takes one to read them."""
    if args == ["--version"]:
        from postlint.cli.version import write_version

        write_version()
        sys.exit()
    from postlint.cli.plain_arguments import read_plain

    # Python looks for cycles after each 700 new objects: a tenth of a start, and there are none.
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
    options = read_plain(args, os.environ)
    if options is not None:
        from postlint.cli.check_posts import check_posts

        # All is written; to take the interpreter down in order lasts as long as a tenth of a run.
        _leave(check_posts(options))
    from postlint.cli.app import run

    run(args)


def _leave(code: int) -> NoReturn:
    """Exit at once, with a code that Python cannot change any more when it closes the streams.

    What is still open, such as a pool of processes, is not closed: nothing may be.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
