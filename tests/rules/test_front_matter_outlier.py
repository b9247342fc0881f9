"""What one post does otherwise than its siblings, told from what all of them say of their keys."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.msgpack import Decoder

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.content.document import parse
from postlint.content.facts import Facts, packed
from postlint.content.schema_keys import SchemaKeys
from postlint.content.site_facts import SiteFacts, SitePost
from postlint.content.source import decode
from postlint.engine.check import check
from postlint.model.finding import Problem, Severity
from postlint.rules.front_matter.front_matter_outlier import FrontMatterOutlier
from postlint.rules.front_matter.own_keys import FrontMatterFacts, own_keys
from postlint.schema.load import load_schema
from postlint.schema.published import published
from postlint.schema.validate import keys_of

USUAL = "title: War\nauthor: Ann\ndate: 2024-{:02}-{:02}\ntags: [war]\n"


def usual(number: int, of: str = USUAL) -> dict[str, str]:
    """Posts that are alike, a day apart, the oldest first."""
    days = (divmod(index, 28) for index in range(number))
    return {f"news/{m:02}-{d:02}.md": of.format(m + 1, d + 1) for m, d in days}


def said(posts: Mapping[str, str]) -> list[tuple[str, Problem]]:
    """What the rule says of posts, given by their front matter."""
    rule, known = FrontMatterOutlier(), []
    for path in sorted(posts):
        doc = parse(path, decode(f"---\n{posts[path]}---\n".encode()))
        facts = rule.collect(doc)
        collected = packed(facts) if facts else b""
        known.append(SitePost(path, path, Facts(date=published(doc), collected=collected)))
    site = SiteFacts(Path(), known, Decoder(FrontMatterFacts).decode)
    return sorted(rule.check(site), key=lambda one: (one[0], one[1].span))


def messages(posts: Mapping[str, str]) -> list[str]:
    return [f"{path}: {problem.message}" for path, problem in said(posts)]


@pytest.mark.parametrize(
    ("odd", "message"),
    [
        ("title: A\ndate: 2024-02-01\ntags: [a]\n", '"author" is missing; 40 of 41 posts in news'),
        ("title: A\ndate: 2024-02-01\n", '"author" and "tags" are missing; 40 of 41 posts in news'),
        (
            "title: A\nauthors: B\ndate: 2024-02-01\ntags: [a]\n",
            '"authors" is in this post only; 40 posts of the site have "author"',
        ),
        (
            "title: A\nauthor: B\ndate: 2024-02-01\ntasg: [a]\n",
            '"tasg" is in this post only; 40 posts of the site have "tags"',
        ),
        (
            "title: A\nauthor: B\ndate: 2024/02/01\ntags: [a]\n",
            '"date" is "2024/02/01"; 40 of 41 posts in news have a date as YYYY-MM-DD',
        ),
        (
            "title: A\nauthor: B\ndate: 2024-13-01\ntags: [a]\n",
            '"date" is "2024-13-01", no date that can be read; 40 of 41 posts in news',
        ),
        (
            "title: A\nauthor: B\ndate: 2024-02-01\ntags: a, b\n",
            '"tags" is text; 40 of 41 posts in news have a list',
        ),
        (
            "title: A\nauthor: [B, C]\ndate: 2024-02-01\ntags: [a]\n",
            '"author" is a list; 40 of 41 posts in news have text',
        ),
    ],
)
def test_what_one_post_does_alone_is_reported(odd: str, message: str) -> None:
    found = messages(usual(40) | {"news/odd.md": odd})
    assert [one.startswith(f"news/odd.md: {message}") for one in found] == [True]


@pytest.mark.parametrize(
    "odd",
    [
        "title: 1984\nauthor: B\ndate: 2024-02-01\ntags: [a]\n",
        "title: A\nauthor: false\ndate: 2024-02-01\ntags: [a]\n",
        "title: A\nauthor:\ndate: 2024-02-01\ntags: [a]\n",
        "title: A\nauthor: B\nmood: tense\ndate: 2024-02-01\ntags: [a]\n",
        "title: A\nauthor: B\nauthors: C\ndate: 2024-02-01\ntags: [a]\n",
        "title: A\ndate: 2024-02-01\ndraft: true\ntags: [a]\n",
    ],
    ids=["a number as text", "switched off", "empty", "own key", "both keys", "a draft"],
)
def test_what_is_no_mistake_is_not_reported(odd: str) -> None:
    assert messages(usual(40) | {"news/odd.md": odd}) == []


def test_fewer_than_twenty_siblings_show_no_habit() -> None:
    odd = {"news/odd.md": "title: A\ndate: 2024-01-30\n"}
    assert messages(usual(19) | odd) == []
    assert len(messages(usual(20) | odd)) == 1


def test_a_key_that_came_later_was_not_forgotten_before() -> None:
    old = usual(3, "title: War\ndate: 2023-{:02}-{:02}\n")
    assert messages({f"old/{path}": text for path, text in old.items()} | usual(300)) == []
    together = {path.replace("news/", "news/a"): text for path, text in old.items()}
    assert messages(together | usual(300)) == []


def test_a_key_that_nobody_has_any_more_is_not_asked_for() -> None:
    old = usual(200, "title: War\nmood: calm\ndate: 2023-{:02}-{:02}\n")
    new = {path.replace("news/", "news/n"): text.replace("mood: calm\n", "") for path, text in
           usual(8, "title: War\nmood: calm\ndate: 2024-{:02}-{:02}\n").items()}  # fmt: skip
    assert messages(old | new) == []


def test_what_seven_posts_do_is_a_way_of_its_own() -> None:
    odd = "title: A\ndate: 2024-06-01\ntags: a, b\n"
    assert messages(usual(600) | {f"news/odd{number}.md": odd for number in range(7)}) == []
    assert len(said(usual(600) | {f"news/odd{number}.md": odd for number in range(2)})) == 4


def test_a_post_that_forgot_its_date_among_many_is_found() -> None:
    found = messages(usual(330) | {"news/odd.md": "title: A\nauthor: B\ntags: [a]\n"})
    assert found == ['news/odd.md: "date" is missing; 300 of the newest 300 posts in news have it']


def test_pages_are_not_compared_with_indexes_nor_with_other_layouts() -> None:
    other = {"news/index.md": "title: All\n", "news/about.md": "layout: page\ntitle: Us\n"}
    assert messages(usual(40, f"layout: post\n{USUAL}") | other) == []


def test_folders_of_an_archive_and_of_single_posts_count_together() -> None:
    posts = [text for _, text in sorted(usual(42).items())]
    dated = {f"news/2024/{n % 12 + 1:02}/{n}.md": text for n, text in enumerate(posts[:30])}
    bundles = {f"news/post-{n}/index.md": text for n, text in enumerate(posts[30:])}
    odd = {"news/odd/index.md": "title: A\ndate: 2024-02-01\ntags: [a]\n"}
    assert messages(dated | bundles | odd) == [
        'news/odd/index.md: "author" is missing; 42 of 43 posts in news have it'
    ]


def test_a_post_that_forgot_its_layout_is_one_of_the_others() -> None:
    found = messages(usual(40, f"layout: post\n{USUAL}") | {"news/x.md": USUAL.format(1, 9)})
    assert found == ['news/x.md: "layout" is missing; 40 of 41 posts in news have it']


def test_the_name_of_a_jekyll_post_is_its_date() -> None:
    posts = {
        f"_posts/2024-01-{n:02}-a.md": f"title: A\ndate: 2024-01-{n:02}\n" for n in range(1, 28)
    }
    assert messages(posts | {"_posts/2024-01-28-a.md": "title: A\n"}) == []


def test_a_fix_renames_the_key_or_rewrites_the_date() -> None:
    odd = "title: A\nauthors: B\ndate: '2024/02/01'\ntags: [a]\n"
    text = f"---\n{odd}---\n"
    edits = [
        edit
        for _, problem in said(usual(40) | {"news/odd.md": odd})
        if problem.fix and not problem.fix.safe
        for edit in problem.fix.edits
    ]
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert text == "---\ntitle: A\nauthor: B\ndate: '2024-02-01'\ntags: [a]\n---\n"


def test_the_order_of_day_and_month_is_not_guessed() -> None:
    posts = usual(60, "title: War\ndate: {:02}/01/2020\nold: {:02}\n")
    assert messages({**posts, "news/x.md": "title: A\ndate: 01/15/2020\nold: 5\n"}) == []
    ((_, problem),) = said({**posts, "news/x.md": "title: A\ndate: 2020-01-15\nold: 5\n"})
    assert "have a date as DD/MM/YYYY or MM/DD/YYYY" in problem.message
    assert problem.fix is None


def test_a_date_with_a_time_is_not_rewritten_without_it() -> None:
    odd = "title: A\nauthor: B\ndate: 2024/02/01 10:30\ntags: [a]\n"
    ((_, problem),) = said(usual(40) | {"news/odd.md": odd})
    assert problem.fix is None


def test_what_a_schema_says_of_keys_comes_first() -> None:
    doc = parse("a.md", decode(b"---\ntitle: A\nauthors: B\n---\n"))
    known = frozenset({"title", "authors"})
    told = own_keys(replace(doc, schema_keys=SchemaKeys(known, are_settled=True)))
    assert told is not None
    assert told.may_lack
    assert [key.kind for key in told.keys] == ["?", "?"]
    told = own_keys(replace(doc, schema_keys=SchemaKeys(known)))
    assert told is not None
    assert not told.may_lack
    assert [key.kind for key in told.keys] == ["word", "word"]


def test_what_a_hostile_post_tells_is_bounded() -> None:
    keys = "".join(f"key{number}: {number}\n" for number in range(10_000))
    doc = parse("a.md", decode(f"---\n{'k' * 500}: x\n{keys}---\n".encode()))
    told = own_keys(doc)
    assert told is not None
    assert told.may_lack
    assert len(packed(told)) < 2_000


def test_posts_without_front_matter_or_with_damaged_one_tell_nothing() -> None:
    for text in ("A post.\n", "---\n- a\n---\n", "---\na: [\n---\n", "---\n"):
        assert own_keys(parse("a.md", decode(text.encode()))) is None


def test_a_strict_preset_makes_it_a_warning() -> None:
    def severity(*presets: str) -> Severity:
        resolver = Resolver(Config(root=Path()), presets=presets)
        name = FrontMatterOutlier.meta.name
        return next(one.severity for one in resolver.site_rules if one.name == name)

    assert severity() is Severity.INFO
    assert severity("all") is Severity.INFO
    assert severity("strict") is Severity.WARNING


@pytest.mark.parametrize(("required", "is_settled"), [(["title"], True), ([], False)])
def test_a_schema_that_requires_keys_settles_them(
    required: list[str], is_settled: bool, tmp_path: Path
) -> None:
    path = tmp_path / "a.schema.json"
    path.write_text(
        f'{{"properties": {{"title": {{}}}}, "required": {required}}}'.replace("'", '"')
    )
    assert keys_of([load_schema(path, tmp_path)]) == SchemaKeys(frozenset({"title"}), is_settled)
    assert check("a.md", b"---\ntitle: A\n---\n", Resolver(Config(root=tmp_path))).crashes == ()


KEYS = st.sampled_from(["title", "author", "authors", "tags", "date", "image", "a b", "x"])
VALUES = st.sampled_from(
    ["A", "[a, b]", "2024-01-01", "2024/01/01", "1", "true", "", "{a: 1}", "a-b"]
)
FRONT_MATTER = st.dictionaries(KEYS, VALUES, max_size=6).map(
    lambda data: "".join(f"{key}: {value}\n" for key, value in data.items())
)


@settings(max_examples=40)
@given(text=FRONT_MATTER, number=st.integers(min_value=0, max_value=40))
def test_posts_that_are_all_alike_have_nothing_odd(text: str, number: int) -> None:
    assert said({f"news/{index}.md": text for index in range(number)}) == []


@settings(max_examples=40)
@given(text=FRONT_MATTER, odd=st.lists(FRONT_MATTER, max_size=8))
def test_only_posts_that_differ_are_reported(text: str, odd: list[str]) -> None:
    posts = {f"news/{index}.md": text for index in range(40)}
    others = {f"news/odd{index}.md": other for index, other in enumerate(odd) if other != text}
    found = said(posts | others)
    assert {path for path, _ in found} <= others.keys()
    for path, problem in found:
        assert 0 <= problem.span.start <= problem.span.end <= len(others[path]) + 8
