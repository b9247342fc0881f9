"""Reports with any text in any place, for properties of every format."""

from hypothesis import strategies as st

from postlint.model.finding import Edit, Finding, Fix, Severity
from postlint.model.report import Report
from postlint.model.span import Position, Span
from postlint.report.page import Page

nasty = st.sampled_from(
    [
        *("::error::x", "::stop-commands::x", "##[add-mask]the", "a::b", "%0A", "%25", ","),
        *("]]>", "<script>alert(1)</script>", "</script>", "<!--", "&lt;", "&#60;", "'\"", "\x00"),
        *("\n", "\r\n", "\t", "\x1b[31m", "\u2028", "\u202e", "\ud800", "caf\udce9", "\ufffe"),
        *("|", "\\|", "[a](b)", "![](c)", "**b**", "`", "{0}", "$x$", "://", "../", "# ", " "),
    ]
)
any_text = st.text(
    st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Zl"])
) | st.lists(nasty | st.text(max_size=3), max_size=6).map("".join)
lines = st.text(st.characters(exclude_characters="\n")) | any_text.map(lambda line: line * 50)
positions = st.builds(Position, st.integers(1, 5), st.integers(1, 200))
spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda ends: Span(*sorted(ends)))
edits = st.lists(st.builds(Edit, spans, any_text), max_size=2).map(
    lambda some: tuple(sorted(some, key=lambda edit: edit.span))
)
fixes = st.builds(Fix, any_text, edits, st.booleans())
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


def _report(some: list[Finding], line: str, author: str) -> Report:
    """A report in which all that is known of the findings is known."""
    return Report(
        tuple(some),
        len(some),
        {(one.path, place.line): line for one in some for place in (one.start, one.end)},
        {
            (one.path, at): Position(at // 100 + 1, at % 100 + 1)
            for one in some
            for edit in (one.fix.edits if one.fix else ())
            for at in (edit.span.start, edit.span.end)
        },
        {one.path: author for one in some},
    )


reports = st.builds(_report, st.lists(findings, max_size=4), lines, any_text)
pages = st.builds(
    Page,
    width=st.integers(40, 120),
    is_screen=st.booleans(),
    has_color=st.booleans(),
    encoding=st.sampled_from(["utf-8", "ascii", "latin-1", "cp1252", "koi8-r"]),
)
