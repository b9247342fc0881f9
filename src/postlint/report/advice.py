"""What to do about a finding, said once: help, fix and suggestions often hold the same words."""

from collections.abc import Iterator
from typing import Literal

from postlint.model.finding import Finding


def advice(finding: Finding) -> Iterator[tuple[Literal["help", "fix"], str]]:
    """What to do, and what postlint would do, without saying a thing twice."""
    said = finding.message
    if finding.help and not (finding.fix and finding.fix.title == finding.help):
        yield "help", finding.help
        said += finding.help
    if finding.fix:
        yield "fix", finding.fix.title
        said += finding.fix.title + " ".join(edit.replacement for edit in finding.fix.edits)
    others = [word for word in finding.suggestions if word not in said]
    if others:
        yield "help", f"did you mean {' or '.join(others)}?"


def told(finding: Finding) -> str:
    """The message and the advice in one line, for a format that has one place for both."""
    return "; ".join((finding.message, *(text for _, text in advice(finding))))
