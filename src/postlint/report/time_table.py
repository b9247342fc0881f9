"""Where the time of a run has gone, as a table for whoever waits: the slowest first."""

from collections.abc import Iterator, Mapping

from postlint.engine.stopwatch import Times
from postlint.report.page import Page


def time_table(times: Times, page: Page) -> str:
    """The stages of a run, and its rules, each with its milliseconds and its share of all."""
    lines = [*_rows("stage", times.stages, times.total, page)]
    if times.rules:
        lines += ["", *_rows("rule", times.rules, times.total, page)]
    return "".join(f"{line}\n" for line in lines)


def _rows(what: str, spent: Mapping[str, float], total: float, page: Page) -> Iterator[str]:
    yield f"{'ms':>10}  {'share':>6}  {what}"
    for name, seconds in sorted(spent.items(), key=lambda item: (-item[1], item[0])):
        yield f"{seconds * 1e3:>10.1f}  {seconds / total:>6.1%}  {page.spell(name)}"
