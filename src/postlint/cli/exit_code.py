"""What the exit code says: the contract with hooks and CI."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.model.finding import Finding, Severity

EXIT_CLEAN: Final = 0
EXIT_FINDINGS: Final = 1
EXIT_USAGE: Final = 2
EXIT_BUG: Final = 3
EXIT_INTERRUPTED: Final = 130


def exit_code(findings: "Iterable[Finding]", fail_on: "Severity") -> int:
    """1 where a finding that is not muted is at least as severe as `fail_on`, else 0."""
    failing = any(
        finding.muted_by is None and finding.severity.rank >= fail_on.rank for finding in findings
    )
    return EXIT_FINDINGS if failing else EXIT_CLEAN
