"""What a reviewer clicks is the fix: the edits of SARIF and RDJSON, applied to the text."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from postlint.cli.outputs import report_of
from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.engine.check import check
from postlint.language.terms.terms import Terms, rows_of
from postlint.model.finding import Fix
from postlint.report.formats import reporter
from postlint.report.page import Page

TERMS = Terms(rows_of({"Karakbakh": "Qarabağ"}))
RESOLVER = Resolver(Config(root=Path("/"), terms=TERMS), select=("all",))
PIECES = st.sampled_from(
    [
        *("---\n", "tittle: x\n", "title: a  \n", "tags: [a]\n", "\n", "\r\n", "\n\n", "𐐀 ", "ü"),
        *("the the ", " , ", "a apple ", "recieved ", "Karakbakh ", "1.5million ", "end. ", "ə "),
        *(
            "<!-- postlint-disable-line repeated-word -->",
            "\u200b",
            "word",
            "“the",
            "  \n",
            "e\u0301",
        ),
    ]
)


def fixed(text: str, fix: Fix) -> str:
    for edit in reversed(fix.edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def replaced(lines: list[Any], end: Any, start: tuple[int, int], stop: tuple[int, int]) -> Any:
    """The lines with what is between two places, 1-based lines and columns, replaced."""
    before = [*lines[: start[0] - 1], lines[start[0] - 1][: start[1] - 1]]
    after = [lines[stop[0] - 1][stop[1] - 1 :], *lines[stop[0] :]]
    return [*before[:-1], before[-1] + end + after[0], *after[1:]]


def in_sarif(region: Mapping[str, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    return (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_edits_are_where_the_fix_is(text: str) -> None:
    report = report_of([check("a.md", text.encode(), RESOLVER)])
    (run,) = json.loads(reporter("sarif")(report, Page()))["runs"]
    shown = [one for one in report.findings if one.muted_by is None]
    results = [one for one in run["results"] if not one["suppressions"]]
    said = json.loads(reporter("rdjson")(report, Page()))["diagnostics"]
    for finding, result, diagnostic in zip(shown, results, said, strict=True):
        assert len(result["fixes"]) == (finding.fix is not None)
        for fix in result["fixes"]:
            lines: Any = text.split("\n")
            for edit in reversed(fix["artifactChanges"][0]["replacements"]):
                places = in_sarif(edit["deletedRegion"])
                lines = replaced(lines, edit["insertedContent"]["text"], *places)
            assert finding.fix is not None
            assert "\n".join(lines) == fixed(text, finding.fix)
        for suggestion in diagnostic["suggestions"]:
            ends = [suggestion["range"][end] for end in ("start", "end")]
            first, last = ((end["line"], end["column"]) for end in ends)
            raw = replaced(text.encode().split(b"\n"), suggestion["text"].encode(), first, last)
            assert finding.fix is not None
            assert b"\n".join(raw) == fixed(text, finding.fix).encode()
