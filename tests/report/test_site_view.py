"""What the posts of a site come to: rates that are fair, periods that tell something."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import MISSPELT, NOTE, REPEATED

from postlint.content.facts import Facts, UnknownWord, packed
from postlint.engine.checked import Checked
from postlint.model.finding import Finding, Severity
from postlint.model.span import Position
from postlint.report.by_date import by_date
from postlint.report.counted_post import CountedPost
from postlint.report.site_view import site_view


def post(
    name: str,
    found: Sequence[Finding] = (),
    *,
    author: str = "",
    section: str = "",
    date: str = "",
    length: int = 1_000,
    words: bytes = b"",
) -> Checked:
    """What came out of a post."""
    facts = Facts(words, date=date, author=author, section=section, length=length)
    return Checked(name, tuple(replace(one, path=name) for one in found), facts=facts)


def test_groups_count_posts_words_and_what_is_not_muted() -> None:
    muted = replace(REPEATED, muted_by="baseline")
    site = site_view(
        [
            post("news/a.md", [MISSPELT, REPEATED, NOTE, muted], author="Aylin"),
            post("news/b.md", [NOTE], author="Aylin"),
            post("sport/c.md", [muted], author="Jon"),
        ]
    )
    aylin, jon = site.authors
    assert (aylin.name, aylin.posts, aylin.flawed, aylin.words) == ("Aylin", 2, 1, 2_000)
    assert (aylin.error, aylin.warning, aylin.info) == (1, 1, 2)
    assert (jon.name, jon.flaws, jon.flawed) == ("Jon", 0, 0)
    assert [one.name for one in site.sections] == ["news", "sport"]
    assert (site.whole.posts, site.whole.flaws, site.undated) == (3, 2, 3)


def test_what_most_posts_are_filed_under_is_their_section() -> None:
    filed = [post("posts/a.md", section="World"), post("posts/b.md", section="Sport")]
    assert {one.name for one in site_view([*filed, post("x/c.md")]).sections} == {
        *("World", "Sport", "")
    }
    few = [filed[0], post("posts/b.md"), post("x/c.md")]
    assert {one.name for one in site_view(few).sections} == {"posts", "x"}


def test_little_text_has_no_rate() -> None:
    def rate(posts: int) -> float | None:
        return site_view([post(f"{n}.md", [REPEATED] * 2) for n in range(posts)]).whole.rate

    assert (rate(1), rate(4), rate(5)) == (None, None, 20.0)
    short = [post(f"{n}.md", [REPEATED], length=10) for n in range(20)]
    assert site_view(short).whole.rate is None


def author(name: str, posts: int, flawed: int, words: int = 1_000) -> list[Checked]:
    return [
        post(f"{name}/{n}.md", [REPEATED] * (n < flawed), author=name, length=words)
        for n in range(posts)
    ]


@pytest.mark.parametrize(
    ("posts", "flawed", "standing"),
    [(1, 1, ""), (3, 3, ""), (20, 4, ""), (20, 14, "more"), (60, 0, "fewer"), (10, 0, "")],
)
def test_few_posts_never_stand_out(posts: int, flawed: int, standing: str) -> None:
    site = site_view([*author("others", 200, 40), *author("Jon", posts, flawed)])
    assert [one.standing for one in site.authors if one.name == "Jon"] == [standing]


def test_who_writes_long_posts_does_not_stand_out_for_it() -> None:
    essays = [*author("Jon", 100, 80, words=9_000), *author("Aylin", 100, 80, words=9_000)]
    site = site_view([*author("agency", 1_000, 20, words=100), *essays])
    assert {one.name: one.standing for one in site.authors} == {
        "Jon": "",
        "Aylin": "",
        "agency": "",
    }


def test_one_post_full_of_mistakes_does_not_make_its_author_stand_out() -> None:
    site = site_view([*author("others", 200, 40), post("x.md", [REPEATED] * 500, author="Jon")])
    assert site.authors[0].name == "Jon"
    assert site.authors[0].standing == ""


def dated(*days: str) -> list[Checked]:
    return [post(f"{n}.md", date=day) for n, day in enumerate(days)]


def test_periods_are_the_shortest_that_tell_something() -> None:
    months = [f"2024-{month:02}-{day:02}" for month in (1, 2, 4) for day in range(1, 8)]
    site = site_view(dated(*months))
    assert site.unit == "month"
    assert [(one.name, one.posts) for one in site.periods] == [
        *(("2024-01", 7), ("2024-02", 7), ("2024-03", 0), ("2024-04", 7))
    ]
    quarters = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 2)]
    assert [one.name for one in site_view(dated(*quarters)).periods] == [
        f"2024 Q{number}" for number in (1, 2, 3, 4)
    ]
    assert [one.name for one in site_view(dated("2023-05-01", "2024-01-01")).periods] == [
        *("2023", "2024")
    ]


def test_a_date_far_from_all_others_makes_no_long_chart() -> None:
    site = site_view(
        dated("0001-01-01", "2023-05-01", "2024-01-01", "9999-12-31", "", "2024-02-31")
    )
    assert [one.name for one in site.periods] == ["2023", "2024"]
    assert (site.far_dated, site.undated) == (2, 2)
    assert site.days["0.md"] == "0001-01-01"


def test_an_old_archive_is_shown_in_decades() -> None:
    site = site_view(dated(*(f"{year}-0{n}-01" for year in range(1955, 2025) for n in range(1, 6))))
    assert site.unit == "decade"
    assert [(one.name, one.posts) for one in site.periods] == [
        *(("1950s", 25), ("1960s", 50), ("1970s", 50), ("1980s", 50), ("1990s", 50)),
        *(("2000s", 50), ("2010s", 50), ("2020s", 25)),
    ]
    assert (site.far_dated, site.older.posts + site.newer.posts) == (0, 350)
    assert (site.older.name, site.newer.name) == ("1955-01-01", "2007-03-01")


def test_posts_before_a_long_pause_are_not_far_from_the_others() -> None:
    site = site_view(dated(*["1999-05-01"] * 3, *["2012-05-01"] * 30))
    assert (site.far_dated, site.periods[0].name, len(site.periods)) == (0, "1999", 14)


def test_the_newest_quarter_of_the_posts_is_apart() -> None:
    site = site_view(dated("2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04"))
    assert (site.older.name, site.older.posts) == ("2024-01-01", 3)
    assert (site.newer.name, site.newer.posts) == ("2024-01-04", 1)
    one_day = site_view(dated("2024-01-01", "2024-01-01", "2024-01-01"))
    assert (one_day.older.posts, one_day.newer.posts) == (0, 3)


def test_the_words_of_the_site_with_counts_and_the_first_place() -> None:
    def uses(number: int) -> bytes:
        word = UnknownWord("pulsifer", 2, 2, (number,), Position(3, 7), "near-miss", False, True)
        return packed((word,))

    site = site_view([post(f"{n}.md", words=uses(n)) for n in range(3)])
    (word,) = site.words
    assert (word.written, word.posts, word.times, word.place) == ("Pulsifer", 3, 6, "0.md:3:7")
    assert (word.is_slip, site.all_words, site.words_of_many) == (True, 1, 1)


def test_no_posts_are_a_site_too() -> None:
    site = site_view([])
    assert (site.whole.posts, site.periods, site.sections, site.authors) == (0, (), (), ())


counted = st.builds(
    CountedPost,
    path=st.text(max_size=3),
    day=st.none() | st.dates(),
    section=st.just(""),
    author=st.just(""),
    words=st.integers(0, 10_000),
    error=st.integers(0, 3),
    warning=st.integers(0, 3),
    info=st.just(0),
)


@given(st.lists(counted, max_size=30))
def test_each_dated_post_is_in_one_period_or_told_of(posts: list[CountedPost]) -> None:
    found = by_date(posts)
    dated = sum(post.day is not None for post in posts)
    assert sum(one.posts for one in found.periods) + found.far == dated
    assert found.older.posts + found.newer.posts + found.far == dated
    assert len(found.periods) <= (1_000 if found.unit == "decade" else 48)
    names = [one.name for one in found.periods]
    assert names == sorted(set(names))


def test_severities_are_counted_as_they_were_configured() -> None:
    strict = replace(REPEATED, severity=Severity.ERROR)
    assert site_view([post("a.md", [strict])]).whole.error == 1
