"""What is said most, and of which files: what to look at first in a site that is new to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from postlint.model.finding import Finding
from postlint.model.report import Report
from postlint.report.page import Page
from postlint.report.paint import paint_for

_MOST_FILES: Final = 10


def render(report: Report, page: Page) -> str:
    """A line per rule, the most frequent first: count, severity, rule, findings with a fix; then
    the files with the most findings, where there are several.

    Where a rule has findings of several severities, it is the highest. Muted ones do not count.
    """
    shown = [finding for finding in report.findings if finding.muted_by is None]
    return "".join(f"{line}\n" for line in (*_by_rule(shown, page), *_by_file(shown, page)))


def _by_rule(shown: Sequence[Finding], page: Page) -> Iterator[str]:
    paint = paint_for(page)
    counts = Counter(page.spell(finding.rule) for finding in shown)
    fixable = Counter(page.spell(finding.rule) for finding in shown if finding.fix)
    by_rank = sorted(shown, key=lambda finding: finding.severity.rank)
    severities = {page.spell(finding.rule): finding.severity for finding in by_rank}
    digits = len(str(max(counts.values(), default=0)))
    name = max(map(len, counts), default=0)
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        severity = severities[rule]
        fix = f"  {fixable[rule]} with a fix" if fixable[rule] else ""
        text = f"{count:>{digits}}  {paint(severity, f'{severity.value:<7}')}  "
        yield f"{text}{rule:<{name}}{paint('fix', fix)}" if fix else text + rule


def _by_file(shown: Sequence[Finding], page: Page) -> Iterator[str]:
    counts = Counter(finding.path for finding in shown)
    if len(counts) < 2:
        return
    yield ""
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    digits = len(str(most[0][1]))
    for path, count in most[:_MOST_FILES]:
        yield f"{count:>{digits}}  {page.spell_path(path)}"
    if len(most) > _MOST_FILES:
        yield f"and {len(most) - _MOST_FILES} more"
