"""Find what is wrong with a schema file before it is used, and say it at its line and column."""

import re
from collections.abc import Iterator
from typing import Any, Final

from postlint.content.data.tree import Path
from postlint.model.errors import SchemaError
from postlint.schema.mistakes.mistake import Mistake
from postlint.schema.mistakes.one_slip import is_one_slip
from postlint.schema.mistakes.translate import mistakes_of
from postlint.schema.node import NAMED, ONE, RENAMED_TO, SEVERAL, VALUES_FROM, Node
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
KEYWORDS: Final = frozenset((*ONE, *SEVERAL, *NAMED, *_MORE.split(), VALUES_FROM, RENAMED_TO))
_OF_OTHERS: Final = frozenset({"comment", "defs", "example", "id", "schema"})
"""Words near a keyword that other tools use with a meaning of their own."""


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
        near = next((known for known in sorted(KEYWORDS) if _is_slip_for(word, known)), None)
        if near:
            what = f'unknown keyword "{word}", did you mean "{near}"?'
            raise file.error((*path, word), what, "correct the word", on_key=True)


def _is_slip_for(word: str, known: str) -> bool:
    if word.startswith("x-") != known.startswith("x-"):
        return False
    # A keyword is never meant to have an `s` more or less, so that is a slip here.
    return (
        is_one_slip(word, known) or (len(known) > 4 and f"{word}s" == known) or word == f"{known}s"
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
    if not isinstance(node.get(VALUES_FROM, ""), str):
        what = f'"{VALUES_FROM}" is not the name of a file'
        raise file.error((*path, VALUES_FROM), what, "write a path such as data/categories.yml")
    if "$dynamicRef" in node:
        what = '"$dynamicRef" is not supported'
        raise file.error((*path, "$dynamicRef"), what, "use $ref", on_key=True)


def _compile(file: SchemaFile, at: Path, pattern: str, *, on_key: bool) -> None:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        what = f'"{pattern}" is not a regular expression as Python reads them: {error}'
        raise file.error(at, what, "correct it", on_key=on_key) from None
