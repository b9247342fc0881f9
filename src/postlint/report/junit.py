"""JUnit's XML, which CI servers show as tests: a suite for each file, a case for each finding."""

from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from postlint.model.finding import Finding, Severity
from postlint.model.report import Report
from postlint.report.advice import told
from postlint.report.markup import element, fit, mark_up
from postlint.report.page import Page
from postlint.report.summary import number_of


def render(report: Report, page: Page) -> str:
    """Errors and warnings fail, notes pass, and muted findings are skipped.

    A run without findings is one case that passes, because servers take an empty report for a
    mistake. Names hold no line, so that a server knows a case again after an edit.
    """
    suites = [
        _suite(path, tuple(findings))
        for path, findings in groupby(report.findings, key=lambda finding: finding.path)
    ]
    if not suites:
        case = {"classname": "postlint", "name": f"{number_of(report.files, 'file')} checked"}
        suites = [_counted("testsuite", {"name": "postlint"}, (), element("testcase", case))]
    root = _counted("testsuites", {"name": "postlint"}, report.findings, "\n".join(suites))
    return fit(f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n', page)


def _suite(path: str, findings: tuple[Finding, ...]) -> str:
    seen: Counter[str] = Counter()
    cases = []
    for finding in findings:
        name = f"{finding.rule}: {finding.message}"
        seen[name] += 1
        again = f" ({seen[name]})" if seen[name] > 1 else ""
        cases.append(_case(finding, name + again))
    return _counted("testsuite", {"name": path}, findings, "\n".join(cases))


def _counted(
    name: str, attributes: Mapping[str, object], findings: tuple[Finding, ...], content: str
) -> str:
    counts = {
        "tests": max(1, len(findings)),
        "failures": sum(map(_fails, findings)),
        "errors": 0,
        "skipped": sum(finding.muted_by is not None for finding in findings),
    }
    return element(name, {**attributes, **counts}, f"\n{content}\n")


def _fails(finding: Finding) -> bool:
    return finding.muted_by is None and finding.severity is not Severity.INFO


def _case(finding: Finding, name: str) -> str:
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}: {told(finding)}"
    if finding.muted_by:
        said = element("skipped", {"message": f"muted by a {finding.muted_by}"})
    elif _fails(finding):
        kind = {"type": finding.severity.value, "message": finding.message}
        said = element("failure", kind, mark_up(place))
    else:
        said = element("system-out", {}, mark_up(place))
    attributes = {
        "classname": finding.path,
        "name": name,
        "file": finding.path,
        "line": finding.start.line,
    }
    return element("testcase", attributes, said)
