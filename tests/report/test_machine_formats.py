"""The formats for other programs: findings beside the literal output, and what they read of it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from junitparser import JUnitXml
from samples import LINES, MISSPELT, MUTED, NOTHING, PLACES, REPEATED, REPORT, finding
from sarif.loader import load_sarif_file

from postlint.model.finding import Edit, Fix, Severity
from postlint.model.report import Report, below
from postlint.model.span import Position, Span
from postlint.report.formats import FORMATS, reporter
from postlint.report.page import Page
from postlint.rules.registry import BY_NAME


def rendered(name: str, report: Report = REPORT) -> str:
    return reporter(name)(report, Page())


def loaded(name: str, report: Report = REPORT) -> Any:
    return json.loads(rendered(name, report))


def test_sarif_says_where_what_and_how_to_mend_it() -> None:
    assert loaded("sarif")["runs"][0]["results"][0] == {
        "ruleId": "misspelt-key",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": '"tittle" is no key of a post; rename to "title"'},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "a.md", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 7},
                }
            }
        ],
        "partialFingerprints": {"postlint/v1": "f00d"},
        "fixes": [
            {
                "description": {"text": 'rename to "title"'},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "a.md", "uriBaseId": "%SRCROOT%"},
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 2,
                                    "startColumn": 1,
                                    "endLine": 2,
                                    "endColumn": 7,
                                },
                                "insertedContent": {"text": "title"},
                            }
                        ],
                    }
                ],
            }
        ],
        "suppressions": [],
    }


def test_sarif_describes_the_rules_that_found_something() -> None:
    (run,) = loaded("sarif")["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    ids = ["house-term", "misspelt-key", "repeated-word", "trailing-space"]
    assert [rule["id"] for rule in rules] == ids
    for rule in rules:
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}\n")
        assert rule["properties"]["tags"] == [BY_NAME[rule["id"]].meta.group]


def test_sarif_of_a_rule_of_somebody_else() -> None:
    styled = replace(REPEATED, rule="Google.Contractions")
    (rule,) = loaded("sarif", Report((styled,), 1))["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["id"], rule["help"]["text"]) == ("Google.Contractions", "Google.Contractions")


@pytest.mark.parametrize("muted_by", ["comment", "baseline"])
def test_sarif_keeps_muted_findings_as_suppressed(muted_by: Any) -> None:
    (result,) = loaded("sarif", Report((replace(MUTED, muted_by=muted_by),), 1))["runs"][0][
        "results"
    ]
    kind = {"comment": "inSource", "baseline": "external"}[muted_by]
    assert result["suppressions"] == [{"kind": kind, "status": "accepted"}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("content/a b.md", "content/a%20b.md"),
        ("größe:#?.md", "gr%C3%B6%C3%9Fe%3A%23%3F.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("../a.md", "../a.md"),
        ("/home/a.md", "file:///home/a.md"),
        ("s3://bucket/a b.md", "s3://bucket/a%20b.md"),
    ],
)
def test_sarif_names_files_by_uri(path: str, uri: str) -> None:
    log = loaded("sarif", Report((replace(REPEATED, path=path),), 1))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


def test_sarif_has_no_links_that_a_post_made() -> None:
    baited = replace(REPEATED, message="[click](https://example.com) [sic]", help=None)
    (result,) = loaded("sarif", Report((baited,), 1))["runs"][0]["results"]
    assert result["message"]["text"] == "\\[click](https://example.com) [sic]"


def test_sarif_is_read_by_sarif_tools(tmp_path: Path) -> None:
    (tmp_path / "report.sarif").write_text(rendered("sarif"), encoding="utf-8")
    records = load_sarif_file(str(tmp_path / "report.sarif")).get_records()
    assert [
        (one["Severity"], one["Code"], one["Location"], one["Line"], one["Description"])
        for one in records
    ] == [
        ("error", "misspelt-key", "a.md", 2, '"tittle" is no key of a post; rename to "title"'),
        ("warning", "repeated-word", "a.md", 12, '"the the" has a word twice; keep one of them'),
        ("note", "trailing-space", "b.md", 1, "trailing space"),
        ("warning", "house-term", "b.md", 3, "muted"),
    ]


def test_gitlab_to_the_letter() -> None:
    assert loaded("gitlab", Report((MISSPELT, MUTED), 1)) == [
        {
            "description": 'misspelt-key: "tittle" is no key of a post; rename to "title"',
            "check_name": "misspelt-key",
            "fingerprint": "f00d",
            "severity": "major",
            "location": {"path": "a.md", "lines": {"begin": 2, "end": 2}},
        }
    ]
    assert rendered("gitlab", NOTHING) == "[]\n"


def test_rdjson_to_the_letter() -> None:
    key = {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 7}}
    assert loaded("rdjson", replace(REPORT, findings=(MISSPELT, MUTED))) == {
        "source": {"name": "postlint"},
        "diagnostics": [
            {
                "message": '"tittle" is no key of a post; rename to "title"',
                "location": {"path": "a.md", "range": key},
                "severity": "ERROR",
                "code": {"value": "misspelt-key"},
                "suggestions": [{"range": key, "text": "title"}],
            }
        ],
    }


def mended(*edits: tuple[int, int, str]) -> Report:
    """A finding on "Ärger 𐐀 the the" in line 3, whose edits are given by column."""
    line = "Ärger 𐐀\udce9 “the the” end"
    found = finding("a.md", (3, 11), 7, "repeated-word", "twice")
    made = tuple(Edit(Span(100 + start, 100 + end), text) for start, end, text in edits)
    places = {("a.md", 100 + at): Position(3, at) for start, end, _ in edits for at in (start, end)}
    return Report((replace(found, fix=Fix("mend", made)),), 1, {("a.md", 3): line}, places)


@pytest.mark.parametrize(
    ("report", "columns", "text"),
    [
        (mended((10, 11, '"')), (14, 17), '"'),
        (mended((10, 11, '"'), (18, 19, '"')), (14, 27), '"the the"'),
        (mended((11, 11, "to ")), (17, 17), "to "),
        (mended((1, 2, "A"), (2, 6, "")), (1, 7), "A"),
    ],
)
def test_rdjson_counts_bytes_and_joins_edits(
    report: Report, columns: tuple[int, int], text: str
) -> None:
    (suggestion,) = loaded("rdjson", report)["diagnostics"][0]["suggestions"]
    ends = suggestion["range"]
    assert (ends["start"]["column"], ends["end"]["column"]) == columns
    assert suggestion["text"] == text


def test_rdjson_has_no_suggestion_where_the_text_between_edits_is_not_known() -> None:
    apart = Fix("mend", (Edit(Span(1, 2), "a"), Edit(Span(50, 51), "b")))
    places = {("a.md", at): Position(1 + at // 10, 1) for at in (1, 2, 50, 51)}
    report = Report((replace(REPEATED, fix=apart),), 1, LINES, places)
    assert loaded("rdjson", report)["diagnostics"][0]["suggestions"] == []


def test_checkstyle_to_the_letter() -> None:
    assert rendered("checkstyle", replace(REPORT, findings=(MISSPELT, MUTED))) == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<checkstyle version="0.1.0">\n'
        '<file name="a.md">\n'
        '  <error line="2" column="1" severity="error" message="&quot;tittle&quot; is no key of a'
        ' post; rename to &quot;title&quot;" source="postlint.misspelt-key"/>\n'
        "</file>\n"
        "</checkstyle>\n"
    )


def test_checkstyle_is_read_by_diff_cover(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = "diff_cover.violationsreporters.java_violations_reporter.GitPathTool"
    monkeypatch.setattr(f"{reader}.relative_path", lambda path: path)  # it would ask git
    found = CheckstyleXmlDriver().parse_reports([rendered("checkstyle")])
    assert {path: [tuple(one) for one in violations] for path, violations in found.items()} == {
        "a.md": [
            (2, 'error: "tittle" is no key of a post; rename to "title"'),
            (12, 'warning: "the the" has a word twice; keep one of them'),
        ],
        "b.md": [(1, "info: trailing space")],
    }


def test_junit_to_the_letter() -> None:
    assert rendered("junit", replace(REPORT, findings=(REPEATED, REPEATED, MUTED))) == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<testsuites name="postlint" tests="3" failures="2" errors="0" skipped="1">\n'
        '<testsuite name="a.md" tests="2" failures="2" errors="0" skipped="0">\n'
        '<testcase classname="a.md" name="repeated-word: &quot;the the&quot; has a word twice"'
        ' file="a.md" line="12"><failure type="warning"'
        ' message="&quot;the the&quot; has a word twice">a.md:12:9: &quot;the the&quot; has a word'
        " twice; keep one of them</failure></testcase>\n"
        '<testcase classname="a.md" name="repeated-word: &quot;the the&quot; has a word twice (2)"'
        ' file="a.md" line="12"><failure type="warning"'
        ' message="&quot;the the&quot; has a word twice">a.md:12:9: &quot;the the&quot; has a word'
        " twice; keep one of them</failure></testcase>\n"
        "</testsuite>\n"
        '<testsuite name="b.md" tests="1" failures="0" errors="0" skipped="1">\n'
        '<testcase classname="b.md" name="house-term: muted" file="b.md" line="3">'
        '<skipped message="muted by a comment"/></testcase>\n'
        "</testsuite>\n"
        "</testsuites>\n"
    )


def test_junit_counts_what_junitparser_counts() -> None:
    xml = JUnitXml.fromstring(rendered("junit").encode())
    said = (xml.tests, xml.failures, xml.errors, xml.skipped)
    xml.update_statistics()  # type: ignore[no-untyped-call]
    assert said == (xml.tests, xml.failures, xml.errors, xml.skipped) == (4, 2, 0, 1)


def test_junit_of_a_clean_run_is_a_test_that_passed() -> None:
    xml = JUnitXml.fromstring(rendered("junit", NOTHING).encode())
    assert [(case.name, case.is_passed) for suite in xml for case in suite] == [
        ("3 files checked", True)
    ]


@pytest.mark.parametrize("name", ["junit", "checkstyle", "html"])
def test_markup_names_letters_that_a_stream_lacks(name: str) -> None:
    report = Report((replace(REPEATED, message="Баку ü", help=None),), 1)
    assert "Баку ü" in reporter(name)(report, Page(encoding="utf-8"))
    assert "&#1041;&#1072;&#1082;&#1091; &#252;" in reporter(name)(report, Page(encoding="cp1252"))


def test_a_report_seen_from_the_root_of_the_repository() -> None:
    moved = below(replace(REPORT, findings=(MISSPELT,)), "site/en")
    assert moved.findings == (replace(MISSPELT, path="site/en/a.md"),)
    assert moved.lines["site/en/a.md", 2] == LINES["a.md", 2]
    assert moved.places["site/en/a.md", 100] == PLACES["a.md", 100]
    assert moved.authors == {"site/en/a.md": "Aylin"}
    outside = Report((replace(MISSPELT, path="../a.md"),), 1)
    assert below(outside, "site").findings[0].path == "a.md"


@pytest.mark.parametrize("name", FORMATS)
def test_all_findings_have_the_one_fingerprint(name: str) -> None:
    found = finding("a.md", (2, 1), 6, "misspelt-key", "x", Severity.ERROR)
    printed = rendered(name, Report((replace(found, fingerprint="c0ffee"),), 1))
    assert ("c0ffee" in printed) == (name in ("json", "jsonl", "gitlab", "sarif"))
