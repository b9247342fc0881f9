"""Regular expressions that can hang, and those that look like it."""

import json
from pathlib import Path

import pytest
from saying import said

from postlint.model.errors import SchemaError
from postlint.schema.load import load_schema
from postlint.schema.patterns import can_hang
from time_growth import growth


@pytest.mark.parametrize(
    "pattern",
    [
        "^(a+)+$",
        "(.*)*",
        "(a|a)*b",
        "^(a|aa)+$",
        "^((ab)+)+$",
        "^([a-z]+-?)*$",
        r"^(\w+\s?)*$",
        r"^(\w+\d)+$",
        r"^(?:\s*\w+)*,$",
        r"^(\d{1,3})+$",
        "^(a?b?)*c",
        "^(?:a+|b)*c",
        "(.|\\s)*x",
        "x(?=(a+)+$)",
        "^(a+){2,30}$",
    ],
)
def test_pattern_that_can_hang(pattern: str) -> None:
    assert can_hang(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "^[a-z]+(-[a-z]+)*$",
        r"^\w+(?:[ -]\w+)*$",
        r"^(\w+\s+)*$",
        r"^([A-Z][a-z]*)+$",
        "^(foo|far|bar)*$",
        "^(ab?)*$",
        "^(a?)*$",
        r'^"(?:[^"\\]|\\.)*"$',
        "(.|\\n)*x",
        r"^(\d{3})+$",
        "^(a+){3}$",
        r"^#[0-9a-f]{3}(?:[0-9a-f]{3})?$",
        r"^/([^/]+/)*$",
        "^a*b*c*$",
        "^(?:(?>a+))+$",
        "(",
    ],
)
def test_pattern_that_cannot_hang(pattern: str) -> None:
    assert not can_hang(pattern)


@pytest.mark.parametrize(
    ("schema", "place"),
    [
        ({"properties": {"x": {"pattern": "^(a+)+$"}}}, "1:34"),
        ({"patternProperties": {"^(a+)+$": {}}}, "1:24"),
    ],
)
def test_pattern_that_can_hang_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: object, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "post.json"
    path.write_text(json.dumps(schema), "utf-8")
    with pytest.raises(SchemaError) as caught:
        load_schema(path, tmp_path)
    assert str(caught.value) == (
        f'post.json:{place}: "^(a+)+$" can take for ever, because it repeats a part that can match '
        "the same text in several ways; put something between the repeats, or repeat once"
    )


def test_pattern_is_run_on_the_beginning_of_a_long_text() -> None:
    schema = {"properties": {"x": {"pattern": "^[a-z]*[a-z]*!$"}}}
    assert len(said(f"---\nx: {'a' * 1_000_000}\n---\n", schema)) == 1
    post = "---\nx: {}\n---\n".format
    assert growth(lambda size: post("a" * size), lambda text: said(text, schema), 5_000) < 10


def test_long_text_is_right_as_far_as_it_is_looked_at() -> None:
    schema = {
        "properties": {"x": {"pattern": "^a+$"}},
        "patternProperties": {"^k+$": {"type": "string"}},
    }
    assert said(f"---\nx: {'a' * 20_000}\n{'k' * 900}: 5\n---\n", schema) == [
        f'3:{903} wrong-type: "{"k" * 59}…" is a number (5), expected text'
    ]
