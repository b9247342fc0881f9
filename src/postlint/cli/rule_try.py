"""`postlint rule try "wrong -> right" PATH...`: what a term would do to the posts there are."""

import io
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer
from typer.core import TyperCommand

from postlint.cli.output import write
from postlint.model.errors import UsageError
from postlint.model.paths import shown
from postlint.report.page import page_of
from postlint.report.progress import progress

if TYPE_CHECKING:
    from postlint.content.discover import Found
    from postlint.engine.try_terms import Tried
    from postlint.language.terms.row import Row
    from postlint.language.terms.terms import Terms

_ARROW: Final = re.compile(r"\s*(?:->|→)\s*")
_EXAMPLE: Final = 'say what is wrong and what is right: "Kiev -> Kyiv"'


class TryCommand(TyperCommand):
    """Takes an argument that begins with an arrow for a term, not for an option."""

    # Typer has a context of its own here, which it does not export.
    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Raises UsageError where nothing stands before an arrow."""
        for text in args:
            if text.startswith("->"):
                raise UsageError(f'"{text}": nothing stands before the arrow; {_EXAMPLE}')
        return super().parse_args(ctx, args)


def command(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar='"WRONG -> RIGHT"... PATH...',
            help="What is wrong and what is right, as often as you like; files, folders or globs.",
        ),
    ],
    in_quotations: Annotated[
        bool, typer.Option("--in-quotations", help="Replace inside quotations, too.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """Show every hit of a term and what would stand there; no file is changed.

    What stands in quotations, code and addresses is only counted.
    """
    from postlint.cli.options import config_file
    from postlint.config.site import Site
    from postlint.language.terms.terms import Terms
    from postlint.report.tried import render

    rows = tuple(_rows([one for one in what if _ARROW.search(one)], in_quotations=in_quotations))
    if all(row.protects for row in rows):
        raise UsageError(f'"{rows[0].place}" replaces nothing: both sides are the same; {_EXAMPLE}')
    paths = [one for one in what if not _ARROW.search(one)]
    found = Site(only=config_file(config, no_config=False)).find(paths or ["."])
    tried = _try_all(found, Terms(rows))
    page = page_of(sys.stdout or io.StringIO(), "never", os.environ)
    write(render(tried, len(found.files), page))
    write(_to_adopt(rows, tried))


def _rows(texts: Sequence[str], *, in_quotations: bool) -> "Iterator[Row]":
    from postlint.config.term_row import rows_from

    if not texts:
        raise UsageError(f"nothing to try; {_EXAMPLE}")
    for text in texts:

        def fail(field: str | None, message: str, text: str = text) -> NoReturn:
            raise UsageError(f'"{text}": {field or "wrong"}: {message}')

        wrong, *rights = _ARROW.split(text.strip())
        if len(rights) != 1:
            fail(None, "has more than one arrow, expected one")
        said = {"right": rights[0], "except-in": "" if in_quotations else "quotations"}
        yield from rows_from(wrong, said, text, fail)


def _try_all(found: "Found", terms: "Terms") -> "dict[str, list[Tried]]":
    """The hits of each post that has any."""
    from postlint.content.source import read_bytes
    from postlint.engine.try_terms import try_terms

    for missed in found.unreadable:
        raise UsageError(f"{shown(missed.path)}: cannot be read: {missed.reason}")
    tried = {}
    with progress(len(found.files), sys.stderr) as advance:
        for path in found.files:
            try:
                data = read_bytes(path)
            except OSError as error:
                raise UsageError(f"{shown(path)}: cannot be read: {error.strerror}") from None
            tried[path.as_posix()] = try_terms(path.as_posix(), data, terms)
            advance(1)
    return {path: hits for path, hits in tried.items() if hits}


def _to_adopt(rows: "Sequence[Row]", tried: "Mapping[str, Sequence[Tried]]") -> str:
    """What puts the rows into a configuration, as they were tried."""
    if not tried:
        return ""
    has_quoted = any(hit.use.why_not == "quotations" for hits in tried.values() for hit in hits)
    lines = ["", "to adopt:", "[terms]"]
    for row in rows:
        wrong, right = (
            json.dumps(text, ensure_ascii=False) for text in (row.wrong, "|".join(row.right))
        )
        said = f'{{ right = {right}, except-in = ["quotations"] }}'
        lines.append(f"{wrong} = {said if has_quoted and row.except_in else right}")
    return "".join(f"{line}\n" for line in lines)
