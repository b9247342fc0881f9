"""What a term would do to a post is what it does once it is adopted."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.engine.check import check
from postlint.engine.try_terms import try_terms
from postlint.language.terms.row import Row
from postlint.language.terms.terms import Terms

TERMS = Terms((Row("Kiev", ("Kyiv",), except_in=("quotations",)), Row("war", ("fight", "battle"))))
PARTS = [
    *("Kiev", "war", "the", " ", "\n", "\n\n", "---\n", "title: ", '"', "“", "”", "> ", "# ", "`"),
    *("**", "[", "](Kiev)", "<b>", "<!-- ", " -->", "&amp;", "[sic]", "é", "\0", "{{ Kiev }}", "'"),
]


def test_why_a_hit_would_be_left(tmp_path: Path) -> None:
    text = '---\ntitle: Kiev\nby: Kiev\n---\nKiev, "Kiev", `Kiev`, Kiev [sic], war.\n'
    tried = try_terms("a.md", text.encode(), TERMS)
    assert [(one.start.line, one.start.column, one.use.why_not) for one in tried] == [
        (2, 8, None),
        (3, 5, "front matter"),
        (5, 1, None),
        (5, 8, "quotations"),
        (5, 16, "code"),
        (5, 23, "sic"),
        (5, 35, "by hand"),
    ]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_what_would_be_replaced_is_what_the_rule_mends(text: str) -> None:
    tried = [one.use for one in try_terms("a.md", text.encode(), TERMS)]
    resolver = Resolver(Config(root=Path("/"), terms=TERMS), select=("house-term",))
    found = check("a.md", text.encode(), resolver).findings
    mended = [one.span for one in found if one.fix]
    by_hand = [one.span for one in found if not one.fix]
    assert [use.span for use in tried if use.why_not is None] == mended
    assert [use.span for use in tried if use.why_not == "by hand"] == by_hand
    assert all(text[use.span.start : use.span.end] == use.found for use in tried)
