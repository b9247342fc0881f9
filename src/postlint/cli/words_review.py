"""`postlint words review PATH...`: asks about each word that the spelling rules report."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.output import write
from postlint.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.engine.check import Checked


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders or globs.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """Go through the words that the spelling rules report, and accept those that are right."""
    from postlint.cli.check import config_file, read_posts, tell
    from postlint.cli.word_list import add_words, word_list
    from postlint.config.site import Site
    from postlint.engine.run import run

    results = read_posts(paths or (), Site(only=config_file(config, no_config=False)), run)
    tell(results)
    house = word_list(config)
    answers: list[str] = []
    for word, text in _reported(results):
        write(text)
        answers.append(_ask(word, is_first=not answers))
        if answers[-1] == "q":
            break
        if answers[-1] == "a":  # written at once: nothing is lost when the terminal is closed
            add_words(house, [word])
    if not answers:
        write("the spelling rules report no word\n")
    else:
        accepted, skipped = answers.count("a"), answers.count("s")
        write(f"{accepted} accepted into {house.name}, {skipped} skipped\n")


def _reported(results: "Sequence[Checked]") -> "Iterator[tuple[str, str]]":
    """Each word that is reported, once, and the finding as the report shows it."""
    from postlint.model.report import Report
    from postlint.report.page import page_of
    from postlint.report.text import render
    from postlint.rules.spelling import SPELLING_RULES

    page = page_of(sys.stdout or io.StringIO(), "auto", os.environ, has_summary=False)
    seen: set[str] = set()
    for result in results:
        findings = {
            finding.start: finding
            for finding in result.findings
            if finding.rule in SPELLING_RULES and finding.muted_by is None
        }
        lines = {(result.path, number): line for number, line in result.lines}
        for one in sorted(result.unknown, key=lambda one: one.start):
            if one.reported_by and one.start in findings and one.word not in seen:
                seen.add(one.word)
                report = Report((findings[one.start],), 1, lines)
                yield one.written, render(report, page)


def _ask(word: str, *, is_first: bool) -> str:
    """The answer of the person at the terminal: a, s or q. Raises UsageError without anybody."""
    while True:
        try:
            answer = typer.prompt(f'"{word}": accept, skip or quit? [a/s/q]', prompt_suffix=" ")
        except typer.Abort:
            if is_first and not (sys.stdin and sys.stdin.isatty()):
                raise UsageError(
                    "review asks about each word, and nobody answers; run it on a terminal"
                ) from None
            write("\n")
            return "q"
        if answer[:1].lower() in ("a", "s", "q"):
            return str(answer[:1].lower())
