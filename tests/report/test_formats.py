"""Each format: findings beside the literal output."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from samples import LINES, MISSPELT, MUTED, NOTHING, REPEATED, REPORT, finding

from postlint.model.finding import Severity
from postlint.model.report import Report, Summary, summarise
from postlint.model.span import Position
from postlint.report import concise, json_format, statistics, text
from postlint.report.formats import FORMATS, reporter
from postlint.report.page import Page

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schemas" / "findings.schema.json").read_text("utf-8")
)


def test_text_shows_each_file_line_and_help() -> None:
    assert text.render(REPORT, Page()) == (
        "a.md\n"
        "\n"
        '   2:1  error    "tittle" is no key of a post  misspelt-key\n'
        "        │ tittle: Fighting resumes\n"
        "        │ ^^^^^^\n"
        '        fix: rename to "title"\n'
        "\n"
        '  12:9  warning  "the the" has a word twice  repeated-word\n'
        "        │ Turn to the the north\n"
        "        │         ^^^^^^^\n"
        "        help: keep one of them\n"
        "\n"
        "b.md\n"
        "\n"
        "   1:4  info     trailing space  trailing-space\n"
        "        │ ---\n"
        "        │    ^\n"
        "\n"
        "1 error, 1 warning, 1 info in 2 of 12 files; --fix mends 1; 1 muted\n"
    )


def test_text_says_so_when_there_is_nothing_to_say() -> None:
    assert text.render(NOTHING, Page()) == "nothing to report in 3 files\n"
    assert text.render(Report((MUTED,), 1), Page()) == "nothing to report in 1 file; 1 muted\n"
    assert text.render(NOTHING, Page(has_summary=False)) == ""


def test_text_names_suggestions_that_nothing_else_names() -> None:
    nearest = replace(REPEATED, help=None, suggestions=("over", "the"))
    shown = text.render(Report((nearest,), 1, LINES), Page(has_summary=False))
    assert shown.splitlines()[-2] == "        help: did you mean over?"


def test_text_wraps_messages_on_a_screen_and_never_in_a_pipe() -> None:
    long = replace(REPEATED, message=" ".join(["word"] * 12), help=None)
    report = Report((long,), 1)
    pipe = text.render(report, Page(width=60, has_summary=False))
    assert pipe.splitlines()[2] == f"  12:9  warning  {long.message}  repeated-word"
    assert text.render(report, Page(width=60, is_screen=True, has_summary=False)) == (
        "a.md\n"
        "\n"
        "  12:9  warning  word word word word word word word word\n"
        "                 word word word word  repeated-word\n"
        "\n"
    )


def test_text_underlines_the_first_line_of_a_longer_span_to_its_end() -> None:
    long = replace(REPEATED, end=Position(14, 3), help=None)
    shown = text.render(Report((long,), 1, LINES), Page(has_summary=False))
    assert shown.splitlines()[3:5] == [
        "        │ Turn to the the north",
        "        │         ^^^^^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("place", "line", "drawn"),
    [
        ((9, 1), "", []),
        ((9, 1), " ", []),
        ((9, 4), "end", ["       │ end", "       │    ^"]),
        ((9, 9), "end", ["       │ end", "       │    ^"]),
    ],
)
def test_text_marks_an_empty_span_and_the_end_of_a_file(
    place: tuple[int, int], line: str, drawn: list[str]
) -> None:
    one = finding("a.md", place, 0, "missing-key", "title is missing")
    shown = text.render(Report((one,), 1, {("a.md", 9): line}), Page(has_summary=False))
    assert shown.splitlines()[3:-1] == drawn


def test_text_without_the_line_of_an_unreadable_file() -> None:
    gone = finding("a.md", (1, 1), 0, "unreadable-file", "cannot be read: permission denied")
    assert text.render(Report((gone,), 1), Page()) == (
        "a.md\n"
        "\n"
        "  1:1  warning  cannot be read: permission denied  unreadable-file\n"
        "\n"
        "1 warning in 1 file\n"
    )


def test_text_in_colour() -> None:
    shown = text.render(Report((MISSPELT,), 1, LINES), Page(has_color=True))
    assert shown == (
        "\x1b[1;4ma.md\x1b[0m\n"
        "\n"
        '  \x1b[2m2:1\x1b[0m  \x1b[1;31merror  \x1b[0m  "tittle" is no key of a post'
        "  \x1b[2mmisspelt-key\x1b[0m\n"
        "       \x1b[2m│\x1b[0m tittle: Fighting resumes\n"
        "       \x1b[2m│\x1b[0m \x1b[1;31m^^^^^^\x1b[0m\n"
        '       \x1b[32mfix:\x1b[0m rename to "title"\n'
        "\n"
        "\x1b[1;31m1 error\x1b[0m in 1 file; --fix mends 1\n"
    )


def test_text_for_a_terminal_that_has_only_ascii() -> None:
    quoted = replace(REPEATED, message="“the the” — twice", help=None)
    lines = {("a.md", 12): "“Հyz” … the the " + "word " * 40}
    shown = text.render(Report((quoted,), 1, lines), Page(60, encoding="ascii", has_summary=False))
    assert shown == (
        "a.md\n"
        "\n"
        '  12:9  warning  "the the" - twice  repeated-word\n'
        '        | "\\u0540yz" ... the the word word word word...\n'
        "        |                ^^^^^^^\n"
        "\n"
    )


def test_concise_is_one_line_for_each_finding() -> None:
    assert concise.render(REPORT, Page()) == (
        'a.md:2:1: error misspelt-key: "tittle" is no key of a post\n'
        'a.md:12:9: warning repeated-word: "the the" has a word twice\n'
        "b.md:1:4: info trailing-space: trailing space\n"
    )
    assert concise.render(NOTHING, Page()) == ""


def test_statistics_count_by_rule_and_by_file() -> None:
    many = (*REPORT.findings, *[replace(REPEATED, severity=Severity.INFO)] * 10)
    assert statistics.render(replace(REPORT, findings=many), Page()) == (
        "11  warning  repeated-word\n"
        " 1  error    misspelt-key    1 with a fix\n"
        " 1  info     trailing-space\n"
        "\n"
        "12  a.md\n"
        " 1  b.md\n"
    )
    assert statistics.render(NOTHING, Page()) == ""


def test_statistics_name_ten_files() -> None:
    many = tuple(replace(REPEATED, path=f"{number:02}.md") for number in range(12))
    lines = statistics.render(Report(many, 12), Page()).split("\n")
    assert lines[2:] == [*[f"1  {number:02}.md" for number in range(10)], "and 2 more", ""]


def test_json_to_the_letter() -> None:
    assert json_format.render(Report((MISSPELT, MUTED), 12), Page()) == (
        '{"version": 1,\n'
        ' "summary": {"files": 12, "findings": 1, "error": 1, "warning": 0, "info": 0,'
        ' "fixable": 1, "muted": 1},\n'
        ' "findings": [\n'
        '  {"path": "a.md", "line": 2, "column": 1, "end_line": 2, "end_column": 7,'
        ' "start": 100, "end": 106, "rule": "misspelt-key", "severity": "error",'
        ' "message": "\\"tittle\\" is no key of a post", "help": null, "suggestions": ["title"],'
        ' "fix": {"title": "rename to \\"title\\"", "safe": true,'
        ' "edits": [{"start": 100, "end": 106, "replacement": "title"}]},'
        ' "fingerprint": "f00d", "muted_by": null},\n'
        '  {"path": "b.md", "line": 3, "column": 1, "end_line": 3, "end_column": 2,'
        ' "start": 100, "end": 101, "rule": "house-term", "severity": "warning",'
        ' "message": "muted", "help": null, "suggestions": [], "fix": null,'
        ' "fingerprint": "f00d", "muted_by": "comment"}\n'
        " ]}\n"
    )


@pytest.mark.parametrize("report", [REPORT, NOTHING])
def test_json_is_what_its_schema_says(report: Report) -> None:
    found = json.loads(json_format.render(report, Page()))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(found)
    assert list(found) == list(SCHEMA["properties"])
    assert list(found["summary"]) == list(SCHEMA["properties"]["summary"]["properties"])
    for one in found["findings"]:
        assert list(one) == list(SCHEMA["$defs"]["finding"]["properties"])


def test_json_spells_out_what_other_readers_refuse() -> None:
    odd = replace(REPEATED, path="caf\udce9.md", message="ü \x1b \ud800")
    found = json.loads(json_format.render(Report((odd,), 1), Page()))["findings"][0]
    assert (found["path"], found["message"]) == ("caf\\xe9.md", "ü \x1b \\ud800")


def test_the_summary_counts() -> None:
    assert summarise(REPORT) == Summary(
        files=12, findings=3, error=1, warning=1, info=1, fixable=1, muted=1
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_reporter(name: str) -> None:
    assert reporter(name)(REPORT, Page())


def test_a_plain_report_needs_no_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "rich"]:
        monkeypatch.delitem(sys.modules, name)
    for name in FORMATS:
        reporter(name)(REPORT, Page())
    assert not {name for name in sys.modules if name.split(".")[0] == "rich"}
