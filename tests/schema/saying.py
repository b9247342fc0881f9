"""What schemas, given as plain data, say of a text."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from postlint.content.document import Document, parse
from postlint.content.source import Source
from postlint.model.finding import Fault, Fix
from postlint.schema.load import Schema, load_schema
from postlint.schema.validate import validate

Keywords = Mapping[str, object]


def document(text: str) -> Document:
    """The document of a text."""
    return parse("post.md", Source(text))


def schema_of(data: Keywords) -> Schema:
    """The schema that some data is."""
    return _loaded(json.dumps(data))


def faults_of(text: str, *schemas: Keywords) -> list[Fault]:
    """The faults that validation finds in a text."""
    return list(validate(document(text), [schema_of(data) for data in schemas]))


def said(text: str, *schemas: Keywords) -> list[str]:
    """`line:column rule: message` for each fault."""
    doc = document(text)
    return [
        f"{place.line}:{place.column} {fault.rule}: {fault.problem.message}"
        for fault in faults_of(text, *schemas)
        for place in (doc.lines.position(fault.problem.span.start),)
    ]


def applied(text: str, fix: Fix | None) -> str | None:
    """The text after a fix, None where there is none."""
    if fix is None:
        return None
    for edit in reversed(fix.edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@cache
def _loaded(text: str) -> Schema:
    folder = Path(_folder().name)
    path = folder / f"{len(list(folder.iterdir()))}.schema.json"
    path.write_text(text, encoding="utf-8")
    return load_schema(path, folder)


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="postlint-schemas-")
