"""The schemas that ship: each is a schema, is strict where meant, and is silent on real sites."""

# ruff: noqa: E501 - a table reads best with one case to a line

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from postlint.content.data.toml_tree import read_toml
from postlint.content.data.tree import Json
from postlint.content.data.yaml_tree import read_yaml
from postlint.generators.recognise import recognise
from postlint.schema.find import find_schema
from postlint.schema.load import Schema, load_schema
from postlint.schema.mistakes.mistake import Mistake
from postlint.schema.mistakes.translate import mistakes_of

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
NAMES = (
    "post",
    "news-post",
    "jigsaw-post",
    "jekyll-post",
    "hugo-page",
    "astro-post",
    "docusaurus-post",
)
NEWS = """\
extends: _layouts.post
section: content
image: https://example.com/pictures/harbour.jpg
title: Harbour opens
description: The first ship is expected at noon.
date: 2024-05-17-08-30-00
categories: [latest, world]
featured: true
"""
FENCED = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def shipped(name: str) -> Schema:
    return load_schema(find_schema(name, folder=ROOT, root=ROOT), ROOT)


def mistakes(name: str, yaml: str) -> list[Mistake]:
    return list(found_in(shipped(name), read_yaml(yaml).data or {}))


def found_in(schema: Schema, data: Json) -> Iterator[Mistake]:
    errors = schema.validator.iter_errors(data)
    return mistakes_of(errors, data, schema.root, schema.shape)


def front_matter_of(path: Path) -> Json:
    fenced = FENCED.match(path.read_text("utf-8", errors="replace"))
    if fenced is None:
        return None
    read = read_toml if fenced[1] == "+++" else read_yaml
    return read(fenced[2]).data


def all_nodes(schema: Any) -> Iterator[dict[str, Any]]:
    yield schema
    for inner in (*schema.get("properties", {}).values(), schema.get("items")):
        if isinstance(inner, dict):
            yield from all_nodes(inner)


def test_every_schema_is_tested_here() -> None:
    found = {path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").glob("*")}
    assert {name for name in found if re.search(r"post\Z|page\Z", name)} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_one_that_editors_can_use(name: str) -> None:
    schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert schema["$id"] == f"urn:postlint:schemas:{name}"
    assert schema["title"]
    for node in all_nodes(schema):
        for key, value in node.get("properties", {}).items():
            assert 0 < len(value["description"]) < 120, key
            assert value["description"].endswith("."), key


@pytest.mark.parametrize("name", NAMES)
def test_examples_in_a_schema_are_valid(name: str) -> None:
    schema = shipped(name)
    for node in all_nodes(schema.root):
        for example in node.get("examples", ()):
            assert schema.validator.evolve(schema=node).is_valid(example), example


@pytest.mark.parametrize("name", NAMES)
def test_pattern_or_format_of_a_key_comes_with_an_example_or_a_message(name: str) -> None:
    for node in all_nodes(shipped(name).root):
        if "format" in node or "pattern" in node:
            texts = [text for text in node.get("examples", ()) if isinstance(text, str)]
            assert texts or "pattern" in node["errorMessage"], node["description"]


@pytest.mark.parametrize(
    ("name", "yaml"),
    [
        ("news-post", NEWS),
        ("news-post", NEWS.replace("featured: true\n", "")),
        ("post", "title: Harbour opens\ndate: 2024-05-17\ntags: harbour\nmood: calm"),
        ("post", "title: 404\ndescription:\ndate: {created: 2024-05-17}\ndraft: true"),
        ("jigsaw-post", "extends: _layouts.post\nsection: content\ntitle: A\ndate: 2024-05-17"),
        ("jigsaw-post", "extends: {web: _layouts.person, api: _layouts.api}\ndate: 1500495080"),
        ("jigsaw-post", "date: 2020-09-29-08-53-40\ncategories: [news]\ncover_image: false"),
        ("jigsaw-post", "pagination: {collection: posts, perPage: 5}\nfeatured: 1"),
        ("jekyll-post", "layout: post\ntitle: A\ndate: 2013-05-06 02:12:52 +0200\ncategory: news"),
        ("jekyll-post", "date: 2024-05-17 08:30\ncategories: news politics\ntags:\nlayout:"),
        ("jekyll-post", "date: 2024/05/17\npublished: 2024-05-17"),
        ("jekyll-post", "date: Fri May 17 10:30:00 2024"),
        ("jekyll-post", "date: 17 May 2024\npublished: false\nauthor: {name: Mara}\nlayout: false"),
        ("jekyll-post", "date: '2020-12-09 21:03:17 +800'\nredirect_from: [/old/]"),
        ("hugo-page", "title: A\ndate: 2024-05-17T08:30:00+02:00\ndraft: true\nweight: 10"),
        ("hugo-page", "date: 15 Oct 2023\nlastmod: ''\nexpiryDate:\npublishDate: 2024-5-7"),
        ("hugo-page", "date: Mon, 02 Jan 2006 15:04:05 -0700\ndraft: 'false'\nweight: '3'"),
        ("hugo-page", "linktitle: A\naliases: [/a/]\nmenu: {main: {parent: x}}\ntags: news"),
        ("hugo-page", "build: {list: local, render: link}\ncascade: [{params: {a: 1}}]"),
        (
            "hugo-page",
            "resources: [{src: '*.jpg', title: A}]\nsitemap: {priority: 0.5}\nparams: {}",
        ),
        ("astro-post", "title: A\npubDate: Jul 08 2022\nheroImage: ../a.jpg\ntags: [a]"),
        ("astro-post", "title: 404\npubDate: 2024-05-17T08:30:00Z\nupdatedDate: ''\ndraft: false"),
        ("astro-post", "updateDate: 2024-05-17\nhero_image: a.jpg\npub-date: 2024-05-17"),
        ("jigsaw-post", "coverImage: /a.png\ntitle: A"),
        ("hugo-page", "Title: A\nPublishDate: 2024-05-17\nauthor: Mara\ntag: a"),
        ("docusaurus-post", "id: a\ntitle: ''\nsidebar_position: -3.5\ntags: [a, 42]"),
        ("docusaurus-post", "tags: [{label: A, permalink: /a}]\nauthors: {name: Mara}"),
        ("docusaurus-post", "hide_title: 'true'\nsidebar_position: '1.5'\npagination_next: null"),
        ("docusaurus-post", "last_update: {date: 1/1/2000}\ncustom_edit_url: ''\ndate: 2024-05-17"),
    ],
)
def test_post_that_is_right_is_valid(name: str, yaml: str) -> None:
    assert mistakes(name, yaml) == []


@pytest.mark.parametrize(
    ("name", "yaml", "rule", "path"),
    [
        ("post", "title: [a]", "wrong-type", ("title",)),
        ("post", "draft: 'false'", "wrong-format", ("draft",)),
        ("post", "tilte: A", "misspelt-key", ("tilte",)),
        ("jigsaw-post", "categories: news", "wrong-type", ("categories",)),
        ("jigsaw-post", "featured: 'no'", "wrong-format", ("featured",)),
        ("jigsaw-post", "cover_imgae: /a.png", "misspelt-key", ("cover_imgae",)),
        ("jigsaw-post", "pagination: {collection: posts, perPage: 0}", "wrong-length", None),
        ("jekyll-post", "date: 2024-13-01", "wrong-format", ("date",)),
        ("jekyll-post", "date: 2024-02-30 10:00", "wrong-format", ("date",)),
        ("jekyll-post", "date: tomorrow", "wrong-format", ("date",)),
        ("jekyll-post", "tags: 2024", "wrong-type", ("tags",)),
        ("jekyll-post", "categories: {a: b}", "wrong-type", ("categories",)),
        ("jekyll-post", "published: 'false'", "wrong-format", ("published",)),
        ("jekyll-post", "permalnik: /a/", "misspelt-key", ("permalnik",)),
        ("hugo-page", "date: 2024-05-17 08:30", "wrong-format", ("date",)),
        ("hugo-page", "publishdate: 17/05/2024", "wrong-format", ("publishdate",)),
        ("hugo-page", "draft: 'yes'", "wrong-format", ("draft",)),
        ("hugo-page", "weight: first", "wrong-format", ("weight",)),
        ("hugo-page", "url: https://example.com/a/", "schema-mismatch", ("url",)),
        ("hugo-page", "aliases: [https://example.com/a/]", "schema-mismatch", ("aliases", 0)),
        ("hugo-page", "params: dark", "wrong-type", ("params",)),
        ("hugo-page", "build: {list: nevr}", "value-not-allowed", ("build", "list")),
        ("hugo-page", "_build: {list: never}", "deprecated-key", ("_build",)),
        ("hugo-page", "expiryDtae: 2024-05-17", "misspelt-key", ("expiryDtae",)),
        ("astro-post", "title: [a]", "wrong-type", ("title",)),
        ("astro-post", "pubDate: 2024-02-30", "wrong-format", ("pubDate",)),
        ("astro-post", "heroImgae: a.jpg", "misspelt-key", ("heroImgae",)),
        ("docusaurus-post", "title:", "wrong-type", ("title",)),
        ("docusaurus-post", "id: a/b", "wrong-format", ("id",)),
        ("docusaurus-post", "slug: ''", "wrong-length", ("slug",)),
        ("docusaurus-post", "keywords: a, b", "wrong-type", ("keywords",)),
        ("docusaurus-post", "keywords: []", "wrong-length", ("keywords",)),
        ("docusaurus-post", "tags: a, b", "wrong-type", ("tags",)),
        ("docusaurus-post", "tags: [{label: A}]", "missing-key", ("tags", 0)),
        ("docusaurus-post", "hide_title: 'yes'", "wrong-format", ("hide_title",)),
        ("docusaurus-post", "toc_max_heading_level: 7", "wrong-length", None),
        ("docusaurus-post", "sidebar_position: first", "wrong-format", ("sidebar_position",)),
        ("docusaurus-post", "last_update: {}", "wrong-length", ("last_update",)),
        ("docusaurus-post", "last_update: {date: 2011-10-45}", "wrong-format", None),
        ("docusaurus-post", "authorURL: https://example.com", "deprecated-key", ("authorURL",)),
        ("docusaurus-post", "sidebar_lable: A", "misspelt-key", ("sidebar_lable",)),
    ],
)
def test_mistake_is_found_once(
    name: str, yaml: str, rule: str, path: tuple[str | int, ...] | None
) -> None:
    found = mistakes(name, yaml)
    assert [mistake.rule for mistake in found] == [rule]
    assert path is None or found[0].path == path


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("title: H", "tittle: H", "unknown-key"),
        ("featured:", "mood:", "unknown-key"),
        ("description: The", "# The", "missing-key"),
        ("featured: true", "featured: 'yes'", "wrong-type"),
        ("2024-05-17-08-30-00", "2024-05-17", "wrong-format"),
        ("2024-05-17-08-30-00", "2024-02-30-08-30-00", "wrong-format"),
        ("https://example.com/pictures/harbour.jpg", "harbour.jpg", "wrong-format"),
        ("https://example.com/pictures/harbour.jpg", "https://example.com/a.pdf", "wrong-format"),
        ("[latest, world]", "[]", "wrong-length"),
        ("[latest, world]", "[world, world]", "duplicate-item"),
        ("[latest, world]", "world", "wrong-type"),
        ("_layouts.post", "post", "wrong-format"),
        ("Harbour opens", '""', "wrong-length"),
        ("Harbour opens", "word " * 21, "wrong-length"),
    ],
)
def test_news_post_is_strict(old: str, new: str, rule: str) -> None:
    assert old in NEWS
    assert [mistake.rule for mistake in mistakes("news-post", NEWS.replace(old, new))] == [rule]


@pytest.mark.parametrize(
    ("name", "yaml"),
    [
        ("post", "draft: 'no'"),
        ("jekyll-post", "published: 'False'"),
        ("jekyll-post", "date: 2024-02-30"),
        ("hugo-page", "date: 2024-02-30"),
        ("hugo-page", "url: https://example.com/"),
        ("hugo-page", "draft: 'yes'"),
        ("docusaurus-post", "last_update: {date: 2024-04-31}"),
    ],
)
def test_what_only_the_writer_can_mend_has_no_suggestion(name: str, yaml: str) -> None:
    (mistake,) = mistakes(name, yaml)
    assert (mistake.suggestions, mistake.mend) == ((), None)


@pytest.mark.parametrize(
    "name", ["jekyll-post", "hugo-page", "astro-post", "docusaurus-post", "news-post"]
)
@pytest.mark.parametrize("date", ["2024-13-01", "2024-02-30"])
def test_day_that_does_not_exist_is_told_as_such(name: str, date: str) -> None:
    key = "pubDate" if name == "astro-post" else "date"
    if name == "docusaurus-post":
        data = f"last_update: {{date: {date}}}"
    else:
        data = f"{key}: {date}{'-08-30-00' if name == 'news-post' else ''}"
    told = [mistake.message for mistake in mistakes(name, data) if mistake.rule == "wrong-format"]
    assert [message.partition(", ")[2] for message in told] == ["not a calendar date"]


@pytest.mark.parametrize(
    ("name", "yaml", "message"),
    [
        ("post", "draft: 'no'", '"draft" is "no": a word in quotes counts as true, even "false"; write it without quotes'),
        ("hugo-page", "draft: 'yes'", '"draft" is "yes": neither true nor false, so Hugo takes it for false'),
        ("jigsaw-post", "categories: news", '"categories" is text ("news"): expected a list even of one, as in [news]'),
    ],
)  # fmt: skip
def test_messages_of_shipped_schemas_name_the_key_and_the_value(
    name: str, yaml: str, message: str
) -> None:
    assert [mistake.message for mistake in mistakes(name, yaml)] == [message]


def test_help_says_no_example_that_the_message_has() -> None:
    post = NEWS.replace("https://example.com/pictures/harbour.jpg", "harbour.jpg")
    (mistake,) = mistakes("news-post", post)
    assert "such as https://example.com/photo.jpg" in mistake.message
    assert mistake.help == "the full address of the picture at the top, on http or https"


def test_news_post_asks_for_what_readers_see_first() -> None:
    missing = [re.findall('"(.*?)"', mistake.message)[0] for mistake in mistakes("news-post", "{}")]
    assert sorted(missing) == sorted(
        ["extends", "section", "image", "title", "description", "date", "categories"]
    )


def test_house_schema_extends_the_shipped_one_with_its_categories() -> None:
    root = ROOT / "examples" / "newsroom"
    schema = load_schema(root / "schemas" / "news-post.schema.json", root)
    assert list(found_in(schema, read_yaml(NEWS).data)) == []
    found = list(found_in(schema, read_yaml(NEWS.replace("world", "wrold")).data))
    assert [(mistake.rule, mistake.suggestions) for mistake in found] == [
        ("value-not-allowed", ("world",))
    ]


def test_newsroom_example_has_four_mistakes_against_its_schema_and_two_clean_posts() -> None:
    root = ROOT / "examples" / "newsroom"
    schema = load_schema(root / "schemas" / "news-post.schema.json", root)
    found = {
        post.stem: [mistake.rule for mistake in found_in(schema, front_matter_of(post))]
        for post in (root / "source" / "_posts").glob("*.md")
    }
    assert found == {
        "border-talks-resume": ["value-not-allowed"],
        "ferry-timetable-cut": ["unknown-key"],
        "library-opens-late": [],
        "night-trains-return": [],
        "seal-pups-counted": ["wrong-format"],
        "stadium-roof-costs": ["wrong-format"],
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
def test_seed_article_is_a_valid_news_post() -> None:
    data = front_matter_of(SHARED / "seed" / "armenia-azerbaijan.md")
    assert isinstance(data, dict)
    assert list(found_in(shipped("news-post"), data)) == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize(
    ("site", "names"),
    [
        ("hugo-docs", ("hugo-page", "post")),
        ("electron-website", ("docusaurus-post", "post", "astro-post")),
        ("jekyll-docs", ("jekyll-post", "post")),
        ("jigsaw-blog", ("jigsaw-post", "post")),
        ("rust-blog", ("hugo-page", "post", "astro-post")),
    ],
)
def test_real_sites_are_quiet(site: str, names: tuple[str, ...]) -> None:
    top = SHARED / "sites" / site
    posts = sorted(path for path in top.rglob("*") if path.suffix in (".md", ".markdown", ".mdx"))
    read = [(path, front_matter_of(path)) for path in posts if path.is_file()]
    pages = [(path, data) for path, data in read if recognise(path, top, data)]
    for name in names:
        schema = shipped(name)
        said = [
            (path.name, mistake.path, mistake.message)
            for path, data in pages
            if isinstance(data, dict)
            for mistake in found_in(schema, data)
        ]
        assert said == []
