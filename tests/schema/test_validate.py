"""A post and its schemas in, faults with places out."""

from pathlib import Path

import pytest
from saying import Keywords, faults_of, said

from postlint.content.document import parse
from postlint.content.source import decode
from postlint.schema.load import load_schema
from postlint.schema.validate import validate

SHARED = Path(__file__).parents[2] / "../shared/frontmatter"
POST = {
    "properties": {
        "title": {"type": "string"},
        "draft": {"type": "boolean"},
        "tags": {"type": "array", "items": {"enum": ["world", "sport"]}},
    },
    "required": ["title"],
    "additionalProperties": False,
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared posts are not here")
@pytest.mark.parametrize(
    ("name", "place", "rule", "suggestions"),
    [
        ("02-missing.md", "1:1", "missing-key", ()),
        ("03-type.md", "9:11", "wrong-type", ("true",)),
        ("04-date.md", "7:7", "wrong-format", ("2020-09-29-00-00-00",)),
        ("05-enum.md", "8:22", "value-not-allowed", ("world",)),
        ("06-misspelt.md", "5:1", "unknown-key", ("title",)),
        ("07-broken.md", "5:16", "front-matter-syntax", None),
        ("08-dup.md", "6:1", "duplicate-key", None),
    ],
)
def test_shared_post_gives_exactly_one_fault(
    name: str, place: str, rule: str, suggestions: tuple[str, ...] | None
) -> None:
    doc = parse(name, decode((SHARED / name).read_bytes()))
    schema = load_schema(SHARED / "post.schema.json", SHARED)
    (fault,) = doc.faults + validate(doc, [schema])
    position = doc.lines.position(fault.problem.span.start)
    assert (f"{position.line}:{position.column}", fault.rule) == (place, rule)
    assert suggestions in (None, fault.problem.suggestions)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared posts are not here")
@pytest.mark.parametrize("name", ["00-seed.md", "01-good.md"])
def test_shared_post_without_a_mistake_gives_none(name: str) -> None:
    doc = parse(name, decode((SHARED / name).read_bytes()))
    assert doc.faults + validate(doc, [load_schema(SHARED / "post.schema.json", SHARED)]) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: A\ntags: [wrold]\n---\n", "3:8"),
        ("---\r\ntitle: A\r\ntags:\r\n- wrold\r\n---\r\n", "4:3"),
        ('+++\ntitle = "A"\ntags = ["wrold"]\n+++\n', "3:9"),
        ('{\n  "title": "A",\n  "tags": ["wrold"]\n}\n', "3:12"),
    ],
)
def test_yaml_toml_and_json_get_the_same_words(text: str, place: str) -> None:
    assert said(text, POST) == [
        f'{place} value-not-allowed: "tags" has "wrold", did you mean "world"?'
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Fighting resumed.\n", 'post has no front matter, expected one with "title"'),
        ("", 'file is empty, expected front matter with "title"'),
        ("\n \n", 'file is empty, expected front matter with "title"'),
    ],
)
def test_no_front_matter_is_reported_at_the_start(text: str, message: str) -> None:
    assert said(text, POST) == [f"1:1 missing-front-matter: {message}"]


def test_no_front_matter_is_fine_where_nothing_is_required() -> None:
    assert said("Fighting resumed.\n", {"properties": {"title": {}}}) == []


def test_empty_front_matter_lacks_its_keys() -> None:
    assert said("---\n---\nText\n", POST) == ['1:1 missing-key: missing key "title"']


@pytest.mark.parametrize(
    "text", ["---\n- a\n---\n", "---\nA\n---\n", "---\na: [\n---\n", "---\ntitle: A\n"]
)
def test_front_matter_that_is_not_read_is_not_validated(text: str) -> None:
    assert [line for line in said(text, POST) if "missing-key" in line] == []


def test_what_the_reader_has_said_is_not_said_again() -> None:
    schema = {"properties": {"title": {"type": "number"}}}
    assert said("---\ntitle: A\ntitle: 2\n---\n", schema) == []


def test_two_schemas_that_say_the_same_say_it_once() -> None:
    other = {"properties": {"title": {}, "draft": {}, "tags": {}}, "required": ["title"]}
    assert said("---\ndraft: true\n---\n", POST, other) == ['1:1 missing-key: missing key "title"']


def test_a_key_of_one_open_schema_is_not_misspelt_for_another() -> None:
    one: Keywords = {"properties": {"caption": {}}}
    other: Keywords = {"properties": {"captoin": {}}}
    assert said("---\ncaptoin: A\n---\n", one, other) == []
    assert len(said("---\ncaptoin: A\n---\n", one)) == 1


def test_the_schema_key_is_always_allowed() -> None:
    assert said("---\n$schema: news-post\ntitle: A\n---\n", POST) == []


def test_faults_come_in_the_order_of_the_text() -> None:
    text = "---\nz: 1\ndraft: 5\ntags: [tennis]\n---\n"
    assert [line.split(" ")[0] for line in said(text, POST)] == ["1:1", "2:1", "3:8", "4:8"]


def test_many_mistakes_of_one_kind_become_one_in_the_end() -> None:
    text = "---\ntitle: A\n" + "".join(f"k{number}: 1\n" for number in range(1000)) + "---\n"
    faults = faults_of(text, POST)
    assert len(faults) == 51
    assert faults[-1].problem.message == "950 more problems of the same kind"
    assert len(faults[-1].problem.others) == 949


@pytest.mark.parametrize(
    "values",
    [
        "[" + ", ".join(["1"] * 5_000) + "]",
        "[" + ", ".join(f"w{number}" for number in range(5_000)) + "]",
        "[" + ", ".join(f"{{a: {number % 9}}}" for number in range(5_000)) + "]",
        "x" * 1_000_000,
        "[" * 50 + "]" * 50,
    ],
)
def test_hostile_values_are_reported_within_bounds(values: str) -> None:
    schema = {"properties": {"tags": {**POST["properties"]["tags"], "uniqueItems": True}}}  # type: ignore[index]
    faults = faults_of(f"---\ntags: {values}\n---\n", schema)
    assert 0 < len(faults) <= 110
    assert all(len(fault.problem.message) < 200 for fault in faults)


def test_deep_data_is_followed_down_to_its_mistake() -> None:
    tree = {"properties": {"child": {"$ref": "#"}}, "type": "object"}
    text = "---\nchild: " + "{child: " * 60 + "1" + "}" * 60 + "\n---\n"
    assert [line.split(": ")[0] for line in said(text, tree)] == ["2:488 wrong-type"]


@pytest.mark.parametrize(
    ("branches", "reason"),
    [
        ({"anyOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}]}, "too many ways"),
        ({"allOf": [{"allOf": [{"allOf": [{"allOf": [{"$ref": "#/$defs/a"}]}]}]}]}, "too deeply"),
    ],
)
def test_what_would_take_for_ever_is_given_up_and_said(
    branches: dict[str, object], reason: str
) -> None:
    child = {"child": branches}
    schema = {
        "$defs": {
            "a": {"properties": {**child, "a": {}}, "type": "object"},
            "b": {"properties": {**child, "b": {}}, "type": "object"},
        },
        "properties": child,
    }
    text = "---\nchild: " + "{child: " * 90 + "1" + "}" * 90 + "\n---\n"
    assert [line for line in said(text, schema) if reason in line]
