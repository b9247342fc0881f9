"""Schema files: what is read, what they may refer to, and what is said of broken ones."""

# ruff: noqa: E501 - a table reads best with one case to a line

import json
from pathlib import Path

import pytest
from saying import document

from postlint.model.errors import SchemaError
from postlint.schema.load import load_schema
from postlint.schema.shipped import shipped_schemas
from postlint.schema.validate import validate


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is also the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(site: Path, name: str, content: object) -> Path:
    """A file of the site."""
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def messages(site: Path, schema: object, front_matter: str, name: str = "s/post.json") -> list[str]:
    """What a schema file says of some YAML."""
    loaded = load_schema(write(site, name, schema), site)
    return [
        fault.problem.message
        for fault in validate(document(f"---\n{front_matter}\n---\n"), [loaded])
    ]


BROKEN = [
    ("{", "1:1: "),
    ('{"type": "object",}', "1:18: "),
    ('{\n  "type": "strng"\n}', '2:11: "type" is "strng", did you mean "string"?; '),
    ('{"properties": {"a": {"maxLength": "5"}}}', '1:36: "properties.a.maxLength" is text ("5"), expected a whole number; '),
    ('{"properties": {"a": {"maxLength": -1}}}', '1:36: "properties.a.maxLength" is -1, expected 0 or more; '),
    ('{"properties": []}', '1:16: "properties" is an empty list, expected a group of keys; '),
    ('{"properties": {"a": 5}}', '1:22: "properties.a" is a number (5), expected a group of keys or true or false; '),
    ('{"requierd": ["title"]}', '1:2: unknown keyword "requierd", did you mean "required"?; '),
    ('{"properties": {"a": {"maxlength": 5}}}', '1:23: unknown keyword "maxlength", did you mean "maxLength"?; '),
    ('{"pattern": "("}', '1:13: "(" is not a regular expression as Python reads them: '),
    ('{"patternProperties": {"(": {}}}', '1:24: "(" is not a regular expression as Python reads them: '),
    ('{"$schema": "http://json-schema.org/draft-04/schema#"}', '1:13: unknown draft "http://json-schema.org/draft-04/schema#"; '),
    ('{"$ref": "#/$defs/a"}', '1:10: nothing is at "#/$defs/a"; '),
    ('{"$ref": "other.json"}', "1:10: no file s/other.json; "),
    ('{"$ref": "../other.json"}', "1:10: other.json lies outside of the folder of the schema; "),
    ('{"$ref": "https://example.com/a.json"}', '1:10: "https://example.com/a.json" is no file, and nothing is fetched from the web; '),
    ('{"$ref": "#/title", "title": "A"}', '1:10: "#/title" is no schema; '),
    ('{"$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}, "$ref": "#/$defs/a"}', "1:17: the schema leads back to itself for the same value; "),
    ('{"$ref": "#"}', "1:1: the schema leads back to itself for the same value; "),
    ('{"$dynamicRef": "#a"}', '1:2: "$dynamicRef" is not supported; '),
    ('{"title": "A", "title": "B"}', "1:16: "),
    ('{"x-postlint-values-from": "data/none.yml"}', "1:28: the allowed values cannot be read: data/none.yml: cannot be read: "),
    ('{"x-postlint-values-from": "../none.yml"}', '1:28: "../none.yml" leads out of the site; '),
    ('{"x-postlint-values-from": "data/c.yml#a"}', '1:28: "data/c.yml" has no "a"; '),
    ('{"x-postlint-values-from": "data/empty.yml"}', '1:28: "data/empty.yml" holds no list of values; '),
    ('{"x-postlint-values-from": 5}', '1:28: "x-postlint-values-from" is not the name of a file; '),
    ('{"x-postlint-value-from": "a.yml"}', '1:2: unknown keyword "x-postlint-value-from", did you mean "x-postlint-values-from"?; '),
    ('{"properties": {"a": {"format": "image-ulr"}}}', '1:33: unknown format "image-ulr", did you mean "image-url"?; '),
    ('{"format": "datetime"}', '1:12: unknown format "datetime", did you mean "date-time"?; '),
    ('{"format": "yyyy-mm-dd"}', '1:12: unknown format "yyyy-mm-dd", did you mean "YYYY-MM-DD"?; '),
    ('{"errorMessage": 5}', '1:18: "errorMessage" is a number (5), expected text or a group of keys; '),
    ('{"errorMessage": {"type": 5}}', '1:27: "errorMessage.type" is a number (5), expected text; '),
    ('{"errorMessage": {"required": {"a": []}}}', '1:37: "errorMessage.required.a" is an empty list, expected text; '),
    ('{"errorMessage": {"requierd": "a"}}', '1:19: unknown keyword "requierd", did you mean "required"?; '),
    ('["a"]', "1:1: a schema is a group of keywords; "),
    ("[" * 50_000, "1:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "error"), BROKEN)
def test_broken_schema_is_an_error_with_its_place(site: Path, text: str, error: str) -> None:
    write(site, "data/c.yml", "- a\n")
    write(site, "data/empty.yml", "[]\n")
    with pytest.raises(SchemaError) as caught:
        load_schema(write(site, "s/post.json", text), site)
    message = str(caught.value)
    assert message.startswith(f"s/post.json:{error}")
    assert "\n" not in message
    assert "; " in message


def test_truth_in_the_place_of_a_list_is_an_error_with_its_place(site: Path) -> None:
    with pytest.raises(SchemaError, match=r'^post\.yml:1:7: "enum" is true, expected a list'):
        load_schema(write(site, "post.yml", "enum: yes\n"), site)
    with pytest.raises(SchemaError, match=r'^post\.json:1:10: "enum" is true, expected a list'):
        load_schema(write(site, "post.json", '{"enum": true}'), site)


def test_broken_yaml_schema_is_an_error_with_its_place(site: Path) -> None:
    with pytest.raises(SchemaError, match=r"^post\.yml:3:11: \"properties\.a\" is text"):
        load_schema(write(site, "post.yml", "type: object\nproperties:\n    a:    string\n"), site)


@pytest.mark.parametrize("name", ["none.json", "folder.json", "post.txt"])
def test_what_is_no_schema_file_is_an_error(site: Path, name: str) -> None:
    (site / "folder.json").mkdir()
    with pytest.raises(SchemaError, match=f"^{name}: "):
        load_schema(site / name, site)


def test_place_in_a_file_that_is_referred_to_is_in_that_file(site: Path) -> None:
    write(site, "s/parts.json", {"$defs": {"a": {"type": "strng"}}})
    with pytest.raises(SchemaError, match=r"^s/parts\.json:1:26: "):
        messages(site, {"$ref": "parts.json#/$defs/a"}, "a: 1")


def test_yaml_schema_is_read(site: Path) -> None:
    text = "required: [title]\n"
    assert messages(site, text, "a: 1", "post.yaml") == ['missing key "title"']


@pytest.mark.parametrize(
    "name", ["iri-reference", "idn-email", "hostname", "duration", "phone", "int32", "url"]
)
def test_format_of_others_is_ignored(site: Path, name: str) -> None:
    assert messages(site, {"properties": {"a": {"format": name}}}, "a: b") == []


def test_same_schema_is_loaded_once(site: Path) -> None:
    path = write(site, "post.json", {})
    assert load_schema(path, site) is load_schema(path, site)


@pytest.mark.parametrize(
    "reference",
    ["parts.json#/$defs/title", "./parts.json#title", "deep/../parts.json#/$defs/title"],
)
def test_reference_to_another_file(site: Path, reference: str) -> None:
    parts = {"$defs": {"title": {"$anchor": "title", "type": "string"}}}
    write(site, "s/parts.json", parts)
    schema = {"properties": {"title": {"$ref": reference}}}
    assert messages(site, schema, "title: 5") == ['"title" is a number (5), expected text']


def test_reference_beside_an_id_on_the_web_is_read_from_the_folder(site: Path) -> None:
    write(site, "s/parts/title.json", {"type": "string"})
    schema = {
        "$id": "https://example.com/schemas/post.json",
        "properties": {"title": {"$ref": "parts/title.json"}},
    }
    assert messages(site, schema, "title: 5") == ['"title" is a number (5), expected text']


@pytest.mark.parametrize("reference", ["post.schema.json", "urn:postlint:schemas:post"])
def test_shipped_schema_is_referred_to_by_name_or_id(site: Path, reference: str) -> None:
    schema = {"allOf": [{"$ref": reference}], "required": ["venue"]}
    assert messages(site, schema, "title: 5") == ['missing key "venue"']
    loaded = load_schema(site / "s/post.json", site)
    read = {site / "s/post.json", shipped_schemas() / "post.schema.json"}
    in_its_place = {site / "s" / reference} if reference.endswith(".json") else set()
    assert set(loaded.files) == read | in_its_place


def test_link_that_leaves_the_folder_is_refused(site: Path) -> None:
    write(site, "secret.json", {})
    (site / "s").mkdir()
    (site / "s/parts.json").symlink_to(site / "secret.json")
    with pytest.raises(SchemaError, match="outside"):
        messages(site, {"$ref": "parts.json"}, "a: 1")


def test_drafts_can_refer_to_each_other(site: Path) -> None:
    modern = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "prefixItems": [{"type": "string"}],
    }
    write(site, "s/pair.json", modern)
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "properties": {"a": {"$ref": "pair.json"}, "b": {"prefixItems": [{"type": "string"}]}},
    }
    assert messages(site, schema, "a: [1]\nb: [1]") == [
        'item 1 of "a" is a number (1), expected text'
    ]


def test_recursive_schema_is_followed(site: Path) -> None:
    schema = {"properties": {"child": {"$ref": "#"}, "name": {"type": "string"}}}
    assert messages(site, schema, "child: {child: {name: 5}}") == [
        '"child.child.name" is a number (5), expected text'
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("data/c.yml", "- world\n- sport\n"),
        ("data/c.yml", "- {name: world, id: 1}\n- {name: sport, id: 2}\n"),
        ("data/c.yml", "- {title: World, slug: world}\n- {title: Sport, slug: sport}\n"),
        ("data/c.yml", "- world\n- {name: sport, id: 2}\n"),
        ("data/c.yml", "- {name: world}\n- {slug: sport}\n"),
        ("data/c.yml", "world: {title: World}\nsport: {title: Sport}\n"),
        ("data/c.json", '["world", "sport"]'),
        ("data/c.toml#news/topics", '[news]\ntopics = ["world", "sport"]\n'),
    ],
)
def test_allowed_values_come_from_a_data_file(site: Path, name: str, content: str) -> None:
    path = write(site, name.partition("#")[0], content)
    schema = {"properties": {"c": {"items": {"x-postlint-values-from": name}}}}
    loaded = load_schema(write(site, "s/post.json", schema), site)
    (fault,) = validate(document("---\nc: [world, sprot]\n---\n"), [loaded])
    assert fault.problem.message == '"c" has "sprot", did you mean "sport"?'
    assert fault.problem.suggestions == ("sport",)
    assert f"the allowed values are in {name}" in (fault.problem.help or "")
    assert path in loaded.files


def test_value_that_yaml_reads_otherwise_is_told(site: Path) -> None:
    write(site, "data/c.yml", "- se\n- no\n")
    with pytest.raises(SchemaError, match=r"data/c\.yml:2:3: no is read as false"):
        messages(site, '{"x-postlint-values-from": "data/c.yml"}', "a: 1")


def test_broken_data_file_is_told_with_its_place(site: Path) -> None:
    write(site, "data/c.yml", "- a\n- [b\n")
    with pytest.raises(SchemaError, match=r"^s/post\.json:1:28: .*data/c\.yml:2:3: "):
        messages(site, '{"x-postlint-values-from": "data/c.yml"}', "a: 1")


@pytest.mark.parametrize(
    "path", sorted(shipped_schemas().glob("*.json")), ids=lambda path: path.name
)
def test_shipped_schemas_pass_our_own_examination(site: Path, path: Path) -> None:
    if path.name != "config.schema.json":
        load_schema(write(site, path.name, path.read_text(encoding="utf-8")), site)


@pytest.mark.parametrize("keyword", ["allOf", "anyOf", "properties"])
def test_a_schema_that_doubles_with_each_reference_is_refused(keyword: str, tmp_path: Path) -> None:
    def twice(name: str) -> dict[str, object]:
        refs = [{"$ref": f"#/$defs/{name}"}] * 2
        return {keyword: dict(zip("ab", refs, strict=True)) if keyword == "properties" else refs}

    defs: dict[str, object] = {f"a{n}": twice(f"a{n + 1}") for n in range(40)}
    path = tmp_path / "bomb.json"
    path.write_text(json.dumps({"$defs": {**defs, "a40": {}}, **twice("a0")}), encoding="utf-8")
    with pytest.raises(SchemaError, match=r"more than 100,000 times over"):
        load_schema(path, tmp_path)
