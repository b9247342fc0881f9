"""Expressions that are compiled on use: they do as compiled ones, and all of them are right."""

import pickle
import re
from importlib import import_module
from pathlib import Path

import pytest

import postlint
from postlint.model.late_pattern import LatePattern, late_pattern

PACKAGE = Path(postlint.__file__).parent
MODULES = sorted(
    ".".join(("postlint", *path.relative_to(PACKAGE).with_suffix("").parts))
    for path in PACKAGE.rglob("*.py")
    if "late_pattern(" in path.read_text(encoding="utf-8")
)


def test_a_late_pattern_is_compiled_when_it_is_used() -> None:
    late = late_pattern(r"(?P<word>\w+)", re.ASCII)
    assert "compiled" not in vars(late)
    assert [found["word"] for found in late.finditer("Où est-il")] == ["O", "est", "il"]
    assert late.groupindex == {"word": 1}
    assert late.sub("-", "a b") == "- -"
    assert late_pattern(rb"\d+").search(b"a 12") is not None


def test_what_is_wrong_with_it_is_told_on_use() -> None:
    late = late_pattern("(")
    with pytest.raises(re.error):
        late.search("")


def test_it_crosses_a_process_border() -> None:
    late = late_pattern("b+")
    assert late.search("abbc") is not None
    assert pickle.loads(pickle.dumps(late)).findall("abbcb") == ["bb", "b"]  # noqa: S301


@pytest.mark.parametrize("name", MODULES)
def test_all_patterns_are_right(name: str) -> None:
    waiting = [*vars(import_module(name)).values()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, LatePattern):
            assert value.compiled.pattern == value.pattern
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, tuple | list):
            waiting += value
