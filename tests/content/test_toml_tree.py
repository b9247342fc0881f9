"""TOML in; data, places and faults out."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import TEXTS, WORDS, fixed, is_sound, said, shown

from postlint.content.data.toml_tree import read_toml
from postlint.content.data.tree import Json
from postlint.model.span import Span


def test_places_of_keys_and_values() -> None:
    text = """\
title = "Rust 1.0" # at last
"a b".'c' = [1, {x = 'y'}]

[extra]
long = '''
two
lines'''
[[extra.people]]
name = "Ann"
[[extra.people]]
name = "Bob"
"""
    tree = read_toml(text)
    assert tree.data == {
        "title": "Rust 1.0",
        "a b": {"c": [1, {"x": "y"}]},
        "extra": {"long": "two\nlines", "people": [{"name": "Ann"}, {"name": "Bob"}]},
    }
    places = shown(text, tree)
    assert places.pop(()) == text.rstrip("\n")
    assert places == {
        ("title",): 'title "Rust 1.0"',
        ("a b",): "\"a b\" \"a b\".'c' = [1, {x = 'y'}]",
        ("a b", "c"): "'c' [1, {x = 'y'}]",
        ("a b", "c", 0): "1",
        ("a b", "c", 1): "{x = 'y'}",
        ("a b", "c", 1, "x"): "x 'y'",
        ("extra",): "extra [extra]\nlong = '''\ntwo\nlines'''",
        ("extra", "long"): "long '''\ntwo\nlines'''",
        ("extra", "people"): 'people [[extra.people]]\nname = "Ann"\n'
        '[[extra.people]]\nname = "Bob"',
        ("extra", "people", 0): '[[extra.people]]\nname = "Ann"',
        ("extra", "people", 0, "name"): 'name "Ann"',
        ("extra", "people", 1): '[[extra.people]]\nname = "Bob"',
        ("extra", "people", 1, "name"): 'name "Bob"',
    }


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_count_code_points_of_the_whole_text(line_end: str) -> None:
    text = f'+++{line_end}"😀" = "é"{line_end}x = [{line_end}1, # one{line_end}2]{line_end}+++'
    tree = read_toml(text, Span(3 + len(line_end), len(text) - 3))
    assert tree.data == {"😀": "é", "x": [1, 2]}
    assert shown(text, tree)[("😀",)] == '"😀" "é"'
    assert shown(text, tree)[("x", 1)] == "2"


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("2020-09-29", "2020-09-29"),
        ("2020-09-29 12:30:00Z", "2020-09-29 12:30:00Z"),
        ("2020-09-29T12:30:00.5+04:00", "2020-09-29T12:30:00.5+04:00"),
        ("07:32:00", "07:32:00"),
        ("inf", "inf"),
        ("-nan", "-nan"),
        ("1_000", 1000),
        ("0xFF", 255),
        ("1e3", 1000.0),
        ("true", True),
        ('"""a"b""c"""', 'a"b""c'),
        ('"""a"""""', 'a""'),
        ("'''it's'''", "it's"),
        ('""', ""),
        ('"\\u00e9\\n"', "é\n"),
        ("[]", []),
        ("{}", {}),
        ("9" * 400, "9" * 400),
        ("0x" + "f" * 6000, "0x" + "f" * 6000),
    ],
)
def test_values_are_json(written: str, data: Json) -> None:
    text = f"key = {written} # a comment\n"
    tree = read_toml(text)
    assert (tree.data, tree.faults) == ({"key": data}, ())
    assert shown(text, tree)[("key",)] == f"key {written}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\nb = 2\na = 3\n", '3:1 "a" is already set on line 1'),
        ("[t]\na = 1\na = 2\n", '3:1 "a" is already set on line 2'),
        ("[t]\na = 1\n[u]\n[t]\n", '4:2 "t" is already set on line 1'),
        ("[[t]]\n[t]\n", '2:2 "t" is already set on line 1'),
        ("t = 1\n[t]\n", '2:2 "t" is already set on line 1'),
        ("t = {a = 1, a = 2}\n", '1:13 "a" is already set earlier on this line'),
        ("\"a\" = 1\n'a' = 2\n", '2:1 "a" is already set on line 1'),
    ],
)
def test_duplicate_keys_name_the_line_of_the_first(text: str, message: str) -> None:
    tree = read_toml(text)
    assert said(text, tree) == [message]
    assert tree.faults[0].rule == "duplicate-key"


@pytest.mark.parametrize(
    ("text", "message", "mended"),
    [
        ("title = Foo bar # x\n", '1:9 "Foo bar" is not in quotes', 'title = "Foo bar" # x\n'),
        (
            "title: Foo\n",
            '1:6 "title" is followed by ":" where TOML expects "="',
            "title = Foo\n",
        ),
        ('title = "Foo\nx = 1\n', "1:9 this quote is never closed", 'title = "Foo"\nx = 1\n'),
        ("title = 'Foo\nx = 1\n", "1:9 this quote is never closed", "title = 'Foo'\nx = 1\n"),
        ('title = """Foo\nx = 1\n', "1:9 these three quotes are never closed", None),
        ("title = “Foo”\n", '1:9 "“Foo”" is not in straight quotes', 'title = "Foo"\n'),
        ("draft = True\n", "1:9 True is not in lower case", "draft = true\n"),
        ("date = 2020-13-45\r\nx = 1\r\n", "1:8 2020-13-45 is not a calendar date", None),
        ("day = 2020-02-30\n", "1:7 2020-02-30 is not a calendar date", None),
        ("x = {d = 2021-02-29T10:00:00Z}\n", "1:10 2021-02-29 is not a calendar date", None),
        (
            "d = 2020-01-30T25:00:00Z\n",
            '1:5 "2020-01-30T25:00:00Z" is not a number or date in TOML',
            'd = "2020-01-30T25:00:00Z"\n',
        ),
        ("time = 12:30\n", '1:8 "12:30" is not a number or date in TOML', None),
        ("x = 012\n", '1:5 "012" is not a number or date in TOML', None),
        ("x = .5\n", '1:5 ".5" is not a number or date in TOML', None),
        ("x =\n", '1:1 "x" has no value', None),
        ("x = [1, 2\ny = 3\n", '1:5 this "[" is never closed', "x = [1, 2]\ny = 3\n"),
        ("x = [1, 2\n[y]\n", '1:5 this "[" is never closed', "x = [1, 2]\n[y]\n"),
        ("x = [1, 2\n", '1:5 this "[" is never closed', "x = [1, 2]\n"),
        ("x = {a = 1\ny = 3}\n", '1:5 this "{" is never closed', None),
        ("x = [1 2]\n", '1:8 a comma is missing before "2"', "x = [1, 2]\n"),
        ("x = [1,, 2]\n", "1:8 there is nothing before this comma", "x = [1, 2]\n"),
        ('x = "a",\n', "1:8 there is a comma after the value", 'x = "a"\n'),
        ('x = "a" b\n', '1:9 "b" stands after the closing quote', "x = '\"a\" b'\n"),
        ("x = 'it's'\n", '1:9 "s\'" stands after the closing quote', 'x = "it\'s"\n'),
        ('x = "C:\\dir"\n', '1:8 "\\d" means nothing in double quotes', "x = 'C:\\dir'\n"),
        ("x = 1 y = 2\n", '1:7 "y = 2" stands after the value', None),
        ("[t] x\n", '1:5 "x" stands where the line should end', None),
        ("[t\n", '1:1 this table name is not closed by "]"', "[t]\n"),
        ("a b = 1\n", '1:1 the key "a b" is not in quotes', '"a b" = 1\n'),
        ("é = 1\n", '1:1 the key "é" has letters that need quotes', '"é" = 1\n'),
        ("Some text\n", '1:1 "Some text" is neither a key nor a value', None),
        ("= 1\n", '1:1 there is no key before this "="', None),
        ("a.b = 1\na.b.c = 2\n", '2:1 "a.b.c = 2" sets what is already set above', None),
    ],
)
def test_mistakes_are_told_in_plain_words(text: str, message: str, mended: str | None) -> None:
    tree = read_toml(text)
    assert said(text, tree) == [message]
    assert mended is None or fixed(text, tree) == mended


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        ".".join("a" * 100_000) + " = 1",
        ".".join(['"a"'] * 100_000) + " = 1",
        "[" + " . ".join("a" * 100_000) + "]",
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    (message,) = said(text, read_toml(text))
    assert message.endswith("values are nested deeper than 100 levels")


def test_a_number_beyond_the_limit_of_python_is_a_fault() -> None:
    text = f"a = 1\nb = {'9' * 5000}\n"
    message = "2:5 a number of 5,000 digits is longer than programs can read"
    assert said(text, read_toml(text)) == [message]


@pytest.mark.parametrize("strange", ["\0", "\x7f", "\udcff", "\x1b"])
def test_characters_that_toml_forbids_hide_nothing(strange: str) -> None:
    text = f'\ufefftitle = "a{strange}b"\n'
    tree = read_toml(text)
    assert tree.data == {"title": "a\ufffdb"}
    assert shown(text, tree)[("title",)] == f'title "a{strange}b"'


def test_an_empty_text_is_an_empty_table() -> None:
    for text in ("", "\n", "# nothing"):
        assert read_toml(text).data == {}


@given(TEXTS)
def test_any_text_is_read_without_a_crash(text: str) -> None:
    span = Span(3, 3 + len(text))
    assert is_sound(read_toml(f"xx\n{text}\nyy = [", span), span)


@given(
    st.dictionaries(WORDS, WORDS | st.integers(-(2**63), 2**63 - 1) | st.lists(WORDS), max_size=4)
)
def test_the_source_of_each_value_is_that_value(data: dict[str, Json]) -> None:
    text = "".join(f"{_written(key)} = {_written(value)}\n" for key, value in data.items())
    tree = read_toml(text)
    assert tree.data == data
    for key, value in data.items():
        place = tree.places[(key,)]
        assert place.key is not None
        pair = (
            f"{text[place.key.start : place.key.end]} = {text[place.value.start : place.value.end]}"
        )
        assert tomllib.loads(pair) == {key: value}


def _written(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
