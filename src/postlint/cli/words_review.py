"""`postlint words review PATH...`: asks about each word that the spelling rules report."""

import io
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.output import write
from postlint.model.errors import UsageError
from postlint.model.report import Report
from postlint.report.page import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.cli.word_list import WordList
    from postlint.engine.checked import Checked


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders or globs.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """Go through the words that the spelling rules report, and accept those that are right."""
    from postlint.cli.options import config_file
    from postlint.cli.posts import read_posts
    from postlint.cli.tell import tell, tell_missing_lexicons
    from postlint.cli.word_list import add_words, refuse_unchangeable, word_lists
    from postlint.config.site import Site
    from postlint.engine.run import run
    from postlint.report.text import render

    site = Site(only=config_file(config, no_config=False))
    results = read_posts(paths or (), site, run)
    if code := tell(results):
        raise typer.Exit(code)
    is_unread = tell_missing_lexicons(results, site)
    reported = tuple(_reported(results, word_lists([one.path for one in results], config)))
    refuse_unchangeable(house for house, _, _ in reported)
    page = page_of(sys.stdout or io.StringIO(), "auto", os.environ, has_summary=False)
    answers: list[tuple[str, WordList]] = []
    for house, word, report in reported:
        write(render(report, page))
        answer = _ask(word, is_first=not answers)
        answers.append((answer, house))
        if answer == "q":
            break
        if answer == "a":  # written at once: nothing is lost when the terminal is closed
            add_words(house, [word])
    if answers:
        write(_summary(answers))
    elif not is_unread:
        write("the spelling rules report no word\n")


def _summary(answers: "Sequence[tuple[str, WordList]]") -> str:
    accepted = Counter(house.name for answer, house in answers if answer == "a")
    parts = [f"{count} accepted into {name}" for name, count in accepted.items()] or ["0 accepted"]
    skipped = sum(answer == "s" for answer, _ in answers)
    return f"{', '.join(parts)}, {skipped} skipped\n"


def _reported(
    results: "Sequence[Checked]", lists: "Mapping[str, WordList]"
) -> "Iterator[tuple[WordList, str, Report]]":
    """Each word that is reported, once for each list, and what to show of it."""
    from postlint.rules.spelling import SPELLING_RULES

    seen: set[tuple[WordList, str]] = set()
    for result in results:
        findings = {
            finding.start: finding
            for finding in result.findings
            if finding.rule in SPELLING_RULES and finding.muted_by is None
        }
        lines = {(result.path, number): line for number, line in result.lines}
        for one in sorted(result.facts.words, key=lambda one: one.start):
            key = (lists[result.path], one.word)
            if one.reported_by and one.start in findings and key not in seen:
                seen.add(key)
                report = Report((findings[one.start],), 1, lines)
                yield key[0], one.written, report


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
