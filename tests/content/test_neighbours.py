"""What a site says of a post keeps its place while the post is mended."""

from hypothesis import given
from hypothesis import strategies as st

from postlint.content.neighbours import SiteProblem
from postlint.model.finding import Edit, Fix, Problem
from postlint.model.span import Span

BEFORE = "date: 1\ntitle: War\n"
EDIT = Edit(Span(15, 18), "Peace")
SAID = SiteProblem("duplicate-title", Problem(Span(15, 18), "twice", fix=Fix("rename", (EDIT,))))


def test_a_problem_moves_with_its_text() -> None:
    placed = SAID.quoting(BEFORE).place_in("date: 2024\ntitle: War\n")
    assert placed == Problem(
        Span(18, 21), "twice", fix=Fix("rename", (Edit(Span(18, 21), "Peace"),))
    )


def test_a_problem_is_gone_with_its_text() -> None:
    assert SAID.quoting(BEFORE).place_in("date: 1\ntitle: Peace\n") is None


def test_a_problem_of_a_whole_post_stays() -> None:
    said = SiteProblem("orphan-post", Problem(Span(0, 0), "alone")).quoting(BEFORE)
    assert said.place_in("") == Problem(Span(0, 0), "alone")


def test_a_fix_that_is_written_elsewhere_is_not_moved() -> None:
    fix = Fix("drop", (Edit(Span(0, 8), ""),))
    said = SiteProblem("duplicate-title", Problem(Span(15, 18), "twice", fix=fix)).quoting(BEFORE)
    assert said.place_in(f"\n{BEFORE}") == Problem(Span(16, 19), "twice")


@given(st.text(), st.text(), st.text())
def test_a_problem_is_inside_of_any_text(before: str, quote: str, after: str) -> None:
    start = len(before)
    said = SiteProblem("x", Problem(Span(start, start + len(quote)), "x"))
    placed = said.quoting(before + quote + after).place_in(after + quote)
    assert placed is not None
    assert 0 <= placed.span.start <= placed.span.end <= len(after + quote)
