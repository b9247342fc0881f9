"""Any schema, any data: the verdict is that of plain `jsonschema`, and what is said has a place."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from saying import applied, document, schema_of

from postlint.schema.load import load_schema
from postlint.schema.mistakes.translate import mistakes_of
from postlint.schema.shape import has_odd_keys
from postlint.schema.shipped import shipped_schemas
from postlint.schema.surely_fits import surely_fits
from postlint.schema.validate import validate

KEYS = st.sampled_from(["title", "tittle", "tags", "Tags", "date", "x", "no"])
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 12),
    st.sampled_from([0.5, 1.0, -2.5]),
    st.sampled_from(["", "a", "yes", "world", "wrold", "2020-09-29", "5", "http://a b", "a, b"]),
    st.text(max_size=5),
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(KEYS, DATA, max_size=5)
TYPES = st.sampled_from(["string", "number", "integer", "boolean", "array", "object", "null"])
PATTERNS = st.sampled_from(["^t", "^[a-z]+$", r"^\d{4}-\d{2}$", "x|y", "^$", "a.c"])


def keywords(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A schema of a few keywords, with schemas of `inner` inside."""
    small = st.integers(0, 3)
    several = st.lists(inner, min_size=1, max_size=3)
    named = st.dictionaries(KEYS, inner, max_size=3)
    known: dict[str, st.SearchStrategy[Any]] = {
        "type": TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True),
        "enum": st.lists(SCALARS, min_size=1, max_size=3),
        "const": DATA,
        "pattern": PATTERNS,
        "minLength": small,
        "maxLength": small,
        "minimum": small,
        "maximum": small,
        "exclusiveMinimum": small,
        "multipleOf": st.integers(1, 3),
        "minItems": small,
        "maxItems": small,
        "uniqueItems": st.booleans(),
        "minProperties": small,
        "maxProperties": small,
        "required": st.lists(KEYS, max_size=3, unique=True),
        "properties": named,
        "patternProperties": st.dictionaries(PATTERNS, inner, max_size=2),
        "additionalProperties": inner,
        "propertyNames": inner,
        "contains": inner,
        "allOf": several,
        "anyOf": several,
        "oneOf": several,
        "not": inner,
        "if": inner,
        "then": inner,
        "else": inner,
        "items": inner,
        "$ref": st.sampled_from(["#/$defs/one", "#/$defs/two"]),
        "deprecated": st.booleans(),
        "errorMessage": st.just("as the author says"),
    }
    modern: dict[str, st.SearchStrategy[Any]] = {
        "prefixItems": several,
        "unevaluatedProperties": inner,
        "unevaluatedItems": inner,
        "dependentRequired": st.dictionaries(
            KEYS, st.lists(KEYS, max_size=2, unique=True), max_size=2
        ),
        "dependentSchemas": named,
        "minContains": small,
        "maxContains": small,
    }
    words = {**known, **modern}
    return st.lists(st.sampled_from(sorted(words)), max_size=4, unique=True).flatmap(
        lambda chosen: st.fixed_dictionaries({word: words[word] for word in chosen})
    )


LEAVES = st.booleans() | keywords(st.booleans()).map(lambda node: {**node, "$ref": "#/$defs/one"})
SIMPLE = keywords(st.booleans()).map(
    lambda node: {word: value for word, value in node.items() if word != "$ref"}
)
SCHEMAS = st.builds(
    lambda root, one, two: {**root, "$defs": {"one": one, "two": {"allOf": [one, two]}}},
    keywords(keywords(LEAVES)),
    SIMPLE,
    SIMPLE,
)
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(SCHEMAS, MAPPINGS)
def test_verdict_is_that_of_draft_2020_12(schema: dict[str, Any], data: dict[str, Any]) -> None:
    assert (not schema_of(schema).checker.errors(data)) == Draft202012Validator(schema).is_valid(
        data
    )


@QUICK
@given(SCHEMAS, MAPPINGS)
def test_what_surely_fits_has_no_errors(schema: dict[str, Any], data: dict[str, Any]) -> None:
    loaded = schema_of(schema)
    if surely_fits(loaded.root, data):
        assert loaded.checker.errors(data) == []
        told = any(mistakes_of([], data, loaded.root, loaded.shape))
        assert has_odd_keys(data, loaded.shape) or not told


@QUICK
@given(SCHEMAS, MAPPINGS, st.booleans())
def test_verdict_is_that_of_draft_07(
    schema: dict[str, Any], data: dict[str, Any], with_pairs: bool
) -> None:
    old = {**schema, "$schema": "http://json-schema.org/draft-07/schema#"}
    if with_pairs:
        old["properties"] = {
            "tags": {"items": [True, {"type": "string"}], "additionalItems": False}
        }
        old["dependencies"] = {"title": ["tags"], "x": {"maxProperties": 2}}
    assert (not schema_of(old).checker.errors(data)) == Draft7Validator(old).is_valid(data)


@QUICK
@given(SCHEMAS, MAPPINGS)
def test_whatever_is_broken_is_said_at_a_place_in_the_text(
    schema: dict[str, Any], data: dict[str, Any]
) -> None:
    text = f"---\n{json.dumps(data)}\n---\nText.\n"
    doc = document(text)
    assert doc.front_matter is not None
    loaded = schema_of(schema)
    faults = validate(doc, [loaded])
    if not doc.faults and loaded.checker.errors(doc.front_matter.tree.data):
        assert faults
    for fault in faults:
        problem = fault.problem
        edits = problem.fix.edits if problem.fix else ()
        for span in (problem.span, *problem.others, *(edit.span for edit in edits)):
            assert 0 <= span.start <= span.end <= len(text)
        assert problem.message
        assert not problem.message.endswith(".")


@QUICK
@given(SCHEMAS, MAPPINGS, st.booleans())
def test_a_fix_mends_what_it_is_for(
    schema: dict[str, Any], data: dict[str, Any], in_blocks: bool
) -> None:
    written = yaml.safe_dump(data, allow_unicode=True) if in_blocks else f"{json.dumps(data)}\n"
    text = f"---\n{written}---\n"
    before = document(text)
    if before.faults:
        return
    for fault in validate(before, [schema_of(schema)]):
        fix = fault.problem.fix
        if fix is None or fault.rule == "deprecated-key":
            continue
        mended = document(applied(text, fix) or "")
        assert mended.front_matter is not None
        assert [one for one in mended.faults if one.rule != "ambiguous-yaml-value"] == []
        said = {one.problem.message for one in validate(mended, [schema_of(schema)])}
        assert fault.problem.message == "as the author says" or fault.problem.message not in said


@pytest.mark.parametrize("path", sorted(shipped_schemas().glob("*-*.json")), ids=lambda p: p.name)
def test_shipped_schemas_never_raise(path: Path) -> None:
    schema = load_schema(path, path.parent)
    names = sorted(schema.shape.keys)

    @settings(max_examples=15)
    @given(st.dictionaries(st.sampled_from(names), DATA, max_size=6))
    def check(data: dict[str, Any]) -> None:
        validate(document(f"---\n{json.dumps(data)}\n---\n"), [schema])

    check()
