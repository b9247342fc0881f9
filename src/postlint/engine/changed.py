"""Findings on lines that were not changed are muted: a small change is no time to mend all."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from postlint.engine.checked import Checked
from postlint.model.finding import Finding


def mute_unchanged(checked: Checked, changed: Sequence[range]) -> Checked:
    """The result for a file with only what touches a changed line left unmuted.

    `changed` are ranges of 1-based lines, sorted, that do not overlap. What is said at the opening
    fence, such as that a key is missing, is about all of the front matter.
    """
    fence = range(1, checked.front_matter_lines + 1)
    findings = (
        finding
        if finding.muted_by or _touches(_lines(finding, fence), changed)
        else replace(finding, muted_by="unchanged")
        for finding in checked.findings
    )
    return checked._replace(findings=tuple(findings))


def _lines(finding: Finding, fence: range) -> range:
    if finding.start.line == 1 and fence:
        return fence
    return range(finding.start.line, finding.end.line + 1)


def _touches(lines: range, changed: Sequence[range]) -> bool:
    at = bisect_right(changed, lines.stop - 1, key=lambda one: one.start) - 1
    return at >= 0 and lines.start < changed[at].stop
