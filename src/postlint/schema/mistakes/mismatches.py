"""Conditions between keys and values that do not hold, in words, each at the key it hangs on."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from postlint.content.data.tree import Path
from postlint.schema.broken import Broken
from postlint.schema.mistakes.mistake import Mistake
from postlint.schema.mistakes.values_in_words import (
    both,
    count,
    either,
    listed,
    name_of,
    quoted,
    shown,
)
from postlint.schema.node import NOTHING

_Said = Iterator[tuple[Path, str]]
"""Where, and what."""


def mismatch(broken: Broken) -> Iterator[Mistake]:
    """Every way in which a condition is not met."""
    for path, message in _MISMATCHES.get(broken.keyword, _unspoken)(broken):
        yield Mistake("schema-mismatch", path, "key", message, broken.about)


def _unspoken(broken: Broken) -> _Said:
    yield broken.path, f"{broken.subject} does not fit the schema"


def _needs(broken: Broken) -> _Said:
    data = broken.value if isinstance(broken.value, dict) else {}
    for key, needed in broken.expected.items():
        missing = [other for other in needed if other not in data]
        if key in data and missing:
            is_are = "is" if len(missing) == 1 else "are"
            lacking = both(map(quoted, missing))
            yield (*broken.path, key), f"{quoted(key)} needs {lacking}, which {is_are} missing"


def _lacks_item(broken: Broken) -> _Said:
    inner = broken.node.get("contains")
    inner = inner if isinstance(inner, dict) else {}
    wanted = inner.get("enum", [inner["const"]] if "const" in inner else [])
    what = either(map(shown, wanted)) if wanted else "an item of the kind asked for"
    if broken.keyword == "maxContains":
        yield broken.path, f"{broken.subject} has {what} more than {count(broken.expected, 'time')}"
    elif broken.keyword == "minContains":
        yield broken.path, f"{broken.subject} has {what} less than {count(broken.expected, 'time')}"
    else:
        yield broken.path, f"{broken.subject} does not have {what}"


def _refused(broken: Broken) -> _Said:
    refused = broken.expected if isinstance(broken.expected, dict) else {}
    keys = [key for key in refused.get("required", ()) if isinstance(key, str)]
    if keys and isinstance(broken.value, dict):
        together = "is not allowed here" if len(keys) == 1 else "are not allowed together"
        last = max(keys, key=list(broken.value).index)
        yield (*broken.path, last), f"{both(map(quoted, keys))} {together}"
    elif refused == NOTHING["not"] and broken.path:
        yield broken.path, f"{broken.subject} is not allowed here"
    elif broken.path:
        yield broken.path, f"{broken.subject} is {shown(broken.value)}, which is not allowed"
    else:
        yield broken.path, "the keys or values here are not allowed together"


def _one_of_keys(broken: Broken) -> _Said:
    keys = dict.fromkeys(key for branch in broken.branches for key in branch[0].expected)
    where = f" in {name_of(broken.path)}" if broken.path else ""
    yield broken.path, f"none of {listed([quoted(key) for key in keys])} is set{where}"


def _several_forms(broken: Broken) -> _Said:
    data = broken.value if isinstance(broken.value, dict) else {}
    branches = [branch for branch in broken.expected if isinstance(branch, dict)]
    keys = [key for key in data if any(key in branch.get("required", ()) for branch in branches)]
    if len(keys) > 1:
        message = f"{both(map(quoted, keys))} are both set, expected only one of them"
        yield (*broken.path, keys[-1]), message
    else:
        yield broken.path, f"{broken.subject} fits several forms that exclude each other"


_MISMATCHES: Final[Mapping[str, Callable[[Broken], _Said]]] = {
    "contains": _lacks_item,
    "dependentRequired": _needs,
    "maxContains": _lacks_item,
    "minContains": _lacks_item,
    "not": _refused,
    "one of keys": _one_of_keys,
    "oneOf": _several_forms,
}
