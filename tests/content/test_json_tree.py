"""JSON in; data, places and faults out."""

import json

import pytest
from hypothesis import given
from trees import DATA, TEXTS, fixed, is_sound, said, shown

from postlint.content.data.json_tree import read_json, read_json_members
from postlint.content.data.tree import Json
from postlint.model.span import Span


def test_places_of_keys_and_values() -> None:
    text = 'x {"title": "é😀", "tags": ["a", {"b": null}],\r\n "draft": true}'
    tree = read_json(text, Span(2, len(text)))
    assert tree.data == {"title": "é😀", "tags": ["a", {"b": None}], "draft": True}
    assert shown(text, tree) == {
        (): text[2:],
        ("title",): '"title" "é😀"',
        ("tags",): '"tags" ["a", {"b": null}]',
        ("tags", 0): '"a"',
        ("tags", 1): '{"b": null}',
        ("tags", 1, "b"): '"b" null',
        ("draft",): '"draft" true',
    }


def test_members_without_braces_are_read() -> None:
    text = ';;;\n"title": "News",\n"draft": false\n;;;'
    tree = read_json_members(text, Span(4, len(text) - 3))
    assert tree.data == {"title": "News", "draft": False}
    assert shown(text, tree)[()] == '"title": "News",\n"draft": false'
    assert read_json_members("\n").data == {}


def test_duplicate_keys_name_the_line_of_the_first_and_the_last_counts() -> None:
    text = '{"a": [1, 2],\n "b": {"a": 1, "a": 2},\n "a": [3]}'
    tree = read_json(text)
    assert said(text, tree) == [
        '2:16 "a" is already set earlier on this line',
        '3:2 "a" is already set on line 1',
    ]
    assert tree.data == {"a": [3], "b": {"a": 2}}
    assert ("a", 1) not in tree.places


@pytest.mark.parametrize(
    ("written", "data"),
    [("1e999", "1e999"), ("9" * 400, "9" * 400), ('"\\ud800"', "\ufffd"), ("-0.5e-2", -0.005)],
)
def test_values_are_plain(written: str, data: Json) -> None:
    assert read_json(written).data == data


@pytest.mark.parametrize(
    ("text", "message", "mended"),
    [
        ('{"a": 1,}', "1:8 there is nothing after this comma", '{"a": 1}'),
        ('{"a": [1, 2, ]}', "1:12 there is nothing after this comma", '{"a": [1, 2 ]}'),
        ('{"a": 1,, "b": 2}', "1:9 there is nothing before this comma", '{"a": 1, "b": 2}'),
        (
            '{\n  // draft\n  "a": 1}',
            '2:3 "// draft" is a comment, which JSON does not allow',
            None,
        ),
        ("{'a': 1}", "1:2 \"'a'\" is not in double quotes", '{"a": 1}'),
        ("{\"a\": 'b'}", "1:7 \"'b'\" is not in double quotes", '{"a": "b"}'),
        ("{“a”: 1}", '1:2 "“a”" is not in double quotes', '{"a": 1}'),
        ("{a: 1}", '1:2 the key "a" is not in quotes', '{"a": 1}'),
        ('{"a": é b, "c": 1}', '1:7 "é b" is not in quotes', '{"a": "é b", "c": 1}'),
        ('{"a": True}', "1:7 True is not a value in JSON", '{"a": true}'),
        ('{"a": None}', "1:7 None is not a value in JSON", '{"a": null}'),
        ('{"a": 01}', '1:7 "01" is not a number in JSON', None),
        ('{"a": NaN}', '1:7 "NaN" is not in quotes', '{"a": "NaN"}'),
        ('{"a": 1 "b": 2}', "1:9 a comma is missing before '\"b\"'", '{"a": 1, "b": 2}'),
        ('{"a" 1}', '1:2 there is no colon after the key "a"', '{"a": 1}'),
        ('{"a" = 1}', '1:2 there is no colon after the key "a"', '{"a" : 1}'),
        ('{"a": "b\n}', "1:7 this quote is never closed", None),
        ('{"a": "b\tc"}', "1:9 there is a tab inside the quotes", '{"a": "b\\tc"}'),
        ('{"a": "C:\\dir"}', '1:10 "\\d" means nothing in JSON', '{"a": "C:\\\\dir"}'),
        ('{"a": [1', '1:7 this "[" is never closed', None),
        ('{"a": [1}', '1:9 "}" stands where "]" is expected', None),
        ('{"a":', "1:6 the text ends where a value is expected", None),
        ('{"a":}', '1:6 "}" stands where a value is expected', None),
        ("{} x", '1:4 "x" stands after the end', None),
        ("", "1:1 the text ends where a value is expected", None),
    ],
)
def test_mistakes_are_told_in_plain_words(text: str, message: str, mended: str | None) -> None:
    tree = read_json(text)
    assert said(text, tree) == [message]
    assert fixed(text, tree) == mended


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 10_000 + "1" + "}" * 10_000])
def test_deep_nesting_is_refused(text: str) -> None:
    (message,) = said(text, read_json(text))
    assert message.endswith("values are nested deeper than 100 levels")


def test_many_keys_and_duplicates_are_read() -> None:
    keys = ",".join(f'"key{number}": {number}' for number in range(10_000))
    assert len(read_json(f"{{{keys}}}").places) == 10_001
    assert len(read_json('{"a": []' + ', "a": []' * 5_000 + "}").faults) == 5_000


@given(TEXTS)
def test_any_text_is_read_without_a_crash(text: str) -> None:
    span = Span(3, 3 + len(text))
    for opening in ("", "{", '{"a": '):
        whole = f"xx\n{opening}{text}]}}"
        outer = Span(3, len(whole))
        assert is_sound(read_json(f"xx\n{text}]", span), span)
        assert is_sound(read_json(whole, outer), outer)
        assert is_sound(read_json_members(whole, outer), outer)


@given(DATA)
def test_the_source_of_each_value_is_that_value(data: dict[str, Json]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    tree = read_json(text)
    assert (tree.data, tree.faults) == (data, ())
    for path, place in tree.places.items():
        value: Json = json.loads(text[place.value.start : place.value.end])
        assert read_json(text, place.value).data == value
        if place.key is not None:
            assert json.loads(text[place.key.start : place.key.end]) == path[-1]
