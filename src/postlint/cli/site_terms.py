"""`postlint site terms PATH...`: which terms a site writes in several forms."""

import io
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.output import complain, write
from postlint.model.errors import UsageError
from postlint.model.paths import shown
from postlint.report.page import page_of
from postlint.report.progress import progress


class TermsFormat(StrEnum):
    """The names of the reports."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders or globs.")
    ] = None,
    posts: Annotated[
        int, typer.Option(min=1, help="Only terms whose main form stands in so many posts.")
    ] = 3,
    output_format: Annotated[
        TermsFormat, typer.Option(help="How they are printed.")
    ] = TermsFormat.TEXT,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    r"""List terms that are written in several forms: e-mail and email, web site and website.

    Those that are mixed in most posts come first; then lines for \[terms] that put an end to it.

    Posts that cannot be read are left out and told of; the exit code is 2 then.
    """
    from postlint.cli.exit_code import EXIT_USAGE
    from postlint.cli.options import config_file
    from postlint.cli.posts import refuse_urls
    from postlint.config.site import Site
    from postlint.engine.site_terms import count_forms
    from postlint.report.site_terms import render

    refuse_urls(paths or (), "site terms")
    site = Site(only=config_file(config, no_config=False))
    found = site.find(paths or ["."])
    complaints = [_unreadable(missed.path, missed.reason) for missed in found.unreadable]

    def read(path: Path) -> bytes | None:
        try:
            return read_post(path)
        except UsageError as error:
            complaints.append(str(error))
            return None

    with progress(len(found.files), sys.stderr) as advance:
        forms = count_forms(found.files, site, read, advance)
    page = page_of(sys.stdout or io.StringIO(), "never", os.environ)
    write(render(output_format.value, forms.terms(posts), forms.posts, page))
    for complaint in sorted(complaints):
        complain(complaint)
    if complaints:
        raise typer.Exit(EXIT_USAGE)


def read_post(path: Path) -> bytes:
    """The bytes of a post. Raises UsageError."""
    from postlint.content.source import read_bytes

    try:
        return read_bytes(path)
    except OSError as error:
        raise UsageError(_unreadable(path, error.strerror or str(error))) from None


def _unreadable(path: Path, reason: str) -> str:
    return f"{shown(path)}: cannot be read: {reason}"
