"""What is said of keys: unknown, misspelt, missing, deprecated."""

import pytest
from saying import Keywords, applied, faults_of, said

from postlint.content.near import nearest

NAMES: Keywords = {"title": {}, "description": {}, "date": {}, "tags": {}, "publish_date": {}}
CLOSED = {"properties": NAMES, "additionalProperties": False}
OPEN = {"properties": NAMES}


@pytest.mark.parametrize(
    ("key", "meant", "is_safe"),
    [
        ("tittle", "title", True),
        ("titel", "title", True),
        ("Title", "title", True),
        ("tilte", "title", True),
        ("discripton", "description", False),
        ("publish-date", "publish_date", True),
        ("publishDate", "publish_date", True),
        ("tag", "tags", False),
        ("titles", "title", False),
        ("colour", None, False),
        ("x", None, False),
        ("title" * 100, None, False),
    ],
)
def test_unknown_key_is_taken_for_the_nearest_known_one(
    key: str, meant: str | None, is_safe: bool
) -> None:
    (fault,) = faults_of(f"---\n{key}: A\n---\n", CLOSED)
    assert fault.rule == "unknown-key"
    assert fault.problem.suggestions == ((meant,) if meant else ())
    if meant:
        assert fault.problem.message == f'unknown key "{key}", did you mean "{meant}"?'
        assert fault.problem.fix is not None
        assert fault.problem.fix.safe is is_safe


def test_rename_is_not_offered_where_the_right_key_is_there() -> None:
    (fault,) = faults_of("---\ntitle: A\ntittle: B\n---\n", CLOSED)
    assert fault.problem.help == '"title" is there already'
    assert fault.problem.fix is None


@pytest.mark.parametrize("schema", [CLOSED, OPEN])
def test_two_keys_are_not_both_renamed_to_one(schema: Keywords) -> None:
    faults = faults_of("---\ntittle: A\ntitel: B\n---\n", schema)
    assert len([fault for fault in faults if fault.problem.fix]) == 1


def test_unknown_key_with_no_near_one_lists_the_known_ones() -> None:
    (fault,) = faults_of("---\nmood: A\n---\n", CLOSED)
    assert fault.problem.message == 'unknown key "mood"'
    assert fault.problem.help == (
        'known keys are "title", "description", "date", "tags", "publish_date"'
    )


@pytest.mark.parametrize("keyword", ["additionalProperties", "unevaluatedProperties"])
def test_missing_key_is_folded_into_the_unknown_one(keyword: str) -> None:
    schema = {"properties": NAMES, "required": ["title", "description"], keyword: False}
    assert said("---\ntittle: A\ndesc: B\n---\n", schema) == [
        '2:1 unknown-key: unknown key "tittle", did you mean "title"?',
        '3:1 unknown-key: unknown key "desc", did you mean "description"?',
    ]


@pytest.mark.parametrize(
    ("key", "missing", "is_folded"),
    [
        ("img", "image", True),
        ("imageUrl", "image", True),
        ("page-title", "title", True),
        ("cat", "categories", True),
        ("mage", "image", True),
        ("age", "image", False),
        ("untitled", "title", False),
        ("summary", "description", False),
    ],
)
def test_short_and_long_forms_of_a_missing_key_are_folded_too(
    key: str, missing: str, is_folded: bool
) -> None:
    schema = {"properties": {missing: {}}, "required": [missing], "additionalProperties": False}
    assert len(said(f"---\n{key}: A\n---\n", schema)) == (1 if is_folded else 2)


def test_missing_key_is_reported_at_the_key_that_looks_like_it() -> None:
    assert said("---\ntitel: A\n---\n", {**OPEN, "required": ["title"]}) == [
        '2:1 missing-key: key "titel" looks misspelt, "title" is missing'
    ]


@pytest.mark.parametrize(
    ("key", "is_reported"),
    [
        ("discription", True),
        ("decsription", True),
        ("descripton", True),
        ("titlle", True),
        ("dtae", True),
        ("publish-date", True),
        ("titles", False),
        ("data", False),
        ("tag", False),
        ("title2", False),
        ("subtitle", False),
        ("x" * 5000, False),
    ],
)
def test_only_a_sure_slip_is_reported_where_other_keys_are_allowed(
    key: str, is_reported: bool
) -> None:
    faults = faults_of(f"---\n{key}: A\n---\n", OPEN)
    assert [fault.rule for fault in faults] == (["misspelt-key"] if is_reported else [])


def test_slip_is_not_reported_where_the_right_key_is_there() -> None:
    assert said("---\ndescription: A\ndescripton: B\n---\n", OPEN) == []


@pytest.mark.parametrize(
    "schema",
    [
        {**CLOSED, "patternProperties": {"^x-": {}, "^dis": {}}},
        {**OPEN, "patternProperties": {"^dis": {}}},
        {"allOf": [OPEN, {"properties": {"discription": {}}}], "unevaluatedProperties": False},
        {"properties": {"discription": {}}, "anyOf": [OPEN, {"required": ["x"]}]},
    ],
)
def test_keys_of_patterns_and_branches_are_known(schema: dict[str, object]) -> None:
    assert said("---\ndiscription: A\n---\n", schema) == []


def test_keys_further_in_are_checked_too() -> None:
    person = {"properties": {"name": {}, "email": {}}, "required": ["name"]}
    schema = {"properties": {"author": person, "authors": {"items": person}}}
    text = "---\nauthor:\n  emial: a@b.c\nauthors:\n  - email: a@b.c\n---\n"
    assert said(text, schema) == [
        '2:1 missing-key: missing key "name" in "author"',
        '3:3 misspelt-key: key "emial" in "author" looks misspelt, did you mean "email"?',
        '5:5 missing-key: missing key "name" in item 1 of "authors"',
    ]


def test_missing_keys_are_told_one_by_one_with_what_they_are_for() -> None:
    about = {"description": "The headline.", "examples": ["Fighting resumes"]}
    schema = {"properties": {"title": about}, "required": ["title", "date"]}
    first, second = faults_of("---\ndraft: true\n---\n", schema)
    assert first.problem.message == 'missing key "title"'
    assert first.problem.help == "the headline; for example Fighting resumes"
    assert (second.problem.message, second.problem.help) == ('missing key "date"', 'add "date"')


def test_missing_keys_are_told_in_the_order_of_the_schema() -> None:
    schema = {"required": ["title", "date", "author", "body"]}
    assert said("---\nmood: calm\n---\n", schema) == [
        f'1:1 missing-key: missing key "{key}"' for key in schema["required"]
    ]


def test_missing_key_further_in_is_told_with_its_place() -> None:
    schema = {"properties": {"author": {"properties": {"name": {}}, "required": ["name"]}}}
    assert said("---\nauthor:\n  nmae: A\n---\n", schema) == [
        '3:3 missing-key: key "nmae" in "author" looks misspelt, "name" is missing'
    ]


def test_only_known_key_is_told_as_such() -> None:
    schema = {"properties": {"title": {}}, "additionalProperties": False}
    (fault,) = faults_of("---\nmood: calm\n---\n", schema)
    assert fault.problem.help == 'the only known key is "title"'


def test_condition_of_a_missing_key_is_named() -> None:
    schema = {
        "if": {"properties": {"type": {"const": "event"}}, "required": ["type"]},
        "then": {"required": ["venue"]},
    }
    (fault,) = faults_of("---\ntype: event\n---\n", schema)
    assert fault.problem.message == 'missing key "venue"'
    assert fault.problem.help == 'needed where "type" is "event"'


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("---\na: 1\n---\n", "---\na: 1\nlayout: post\n---\n"),
        ("---\r\na: 1\r\n---\r\n", "---\r\na: 1\r\nlayout: post\r\n---\r\n"),
        ("---\n---\n", "---\nlayout: post\n---\n"),
        ("+++\na = 1\n[b]\nc = 2\n+++\n", '+++\nlayout = "post"\na = 1\n[b]\nc = 2\n+++\n'),
        ("---\n  a: 1\n---\n", "---\n  a: 1\n  layout: post\n---\n"),
        ("+++\na = [\n  [1],\n]\n+++\n", '+++\nlayout = "post"\na = [\n  [1],\n]\n+++\n'),
        ("---\n# comment\n{a: 1}\n---\n", None),
    ],
)
def test_missing_key_with_one_possible_value_is_added(text: str, fixed: str | None) -> None:
    schema = {"properties": {"layout": {"const": "post"}}, "required": ["layout"]}
    (fault,) = faults_of(text, schema)
    assert applied(text, fault.problem.fix) == fixed


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("---\n'tittle': A\n---\n", "---\n'title': A\n---\n"),
        ('+++\ntittle = "A"\n+++\n', '+++\ntitle = "A"\n+++\n'),
        ('{\n"tittle": "A"\n}\n', '{\n"title": "A"\n}\n'),
    ],
)
def test_rename_keeps_the_quotes_of_the_key(text: str, fixed: str) -> None:
    (fault,) = faults_of(text, CLOSED)
    assert applied(text, fault.problem.fix) == fixed


REFUSED: Keywords = {"tag": {"x-postlint-renamed-to": "tags", "not": {}}, "tags": {}}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tag: A", ['2:1 unknown-key: unknown key "tag", did you mean "tags"?']),
        ("tag: A\ntags: B", ['2:1 unknown-key: unknown key "tag", did you mean "tags"?']),
        ("tags: A", []),
        ("tasg: A", ['2:1 missing-key: key "tasg" looks misspelt, "tags" is missing']),
    ],
)
def test_a_refused_key_and_the_one_that_has_to_stand_there_are_one_mistake(
    text: str, told: list[str]
) -> None:
    schema = {"properties": REFUSED, "required": ["tags"]}
    assert said(f"---\n{text}\n---\n", schema) == told
    inner = {"properties": {"extra": schema}}
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    assert len(said(f"---\nextra:\n{lines}---\n", inner)) == len(told)


@pytest.mark.parametrize(("there", "missing"), [("category", "categories"), ("tag", "tags")])
def test_what_may_be_meant_for_a_missing_key_is_named(there: str, missing: str) -> None:
    (fault,) = faults_of(
        f"---\n{there}: A\n---\n", {"required": [missing], "properties": {"a": {}}}
    )
    assert fault.problem.message == f'missing key "{missing}"'
    assert fault.problem.help == f'"{there}" is there; rename it if that is meant'


def test_a_key_that_is_needed_itself_is_not_meant_for_another() -> None:
    schema: Keywords = {"required": ["image", "images"]}
    (fault,) = faults_of("---\nimage: A\n---\n", schema)
    assert (fault.problem.message, fault.problem.help) == ('missing key "images"', 'add "images"')


def test_a_key_that_is_refused_is_none_of_the_known_ones() -> None:
    schema: Keywords = {"properties": REFUSED, "additionalProperties": False}
    (fault,) = faults_of("---\nTag: [a]\n---\n", schema)
    assert fault.problem.message == 'unknown key "Tag", did you mean "tags"?'
    (fault,) = faults_of("---\nmood: A\n---\n", schema)
    assert fault.problem.help == 'the only known key is "tags"'


def test_deprecated_key_is_told_with_its_new_name() -> None:
    old = {"deprecated": True, "x-postlint-renamed-to": "image", "description": "Old picture."}
    schema = {"properties": {"image": {}, "thumb": old}}
    (fault,) = faults_of("---\nthumb: a.jpg\n---\n", schema)
    assert fault.rule == "deprecated-key"
    assert fault.problem.message == 'key "thumb" is deprecated, use "image"'
    assert fault.problem.help == "Old picture"
    assert fault.problem.fix is not None
    (kept,) = faults_of("---\nthumb: a.jpg\nimage: b.jpg\n---\n", schema)
    assert kept.problem.fix is None


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("es", "en", None),
        ("ne", "en", "en"),
        ("EN", "en", "en"),
        ("age", "page", None),
        ("tag", "tags", "tags"),
        ("imgs", "img", "img"),
        ("as", "a", None),
        ("mage", "image", "image"),
        ("rule_id", "rule-id", "rule-id"),
    ],
)
def test_short_words_are_near_in_few_ways(word: str, known: str, meant: str | None) -> None:
    assert nearest(word, [known]) == meant


def test_another_language_is_not_a_misspelt_one() -> None:
    schema = {"properties": {"title": {"properties": {"en": {}}, "required": ["en"]}}}
    assert said("---\ntitle: {es: Hola}\n---\n", schema) == [
        '2:1 missing-key: missing key "en" in "title"'
    ]
