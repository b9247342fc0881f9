"""What the examples of the rules about front matter cannot show: dates, orders, hostile input."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.config.resolve import Resolver
from postlint.config.settings import Config, RuleSetting
from postlint.content.document import Document, parse
from postlint.content.source import Source
from postlint.engine.check import check
from postlint.model.errors import ConfigError
from postlint.model.finding import Problem
from postlint.rules.base import Rule
from postlint.rules.front_matter.date_disagrees_with_file_name import DateDisagreesWithFileName
from postlint.rules.front_matter.date_in_future import DateInFuture
from postlint.rules.front_matter.description_length import DescriptionLength
from postlint.rules.front_matter.empty_value import EmptyValue
from postlint.rules.front_matter.key_order import KeyOrder
from postlint.rules.front_matter.title_length import TitleLength
from time_growth import growth

RULES: tuple[Rule, ...] = (
    EmptyValue(),
    DateInFuture(today="2024-03-01"),
    DateDisagreesWithFileName(),
    TitleLength(),
    DescriptionLength(),
    KeyOrder(),
)


def read(front_matter: str, path: str = "post.md") -> Document:
    return parse(path, Source(f"---\n{front_matter}\n---\n"))


def messages(rule: Rule, doc: Document) -> list[str]:
    return [problem.message for problem in rule.check(doc)]


def mended(text: str, problem: Problem) -> str:
    assert problem.fix
    for edit in reversed(problem.fix.edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_the_day_of_the_run_comes_from_outside(tmp_path: Path) -> None:
    data = b"---\ndate: 2204-03-01\n---\n"
    told = check("a.md", data, Resolver(Config(tmp_path), today="2024-03-01")).findings
    assert [one.message for one in told] == ["date is 2204-03-01, 65,743 days after 2024-03-01"]
    assert check("a.md", data, Resolver(Config(tmp_path))).findings == ()


def test_a_configuration_may_set_the_day(tmp_path: Path) -> None:
    setting = RuleSetting(options={"today": "2204-03-01"})
    config = Config(tmp_path, rules={"date-in-future": setting})
    data = b"---\ndate: 2204-03-01\n---\n"
    assert check("a.md", data, Resolver(config, today="2024-03-01")).findings == ()


@pytest.mark.parametrize(
    ("rule", "option", "message"),
    [
        ("date-in-future", {"today": "2024-13-01"}, 'today is "2024-13-01", expected a day such'),
        ("title-length", {"min": 80}, "min is 80, expected no more than max, which is 60"),
    ],
)
def test_an_option_that_means_nothing(
    rule: str, option: dict[str, object], message: str, tmp_path: Path
) -> None:
    setting = RuleSetting(enabled=True, options=option)
    with pytest.raises(ConfigError, match=message):
        check("a.md", b"", Resolver(Config(tmp_path, rules={rule: setting})))


@pytest.mark.parametrize(
    "front_matter",
    [
        *("date: 2024-13-01", "date: 0000-00-00", "date: 99999-01-01", "date: tomorrow", "date:"),
        *("date: [2204-03-01]", "date: {a: 1}", "date: true", "date: '{{ .Date }}'", "- a", "text"),
        *("date: 2204-03-01\npublished: false", "date: 2024-03-02T10:00:00Z"),
    ],
)
def test_no_date_to_come(front_matter: str) -> None:
    assert messages(DateInFuture(today="2024-03-01"), read(front_matter)) == []


@pytest.mark.parametrize(
    "date", ["9999-12-31T23:59:59+14:00", "2204-03-01-10-00-00", "Mar 1, 2204"]
)
def test_dates_to_come_however_they_are_written(date: str) -> None:
    assert len(messages(DateInFuture(today="0001-01-01"), read(f"date: {date}"))) == 1


@pytest.mark.parametrize(
    ("path", "date", "is_told"),
    [
        ("2024-03-01-war.md", "2024-02-29T23:00:00-05:00", False),
        ("2024-03-01-war.md", "2024-02-28T23:00:00-05:00", True),
        ("2024-03-01-war.md", "2024-02-29", True),
        ("2024-03-01.md", "2024-02-29", True),
        ("2024/03/01-war.md", "2024-02-29", True),
        ("2024/03/01/war/index.mdx", "2024-02-29", True),
        ("2024/03/war.md", "2024-02-29", False),
        ("2024-02-30-war.md", "2024-02-29", False),
        ("9999-12-31-war.md", "0001-01-01", True),
        ("archetypes/2024-03-01-war.md", "2024-02-29", False),
    ],
)
def test_the_day_in_a_file_name(path: str, date: str, *, is_told: bool) -> None:
    assert bool(messages(DateDisagreesWithFileName(), read(f"date: {date}", path))) is is_told


@pytest.mark.parametrize(
    ("rule", "front_matter", "message"),
    [
        (TitleLength(), "title: Über 👍", "title has 6 characters, expected at least 30"),
        (TitleLength(), "title: 1984", "title has 4 characters, expected at least 30"),
        (
            TitleLength(1, 3),
            "title: >\n  a\n  b\n  c",
            "title has 5 characters, expected at most 3",
        ),
        (
            DescriptionLength(2),
            "description: a",
            "description has 1 character, expected at least 2",
        ),
    ],
)
def test_a_length_is_what_a_reader_sees(rule: Rule, front_matter: str, message: str) -> None:
    assert messages(rule, read(front_matter)) == [message]


@pytest.mark.parametrize("value", ["", "''", "[]", "true", "{a: b}", "~", "'{% if a %}'"])
def test_what_has_no_length(value: str) -> None:
    assert messages(TitleLength(), read(f"title: {value}")) == []


def test_what_the_schema_says_of_a_value_is_not_said_again(tmp_path: Path) -> None:
    text = b"---\n$schema: news-post\ntitle:\n---\n"
    told = check(str(tmp_path / "a.md"), text, Resolver(Config(tmp_path))).findings
    assert [one.rule for one in told if one.start.line == 3] == ["wrong-type"]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (  # a comment above the first key, far from it, is no key's
            "---\n# licence\n\ndate: 1\n# its own\ntitle: a\n---\n",
            "---\n# licence\n\n# its own\ntitle: a\ndate: 1\n---\n",
        ),
        ("---\r\ndate: 1\r\ntitle: a\r\n---\r\n", "---\r\ntitle: a\r\ndate: 1\r\n---\r\n"),
        (  # what looks like a comment is text
            "---\ndate: |\n  # 1\ntitle: a\n---\n",
            "---\ntitle: a\ndate: |\n  # 1\n---\n",
        ),
        ("+++\ndate = 2024-03-01\ntitle = 'a'\n+++", "+++\ntitle = 'a'\ndate = 2024-03-01\n+++"),
        ("---\ndate: &d 1\ntitle: *d\n---\n", None),
        ("---\ndate: 1\ntitle: |+\n  a\n\nx: 1\n---\n", None),
        ('{\n"date": 1,\n"title": 2\n}\n', None),
        ('{\n"date": 1,\n"title": 2,\n"x": 3\n}\n', '{\n"title": 2,\n"date": 1,\n"x": 3\n}\n'),
    ],
)
def test_keys_are_put_in_order_where_they_read_the_same_then(text: str, fixed: str | None) -> None:
    (problem,) = KeyOrder().check(parse("post.md", Source(text)))
    assert (mended(text, problem) if problem.fix else None) == fixed


KEYS = ("title", "date", "tags", "x", "y")
VALUES = (
    "1",
    "",
    "a # b",
    "[a,\n  b]",
    "|\n  # a\n\n  b",
    ">-\n  a\n",
    "\n  - a\n  # c\n  - b",
    "'q'",
)
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(KEYS),
        st.sampled_from(VALUES),
        st.sampled_from(["", "# c\n", "\n", "\n# c\n\n"]),
    ),
    unique_by=lambda entry: entry[0],
    min_size=2,
)


@settings(max_examples=200)
@given(ENTRIES, st.permutations(KEYS))
def test_order_changes_neither_values_nor_characters(
    entries: list[tuple[str, str, str]], order: list[str]
) -> None:
    text = "---\n" + "".join(f"{above}{key}: {value}\n" for key, value, above in entries) + "---\n"
    doc = parse("post.md", Source(text))
    rule = KeyOrder(tuple(order))
    for problem in rule.check(doc):
        assert problem.fix
        after = mended(text, problem)
        assert sorted(after.split("\n")) == sorted(text.split("\n"))
        again = parse("post.md", Source(after))
        assert again.data == doc.data
        assert list(rule.check(again)) == []


@settings(max_examples=200)
@given(
    st.text(max_size=60) | st.sampled_from(["- a", "{", "title", "title: [", "title: a\ntitle: b"])
)
def test_any_front_matter_is_read(front_matter: str) -> None:
    doc = read(front_matter, "2024-03-01-war.md")
    for rule in RULES:
        for problem in rule.check(doc):
            assert 0 <= problem.span.start <= problem.span.end <= len(doc.text)


@pytest.mark.parametrize(
    "front_matter",
    [
        lambda size: "".join(f"k{number}: 1\n" for number in range(size)) + "date: 1\ntitle: a",
        lambda size: "date: 1\n" + "# c\n" * size + "title: a",
        lambda size: f"title: {'a ' * size}\ndate: {'9' * size}",
    ],
    ids=["keys", "comments", "long"],
)
def test_front_matter_takes_a_time_that_grows_with_it(front_matter: Callable[[int], str]) -> None:
    def check(doc: Document) -> None:
        for rule in RULES:
            list(rule.check(doc))

    assert growth(lambda size: read(front_matter(size)), check, 4_000) < 10
