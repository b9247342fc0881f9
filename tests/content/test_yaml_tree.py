"""YAML in; data, places and faults out, with libyaml and with the pure loader alike."""

import sys
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from trees import DATA, TEXTS, fixed, is_sound, said, shown

from postlint.content.data.tree import Json, Path
from postlint.content.data.yaml_tree import MOST_EXPANDED, read_yaml
from postlint.model.span import Span

LOADERS = [
    loader for name in ("CSafeLoader", "SafeLoader") if (loader := getattr(yaml, name, None))
]
each_loader = pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)


@each_loader
def test_places_of_keys_and_values(loader: Any) -> None:
    text = """\
title: "Fighting" # resumes
"tags": [latest,  world]
image:
  src: a.jpg
  sizes:
    - 640
    -
body: |
  One line.

# a comment
draft:
"""
    tree = read_yaml(text, loader=loader)
    assert tree.data == {
        "title": "Fighting",
        "tags": ["latest", "world"],
        "image": {"src": "a.jpg", "sizes": [640, None]},
        "body": "One line.\n",
        "draft": None,
    }
    places = shown(text, tree)
    assert places.pop(()) == text.rstrip("\n")
    assert places == {
        ("title",): 'title "Fighting"',
        ("tags",): '"tags" [latest,  world]',
        ("tags", 0): "latest",
        ("tags", 1): "world",
        ("image",): "image src: a.jpg\n  sizes:\n    - 640\n    -",
        ("image", "src"): "src a.jpg",
        ("image", "sizes"): "sizes - 640\n    -",
        ("image", "sizes", 0): "640",
        ("image", "sizes", 1): "",
        ("body",): "body |\n  One line.",
        ("draft",): "draft ",
    }
    assert tree.places[("draft",)].value == Span(len(text) - 1, len(text) - 1)


@each_loader
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_count_code_points_of_the_whole_text(loader: Any, line_end: str) -> None:
    text = f"---{line_end}😀: é{line_end}title: Þ # x{line_end}---"
    start = len(f"---{line_end}")
    tree = read_yaml(text, Span(start, len(text) - 3), loader=loader)
    assert shown(text, tree)[("title",)] == "title Þ"
    assert shown(text, tree)[("😀",)] == "😀 é"


@each_loader
@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("2020-09-29", "2020-09-29"),
        ("2020-09-29 12:30:00 +04:00", "2020-09-29 12:30:00 +04:00"),
        ("2020-13-45", "2020-13-45"),
        ("yes", True),
        ("Off", False),
        ("y", "y"),
        ("~", None),
        ("''", ""),
        ("0x1F", 31),
        ("-0b11", -3),
        ("1_000", 1000),
        ("+7", 7),
        ("0o17", "0o17"),
        ("1.5e+3", 1500.0),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("-.INF", "-.INF"),
        (".nan", ".nan"),
        ("9" * 5000, "9" * 5000),
        ("0x" + "f" * 5000, "0x" + "f" * 5000),
        ("1:" + "1:" * 500 + "1", "1:" + "1:" * 500 + "1"),
        ("=", "="),
        ("!!str 12", "12"),
        ("!!int abc", "abc"),
        ("!!binary aGk=", "aGk="),
    ],
)
def test_values_are_json(loader: Any, written: str, data: Json) -> None:
    tree = read_yaml(f"key: {written}\n", loader=loader)
    assert (tree.data, tree.faults) == ({"key": data}, ())


@each_loader
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("languages: [se, no]\n", "1:17 no is read as false"),
        ("- Yes\n", "1:3 Yes is read as true"),
        ("on: push\n", "1:1 on is read as true"),
        ("time: 12:30:00\n", "1:7 12:30:00 is read as the number 45000"),
        ("verse: 3:16\n", "1:8 3:16 is read as the number 196"),
        ("code: 0777\n", "1:7 0777 is read as the number 511"),
        ("version: 1.10\n", "1:10 1.10 is read as the number 1.1"),
        ("price: 9.90\n", "1:8 9.90 is read as the number 9.9"),
        ("title: We are #1\n", '1:15 "#1" is read as a comment, so it is not part of the value'),
        ("colour: #fff\n", '1:9 "#fff" is read as a comment, so it is not part of the value'),
        ("by: &Co\n", '1:5 "&Co" is read as an anchor, so it is not part of the value'),
        ("at: {lat:40, lon: 44}\n", '1:6 "lat:40" is read as a key without a value'),
    ],
)
def test_a_value_that_surprises_is_reported(loader: Any, text: str, message: str) -> None:
    tree = read_yaml(text, loader=loader)
    assert said(text, tree) == [message]
    assert tree.faults[0].rule == "ambiguous-yaml-value"
    assert tree.is_parsed


@each_loader
@pytest.mark.parametrize(
    "text",
    [
        "draft: no\nweight: 05\nversion: 2.0\nlat: 52.3740\nx: 0\ny: 5\nn: 1.5\nzip: 0890\n",
        "title: 'no'\ntags: ['12:30', \"0777\"]\ntime: 08:30\nversion: 1.10.0\n",
        "title: News # 1 of 2\ntitle2: C#1\nempty: # a comment\nlist: [true, false]\n",
        "base: &base {a: 1}\nmore: {<<: *base, url: http://a}\n",
        "ratio: 0.5\nscore: 10.00\n",
    ],
)
def test_what_is_read_as_typed_is_not_reported(loader: Any, text: str) -> None:
    assert said(text, read_yaml(text, loader=loader)) == []


def test_fixes_of_surprising_values_put_them_in_quotes() -> None:
    for text, mended in (
        ("a: [no]\n", 'a: ["no"]\n'),
        ("a: We are #1 # really\n", 'a: "We are #1 # really"\n'),
        ("a: #fff\n", 'a: "#fff"\n'),
        ("a: {b:c}\n", "a: {b: c}\n"),
    ):
        assert fixed(text, read_yaml(text)) == mended


@each_loader
def test_duplicate_keys_name_the_line_of_the_first_and_the_last_counts(loader: Any) -> None:
    text = "---\ntitle: [a, b]\nx: 1\ntitle: [c]\ntitle: [d]\n"
    tree = read_yaml(text, Span(4, len(text)), loader=loader)
    assert said(text, tree) == [
        '4:1 "title" is already set on line 2',
        '5:1 "title" is already set on line 4',
    ]
    assert tree.data == {"title": ["d"], "x": 1}
    assert shown(text, tree)[("title", 0)] == "d"
    assert ("title", 1) not in tree.places


@each_loader
def test_an_alias_has_a_place_but_nothing_below_it(loader: Any) -> None:
    text = "a: &x [1, {b: 2}]\nc: *x\nd: [*x]\n"
    tree = read_yaml(text, loader=loader)
    assert tree.data == {"a": [1, {"b": 2}], "c": [1, {"b": 2}], "d": [[1, {"b": 2}]]}
    assert shown(text, tree)[("c",)] == "c *x"
    assert ("c", 0) not in tree.places
    assert tree.place(("c", 1, "b")) == tree.places[("c",)]
    assert tree.place(("d", 0, 1)) == tree.places[("d",)]


@each_loader
def test_merged_keys_give_way_and_have_no_place(loader: Any) -> None:
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\nd: {<<: {q: 4}}\n"
    tree = read_yaml(text, loader=loader)
    assert isinstance(tree.data, dict)
    assert tree.data["c"] == {"x": 3, "y": 1, "z": 2}
    assert tree.data["d"] == {"q": 4}
    assert [path for path in tree.places if path[:1] == ("c",)] == [("c",), ("c", "x")]
    assert tree.faults == ()


@each_loader
def test_a_merge_of_what_is_no_mapping_is_reported(loader: Any) -> None:
    text = "<<: 3\na: 1\n"
    tree = read_yaml(text, loader=loader)
    assert said(text, tree) == [
        "1:1 << merges the keys of a mapping, but its value is not a mapping"
    ]
    assert tree.data == {"a": 1}


@each_loader
@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
            for before, name in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "a: &a {" + ", ".join(f"k{n}: 1" for n in range(1000)) + "}\n"
        "b: [" + ", ".join(["{<<: *a}"] * 200) + "]\n",
    ],
    ids=["aliases", "merges"],
)
def test_an_anchor_bomb_is_refused(loader: Any, text: str) -> None:
    tree = read_yaml(text, loader=loader)
    assert tree.data is None
    assert not tree.is_parsed
    message = f"anchors expand to more than {MOST_EXPANDED:,} values"
    assert [line.partition(" ")[2] for line in said(text, tree)] == [message]


@each_loader
@pytest.mark.parametrize("text", ["a: &a [*a]\n", "&a a: &b {c: [*b]}\n", "&a\nx: {y: *a}\n"])
def test_an_anchor_inside_of_itself_is_refused(loader: Any, text: str) -> None:
    tree = read_yaml(text, loader=loader)
    assert [line.partition(" ")[2] for line in said(text, tree)] == [
        "an anchor is used inside its own value"
    ]


@each_loader
@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!important", "!<x:y>"])
def test_a_tag_runs_nothing_and_is_reported(loader: Any, tag: str) -> None:
    text = f"title: {tag} 'echo hello'\n"
    tree = read_yaml(text, loader=loader)
    assert tree.data == {"title": "echo hello"}
    assert said(text, tree) == [f'1:8 "{tag}" is read as a tag of YAML, not as text']
    assert shown(text, tree)[("title",)] == "title 'echo hello'"


@each_loader
@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1: a\n1.0: b\ntrue: c\nnull: d\n2020-01-01: e\n'x y': f\n", "1 1.0 true null 2020-01-01"),
        ("? a\n: b\n", "a"),
        ("[a, b]: c\n", "[a, b]"),
    ],
)
def test_keys_are_what_was_typed(loader: Any, text: str, keys: str) -> None:
    data = read_yaml(text, loader=loader).data
    assert isinstance(data, dict)
    assert " ".join(data).startswith(keys)


@each_loader
def test_a_template_is_reported_and_kept_as_text(loader: Any) -> None:
    text = "title: {{ page.title }}\n"
    tree = read_yaml(text, loader=loader)
    assert tree.data == {"title": "{{ page.title }}"}
    assert fixed(text, tree) == 'title: "{{ page.title }}"\n'


@each_loader
@pytest.mark.parametrize(
    ("text", "message", "mended"),
    [
        (
            "title: Breaking: the news\n",
            '1:16 "Breaking: the news" has a colon followed by a space, so it needs quotes',
            'title: "Breaking: the news"\n',
        ),
        (
            'title: "Breaking": it\'s here # now\n',
            '1:18 ": it\'s here" stands after the closing quote',
            'title: "\\"Breaking\\": it\'s here" # now\n',
        ),
        (
            "- by: Jane: Doe\n",
            '1:11 "Jane: Doe" has a colon followed by a space, so it needs quotes',
            '- by: "Jane: Doe"\n',
        ),
        (
            "text: long\n  and so: on\n",
            "2:9 this value has a colon followed by a space, so it needs quotes",
            None,
        ),
        (
            "a: 1\ntags:\n\t- x\n",
            "3:1 the line is indented with a tab, which YAML does not allow",
            "a: 1\ntags:\n  - x\n",
        ),
        ("by: @jane\n", '1:5 a value cannot start with "@"', 'by: "@jane"\n'),
        ("by: [@jane, `x]\n", '1:6 a value cannot start with "@"', 'by: ["@jane", `x]\n'),
        ("@type: x\n", '1:1 a key cannot start with "@"', '"@type": x\n'),
        ("code: `x`\n", '1:7 a value cannot start with "`"', 'code: "`x`"\n'),
        ("part: %x\n", '1:7 a value cannot start with "%"', 'part: "%x"\n'),
        ("title: , x\n", '1:8 a value cannot start with ","', 'title: ", x"\n'),
        ('title: "x\na: b\n', "1:8 this quote is never closed", 'title: "x"\na: b\n'),
        ("title: 'x\na: b\n", "1:8 this quote is never closed", None),
        (
            "title: 'x\na: 'b'\n",
            '1:8 this quote is closed only by the one before "b\'"',
            None,
        ),
        ('a: "x\nb: ""\nc: d\n', "1:4 this quote is never closed", 'a: "x"\nb: ""\nc: d\n'),
        (
            "title: 'it's'\n",
            '1:11 this quote ends the value, but "s\'" follows',
            "title: 'it''s'\n",
        ),
        ('title: "x" y\n', '1:12 "y" stands after the closing quote', "title: '\"x\" y'\n"),
        ('path: "C:\\dir"\n', '1:10 "\\d" means nothing in double quotes', "path: 'C:\\dir'\n"),
        ("tags: [a, b\nx: y\n", '1:7 this "[" is never closed', "tags: [a, b]\nx: y\n"),
        ("title: {foo\n", '1:8 this "{" is never closed', None),
        ("tags: [a,, b]\n", "1:10 there is nothing before this comma", "tags: [a, b]\n"),
        ('tags: ["a" "b"]\n', "1:12 a comma is missing before '\"b\"'", 'tags: ["a", "b"]\n'),
        ("tags: [a, b}\n", '1:12 "}" stands where "]" is expected', None),
        ("tags: [a]]\n", '1:10 "]" stands after the closing "]"', "tags: [a]\n"),
        (
            "title: [Foo](http://x)\n",
            '1:13 "(http://x)" stands after the closing "]"',
            'title: "[Foo](http://x)"\n',
        ),
        (
            "title: {{ x }} more\n",
            '1:8 "{{ x }} more" is a template, but YAML reads its braces as a mapping',
            'title: "{{ x }} more"\n',
        ),
        (
            "a: b\n{% if x %}\n",
            '2:1 "{% if x %}" is a template, where a key is expected',
            None,
        ),
        (
            "title: *Foo* bar\n",
            '1:8 "*" at the start of a value is read as a reference, not as text',
            'title: "*Foo* bar"\n',
        ),
        (
            "title: *Foo\n",
            '1:8 "*Foo" is read as a reference to "&Foo", which does not exist',
            'title: "*Foo"\n',
        ),
        (
            "title: & more\n",
            '1:8 "&" at the start of a value is read as an anchor, not as text',
            'title: "& more"\n',
        ),
        ("a: b\n- c\n", "2:1 a list item stands where a key is expected", None),
        ("- c\na: b\n", '2:1 "a" stands where a list item is expected', None),
        ("a: - b\n", "1:4 a list cannot start on the line of its key", None),
        (
            "a:\n  - b\n - c\n",
            "3:2 this list item is indented by 1 space, but the item above is indented by 2 spaces",
            "a:\n  - b\n  - c\n",
        ),
        (
            "a: 1\n  b: 2\n",
            '2:3 "b" is indented deeper than "a" above it, which has a value',
            "a: 1\nb: 2\n",
        ),
        (
            " a: 1\nb: 2\n",
            '1:2 "a: 1" is indented by 1 space, but a line below it is not',
            "a: 1\nb: 2\n",
        ),
        (
            "a:\n    b: 1\n  c: 2\n",
            '3:3 "c" is indented by 2 spaces, which fits no line above it',
            None,
        ),
        (
            "a: 1\nb:2\nc: 3\n",
            "2:2 this colon has no space after it, so it does not end a key",
            "a: 1\nb: 2\nc: 3\n",
        ),
        (
            "a:\n  b:2\n  c: 3\n",
            "2:4 this colon has no space after it, so it does not end a key",
            "a:\n  b: 2\n  c: 3\n",
        ),
        (
            "tags:\n-a\n-b\n",
            "2:1 this dash has no space after it, so it does not start a list item",
            "tags:\n- a\n- b\n",
        ),
        (
            "tags:\n  - a\n  -b\n",
            "3:3 this dash has no space after it, so it does not start a list item",
            "tags:\n  - a\n  - b\n",
        ),
        ("a: 1\nSome text\nc: 3\n", '2:1 "Some text" is neither a key nor part of a value', None),
        ("main\n  a: 1\n", '1:1 "main" is neither a key nor part of a value', None),
        (
            "a: > text\n",
            '1:4 ">" means that the text starts on the next line, but there is text on this line',
            'a: "> text"\n',
        ),
        ("a: 1\n---\nb: 2\n", "2:1 a second document starts here, but only one can be read", None),
        (": x\n", "1:1 there is no key before this colon", None),
        ("%x\n", '1:1 a line cannot start with "%"', None),
    ],
)
def test_mistakes_are_told_in_plain_words(
    loader: Any, text: str, message: str, mended: str | None
) -> None:
    tree = read_yaml(text, loader=loader)
    assert said(text, tree) == [message]
    assert tree.faults[0].rule == "front-matter-syntax"
    assert fixed(text, tree) == mended


@each_loader
@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "a: " + "{" * 10_000 + "}" * 10_000,
        "- " * 100_000,
        "? " * 100_000 + "x",
        "".join(" " * depth + "a:\n" for depth in range(400)),
        "".join(" " * depth + "-\n" for depth in range(400)),
        "a: " + "[" * 101 + "]" * 101,
    ],
    ids=["brackets", "braces", "dashes", "question marks", "keys", "items", "one too many"],
)
def test_deep_nesting_is_refused(loader: Any, text: str) -> None:
    (message,) = said(text, read_yaml(text, loader=loader))
    assert message.endswith("values are nested deeper than 100 levels")


@each_loader
@pytest.mark.parametrize("text", ["a: " + "[" * 99 + "]" * 99, "a: '" + "[" * 99 + "'\n"])
def test_brackets_that_are_not_too_deep_are_read(loader: Any, text: str) -> None:
    assert read_yaml(text, loader=loader).is_parsed


def test_a_deep_stack_of_the_caller_is_no_crash() -> None:
    def call(depth: int) -> bool:
        return call(depth - 1) if depth else read_yaml("a: " + "[" * 90 + "]" * 90).is_parsed

    frames = 0
    frame = sys._getframe()
    while frame.f_back is not None:
        frame, frames = frame.f_back, frames + 1
    assert call(sys.getrecursionlimit() - frames - 60) is False


@each_loader
@pytest.mark.parametrize("strange", ["\0", "\x1b", "\x7f", "\x85", "\udcff", "\ufffe", "\u2028"])
def test_characters_that_yaml_forbids_hide_nothing(loader: Any, strange: str) -> None:
    text = f"title: a{strange}b\ntags: [{strange}]\n"
    tree = read_yaml(text, loader=loader)
    assert tree.data == {"title": "a\ufffdb", "tags": ["\ufffd"]}
    assert shown(text, tree)[("title",)] == f"title a{strange}b"


@each_loader
def test_a_byte_order_mark_is_skipped(loader: Any) -> None:
    text = "\ufefftitle: News\n"
    assert shown(text, read_yaml(text, loader=loader))[("title",)] == "title News"


@each_loader
@pytest.mark.parametrize("text", ["", "\n \n", "# nothing\n", "---\n"])
def test_an_empty_document_is_none(loader: Any, text: str) -> None:
    tree = read_yaml(text, loader=loader)
    assert (tree.data, tree.is_parsed, tree.faults) == (None, True, ())


def test_many_keys_and_duplicates_are_read() -> None:
    keys = "".join(f"key{number}: {number}\n" for number in range(10_000))
    assert len(read_yaml(keys).places) == 10_001
    assert len(read_yaml("a: {b: 1}\n" * 5_000).faults) == 4_999


@each_loader
@given(TEXTS)
@example("[[a]]\n[]: b\n")
@example('"\\')
def test_any_text_is_read_without_a_crash(loader: Any, text: str) -> None:
    span = Span(3, 3 + len(text))
    assert is_sound(read_yaml(f"xx\n{text}\nyy: [", span, loader), span)


@each_loader
@given(DATA)
def test_the_source_of_each_value_is_that_value(loader: Any, data: dict[str, Json]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, width=10_000)
    tree = read_yaml(text, loader=loader)
    assert tree.data == data
    for path, source in _leaves(text, tree.data, tree):
        assert yaml.safe_load(f"- {source}")[0] == _at(data, path)


def _leaves(text: str, data: Json, tree: Any) -> list[tuple[Path, str]]:
    return [
        (path, text[place.value.start : place.value.end])
        for path, place in tree.places.items()
        if not isinstance(_at(data, path), dict | list)
    ]


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def test_tabs_on_every_line_are_mended_in_one_go() -> None:
    (fault,) = read_yaml("\ta: b\n" * 20_000).faults
    assert fault.problem.fix is not None
    assert len(fault.problem.fix.edits) == 20_000
