"""What is said on stderr beside the findings."""

from typing import TYPE_CHECKING

from postlint.cli.exit_code import EXIT_BUG, EXIT_CLEAN
from postlint.cli.output import complain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.config.site import Site
    from postlint.engine.checked import Checked, Crash
    from postlint.engine.stopwatch import Times


def tell(results: "Sequence[Checked]") -> int:
    """Say that there was nothing, or that there is a bug of ours; the exit code of that."""
    if not results:
        complain("no posts here: nothing was checked")
    crashes = [crash for result in results for crash in result.crashes]
    for crash in crashes:
        complain(_bug(crash), f"{crash.traceback}\n")
    return EXIT_BUG if crashes else EXIT_CLEAN


def tell_missing_lexicons(results: "Sequence[Checked]", site: "Site") -> bool:
    """Say that posts were read for which there is no lexicon; whether there are any."""
    outlines = site.outlines_of(one.path for one in results)
    codes = sorted({one.missing_lexicon for one in outlines} - {""})
    if codes:
        names = ", ".join(f'"{code}"' for code in codes)
        makes = f"postlint words build --language {codes[0]} makes one"
        text = f"there is no lexicon of {names}, so the spelling rules say nothing; {makes}"
        complain(text)
    return bool(codes)


def tell_of_styles(results: "Sequence[Checked]", site: "Site") -> None:
    """Say which rules of style packs are not run, and what in them has no effect."""
    for outline in site.outlines_of(one.path for one in results):
        needs: dict[str, list[str]] = {}
        for name, what in outline.skipped_rules:
            needs.setdefault(what, []).append(name)
        if needs:
            kinds = "; ".join(f"{', '.join(names)} needs {what}" for what, names in needs.items())
            complain(f"rules that are not run: {kinds}")
        for note in outline.notes:
            complain(note)


def tell_times(times: "Times", posts: int) -> None:
    """Say where the time of a run has gone."""
    from postlint.report.page import Page
    from postlint.report.time_table import time_table

    done = f"{times.checks} checks of {posts} posts, {times.size / 1e6:.2f} MB"
    text = f"{times.total:.3f} s: {done}, in one process and without the cache"
    complain(text, time_table(times, Page(encoding="ascii")))


def _bug(crash: "Crash") -> str:
    rest = "this file was not checked, the others were"
    if crash.part not in ("the reader", "the process"):
        rest = "the other rules and files were checked"
    text = f"a bug of ours: {crash.part} crashed on {crash.path}; {rest}."
    return f"{text} Please report it with this:"
