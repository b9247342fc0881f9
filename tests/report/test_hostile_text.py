"""Whatever a post, a path or a rule says: no reporter raises, and no terminal is steered."""

import json
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from postlint.model.finding import Edit, Finding, Fix, Severity
from postlint.model.report import Report
from postlint.model.span import Position, Span
from postlint.report import concise, json_format, statistics, text
from postlint.report.page import Page
from postlint.report.source_line import draw

REPORTERS = (text.render, concise.render, json_format.render, statistics.render)
STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})
BIDIRECTIONAL = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
CODES = re.compile(r"\x1b\[[0-9;]*m")

any_text = st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Zl"]))
lines = st.text(st.characters(exclude_characters="\n")) | any_text.map(lambda line: line * 50)
positions = st.builds(Position, st.integers(1, 5), st.integers(1, 200))
spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda ends: Span(*sorted(ends)))
fixes = st.builds(Fix, any_text, st.tuples(st.builds(Edit, spans, any_text)), st.booleans())
findings = st.builds(
    lambda path, span, places, *rest: Finding(path, span, min(places), max(places), *rest),
    any_text,
    spans,
    st.tuples(positions, positions),
    any_text,
    st.sampled_from(Severity),
    any_text,
    st.none() | any_text,
    st.lists(any_text, max_size=3).map(tuple),
    st.none() | fixes,
    st.just("f00d"),
    st.sampled_from([None, None, None, "comment"]),
)
reports = st.builds(
    lambda some, line: Report(
        tuple(some), len(some), {(one.path, one.start.line): line for one in some}
    ),
    st.lists(findings, max_size=4),
    lines,
)
pages = st.builds(
    Page,
    width=st.integers(40, 120),
    is_screen=st.booleans(),
    has_color=st.booleans(),
    encoding=st.sampled_from(["utf-8", "ascii", "latin-1", "cp1252", "koi8-r"]),
)


@given(reports, pages)
def test_nothing_raises_and_nothing_steers_the_terminal(report: Report, page: Page) -> None:
    for render in REPORTERS:
        out = CODES.sub("", render(report, page)) if page.has_color else render(report, page)
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
