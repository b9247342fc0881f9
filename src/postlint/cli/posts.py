"""The posts of a run, and what is said of them: from disk, from git, from standard input."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from postlint.cli.changes import Changes
from postlint.cli.check_options import CheckOptions
from postlint.cli.options import processors
from postlint.model.errors import UsageError
from postlint.model.paths import is_url
from postlint.report.progress import progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from postlint.config.site import Site
    from postlint.content.discover import Found
    from postlint.engine.checked import Checked
    from postlint.engine.run import Means, Reader


class Stdin(NamedTuple):
    """A post that came in on standard input."""

    name: Path
    data: bytes


def read_stdin(paths: "Sequence[str]", stdin_filename: str | None, *, alone: bool) -> Stdin | None:
    """What comes in on standard input, if it is asked for. Raises UsageError."""
    if stdin_filename == "":
        raise UsageError("--stdin-filename is empty; name the file that comes in")
    if stdin_filename and paths and "-" not in paths:
        raise UsageError("--stdin-filename names what - reads, and there is no - among the paths")
    if not (stdin_filename or "-" in paths):
        return None
    if alone and set(paths) - {"-"}:
        raise UsageError("--fix mends files or what comes in on standard input, not both at once")
    if sys.stdin is None:
        raise UsageError("- reads standard input, which is closed")
    return Stdin(Path(stdin_filename or "stdin.md"), sys.stdin.buffer.read())


def refuse_urls(paths: "Sequence[str]", what: str) -> None:
    """Raise UsageError for a URL: what is asked for takes a path."""
    for path in paths:
        if is_url(path):
            raise UsageError(f"{what} takes paths, and {path} is a URL; copy it to this disk first")


def results_of(
    options: CheckOptions,
    stdin: Stdin | None,
    site: "Site",
    changes: Changes,
    means: "Means",
    reports: frozenset[str],
) -> "Iterator[Checked]":
    """What came out of standard input and of each other post; where they have a site, what the
    other posts of it say counts too. `reports` are no posts, wherever they lie."""
    from postlint.content.discover import Found
    from postlint.engine.run import run, run_alone

    def known(found: Found) -> Found:
        around = found if options.no_site else site.with_rest(found)
        return around.without(reports)

    paths = options.paths
    if stdin and not site.excludes(stdin.name):
        yield run_alone(stdin.name, stdin.data, site, means, known(Found((stdin.name,))))
    on_disk = [path for path in paths if path != "-"]
    if on_disk or not (paths or stdin):

        def among(found: Found) -> Found:
            return known(changes.among(found, on_disk or ["."]))

        yield from read_posts(on_disk, site, run, among, means)


def read_posts(
    paths: "Sequence[str]",
    site: "Site",
    reader: "Reader",
    among: "Callable[[Found], Found]" = lambda found: found,
    means: "Means | None" = None,
) -> "list[Checked]":
    """What a reader says of the posts at some paths, or some of them, with a bar for who waits."""
    from postlint.engine.run import Means

    means = means or Means(processes=processors())
    found = among(means.timed("finding the files", site.find)(paths or ["."]))
    number = len(found.files) + len(found.unreadable) + len(found.remote) + len(found.rest)
    with progress(number, sys.stderr) as advance:
        return reader(found, site, means._replace(advance=advance))
