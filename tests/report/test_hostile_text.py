"""Whatever a post, a path or a rule says: no reporter raises, and no terminal is steered."""

import json
import re
import unicodedata

from any_report import lines, pages, reports, spans
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from postlint.model.report import Report
from postlint.model.span import Span
from postlint.report import concise, json_format
from postlint.report.formats import FORMATS, reporter
from postlint.report.page import Page
from postlint.report.source_line import draw

STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})
BIDIRECTIONAL = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
CODES = re.compile(r"\x1b\[[0-9;]*m")


@given(reports, pages)
def test_nothing_raises_and_nothing_steers_the_terminal(report: Report, page: Page) -> None:
    for name in FORMATS:
        printed = reporter(name)(report, page)
        out = CODES.sub("", printed) if page.has_color else printed
        out.encode(page.encoding)
        steering = {char for char in out if unicodedata.category(char) in STEERING}
        assert steering <= {"\n"}
        assert BIDIRECTIONAL.isdisjoint(out)


@given(reports)
def test_one_line_is_one_finding(report: Report) -> None:
    shown = [one for one in report.findings if one.muted_by is None]
    assert concise.render(report, Page()).count("\n") == len(shown)
    found = json.loads(json_format.render(report, Page()))
    assert len(found["findings"]) == len(report.findings)
    assert json.dumps(found, ensure_ascii=False).encode()


@given(lines, spans, st.integers(20, 120))
def test_source_lines_fit_the_page(line: str, span: Span, room: int) -> None:
    drawn = draw(line, span.start, span.end, Page(), room)
    assert cell_len(drawn.text) <= room
    assert drawn.indent + drawn.marked <= room + 1
