"""What is said of values, in the words an editor reads, and how they are mended."""

# ruff: noqa: E501 - a table reads best with one case to a line

import pytest
from saying import applied, faults_of, said

LIST = {"type": "array", "items": {"type": "string"}}
FORMS = [{"type": "string", "format": "date"}, {"type": "array"}, {"type": "null"}]


@pytest.mark.parametrize(
    ("value", "schema", "message", "fixed"),
    [
        ('"yes"', {"type": "boolean"}, 'is text ("yes"), expected true or false', "true"),
        ('"False"', {"type": "boolean"}, 'is text ("False"), expected true or false', "false"),
        ("maybe", {"type": "boolean"}, 'is text ("maybe"), expected true or false', None),
        ('"5"', {"type": "integer"}, 'is text ("5"), expected a whole number', "5"),
        ('"007"', {"type": "integer"}, 'is text ("007"), expected a whole number', None),
        ("1.5", {"type": "integer"}, "is a number (1.5), expected a whole number", None),
        ("1984", {"type": "string"}, "is a number (1984), expected text", '"1984"'),
        (
            "20200929",
            {"type": "string", "format": "date"},
            "is a number (20200929), expected text",
            "2020-09-29",
        ),
        ("true", {"type": "string"}, "is true, expected text", '"true"'),
        ("", {"type": "string"}, "is empty, expected text", None),
        ("[a]", {"type": "string"}, "is a list, expected text", None),
        ("{a: b}", {"type": "string"}, "is a group of keys, expected text", None),
        ("world", LIST, 'is text ("world"), expected a list', "[world]"),
        ("'world'", LIST, 'is text ("world"), expected a list', "['world']"),
        ("world, sport", LIST, 'is text ("world, sport"), expected a list', "[world, sport]"),
        (
            "world",
            {"type": "array", "items": True},
            'is text ("world"), expected a list',
            "[world]",
        ),
        ("world", {"type": "array", "items": False}, 'is text ("world"), expected a list', None),
        ("2024", {"type": "array", "items": True}, "is a number (2024), expected a list", "[2024]"),
        ("2024", {"type": ["array", "null"]}, "is a number (2024), expected a list", "[2024]"),
        (
            "5",
            {"type": ["string", "array", "null"]},
            "is a number (5), expected text or a list",
            '"5"',
        ),
        ("5", {"anyOf": FORMS}, "is a number (5), expected text or a list", None),
        ("5", {"oneOf": FORMS}, "is a number (5), expected text or a list", None),
    ],
)
def test_wrong_type(value: str, schema: dict[str, object], message: str, fixed: str | None) -> None:
    text = f"---\nx: {value}\n---\n"
    (fault,) = faults_of(text, {"properties": {"x": schema}})
    assert fault.rule == "wrong-type"
    assert fault.problem.message == f'"x" {message}'
    assert applied(text, fault.problem.fix) == (fixed and f"---\nx: {fixed}\n---\n")


@pytest.mark.parametrize(
    ("value", "schema", "is_safe"),
    [
        ("world", LIST, True),
        ("aa bb", LIST, False),
        ("world,", LIST, False),
        ("world", {**LIST, "minItems": 2}, False),
        ("world", {**LIST, "items": {"type": "string", "enum": ["sport"]}}, False),
        ('"5"', {"type": "integer"}, True),
        ('"5"', {"type": "integer", "minimum": 10}, False),
        ('"5"', {"allOf": [{"type": "integer"}, {"minimum": 10}]}, False),
        ('"true"', {"type": "boolean", "const": False}, False),
        ("5", {"type": "string"}, True),
        ("5", {"type": "string", "format": "image-url"}, None),
        ("5", {"allOf": [{"type": "string"}, {"format": "image-url"}]}, None),
        ("true", {"type": "string", "maxLength": 3}, None),
        ("[a, a]", {"uniqueItems": True}, True),
        ("[a, a]", {"uniqueItems": True, "minItems": 2}, None),
    ],
)
def test_fix_is_safe_only_where_the_new_value_is_right(
    value: str, schema: dict[str, object], is_safe: bool | None
) -> None:
    (fault,) = faults_of(f"---\nx: {value}\n---\n", {"properties": {"x": schema}})
    fix = fault.problem.fix
    assert (fix.safe if fix else None) is is_safe


@pytest.mark.parametrize(
    ("value", "shipped", "house"),
    [
        ("wrold", {"type": "array"}, {"items": {"enum": ["world"]}}),
        ('"5"', {"type": "integer"}, {"minimum": 10}),
        ("5", {"type": "string"}, {"minLength": 2}),
    ],
)
def test_fix_is_not_safe_where_another_part_of_the_schema_asks_for_more(
    value: str, shipped: dict[str, object], house: dict[str, object]
) -> None:
    schema = {"allOf": [{"properties": {"x": shipped}}], "properties": {"x": house}}
    faults = faults_of(f"---\nx: {value}\n---\n", schema)
    assert not any(fault.problem.fix and fault.problem.fix.safe for fault in faults)


@pytest.mark.parametrize(
    ("word", "schema"),
    [
        ("no", {"type": "string"}),
        ("Yes", {"type": "string"}),
        ("off", {"enum": ["on", "off"]}),
    ],
)
def test_bare_yaml_truth_is_told_as_such(word: str, schema: dict[str, object]) -> None:
    text = f"---\nx: {word}\n---\n"
    (fault,) = faults_of(text, {"properties": {"x": schema}})
    assert fault.rule == "ambiguous-yaml-value"
    truth = "true" if word == "Yes" else "false"
    assert fault.problem.message == f"{word} is read as {truth}, not as text"
    assert applied(text, fault.problem.fix) == f'---\nx: "{word}"\n---\n'


@pytest.mark.parametrize(
    ("value", "schema", "message", "fixed"),
    [
        ("wrold", {"enum": ["world", "sport"]}, 'is "wrold", did you mean "world"?', "world"),
        ("World", {"enum": ["world", "sport"]}, 'is "World", did you mean "world"?', "world"),
        ("'wrold'", {"enum": ["world", "sport"]}, 'is "wrold", did you mean "world"?', "'world'"),
        ("x", {"enum": ["world", "sport"]}, 'is "x", expected one of world, sport', None),
        ("pots", {"const": "post"}, 'is "pots", expected post', "post"),
        ("5", {"const": "post"}, "is 5, expected post", "post"),
        ('"2"', {"enum": [1, 2]}, 'is text ("2"), expected one of 1, 2', "2"),
        ("2", {"enum": ["1", "2"]}, 'is a number (2), expected one of "1", "2"', '"2"'),
        ("true", {"enum": ["true", "false"]}, 'is true, expected one of "true", "false"', '"true"'),
        ("true", {"enum": ["yes", "no"]}, "is true, expected one of yes, no", None),
        ("", {"enum": ["a", "b"]}, "is empty, expected one of a, b", None),
        ("wrold", {"oneOf": [{"const": "world"}, {"const": "b"}]}, 'is "wrold", did you mean "world"?', "world"),
        ("wrold", {"anyOf": [{"enum": ["world"]}, {"format": "uri"}]}, 'is "wrold", expected world', "world"),
    ],
)  # fmt: skip
def test_value_not_allowed(
    value: str, schema: dict[str, object], message: str, fixed: str | None
) -> None:
    text = f"---\nx: {value}\n---\n"
    (fault,) = faults_of(text, {"properties": {"x": schema}})
    assert fault.rule == "value-not-allowed"
    assert fault.problem.message == f'"x" {message}'
    assert applied(text, fault.problem.fix) == (fixed and f"---\nx: {fixed}\n---\n")


def test_many_allowed_values_are_cut() -> None:
    schema = {"properties": {"x": {"enum": [f"value-{number}" for number in range(100)]}}}
    (fault,) = faults_of("---\nx: other\n---\n", schema)
    assert fault.problem.message.endswith("value-9 and 90 more")


@pytest.mark.parametrize(
    ("value", "schema", "message", "fixed"),
    [
        ("2020-09-29", {"pattern": r"^\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}$"}, "is 2020-09-29, expected YYYY-MM-DD-HH-MM-SS", "2020-09-29-00-00-00"),
        ("2020/9/29 8:05", {"pattern": r"^\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d$"}, 'is "2020/9/29 8:05", expected YYYY-MM-DD-HH-MM-SS', "2020-09-29-08-05-00"),
        ("soon", {"pattern": r"^[0-9]{4}-(0[1-9]|1[0-2])-[0-3][0-9]$"}, 'is "soon", expected YYYY-MM-DD', None),
        ("My Post", {"pattern": "^[a-z-]+$"}, 'is "My Post", expected something like my-post', "my-post"),
        ("a.gif", {"pattern": r"\.(jpg|png)$"}, 'is "a.gif", expected something like /img/photo.jpg', None),
        ("x", {"pattern": "^[A-Z]{3}-[0-9]{2}$"}, 'is "x", expected something like ABC-12', None),
        ("x", {"pattern": "^_layouts\\.", "examples": ["_layouts.post"]}, 'is "x", expected something like _layouts.post', None),
        ("x", {"pattern": "(?<=a)b"}, 'is "x", expected the form (?<=a)b', None),
        ("2026-02-30", {"format": "date"}, "is 2026-02-30, not a calendar date", None),
        ("29 May 2026", {"format": "date"}, 'is "29 May 2026", expected YYYY-MM-DD', "2026-05-29"),
        ("2026-02-30", {"pattern": r"^\d{4}-(0\d|1[0-2])-([01]\d|2[0-8]) *$"}, "is 2026-02-30, not a calendar date", None),
        ("2026-13-01", {"pattern": r"^\d{4}-(0\d|1[0-2])-([01]\d|2[0-8])$"}, "is 2026-13-01, not a calendar date", None),
        ("3/4/2026", {"format": "date"}, "is 3/4/2026, expected YYYY-MM-DD", None),
        ("2026-5-9", {"format": "YYYY/MM/DD"}, "is 2026-5-9, expected YYYY/MM/DD", "2026/05/09"),
        ("www.a.com", {"format": "uri"}, 'is "www.a.com", expected a web address such as https://example.com/page', '"https://www.a.com"'),
    ],
)  # fmt: skip
def test_wrong_format(
    value: str, schema: dict[str, object], message: str, fixed: str | None
) -> None:
    text = f"---\nx: {value}\n---\n"
    (fault,) = faults_of(text, {"properties": {"x": schema}})
    assert fault.rule == "wrong-format"
    assert fault.problem.message == f'"x" {message}'
    mended = applied(text, fault.problem.fix)
    assert (mended or "").replace('"', "") == (f"---\nx: {fixed}\n---\n" if fixed else "").replace(
        '"', ""
    )


def test_rewritten_value_is_a_suggestion_and_never_applied_unasked() -> None:
    schema = {"properties": {"date": {"format": "YYYY-MM-DD-HH-MM-SS"}}}
    (fault,) = faults_of("+++\ndate = 2020-09-29\n+++\n", schema)
    assert fault.problem.suggestions == ("2020-09-29-00-00-00",)
    assert fault.problem.fix is not None
    assert not fault.problem.fix.safe
    assert fault.problem.fix.edits[0].replacement == '"2020-09-29-00-00-00"'


@pytest.mark.parametrize(
    ("value", "schema", "place", "message"),
    [
        ("abcd", {"maxLength": 3}, "2:4", "has 4 characters, at most 3 allowed"),
        ("a", {"minLength": 2}, "2:4", "has 1 character, expected at least 2"),
        ('""', {"minLength": 1, "pattern": "^a"}, "2:4", "is empty, expected at least 1 character"),
        ("[a, b]", {"maxItems": 1}, "2:1", "has 2 items, at most 1 allowed"),
        ("[]", {"minItems": 1}, "2:1", "has no items, expected at least 1"),
        ("{a: 1}", {"minProperties": 2}, "2:1", "has 1 key, expected at least 2"),
        ("0", {"minimum": 1}, "2:4", "is 0, expected 1 or more"),
        ("9", {"exclusiveMaximum": 9}, "2:4", "is 9, expected less than 9"),
        ("7", {"multipleOf": 5}, "2:4", "is 7, expected a multiple of 5"),
        ("[1, 2]", {"prefixItems": [{}], "items": False}, "2:1", "has 2 items, at most 1 allowed"),
    ],
)
def test_wrong_length(value: str, schema: dict[str, object], place: str, message: str) -> None:
    text = f"---\nx: {value}\n---\n"
    assert said(text, {"properties": {"x": schema}}) == [f'{place} wrong-length: "x" {message}']


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("[a, b, a]", "[a, b]"),
        ("\n  - a\n  - b\n  - a", "\n  - a\n  - b"),
        ("\n  - a\n  - a # twice", None),
        ("[a, # first\n  a]", None),
    ],
)
def test_duplicate_item(value: str, fixed: str | None) -> None:
    text = f"---\nx: {value}\n---\n"
    (fault,) = faults_of(text, {"properties": {"x": {"uniqueItems": True}}})
    assert (fault.rule, fault.problem.message) == ("duplicate-item", '"x" has "a" twice')
    assert applied(text, fault.problem.fix) == (fixed and f"---\nx: {fixed}\n---\n")


@pytest.mark.parametrize(
    ("front_matter", "schema", "expected"),
    [
        ("a: 1", {"dependentRequired": {"a": ["b", "c"]}}, '2:1: "a" needs "b" and "c", which are missing'),
        ("a: 1\nb: 2", {"not": {"required": ["a", "b"]}}, '3:1: "a" and "b" are not allowed together'),
        ("a: 1\nb: 2", {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, '3:1: "a" and "b" are both set, expected only one of them'),
        ("c: 1", {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, '1:1: none of "a", "b" is set'),
        ("a: 1", {"properties": {"a": False}}, '2:1: "a" is not allowed here'),
        ("a: tbd", {"properties": {"a": {"not": {"enum": ["tbd"]}}}}, '2:1: "a" is "tbd", which is not allowed'),
        ("a: [x]", {"properties": {"a": {"contains": {"const": "news"}}}}, '2:1: "a" does not have "news"'),
        ("a: [x]", {"properties": {"a": {"contains": {"type": "number"}}}}, '2:1: "a" does not have an item of the kind asked for'),
        ("a: 1", {"properties": {"a": {"oneOf": [{"type": "number"}, {"minimum": 0}]}}}, '2:1: "a" fits several forms that exclude each other'),
    ],
)  # fmt: skip
def test_schema_mismatch(front_matter: str, schema: dict[str, object], expected: str) -> None:
    place, _, message = expected.partition(": ")
    assert said(f"---\n{front_matter}\n---\n", schema) == [f"{place} schema-mismatch: {message}"]


def test_keys_of_a_wrong_form_are_told_at_the_key() -> None:
    schema = {"propertyNames": {"pattern": "^[a-z_]+$"}}
    assert said("---\na: 1\nFoo Bar: 2\n---\n", schema) == [
        '3:1 wrong-format: key "Foo Bar" is not allowed, expected something like my_post'
    ]


def test_the_form_that_was_meant_is_the_one_that_is_checked() -> None:
    link = {"type": "object", "properties": {"kind": {"const": "link"}, "url": {"format": "uri"}}}
    text = {"type": "object", "properties": {"kind": {"const": "text"}, "body": {"type": "string"}}}
    schema = {"properties": {"x": {"oneOf": [text, link]}}}
    assert said("---\nx:\n  kind: link\n  url: nowhere\n---\n", schema) == [
        '4:8 wrong-format: "x.url" is "nowhere", expected a web address such as https://example.com/page'
    ]


def test_one_value_has_one_mistake() -> None:
    schema = {"properties": {"x": {"format": "uri", "pattern": "^https:", "maxLength": 2}}}
    assert len(said("---\nx: nowhere\n---\n", schema)) == 1


@pytest.mark.parametrize(
    "message",
    [
        "write it as a link",
        {"properties": {"x": "write it as a link"}},
        {"_": "write it as a link", "required": "no"},
    ],
)
def test_words_of_the_author_of_the_schema_come_first(message: object) -> None:
    if isinstance(message, dict) and "_" in message:
        schema: dict[str, object] = {
            "properties": {"x": {"format": "uri", "errorMessage": message}}
        }
    else:
        schema = {"properties": {"x": {"format": "uri"}}, "errorMessage": message}
    assert said("---\nx: nowhere\n---\n", schema) == [
        '2:4 wrong-format: "x" is "nowhere": write it as a link'
    ]


@pytest.mark.parametrize(
    ("value", "schema", "own", "message"),
    [
        ("5", {"type": "string"}, "one line.", '"x" is a number (5): one line'),
        ("[]", {"minItems": 1}, "name a topic", '"x" is an empty list: name a topic'),
        ("[a, b]", {"maxItems": 1}, "one topic", '"x": one topic'),
        ("{a: 1}", {"maxProperties": 0}, "no keys", '"x": no keys'),
        ("[b]", {"items": {"enum": ["a"]}}, "see the list", 'item 1 of "x" is "b": see the list'),
        ("b", {"enum": ["a"]}, '"x" is always a', '"x" is always a'),
        ("{B: 1}", {"propertyNames": {"pattern": "^b"}}, "use b", 'key "B": use b'),
    ],
)
def test_words_of_the_author_come_after_the_key_and_the_value(
    value: str, schema: dict[str, object], own: str, message: str
) -> None:
    (fault,) = faults_of(
        f"---\nx: {value}\n---\n", {"properties": {"x": {**schema, "errorMessage": own}}}
    )
    assert fault.problem.message == message


def test_words_of_the_author_for_one_missing_key() -> None:
    schema = {"required": ["a", "b"], "errorMessage": {"required": {"b": "every post needs a b"}}}
    assert said("---\nc: 1\n---\n", schema) == [
        '1:1 missing-key: missing key "a"',
        '1:1 missing-key: missing key "b": every post needs a b',
    ]


def test_description_of_the_schema_is_the_help() -> None:
    about = {"type": "string", "description": "The headline,\n  in one line."}
    (fault,) = faults_of("---\nx: 5\n---\n", {"properties": {"x": about}})
    assert fault.problem.help == "the headline, in one line"


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf", "allOf"])
def test_what_is_said_beside_a_choice_holds_for_its_branches(keyword: str) -> None:
    about = {"description": "Where to go.", "examples": ["https://a.org"]}
    schema = {"properties": {"x": {**about, keyword: [{"type": "string", "pattern": "^http"}]}}}
    (fault,) = faults_of("---\nx: nowhere\n---\n", schema)
    assert fault.problem.message == '"x" is "nowhere", expected something like https://a.org'
    assert fault.problem.help == "where to go"


def test_long_values_are_cut_in_messages() -> None:
    text = f'---\nx: "{"a b " * 10_000}"\n---\n'
    (fault,) = faults_of(text, {"properties": {"x": {"enum": ["y"]}}})
    assert len(fault.problem.message) < 100
    assert "…" in fault.problem.message


def test_value_that_an_alias_brings_in_is_reported_at_the_key() -> None:
    schema = {"properties": {"a": {}, "b": {"items": {"type": "number"}}}}
    assert said("---\na: &x [t]\nb: *x\n---\n", schema) == [
        '3:1 wrong-type: item 1 of "b" is text ("t"), expected a number'
    ]
