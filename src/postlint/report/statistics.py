"""How often each rule had something to say: what to look at first in a site that is new to it."""

from collections import Counter

from postlint.model.report import Report
from postlint.report.page import Page
from postlint.report.paint import paint_for


def render(report: Report, page: Page) -> str:
    """A line per rule, the most frequent first: count, severity, rule, findings with a fix.

    Where a rule has findings of several severities, it is the highest. Muted ones do not count.
    """
    paint = paint_for(page)
    shown = [finding for finding in report.findings if finding.muted_by is None]
    counts = Counter(page.spell(finding.rule) for finding in shown)
    fixable = Counter(page.spell(finding.rule) for finding in shown if finding.fix)
    by_rank = sorted(shown, key=lambda finding: finding.severity.rank)
    severities = {page.spell(finding.rule): finding.severity for finding in by_rank}
    digits = len(str(max(counts.values(), default=0)))
    name = max(map(len, counts), default=0)
    lines = []
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        severity = severities[rule]
        fix = f"  {fixable[rule]} with a fix" if fixable[rule] else ""
        text = f"{count:>{digits}}  {paint(severity, f'{severity.value:<7}')}  "
        lines.append(f"{text}{rule:<{name}}{paint('fix', fix)}" if fix else text + rule)
    return "".join(f"{line}\n" for line in lines)
