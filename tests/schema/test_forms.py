"""Formats, dates, examples of patterns, and slips."""

# ruff: noqa: E501 - a table reads best with one case to a line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.schema.dates import pattern_named, read_date
from postlint.schema.formats import NAMES, fits, format_named
from postlint.schema.mistakes.one_slip import SlipIndex, is_one_slip
from postlint.schema.mistakes.pattern_example import date_pattern_of, example_of, rewritten
from time_growth import growth

RIGHT = {
    "uri": ["https://example.com", "http://localhost:8000/a?b#c", "https://[::1]/", "mailto:a@b.c", "https://münchen.de/ä", "https://a_b.example.com/%20"],
    "uri-reference": ["/a/b", "a.html#b", "https://example.com", "?q=1"],
    "image-url": ["https://example.com/a.jpg", "https://example.com/a.WEBP?w=8.5", "https://example.com/photo", "https://example.com/photo.php?id=3", "https://example.com"],
    "image": ["/img/a.jpg", "a b.png", "../a.svg?v=2", "https://example.com/a", "//example.com/a.jpg"],
    "date": ["2024-02-29", "0001-01-01"],
    "date-time": ["2026-01-31T08:30:00Z", "2026-01-31t08:30:00.123+04:00"],
    "timestamp": ["2026-01-31", "2026-01-31 08:30", "2026-01-31 08:30:00 +0400", "2026-01-31T08:30:00Z"],
    "time": ["08:30:00Z"],
    "slug": ["a", "my-post-2", "мой-пост"],
    "email": ["a.b+c@example.co.uk"],
    "uuid": ["123e4567-e89b-12d3-a456-426614174000"],
    "ipv4": ["192.0.2.1"],
    "ipv6": ["2001:db8::1"],
    "regex": ["^a+$"],
    "YYYY-MM-DD-HH-MM-SS": ["2020-09-29-08-53-40"],
    "DD.MM.YYYY": ["29.09.2020"],
    "YYYY-MM": ["2020-09"],
    "no-such-format": ["anything"],
}  # fmt: skip
WRONG = {
    "uri": ["not a url", "example.com", "http://", "https:/example.com", "htps://example.com", "https://exa mple.com", "https://-a.com", "C:\\a", "C:/a", "https://a..b", "https://a/%zz", "", "://", "https://[::1/"],
    "uri-reference": ["a b", "http://"],
    "image-url": ["/a.jpg", "https://example.com/a.jgp", "https://example.com/a.pdf", "https://example.com/a.html?x=a.jpg", "a.jpg"],
    "image": ["a", "a.pdf", " a.jpg", "https:/a.jpg", "{{ site.url }}/a.jpg", ""],
    "date": ["2026-02-29", "2026-13-01", "2026-1-1", "2026-01-01T00:00:00Z", "2026-00-10", "２０２６-01-01"],
    "date-time": ["2026-01-31", "2026-01-31T08:30:00", "2026-02-30T08:30:00Z", "2026-01-31T25:00:00Z"],
    "timestamp": ["2026-02-30", "2026-1-31", "2026-01-31 0830", "31 January 2026"],
    "time": ["08:30"],
    "slug": ["My-Post", "a b", "a--b", "-a", "a_b", ""],
    "email": ["a", "a@b", "a b@example.com", "a@example..com"],
    "uuid": ["123"],
    "ipv4": ["192.0.2.256", "1.2.3"],
    "ipv6": ["::g"],
    "regex": ["("],
    "YYYY-MM-DD-HH-MM-SS": ["2020-09-29", "2020-09-29-25-00-00", "2020-09-31-00-00-00"],
    "DD.MM.YYYY": ["2020-09-29", "31.02.2020"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [(n, text) for n in RIGHT for text in RIGHT[n]])
def test_format_accepts(name: str, text: str) -> None:
    assert fits(name, text)


@pytest.mark.parametrize(("name", "text"), [(n, text) for n in WRONG for text in WRONG[n]])
def test_format_refuses(name: str, text: str) -> None:
    assert not fits(name, text)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("uri", "www.example.com/a b", "https://www.example.com/a%20b"),
        ("uri", "htps://example.com", "https://example.com"),
        ("uri", "https:/example.com", "https://example.com"),
        ("uri", "http//example.com", "http://example.com"),
        ("uri", "//example.com", "https://example.com"),
        ("date", "2020-9-1", "2020-09-01"),
        ("date", "20200901", "2020-09-01"),
        ("date", "1.9.2020", "2020-09-01"),
        ("date", "25/9/2020", "2020-09-25"),
        ("date", "9/25/2020", "2020-09-25"),
        ("date", "1/9/2020", None),
        ("date", "September 1st, 2020", "2020-09-01"),
        ("date", "1 Sept. 2020 at 8:30", "2020-09-01"),
        ("date-time", "2020-09-01 08:30:00 +0400", "2020-09-01T08:30:00+04:00"),
        ("timestamp", "2020/09/01 8:30 UTC", "2020-09-01T08:30:00Z"),
        ("YYYY-MM-DD-HH-MM-SS", "2020-09-01T08:30:05Z", "2020-09-01-08-30-05"),
        ("slug", "L’été & Co.", "lete-co"),
    ],
)
def test_format_rewrites(name: str, text: str, expected: str | None) -> None:
    known = format_named(name)
    assert known is not None
    assert known.rewrite(text) == expected


@pytest.mark.parametrize(
    "name", ["YYYY", "DD-MM", "YYYY-MM-MM", "YYYY-MM-DD-DD", "date", "", "MM/DD", "YYYY MM X"]
)
def test_what_is_no_date_pattern(name: str) -> None:
    assert pattern_named(name) is None


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (r"^\d{4}-\d{2}-\d{2}$", "YYYY-MM-DD"),
        (r"^[0-9]{4}/(0[1-9]|1[0-2])/[0-3]\d$", "YYYY/MM/DD"),
        (r"^(?P<y>\d\d\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)$", "YYYY-MM-DDTHH:MM"),
        (r"\d{4}-\d{2}-\d{2}", None),
        (r"^\d{2}-\d{2}-\d{4}$", None),
        (r"^\d{4}-\d{1,2}-\d{2}$", None),
        (r"^[a-z]+$", None),
        (r"^(?:\d{4}|\d{2})-\d{2}-\d{2}$", None),
    ],
)
def test_regular_expression_that_is_a_date_is_seen(pattern: str, name: str | None) -> None:
    dates = date_pattern_of(pattern)
    assert (dates.name if dates else None) == name


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        ("^[a-z0-9]+(-[a-z0-9]+)*$", "my-post"),
        (r"^\S+@\S+$", "name@example.com"),
        ("^[A-Z]{3}-[0-9]{4}$", "ABC-1234"),
        ("^(foo|bar)-[xyz]+$", "foo-xyz"),
        ("^_layouts\\.", "_layouts."),
        ("(?<=a)b", None),
        ("(", None),
        ("(?!)", None),
    ],
)
def test_example_of_a_regular_expression(pattern: str, example: str | None) -> None:
    assert example_of(pattern) == example


@given(st.text(max_size=50), st.sampled_from([*sorted(NAMES), "YYYY-MM-DD-HH-MM-SS", "DD/MM/YYYY"]))
def test_formats_never_raise_and_rewrites_of_dates_are_accepted(text: str, name: str) -> None:
    known = format_named(name)
    assert known is not None
    fits(name, text)
    known.refuses(text)
    better = known.rewrite(text)
    if better is not None and ("date" in name or "YY" in name):
        assert fits(name, better)


@given(st.datetimes(), st.sampled_from(["%Y-%m-%d %H:%M:%S", "%d %B %Y %H:%M:%S", "%d.%m.%Y"]))
def test_written_dates_are_understood(moment: object, form: str) -> None:
    text = f"{moment:{form}}"
    if len(text.split("-")[0]) == 4 or form != "%Y-%m-%d %H:%M:%S":
        read = read_date(text)
        assert read is None or f"{read.time:{form}}" == text


@given(st.from_regex(r"\A\^?([a-z]|[0-9]|\[[a-z0-9]{1,3}\]|\\d|\(a\|b\)|-|[a-z]\{2\})*\$?\Z"))
def test_an_example_matches_its_pattern(pattern: str) -> None:
    import re

    example = example_of(pattern)
    if example is not None:
        assert re.search(pattern, example)
    changed = rewritten("Some Text 12", pattern)
    assert changed is None or re.search(pattern, changed)


@given(st.text("abcde-_A", min_size=1, max_size=8), st.text("abcde-_A", min_size=4, max_size=8))
def test_the_index_finds_every_slip(word: str, known: str) -> None:
    assert list(SlipIndex([known]).slips_of(word)) == ([known] if is_one_slip(word, known) else [])


def test_many_words_are_looked_through_in_a_time_that_grows_with_them() -> None:
    def words(size: int) -> list[str]:
        return [f"a{n:b}b".translate({48: "c", 49: "d"}) for n in range(size)]

    def look_up(words: list[str]) -> None:
        index = SlipIndex(words)
        for word in words:
            list(index.slips_of(word))

    assert growth(words, look_up, 500) < 10


@given(st.text("abcdefgh", min_size=6, max_size=10), st.data())
def test_a_swap_inside_is_a_slip(known: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(known) - 2))
    word = known[:at] + known[at + 1] + known[at] + known[at + 2 :]
    assert is_one_slip(word, known) == (word != known)
