"""Each format is read back by a parser of its kind, whatever the texts are; nothing is lost."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from any_report import reports
from hypothesis import given
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite
from markdown_it import MarkdownIt

from postlint.model.finding import Finding, Severity
from postlint.model.report import Report
from postlint.report.advice import told
from postlint.report.formats import reporter
from postlint.report.json_text import whole
from postlint.report.page import Page

PAGE = Page()
SCHEMAS = Path(__file__).parents[1] / "schemas"
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")))
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def fields(required: Mapping[str, object], **others: object) -> dict[str, object]:
    """The schema of an object that has these fields, perhaps others of these, and no more."""
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **others},
        "additionalProperties": False,
    }


TEXT = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 1}
# What GitLab's documentation of the format requires; all severities it knows.
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": fields(
            {
                "description": TEXT,
                "check_name": TEXT,
                "fingerprint": TEXT,
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": fields({"path": TEXT, "lines": fields({"begin": NUMBER}, end=NUMBER)}),
            }
        ),
    }
)
# After the Protocol Buffers definition of reviewdog.rdf.
PLACE = fields({"line": NUMBER, "column": NUMBER})
RANGE = fields({"start": PLACE, "end": PLACE})
SOURCE = fields({"name": TEXT}, url=TEXT)
DIAGNOSTIC = fields(
    {"message": TEXT, "location": fields({"path": TEXT}, range=RANGE)},
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=fields({"value": TEXT}, url=TEXT),
    suggestions={"type": "array", "items": fields({"range": RANGE, "text": TEXT})},
    source=SOURCE,
)
RDJSON = Draft202012Validator(
    fields({"diagnostics": {"type": "array", "items": DIAGNOSTIC}}, source=SOURCE)
)


def rendered(name: str, report: Report) -> str:
    """The report in a format; it can be written to a file."""
    text = reporter(name)(report, PAGE)
    text.encode()
    return text


def shown(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.muted_by is None]


@given(reports)
def test_no_format_has_a_command_for_a_ci_log(report: Report) -> None:
    for name in ("text", "concise", "json", "sarif", "junit", "checkstyle", "html", "markdown"):
        printed = rendered(name, report)
        assert "##[" not in printed
        assert [line for line in printed.split("\n") if line.lstrip().startswith("::")] == []


@given(reports)
def test_jsonl(report: Report) -> None:
    lines = [json.loads(line) for line in rendered("jsonl", report).splitlines()]
    assert lines == json.loads(rendered("json", report))["findings"]


@given(reports)
def test_sarif(report: Report) -> None:
    log = json.loads(rendered("sarif", report))
    SARIF.validate(log)
    (run,) = log["runs"]
    for result, finding in zip(run["results"], report.findings, strict=True):
        said = result["message"]["text"].replace("\\[", "[")
        assert said == (whole(told(finding)) or "?").replace("\\[", "[")
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert bool(result["suppressions"]) == bool(finding.muted_by)
        has_fix = bool(finding.fix and finding.fix.edits)
        assert bool(result["fixes"]) == has_fix


@given(reports)
def test_gitlab(report: Report) -> None:
    issues = json.loads(rendered("gitlab", report))
    GITLAB.validate(issues)
    assert [one["location"]["path"] for one in issues] == [whole(f.path) for f in shown(report)]
    assert [one["description"] for one in issues] == [
        PAGE.spell(f"{f.rule}: {told(f)}") for f in shown(report)
    ]


@given(reports)
def test_rdjson(report: Report) -> None:
    result = json.loads(rendered("rdjson", report))
    RDJSON.validate(result)
    said = [one["message"] for one in result["diagnostics"]]
    assert said == [whole(told(finding)) for finding in shown(report)]
    lines = [json.loads(line) for line in rendered("rdjsonl", report).splitlines()]
    assert lines == [{**one, "source": {"name": "postlint"}} for one in result["diagnostics"]]
    Draft202012Validator({"type": "array", "items": DIAGNOSTIC}).validate(lines)


@given(reports)
def test_checkstyle(report: Report) -> None:
    root = ET.fromstring(rendered("checkstyle", report))  # noqa: S314 - it is ours
    found = [
        (file.get("name"), error.get("line"), error.get("severity"), error.get("message"))
        for file in root.iter("file")
        for error in file.iter("error")
    ]
    assert found == [
        (PAGE.spell(f.path), str(f.start.line), f.severity.value, PAGE.spell(told(f)))
        for f in shown(report)
    ]


@given(reports)
def test_junit(report: Report) -> None:
    xml = JUnitXml.fromstring(rendered("junit", report).encode())
    cases = [
        case for suite in xml if isinstance(suite, TestSuite) for case in suite if case is not None
    ]
    assert all(isinstance(case, TestCase) for case in cases)
    if report.findings:
        assert [case.classname for case in cases] == [PAGE.spell(f.path) for f in report.findings]
        for case, finding in zip(cases, report.findings, strict=True):
            assert isinstance(case, TestCase)
            assert str(case.name).startswith(PAGE.spell(f"{finding.rule}: {finding.message}"))
            kinds = [type(result) for result in case.result]
            is_failing = finding.severity is not Severity.INFO
            assert kinds == ([Skipped] if finding.muted_by else [Failure] if is_failing else [])
    else:
        assert [case.is_passed for case in cases if isinstance(case, TestCase)] == [True]


@given(reports)
def test_github(report: Report) -> None:
    """Read as the runner does it: `::command key=value,key=value::data`, a line each."""
    lines = rendered("github", report).split("\n")
    commands = [line for line in lines if line.lstrip().startswith("::")]
    expected = sorted(shown(report), key=lambda finding: -finding.severity.rank)
    for line, finding in zip(commands, expected, strict=True):
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        values = dict(value.split("=", 1) for value in match[2].strip().split(","))
        assert unescaped(values["file"]) == PAGE.spell(finding.path)
        assert unescaped(values["title"]) == PAGE.spell(finding.rule)
        assert values["line"] == str(finding.start.line)
        assert PAGE.spell(finding.message) in unescaped(match[3])
    assert not [line for line in lines if "##[" in line and line not in commands]


def unescaped(text: str) -> str:
    for token, escape in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("%", "%25")):
        text = text.replace(escape, token)
    return text


@given(reports)
def test_markdown(report: Report) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(rendered("markdown", report))
    cells = [
        "".join(part.content for part in token.children or ())
        for before, token in pairwise(tokens)
        if before.type == "td_open"
    ]
    kinds = {part.type for token in tokens for part in token.children or ()}
    assert kinds <= {"text", "text_special"}
    expected = sorted(shown(report), key=lambda finding: -finding.severity.rank)
    assert cells[::4] == [finding.severity.value for finding in expected]
    assert cells[2::4] == [PAGE.spell(told(finding)).strip() for finding in expected]


class Reader(HTMLParser):
    """What a browser finds in the page: the tags, and the text in each kind of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.texts: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attrs)
        if tag not in ("meta", "input", "rect"):
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "input", "rect"):
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            for tag in set(self.open):
                self.texts[tag][-1] += data


@given(reports)
def test_html(report: Report) -> None:
    page = Reader()
    page.feed(rendered("html", report))
    page.close()
    assert page.open == []
    assert page.tags.count("script") == 2
    assert page.tags.count("style") == 1
    rows = [text for text in page.texts.get("tr", []) if text.startswith(tuple(Severity))]
    for text, finding in zip(rows, report.findings, strict=True):
        assert PAGE.spell(finding.message) in text
