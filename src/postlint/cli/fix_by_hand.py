"""`postlint fix PATH...`: as `check --fix`, or with a person who decides on each finding."""

import io
import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.options import Preset, names_of
from postlint.cli.output import write
from postlint.model.errors import UsageError
from postlint.report.page import Page, page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from postlint.config.site import Site
    from postlint.engine.by_hand import Desk
    from postlint.engine.checked import Checked
    from postlint.engine.fix import Check
    from postlint.model.finding import Edit, Finding


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders or globs.")
    ] = None,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Show each finding and ask what to do.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend also what needs a look.")
    ] = False,
    select: Annotated[list[str] | None, typer.Option(help="Only these rules or groups.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules or groups.")] = None,
    preset: Annotated[
        list[Preset] | None, typer.Option(help="These rules besides the recommended ones.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration for every file.")
    ] = None,
) -> None:
    """Mend what is wrong: by itself what is safe, or with you, finding by finding."""
    from postlint.cli.options import config_file, rules_of, today
    from postlint.cli.posts import read_posts, refuse_urls
    from postlint.cli.tell import tell

    if not interactive:
        from postlint.cli.check_options import CheckOptions
        from postlint.cli.check_posts import check_posts

        options = CheckOptions(
            paths=tuple(paths or ()),
            fix=True,
            unsafe_fixes=unsafe_fixes,
            select=tuple(select or ()),
            ignore=tuple(ignore or ()),
            presets=names_of(preset),
            config=config,
        )
        raise typer.Exit(check_posts(options))
    if sys.stdout is None or sys.stdin is None:
        raise UsageError("--interactive asks on the terminal, and there is none")
    if unsafe_fixes:
        raise UsageError("--interactive asks about each fix; --unsafe-fixes goes without it")
    from postlint.config.site import Site
    from postlint.engine.run import run

    only = config_file(config, no_config=False)
    choice = {"select": select, "ignore": ignore}
    styles = Site(only=only).styles_here() if select or ignore else None
    names = [rules_of(f"--{option}", value, styles) for option, value in choice.items()]

    def site() -> Site:
        return Site(
            only=only, select=names[0], ignore=names[1], presets=names_of(preset), today=today()
        )

    refuse_urls(paths or (), "--interactive")
    results = read_posts(paths or (), site(), run)
    if code := tell(results):
        raise typer.Exit(code)
    page = page_of(sys.stdout or io.StringIO(), "auto", os.environ, has_summary=False)
    session = _Session(site, config, page)
    for result in results:
        if not session.is_over:
            session.go_through(result)
    write(session.summary())


@dataclass(slots=True)
class _Session:
    """The answers of a person, each carried out at once: nothing is lost when the terminal is
    closed."""

    site: "Callable[[], Site]"
    """Reads the configurations anew."""
    config: Path | None
    page: Page
    done: "Counter[str]" = field(default_factory=Counter)
    is_over: bool = False

    def go_through(self, result: "Checked") -> None:
        """Ask about each finding of a post."""
        from postlint.content.source import decode, read_bytes
        from postlint.engine.by_hand import Desk

        if all(finding.muted_by for finding in result.findings):
            return
        path = Path(result.path)
        try:
            data = read_bytes(path)
        except OSError:  # gone since it was checked
            return
        result = result._replace(neighbours=result.neighbours.quoting(decode(data).text))
        desk = Desk(data, self._check(result)(data))
        while desk.finding and not self.is_over:
            after = self._decide(desk, desk.finding, result)
            if after.data != desk.data:
                self._save(path, after.data, desk.data)
            desk = after

    def summary(self) -> str:
        """What was done, in a line."""
        kinds = ("mended", "accepted", "muted", "skipped")
        parts = [f"{self.done[kind]} {kind}" for kind in kinds if self.done[kind]]
        return f"{', '.join(parts) or 'nothing to decide'}\n"

    def _decide(self, desk: "Desk", finding: "Finding", result: "Checked") -> "Desk":
        from postlint.report.text import render

        write(render(desk.report, self.page))
        choices = _choices(finding)
        write("".join(f"  [{key}] {self.page.spell(what)}\n" for key, what in choices.items()))
        answer = self._ask(choices)
        if answer == "s":
            self.done["skipped"] += 1
            return desk.skip()
        if answer == "w":
            return self._accept(desk, finding, result)
        if answer == "i":
            return self._mute(desk, result)
        return self._mend(desk, _edits(finding, answer), result) if answer != "q" else desk

    def _ask(self, choices: "dict[str, str]") -> str:
        while True:
            try:
                answer = typer.prompt(f"[{'/'.join(choices)}]", prompt_suffix=" ").strip().lower()
            except typer.Abort:
                if not self.done and not (sys.stdin and sys.stdin.isatty()):
                    raise UsageError(
                        "--interactive asks, and nobody answers: run it on a terminal"
                    ) from None
                write("\n")
                answer = "q"
            if answer in choices:
                self.is_over = answer == "q"
                return str(answer)

    def _mend(self, desk: "Desk", edits: "Sequence[Edit]", result: "Checked") -> "Desk":
        after = desk.edit(edits, self._check(result))
        if after is None:
            write("  that would make the front matter unreadable\n")
            return desk
        self.done["mended"] += 1
        return after

    def _accept(self, desk: "Desk", finding: "Finding", result: "Checked") -> "Desk":
        from postlint.cli.word_list import add_words, word_lists

        house = word_lists([result.path], self.config)[result.path]
        add_words(house, [_words(desk, finding)])
        self.done["accepted"] += 1
        after = desk.again(self._check(result))
        return after if after.finding != finding else after.skip()

    def _mute(self, desk: "Desk", result: "Checked") -> "Desk":
        from postlint.engine.add_suppression import REASON

        reason = typer.prompt("why?", default="", show_default=False, prompt_suffix=" ").strip()
        after = desk.suppress(reason, self._check(result)) if REASON.fullmatch(reason) else None
        if after is None:
            write("  no comment can mute this here\n")
            return desk
        self.done["muted"] += 1
        return after

    def _save(self, path: Path, data: bytes, instead_of: bytes) -> None:
        from postlint.cli.fix import refuse_outside
        from postlint.cli.save import save

        refuse_outside(path, self.site())
        save(path, data, instead_of=instead_of)

    def _check(self, result: "Checked") -> "Check":
        from postlint.cli.known_findings import known_findings
        from postlint.engine.check import check_safely

        site = self.site()
        resolver = site.resolver_for(Path(result.path).parent)
        known = known_findings(None, site)

        def check(data: bytes) -> "Checked":
            checked = check_safely(result.path, data, resolver, result.neighbours)
            return known.mute(checked) if known else checked

        return check


def _choices(finding: "Finding") -> "dict[str, str]":
    """What can be done about a finding, by the key that does it."""
    from postlint.rules.spelling import SPELLING_RULES

    choices = {"a": finding.fix.title} if finding.fix else {}
    if not (finding.fix and len(finding.suggestions) == 1):  # else the fix is the suggestion
        for number, suggestion in enumerate(finding.suggestions, 1):
            choices[str(number)] = f'replace with "{suggestion}"'
    if finding.rule in SPELLING_RULES:
        choices["w"] = "accept the word, here and everywhere"
    return choices | {"i": "mute it here, with a reason", "s": "skip", "q": "quit"}


def _edits(finding: "Finding", answer: str) -> "Sequence[Edit]":
    from postlint.model.finding import Edit

    if answer == "a" and finding.fix:
        return finding.fix.edits
    return (Edit(finding.span, finding.suggestions[int(answer) - 1]),)


def _words(desk: "Desk", finding: "Finding") -> str:
    from postlint.content.source import decode

    return decode(desk.data).text[finding.span.start : finding.span.end]
