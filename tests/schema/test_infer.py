"""What is concluded from the front matter of many posts, and what is not."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.data.tree import Json
from postlint.content.document import parse_front_matter
from postlint.content.source import Source
from postlint.generators.recognise import Generator
from postlint.schema.infer.infer import Inferred, infer
from postlint.schema.infer.reader import ANYBODY, Reader, reader_of
from postlint.schema.infer.sample import Sample, sample_of
from postlint.schema.infer.trial import try_schema
from postlint.schema.infer.written import (
    bundled_text,
    ready_schema,
    schema_text,
    vocabulary_texts,
)
from postlint.schema.load import load_schema
from postlint.schema.published import published_at
from postlint.schema.surely_fits import surely_fits
from postlint.schema.validate import validate

Post = Mapping[str, object]


def learn(posts: Sequence[Post], reader: Reader = ANYBODY) -> Inferred:
    """What is inferred from posts of one day each, the newest last."""
    samples = [
        Sample(f"{number}.md", cast("Mapping[str, Json]", data), f"{number:05}")
        for number, data in enumerate(posts)
    ]
    return infer(samples, "post", reader=reader)


def node_of(inferred: Inferred, key: str) -> dict[str, object]:
    """What the schema says of a key, without the evidence."""
    node = dict(inferred.schema["properties"][key])
    node.pop("$comment", None)
    node.pop("examples", None)
    return node


def required(posts: Sequence[Post]) -> list[str]:
    return list(learn(posts).schema.get("required", []))


def test_one_post_says_little() -> None:
    inferred = learn([{"title": "a", "date": "2024-05-17", "tags": ["x"]}])
    assert "required" not in inferred.schema
    assert node_of(inferred, "date") == {"type": "string"}
    assert inferred.outliers == ()
    assert inferred.rare_keys == ()
    assert inferred.vocabularies == {}


def test_no_post_says_nothing() -> None:
    assert infer([], "post").schema["properties"] == {}


def test_a_key_of_all_new_posts_is_required_though_old_ones_lack_it() -> None:
    assert required([{"a": 1}] * 300 + [{"a": 1, "b": 1}] * 300) == ["a", "b"]


def test_a_key_that_one_of_the_newest_posts_lacks_is_not_required() -> None:
    assert required([{"a": 1, "b": 1}] * 290 + [{"a": 1}] + [{"a": 1, "b": 1}] * 9) == ["a"]


def test_a_key_that_few_older_posts_lack_is_required() -> None:
    posts: Sequence[Post] = [{"a": 1, "b": 1}] * 200 + [{"a": 1}] * 6 + [{"a": 1, "b": 1}] * 94
    assert required(posts) == ["a", "b"]


def test_an_empty_value_is_an_absent_one() -> None:
    posts: Sequence[Post] = [{"a": "x", "b": "x"}] * 9 + [{"a": "x", "b": " "}]
    assert required(posts) == ["a"]


def test_what_is_required_must_say_something() -> None:
    posts: Sequence[Post] = [
        {"title": f"Post {number}", "tags": [f"t{number}"]} for number in range(10)
    ]
    assert node_of(learn(posts), "title") == {"type": "string", "pattern": r"\S"}
    assert node_of(learn(posts), "tags")["minItems"] == 1


def test_empty_values_that_were_seen_are_allowed_where_the_key_may_be_left_out() -> None:
    posts: Sequence[Post] = [{"image": "https://example.com/a.jpg"}] * 30 + [
        {"image": None},
        {},
    ] * 5
    assert node_of(learn(posts), "image") == {"type": ["string", "null"], "format": "image-url"}
    posts = [{"image": "https://example.com/a.jpg"}] * 30 + [{"image": ""}, {}] * 5
    assert node_of(learn(posts), "image") == {
        "anyOf": [
            {"type": "string", "enum": [""]},
            {
                "type": "string",
                "format": "image-url",
                "examples": ["https://example.com/a.jpg"],
            },
        ]
    }


def test_the_house_pattern_of_dates_is_found_and_the_odd_one_told() -> None:
    posts: Sequence[Post] = [
        {"date": f"2024-05-{1 + number % 28:02}-08-30-00"} for number in range(99)
    ]
    inferred = learn([*posts, {"date": "2024-05-17"}])
    assert node_of(inferred, "date") == {"type": "string", "format": "YYYY-MM-DD-HH-MM-SS"}
    assert [(one.path, one.key, one.why) for one in inferred.outliers] == [
        ("99.md", "date", "not YYYY-MM-DD-HH-MM-SS")
    ]


def test_dates_of_two_kinds_have_the_format_that_takes_both() -> None:
    posts: Sequence[Post] = [{"date": "2024-05-17"}, {"date": "2024-05-17 08:30:00 +0200"}] * 10
    assert node_of(learn(posts), "date") == {"type": "string", "format": "timestamp"}


def test_a_format_that_fewer_texts_have_is_none() -> None:
    posts: Sequence[Post] = [{"at": "2024-05-17"}] * 90 + [{"at": "soon"}] * 10
    assert "format" not in node_of(learn(posts), "at")


def dates(*days: str) -> list[Post]:
    return [{"date": day} for day in days]


UNCLEAR = dates(*[f"{1 + n % 12:02}/01/20{n % 24:02}" for n in range(60)])


@pytest.mark.parametrize(
    ("posts", "format_"),
    [
        (dates(*[f"{1 + n % 12:02}/{1 + n % 28:02}/2023" for n in range(60)]), "MM/DD/YYYY"),
        (dates(*[f"{1 + n % 28:02}-{1 + n % 12:02}-2023" for n in range(60)]), "DD-MM-YYYY"),
        ([*UNCLEAR, *dates("01/15/2023")], "MM/DD/YYYY"),
        ([*UNCLEAR, *dates("15/01/2023")], "DD/MM/YYYY"),
        (UNCLEAR, None),
        ([*UNCLEAR, *dates("15/01/2023", "01/15/2023")], None),
    ],
)
def test_all_dates_together_tell_day_and_month_apart(
    posts: Sequence[Post], format_: str | None
) -> None:
    inferred = learn(posts)
    assert node_of(inferred, "date").get("format") == format_
    assert inferred.outliers == ()


def test_of_two_orders_of_day_and_month_the_one_that_almost_all_dates_have_holds() -> None:
    posts = [*UNCLEAR, *dates(*["01/15/2023"] * 40, "15/01/2023")]
    inferred = learn(posts)
    assert node_of(inferred, "date")["format"] == "MM/DD/YYYY"
    assert [(one.value, one.why) for one in inferred.outliers] == [("15/01/2023", "not MM/DD/YYYY")]
    assert (
        learn(UNCLEAR)
        .evidence[0]
        .told()
        .startswith("in 60 of 60 posts; 60 DD/MM/YYYY or MM/DD/YYYY;")
    )


def test_a_type_is_not_widened_for_one_in_a_hundred() -> None:
    inferred = learn([{"title": f"Post {number}"} for number in range(150)] + [{"title": 5}])
    assert node_of(inferred, "title")["type"] == "string"
    assert [(one.path, one.why) for one in inferred.outliers] == [
        ("150.md", "a whole number, where 150 are text")
    ]


def test_a_type_that_is_common_enough_is_allowed() -> None:
    posts: Sequence[Post] = [{"author": "Anna B."}] * 9 + [{"author": ["Anna B.", "Ben C."]}]
    assert node_of(learn(posts), "author")["type"] == ["string", "array"]
    assert node_of(learn([*posts, *posts[-2:]] * 2), "author")["type"] == ["string", "array"]


def test_a_type_that_one_post_of_twenty_has_is_an_outlier() -> None:
    inferred = learn([{"title": "Post", "n": 7}] * 24 + [{"title": 2024, "n": "7"}])
    assert [node_of(inferred, key)["type"] for key in ("title", "n")] == ["string", "integer"]
    assert [(one.path, one.key, one.why) for one in inferred.outliers] == [
        ("24.md", "title", "a whole number, where 24 are text"),
        ("24.md", "n", "text, where 24 are a whole number"),
    ]
    lists: Sequence[Post] = [{"tags": ["a b"]}] * 24 + [{"tags": [1, 2, 3]}]
    assert learn(lists).schema["properties"]["tags"]["items"]["type"] == "string"


def test_a_whole_number_among_numbers_is_one() -> None:
    inferred = learn([{"weight": 1.5}] * 40 + [{"weight": 2}])
    assert node_of(inferred, "weight") == {"type": "number"}
    assert inferred.outliers == ()


def test_a_fixed_set_goes_to_a_data_file() -> None:
    inferred = learn([{"section": ("World", "Sport", "Business")[n % 3]} for n in range(60)])
    assert node_of(inferred, "section") == {"$ref": "post.section.json"}
    assert inferred.vocabularies["section"].uses == {"Business": 20, "Sport": 20, "World": 20}
    (text,) = vocabulary_texts(inferred).values()
    assert json.loads(text)["enum"] == ["Business", "Sport", "World"]


def test_no_vocabulary_has_the_name_of_the_schema_or_of_another() -> None:
    posts = [{"schema": "ab"[n % 2], "Tags": "cd"[n % 2], "tags": "ef"[n % 2]} for n in range(60)]
    files = {key: one.file for key, one in learn(posts).vocabularies.items()}
    assert files == {
        "schema": "post.schema-2.json",
        "Tags": "post.tags.json",
        "tags": "post.tags-2.json",
    }
    samples = [Sample(f"{n}.md", {"tags": "ab"[n % 2]}, "") for n in range(60)]
    inferred = infer(samples, "news", file="news.Tags.json")
    assert inferred.vocabularies["tags"].file == "news.tags-2.json"


def test_a_misspelt_value_is_not_in_the_set() -> None:
    posts: Sequence[Post] = (
        [{"tags": ["world", "sport"]}] * 40 + [{"tags": ["wrold"]}] + [{"tags": ["world"]}] * 9
    )
    inferred = learn(posts)
    assert list(inferred.vocabularies["tags"].uses) == ["world", "sport"]
    assert [(one.key, one.value) for one in inferred.outliers] == [("tags[]", "wrold")]


def test_a_value_of_few_uses_is_not_official() -> None:
    words = ["World", "Local", "Sport"] * 33
    inferred = learn([{"tags": word} for word in [*words[:50], "Cheese", *words[50:]]])
    assert list(inferred.vocabularies["tags"].uses) == ["Local", "Sport", "World"]
    assert [one.value for one in inferred.outliers] == ["Cheese"]
    assert learn([{"tags": word} for word in ["Tea", "Rain", "Snow", *words]]).vocabularies == {}


def test_texts_of_which_half_have_a_format_are_no_set() -> None:
    texts = ["2024-05-17", "soon", "2024-05-18", "2024-05-19"] * 20
    inferred = learn([{"at": text} for text in texts])
    assert inferred.vocabularies == {}
    assert node_of(inferred, "at") == {"type": "string", "pattern": r"\S"}


def test_an_empty_item_is_never_allowed() -> None:
    posts: Sequence[Post] = [{"tags": [f"tag {n}", "" if n == 7 else "x"]} for n in range(30)]
    inferred = learn(posts)
    assert inferred.schema["properties"]["tags"]["items"]["pattern"] == r"\S"
    assert [(one.path, one.key, one.value) for one in inferred.outliers] == [("7.md", "tags[]", "")]
    messages = [
        [one.message for one in try_schema(ready_schema(inferred), [doc]).failures]
        for text in ("tags: [a, '']", "tags: [' ']", "tags: [a]")
        for doc in [parse_front_matter("a.md", Source(f"---\n{text}\n---\n"))]
    ]
    assert messages == [
        ['item 2 of "tags" is empty, expected some text'],
        ['item 1 of "tags" is blank, expected some text'],
        [],
    ]


def test_a_draft_and_a_date_in_the_far_future_are_none_of_the_newest() -> None:
    texts = [f"---\ndate: 2024-05-{1 + n % 28:02}\nby: A\n---\n" for n in range(300)]
    odd = ["---\ndate: 2204-05-17\n---\n", "---\ndate: 2024-06-01\ndraft: true\n---\n"]
    docs = [parse_front_matter(f"{n}.md", Source(text)) for n, text in enumerate([*texts, *odd])]
    inferred = infer([one for one in map(sample_of, docs) if one], "post")
    assert inferred.schema["required"] == ["date", "by"]
    assert inferred.schema["$comment"] == "inferred from 302 posts, 2024-05-01 to 2024-05-28"


def test_an_empty_item_is_no_value() -> None:
    words = ("trade", "sport", "culture")
    inferred = learn([{"tags": [words[n % 3]] if n % 4 else [""]} for n in range(80)])
    assert inferred.vocabularies["tags"].uses == {"culture": 20, "sport": 20, "trade": 20}
    assert len(inferred.outliers) == 20
    inferred = learn([{"images": ["/a.jpg"] if n % 4 else [""]} for n in range(80)])
    assert inferred.schema["properties"]["images"]["items"]["format"] == "image"


def test_a_key_with_a_dot_is_no_key_inside_of_another() -> None:
    posts = [
        {"extra": {"team": ("red", "green")[n % 2]}, "extra.team": ("cat", "dog")[n % 2]}
        for n in range(60)
    ]
    inferred = learn(posts)
    assert {key: list(one.uses) for key, one in inferred.vocabularies.items()} == {
        "extra.team": ["green", "red"],
        '"extra.team"': ["cat", "dog"],
    }
    assert failures(inferred, "extra: {team: red}\nextra.team: cat") == []
    odd = learn([{"tags[]": "a", "": "b", "[]": "c"}] * 40)
    assert [(one.key, one.told().partition(";")[0]) for one in odd.evidence] == [
        ('"tags[]"', "in 40 of 40 posts"),
        ('""', "in 40 of 40 posts"),
        ('"[]"', "in 40 of 40 posts"),
    ]


def test_values_alone_and_in_lists_are_one_set() -> None:
    inferred = learn([{"tags": "world"}, {"tags": ["sport", "world"]}] * 30)
    assert inferred.vocabularies["tags"].uses == {"world": 60, "sport": 30}
    assert [one.file for one in inferred.vocabularies.values()] == ["post.tags.json"]


def test_values_of_which_new_ones_keep_coming_are_no_set() -> None:
    posts: Sequence[Post] = [{"series": f"Series {number // 10}"} for number in range(200)]
    assert learn(posts).vocabularies == {}


def test_values_with_a_format_are_no_set() -> None:
    posts: Sequence[Post] = [{"image": "/a.jpg"}, {"image": "/b.jpg"}] * 50
    assert node_of(learn(posts), "image")["format"] == "image"


def test_slugs_are_told_from_other_words_with_a_dash() -> None:
    inferred = learn([{"slug": f"post-{number}", "tag": "long-read"} for number in range(50)])
    assert node_of(inferred, "slug")["format"] == "slug"
    assert node_of(inferred, "tag") == {"type": "string", "pattern": r"\S"}


def test_a_long_key_gives_its_vocabulary_a_name_that_every_disk_takes() -> None:
    key = "政府部门" * 50
    inferred = learn([{key: ("新闻", "评论")[number % 2]} for number in range(50)])
    assert node_of(inferred, key) == {"$ref": f"post.{'政府部门' * 5}.json"}


def test_a_rare_key_that_looks_like_a_common_one_is_probably_a_slip() -> None:
    posts: Sequence[Post] = [{"authors": "A B"}] * 60 + [{"author": "A B"}, {"quux": 1}]
    inferred = learn(posts)
    assert [(one.key, one.posts, one.near) for one in inferred.rare_keys] == [
        ("author", 1, "authors"),
        ("quux", 1, None),
    ]
    assert [one.key for one in inferred.evidence] == ["authors"]
    trial = try_schema(
        ready_schema(inferred),
        [parse_front_matter("a.md", Source("---\nauthors: x\nauthor: A B\n---\n"))],
    )
    assert [one.message for one in trial.failures] == [
        'unknown key "author": probably meant to be "authors", which 60 posts have'
    ]


def failures(inferred: Inferred, text: str) -> list[str]:
    """What a post with some front matter is told."""
    doc = parse_front_matter("a.md", Source(f"---\n{text}\n---\n"))
    return [one.message for one in try_schema(ready_schema(inferred), [doc]).failures]


@pytest.mark.parametrize(
    ("generator", "common", "rare", "is_refused"),
    [
        ("jekyll", "tags", "tag", False),
        ("hugo", "image", "images", False),
        ("hugo", "image", "Images", False),
        ("zola", "tags", "tag", True),
        ("jekyll", "authorship", "authorships", True),
        ("jekyll", "title", "Title", True),
        ("hugo", "title", "Title", False),
        ("hugo", "heroCaption", "herocaption", True),
    ],
)
def test_what_the_generator_takes_is_never_refused(
    generator: str, common: str, rare: str, is_refused: bool
) -> None:
    posts: Sequence[Post] = [{common: "a b"}] * 59 + [{rare: "a b"}]
    schema = {"hugo": "hugo-page", "jekyll": "jekyll-post"}.get(generator, "post")
    inferred = learn(posts, reader_of([Generator(generator, schema, "")] * 60))
    assert bool(failures(inferred, f"{rare}: a b")) is is_refused
    assert any(one.near for one in inferred.rare_keys) is is_refused


@pytest.mark.parametrize(
    ("common", "rare", "is_sure"),
    [("title", "Title", True), ("tags", "tag", False), ("author", "authors", False)],
)
def test_a_slip_in_a_key_that_is_required_is_told_once(
    common: str, rare: str, is_sure: bool
) -> None:
    inferred = learn([{common: "a b"}] * 59 + [{rare: "a b"}])
    assert inferred.schema["required"] == [common]
    doc = parse_front_matter("a.md", Source(f"---\n{rare}: a b\n---\n"))
    (fault,) = validate(doc, [ready_schema(inferred)])
    said = f'unknown key "{rare}": probably meant to be "{common}", which 59 posts have'
    assert fault.problem.message == said
    assert fault.problem.fix is not None
    assert (fault.problem.fix.title, fault.problem.fix.safe) == (f"rename to {common}", is_sure)


def test_a_refused_key_is_not_what_another_one_is_taken_for() -> None:
    inferred = learn([{"hobbies": "a b"}] * 59 + [{"hobbie": "a b"}])
    assert failures(inferred, "hobbies: a b\nhobbie: a b\nhobbei: a b") == [
        'unknown key "hobbie": probably meant to be "hobbies", which 59 posts have'
    ]


def test_a_key_that_stands_beside_the_one_it_looks_like_is_no_slip() -> None:
    posts: Sequence[Post] = [{"image": "/a.jpg"}] * 60 + [{"image": "/a.jpg", "images": ["/b.jpg"]}]
    assert [one.near for one in learn(posts).rare_keys] == [None]


def test_two_edits_of_a_short_key_or_at_its_beginning_are_no_slip() -> None:
    posts: Sequence[Post] = [{"layout": "a", "description": "b"}] * 60
    odd = [{"about": "x"}, {"descritpoin": "x"}]
    assert [(one.key, one.near) for one in learn([*posts, *odd]).rare_keys] == [
        ("descritpoin", "description"),
        ("about", None),
    ]


def test_groups_of_keys_and_their_lists_are_looked_into() -> None:
    inferred = learn([{"extra": {"team": "Lang", "links": [{"url": "https://a.org"}]}}] * 10)
    extra = inferred.schema["properties"]["extra"]
    assert extra["required"] == ["team", "links"]
    assert extra["properties"]["links"]["items"]["properties"]["url"]["format"] == "uri"
    assert [one.key for one in inferred.evidence] == [
        *("extra", "extra.team", "extra.links", "extra.links[]", "extra.links[].url"),
    ]


def test_keys_that_are_data_are_not_named() -> None:
    posts: Sequence[Post] = [
        {"votes": {f"user {number}": 1, f"user {number + 1}": 2}} for number in range(60)
    ]
    inferred = learn(posts)
    assert node_of(inferred, "votes") == {"type": "object", "minProperties": 1}
    assert inferred.rare_keys == ()
    assert inferred.schema["properties"]["votes"]["$comment"] == (
        "in 60 of 60 posts; the keys differ from post to post"
    )


def test_an_item_that_stands_in_few_lists_twice_is_told() -> None:
    posts: Sequence[Post] = [{"tags": [f"a{number}", f"b{number}"]} for number in range(60)]
    inferred = learn([*posts, {"tags": ["c", "c"]}])
    assert node_of(inferred, "tags")["uniqueItems"] is True
    assert [(one.path, one.why) for one in inferred.outliers] == [("60.md", "c twice")]


def test_the_longest_text_seen_is_no_limit_but_a_length_that_texts_are_cut_to_is() -> None:
    texts = ["abcdefghij" * 20 + str(number) for number in range(200)]
    assert "maxLength" not in node_of(
        learn([{"a": text[number:]} for number, text in enumerate(texts)]), "a"
    )
    cut = [{"a": f"{number} {text[number:]}"[:150]} for number, text in enumerate(texts)]
    assert node_of(learn(cut), "a")["maxLength"] == 150


def test_what_exists_elsewhere_is_referred_to() -> None:
    samples = [Sample(f"{n}.md", {"by": "anna" if n % 2 else "ben"}, "") for n in range(100)]
    known = {"data/staff.yml#/*/id": ["anna", "ben", "cleo"], "data/all.yml": list("abc")}
    inferred = infer([*samples, Sample("x.md", {"by": "bne"}, "")], "post", known)
    assert node_of(inferred, "by")["x-postlint-ref"] == "data/staff.yml#/*/id"
    assert [one.why for one in inferred.outliers] == ["not in data/staff.yml#/*/id"]


STRINGS = {"news", "sport", "read_more", "search"}
MANY = [f"topic {number}" for number in range(8)]


@pytest.mark.parametrize(
    ("key", "texts", "file", "held", "is_meant"),
    [
        ("section", ["news", "sport"], "_data/strings.yml", STRINGS, False),
        ("string", ["news", "sport"], "_data/strings.yml", STRINGS, True),
        ("section", ["news", "sport"], "data/site.yml#/sections/*", STRINGS, True),
        ("source", ["news", "sport"], "source/_data/strings.yml", STRINGS, False),
        ("category", ["news", "sport"], "data/categories/en.yml", STRINGS, True),
        ("by", ["Ann", "Ben"], "src/_data/staff.toml#/*/name", {"Ann", "Ben", "Cleo"}, True),
        ("postAuthor", ["Ann", "Ben"], "data/team_members.yml", {"Ann", "Ben", "Cleo"}, True),
        ("name", ["Ann", "Ben"], "data/pets.yml#/*/name", {"Ann", "Ben", "Cleo"}, False),
        ("label", MANY[:5], "data/topics.yml", {*MANY}, True),
        ("label", MANY[:4], "data/topics.yml", {*MANY}, False),
        ("label", MANY[:4], "data/topics.yml", {*MANY[:4]}, True),
        ("label", MANY[:5], "data/strings.yml", {*MANY, "search", "read more"}, False),
    ],
)
def test_a_file_is_referred_to_where_more_than_two_words_tell_so(
    key: str, texts: Sequence[str], file: str, held: set[str], is_meant: bool
) -> None:
    samples = [Sample(f"{n}.md", {key: [texts[n % len(texts)]]}, "") for n in range(60)]
    inferred = infer(samples, "post", {file: sorted(held)})
    node = inferred.schema["properties"][key]["items"]
    assert node.get("x-postlint-ref") == (file if is_meant else None)
    told = f"{len(texts)} of the {len(held)} in {file}"
    assert node["$comment"].endswith(f"; {told}") is is_meant


def test_the_evidence_is_told_for_people() -> None:
    inferred = learn([{"title": f"Post {number:02}"} for number in range(10)] + [{"title": ""}])
    assert inferred.schema["properties"]["title"]["$comment"] == (
        "in 10 of 11 posts; 1 empty; 7 characters; all different"
    )


def test_many_different_keys_make_a_bounded_schema() -> None:
    inferred = learn(
        [{f"key{number}{part}": number for part in range(10)} for number in range(1000)]
    )
    assert len(schema_text(inferred)) < 10_000
    many = learn([{f"key{number}": number for number in range(10_000)}] * 3)
    assert len(many.schema["properties"]) == 200
    assert "9800 keys more" in many.schema["$comment"]


def test_odd_keys_and_deep_values_are_taken_as_they_are(tmp_path: Path) -> None:
    deep: Json = 1
    for _ in range(50):
        deep = [{"a": deep}]
    odd: Post = {"": 1, "a b": 2, "\x9b31m\u202e": "x", "\ud800": "y", "$ref": "z", "deep": deep}
    text = schema_text(learn([odd] * 30))
    assert "\x9b" not in text
    assert "\u202e" not in text
    (tmp_path / "odd.schema.json").write_text(text, encoding="utf-8")
    load_schema(tmp_path / "odd.schema.json", tmp_path)


def test_the_files_say_what_was_inferred(tmp_path: Path) -> None:
    posts: Sequence[Post] = [{"section": "World", "tags": ["a", "b"]}, {"section": "Sport"}] * 30
    inferred = learn(posts)
    files = {"post.schema.json": schema_text(inferred), **vocabulary_texts(inferred)}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "bundled.json").write_text(bundled_text(inferred), encoding="utf-8")
    ready = ready_schema(inferred)
    for name in ("post.schema.json", "bundled.json"):
        schema = load_schema(tmp_path / name, tmp_path)
        for section, is_right in (("World", True), ("Wrold", False)):
            assert surely_fits(schema.root, {"section": section}) is is_right
            assert surely_fits(ready.root, {"section": section}) is is_right


def test_front_matter_that_is_no_mapping_teaches_nothing() -> None:
    texts = ("---\n- a\n---\n", "Text.\n", "---\na: [\n---\n", "---\na: 1\n---\n", "---\n---\n")
    docs = [parse_front_matter("a.md", Source(text)) for text in texts]
    assert [sample_of(doc) for doc in docs] == [
        None,
        None,
        None,
        Sample("a.md", {"a": 1}, ""),
        Sample("a.md", {}, ""),
    ]


def test_a_post_is_dated_by_its_key_its_file_or_its_address() -> None:
    assert published_at("2023-01-01-a.md", {"date": "17.05.2024"}) == "2024-05-17T00:00:00"
    assert published_at("_posts/2023-01-01-a.md", {"date": "soon"}) == "2023-01-01"
    assert published_at("a.md", {"path": "blog/2023/01/31/a"}) == "2023-01-31"
    assert published_at("2023-13-01-a.md", {}) == ""


VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)
POSTS = st.lists(st.dictionaries(st.text(max_size=3), VALUES, max_size=4), max_size=4)


@given(POSTS)
def test_few_posts_all_keep_to_what_is_inferred_from_them(posts: list[dict[str, Json]]) -> None:
    schema = ready_schema(learn(posts))
    assert [post for post in posts if not surely_fits(schema.root, post)] == []


@given(POSTS)
def test_the_order_of_posts_is_nothing(posts: list[dict[str, Json]]) -> None:
    samples = [Sample(f"{number}.md", data, "") for number, data in enumerate(posts)]
    assert infer(samples, "a") == infer(samples[::-1], "a")
