"""An inferred schema as text for files, as one text without others, and ready to check with."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from postlint.schema.find import SUFFIX
from postlint.schema.infer.evidence import Vocabulary
from postlint.schema.infer.infer import Inferred
from postlint.schema.load import Schema
from postlint.schema.node import REFERENCE, REFERENCE_VALUES, Node

_ODD: Final = re.compile(r"[^\n -~]")
# A text in JSON has no line end, so that these find nothing in one.
_SHORT_LIST: Final = re.compile(r"\[\n +([^\[\]{}]*?)\n +\]")
_LINE_END: Final = re.compile(r"\n +")
_WIDEST: Final = 80
"""In code points: a longer list is written with an item a line."""
_NOT_CHECKED: Final = ("$comment", "$schema")


def schema_text(inferred: Inferred) -> str:
    """The schema as JSON, for the file `NAME.schema.json`; the evidence is in `$comment`."""
    return _json(inferred.schema)


def vocabulary_texts(inferred: Inferred) -> Mapping[str, str]:
    """The data files that the schema refers to, by their names beside it: schemas with an enum."""
    return {one.file: _json(_enum(one)) for one in inferred.vocabularies.values()}


def bundled_text(inferred: Inferred) -> str:
    """The schema as JSON that needs no other file: the vocabularies are in `$defs`."""
    vocabularies = inferred.vocabularies.values()
    places = {one.file: {"$ref": f"#/$defs/{_word(inferred, one)}"} for one in vocabularies}
    bundled = _with_refs(inferred.schema, places)
    if places:
        bundled["$defs"] = {_word(inferred, one): _enum(one) for one in vocabularies}
    return _json(bundled)


def ready_schema(inferred: Inferred) -> Schema:
    """The schema to check posts with, without a file."""
    enums = {one.file: _enum(one) for one in inferred.vocabularies.values()}
    root = _checked(_with_refs(inferred.schema, enums), inferred.known)
    return Schema(Path(inferred.name + SUFFIX), root, refers=bool(inferred.known))


def _enum(vocabulary: Vocabulary) -> Node:
    uses = ", ".join(f"{value}: {number}" for value, number in vocabulary.uses.items())
    return {"$comment": f"uses: {uses}", "type": "string", "enum": list(vocabulary.uses)}


def _word(inferred: Inferred, vocabulary: Vocabulary) -> str:
    return vocabulary.file.removeprefix(f"{inferred.name}.").removesuffix(".json")


def _with_refs(node: Any, places: Mapping[str, Node]) -> Any:
    """A copy of a schema in which the references to data files are replaced."""
    if isinstance(node, list):
        return [_with_refs(one, places) for one in node]
    if not isinstance(node, dict):
        return node
    copy = {word: _with_refs(value, places) for word, value in node.items()}
    target = places.get(node["$ref"]) if isinstance(node.get("$ref"), str) else None
    if target is not None:
        del copy["$ref"]
        copy |= target
    return copy


def _checked(node: Any, known: Mapping[str, Sequence[str]]) -> Any:
    """A copy of a node without the words that nothing is checked by, with all that it refers to."""
    if isinstance(node, list):
        return [_checked(one, known) for one in node]
    if not isinstance(node, dict):
        return node
    copy = {word: value for word, value in node.items() if word not in _NOT_CHECKED}
    for word in ("items", "anyOf"):
        if word in copy:
            copy[word] = _checked(copy[word], known)
    if "properties" in copy:
        copy["properties"] = {key: _checked(one, known) for key, one in copy["properties"].items()}
    if REFERENCE in copy:
        copy[REFERENCE_VALUES] = known[copy[REFERENCE]]
    return copy


def _json(data: Node) -> str:
    """JSON to read, in which nothing is hidden: what cannot be printed is escaped."""
    text = _SHORT_LIST.sub(_on_one_line, json.dumps(data, indent=2, ensure_ascii=False))
    return _ODD.sub(_spelt, text) + "\n"


def _on_one_line(found: re.Match[str]) -> str:
    line = f"[{_LINE_END.sub(' ', found[1])}]"
    return line if len(line) <= _WIDEST else found[0]


def _spelt(found: re.Match[str]) -> str:
    return found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1]
