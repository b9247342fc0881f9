"""SARIF 2.1.0, which code scanning of GitHub, Azure DevOps and most editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote

from postlint import __version__
from postlint.model.finding import Edit, Finding, Fix, Severity
from postlint.model.paths import is_url
from postlint.model.report import Report
from postlint.model.span import Position
from postlint.report.advice import told
from postlint.report.json_text import dump, rows, whole
from postlint.report.page import Page, escape
from postlint.rules.registry import BY_NAME
from postlint.rules.rule_page import reason, rule_page

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT: Final = "%SRCROOT%"
_FINGERPRINT: Final = "postlint/v1"
"""Not GitHub's primaryLocationLineHash: the action that uploads adds that one, and warns of each
that is not what it computes."""
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ON_GITHUB: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
_MUTED: Final = {
    "comment": {"kind": "inSource", "status": "accepted"},
    "baseline": {"kind": "external", "status": "accepted"},
    "unchanged": {"kind": "external", "status": "underReview"},
}
_LINK: Final = re.compile(r"\[(?=[^\[\]]*\]\()")
_NO_BYTE: Final = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def render(report: Report, page: Page) -> str:  # noqa: ARG001 - the same on every page
    """A log of one run, a line for each rule that has found something and for each finding.

    Muted findings are among them, as suppressed. A byte that is not UTF-8 is spelled out.
    """
    names = sorted({finding.rule for finding in report.findings})
    ranks = {name: rank for rank, name in enumerate(names)}
    rules = rows(map(_rule, names))
    results = rows(_result(finding, ranks[finding.rule], report) for finding in report.findings)
    driver = f'"name": "postlint", "version": {dump(__version__)}, "rules": {rules}'
    root = {_ROOT: {"description": {"text": "The root of the repository."}}}
    return (
        f'{{"$schema": {dump(_SCHEMA)},\n "version": "2.1.0",\n "runs": [{{\n'
        f' "tool": {{"driver": {{{driver}}}}},\n'
        f' "columnKind": "unicodeCodePoints",\n "originalUriBaseIds": {dump(root)},\n'
        f' "results": {results}\n}}]}}\n'
    )


def _rule(name: str) -> dict[str, object]:
    """What is known of a rule; of one that is not among ours, its name."""
    listed = BY_NAME.get(name)
    if listed is None:
        text = {"text": whole(name) or "?"}
        return {"id": whole(name), "shortDescription": text, "fullDescription": text, "help": text}
    rule, meta = listed.load(), listed.meta
    why = reason(rule)
    return {
        "id": name,
        "name": rule.__name__,
        "shortDescription": {"text": f"{meta.summary[0].upper()}{meta.summary[1:]}."},
        "fullDescription": {"text": why},
        "help": {"text": why, "markdown": whole(rule_page(rule))},
        "defaultConfiguration": {"level": _LEVELS[meta.severity]},
        "properties": {"tags": [meta.group], "problem.severity": _ON_GITHUB[meta.severity]},
    }


def _result(finding: Finding, rank: int, report: Report) -> dict[str, object]:
    location = {
        "artifactLocation": _artifact(finding.path),
        "region": _region(finding.start, finding.end),
    }
    return {
        "ruleId": whole(finding.rule),
        "ruleIndex": rank,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(told(finding))},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "fixes": list(_fixes(finding, report.places)),
        # All results have this property, or none may.
        "suppressions": [_MUTED[finding.muted_by]] if finding.muted_by else [],
    }


def _message(text: str) -> str:
    """The text with no link in it: "[here](there)" would be one, were it not escaped."""
    # Braces stay single, as in what other linters write: the standard doubles them (3.11.5), but
    # few readers undo it, and without arguments no reader takes one for a placeholder.
    return _LINK.sub(r"\\[", whole(text)) or "?"


def _artifact(path: str) -> dict[str, str]:
    # As bytes, so that a name that is not UTF-8 is still the name of that file.
    parts = _NO_BYTE.sub(lambda match: escape(match[0]), path).encode("utf-8", "surrogateescape")
    if path.startswith("/"):
        return {"uri": f"file://{quote(parts)}"}
    if is_url(path):
        return {"uri": quote(parts, safe="/:@?=&")}
    return {"uri": quote(parts), "uriBaseId": _ROOT}


def _region(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fixes(
    finding: Finding, places: Mapping[tuple[str, int], Position]
) -> Iterator[dict[str, object]]:
    """The fix, where it is known where its edits stand."""
    fix = finding.fix
    if fix and fix.edits:
        replacements = [_replacement(finding.path, edit, places) for edit in fix.edits]
        if None not in replacements:
            yield _fix(finding.path, fix, replacements)


def _fix(path: str, fix: Fix, replacements: list[dict[str, object] | None]) -> dict[str, object]:
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": _message(fix.title)}, "artifactChanges": [change]}


def _replacement(
    path: str, edit: Edit, places: Mapping[tuple[str, int], Position]
) -> dict[str, object] | None:
    start, end = (places.get((path, at)) for at in (edit.span.start, edit.span.end))
    if start is None or end is None:
        return None
    text = whole(edit.replacement)
    return {"deletedRegion": _region(start, end), "insertedContent": {"text": text}}
