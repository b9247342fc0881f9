"""Find what is wrong with a schema file before it is used, and say it at its line and column."""

import re
from collections.abc import Iterator
from typing import Any, Final

from postlint.content.data.tree import Path
from postlint.content.near import is_plural, nearest
from postlint.model.errors import SchemaError
from postlint.schema.formats import NAMES, format_named
from postlint.schema.mistakes.mistake import Mistake
from postlint.schema.mistakes.one_slip import is_one_slip
from postlint.schema.mistakes.translate import mistakes_of
from postlint.schema.mistakes.values_in_words import kind_of, name_of
from postlint.schema.node import (
    DEPRECATED_FOR,
    NAMED,
    ONE,
    REFERENCE,
    RENAMED_TO,
    SEVERAL,
    VALUES_FROM,
    Node,
)
from postlint.schema.patterns import can_hang
from postlint.schema.reading.draft import Draft, draft_of, metaschema_validator, subschemas
from postlint.schema.reading.schema_file import SchemaFile

_MORE: Final = """
$anchor $comment $defs $dynamicAnchor $dynamicRef $id $ref $schema $vocabulary additionalItems
const contentEncoding contentMediaType contentSchema default definitions dependencies
dependentRequired deprecated description enum errorMessage examples exclusiveMaximum
exclusiveMinimum format maxContains maxItems maxLength maxProperties maximum minContains
minItems minLength minProperties minimum multipleOf pattern readOnly required title type
uniqueItems writeOnly
"""
_OURS: Final = (VALUES_FROM, REFERENCE, RENAMED_TO, DEPRECATED_FOR)
_FILES: Final = {VALUES_FROM: "data/categories.yml", REFERENCE: "data/authors.yml#/*/id"}
"""Those of ours that name a file, and what that may look like."""
KEYWORDS: Final = frozenset((*ONE, *SEVERAL, *NAMED, *_MORE.split(), *_OURS))
_OF_OTHERS: Final = frozenset({"comment", "defs", "example", "id", "schema"})
"""Words near a keyword that other tools use with a meaning of their own."""

_OTHER_FORMATS: Final = frozenset(
    (
        *("duration", "hostname", "idn-email", "idn-hostname", "iri-reference", "json-pointer"),
        *("relative-json-pointer", "uri-template"),
    )
)
"""Formats of the standard that are not checked."""
_DATE_FORMATS: Final = frozenset(
    ("DD.MM.YYYY", "YYYY-MM-DD", "YYYY-MM-DD HH:MM:SS", "YYYY-MM-DD-HH-MM-SS")
)
"""Some of the dates that a format can spell."""


def examine(file: SchemaFile, draft: Draft) -> None:
    """Raise SchemaError for the first thing that is wrong in a schema file."""
    if not isinstance(file.data, dict | bool):
        raise file.error((), "a schema is a group of keywords", "begin it with { or a keyword")
    for path, node in _all_schemas(file.data, (), draft):
        _check_words(file, path, node)
    for mistake in _broken_rules(file.data, draft):
        raise _as_error(file, mistake)
    for path, node in _all_schemas(file.data, (), draft):
        _check_expressions(file, path, node)
        _check_format(file, path, node.get("format"))
        if "errorMessage" in node:
            _check_messages(file, (*path, "errorMessage"), node["errorMessage"])


def draft_in(file: SchemaFile, default: Draft = "2020-12") -> Draft:
    """The draft that a schema file names. Raises SchemaError for one that is not read."""
    address = file.data.get("$schema") if isinstance(file.data, dict) else None
    draft = draft_of(address, default)
    if draft is None:
        now = 'use "https://json-schema.org/draft/2020-12/schema" (or draft-07)'
        raise file.error(("$schema",), f"unknown draft {address!r}".replace("'", '"'), now)
    return draft


def _all_schemas(schema: Any, path: Path, draft: Draft) -> Iterator[tuple[Path, Node]]:
    waiting = [(path, schema)]
    seen: set[int] = set()
    while waiting:
        at, node = waiting.pop()
        if isinstance(node, dict) and id(node) not in seen:
            seen.add(id(node))
            yield at, node
            waiting += [
                ((*at, *steps), inner) for steps, inner in reversed(subschemas(node, draft))
            ]


def _check_words(file: SchemaFile, path: Path, node: Node) -> None:
    for word in node:
        if word in KEYWORDS or word in _OF_OTHERS:
            continue
        _refuse_slip(file, (*path, word), word)


def _refuse_slip(file: SchemaFile, at: Path, word: str) -> None:
    near = _meant_keyword(word)
    if near:
        what = f'unknown keyword "{word}", did you mean "{near}"?'
        raise file.error(at, what, "correct the word", on_key=True)


def _meant_keyword(word: str) -> str | None:
    # A keyword is never meant to have an `s` more or less, so that is a slip here.
    return next(
        (known for known in sorted(KEYWORDS) if is_one_slip(word, known) or is_plural(word, known)),
        None,
    )


def _broken_rules(data: Any, draft: Draft) -> list[Mistake]:
    try:
        errors = list(metaschema_validator(draft).iter_errors(data))
    except RecursionError:
        return [Mistake("schema-mismatch", (), "value", "schema is nested too deeply")]
    errors.sort(key=lambda error: list(map(str, error.absolute_path)))
    return list(mistakes_of(errors, data))


def _as_error(file: SchemaFile, mistake: Mistake) -> SchemaError:
    what_now = mistake.help or "correct the schema"
    return file.error(mistake.path, mistake.message, what_now, on_key=mistake.at == "key")


def _check_expressions(file: SchemaFile, path: Path, node: Node) -> None:
    pattern = node.get("pattern")
    if isinstance(pattern, str):
        _compile(file, (*path, "pattern"), pattern, on_key=False)
    for named in node.get("patternProperties", ()):
        _compile(file, (*path, "patternProperties", named), named, on_key=True)
    for word, such_as in _FILES.items():
        if not isinstance(node.get(word, ""), str):
            what = f'"{word}" is not the name of a file'
            raise file.error((*path, word), what, f"write a path such as {such_as}")
    if "$dynamicRef" in node:
        what = '"$dynamicRef" is not supported'
        raise file.error((*path, "$dynamicRef"), what, "use $ref", on_key=True)


def _compile(file: SchemaFile, at: Path, pattern: str, *, on_key: bool) -> None:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        what = f'"{pattern}" is not a regular expression as Python reads them: {error}'
        raise file.error(at, what, "correct it", on_key=on_key) from None
    if can_hang(pattern):
        what = (
            f'"{pattern}" can take for ever, because it repeats a part that can match '
            "the same text in several ways"
        )
        now = "put something between the repeats, or repeat once"
        raise file.error(at, what, now, on_key=on_key)


def _check_format(file: SchemaFile, path: Path, name: object) -> None:
    """Refuse a slip; a format that is like none of ours is ignored, as the standard has it."""
    if not isinstance(name, str) or name in _OTHER_FORMATS or format_named(name):
        return
    near = nearest(name, sorted(NAMES | _DATE_FORMATS))
    if near:
        what = f'unknown format "{name}", did you mean "{near}"?'
        raise file.error((*path, "format"), what, "correct the name")


def _check_messages(file: SchemaFile, path: Path, message: object, depth: int = 0) -> None:
    """`errorMessage` is a text, or texts by keyword, or by keyword and the name of a key."""
    if isinstance(message, dict) and depth < 2:
        for word, inner in message.items():
            if not depth and word not in KEYWORDS:
                _refuse_slip(file, (*path, word), word)
            _check_messages(file, (*path, word), inner, depth + 1)
    elif not isinstance(message, str):
        expected = "text" if depth else "text or a group of keys"
        name = name_of(path[-1 - depth :])
        what = f"{name} is {kind_of(message)}, expected {expected}"  # type: ignore[arg-type]
        raise file.error(path, what, "write what an editor is to read")
