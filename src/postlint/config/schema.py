"""The JSON Schema of the configuration, for editors; made from the rules, so it cannot drift."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, get_args, get_origin

from postlint.config.term_row import (
    BAN_FIELDS,
    CASES,
    EXEMPTS,
    FIELDS,
    INFLECTIONS,
    MATCHES,
    SEVERITIES,
)
from postlint.content.source import MAX_BYTES
from postlint.rules.base import AnyRule
from postlint.rules.registry import GROUPS, PRESETS, RULES, options_of
from postlint.styles.definition import GROUP

OF_PACKS: Final = r"^(?:[A-Z].*|.+\..+|write-good|proselint|alex)$"
"""What an editor takes for the name of a style pack or of its rule, not for a slip in one of ours:
no pack is there when the schema is made. The reader knows better."""

LOCALE: Final = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")


def config_schema() -> dict[str, Any]:
    """The schema of `postlint.toml` and of `[tool.postlint]`, as `schemas/config.schema.json`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:postlint:schemas:config",
        "title": "postlint configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "locale": {
                "type": "string",
                "pattern": LOCALE.pattern,
                "description": "The language of the site, e.g. en-GB.",
            },
            "fail-on": {
                "enum": ["info", "warning", "error"],
                "default": "warning",
                "description": "The least severity that makes postlint exit with 1.",
            },
            "exclude": _texts("Globs of files and folders that are never checked."),
            "max-file-size": {
                "type": "integer",
                "minimum": 1,
                "maximum": MAX_BYTES,
                "default": MAX_BYTES,
                "description": "Bytes; a larger file is a finding, and is not read.",
            },
            "baseline": {
                "type": "string",
                "description": "The file of what is known to be wrong, and muted.",
            },
            "presets": {
                "type": "array",
                "items": {"enum": list(PRESETS)},
                "description": "Choices of rules that run besides the recommended ones.",
            },
            "select": _names("Only these rules or groups run."),
            "ignore": _names("These rules or groups do not run."),
            "content": {"type": "array", "items": _entry()},
            "rules": {"$ref": "#/$defs/rules"},
            "words": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "accept": _texts("Words that are right; in small letters, in any case."),
                    "files": _texts("Files of such words, one a line, # for comments."),
                    "lexicon": {
                        "type": "string",
                        "description": "The lexicon of another language than English.",
                    },
                },
            },
            "styles": _styles(),
            "terms": {
                "type": "object",
                "properties": {"files": {"anyOf": [_TERM_FILES, *_row(FIELDS, "right")]}},
                "additionalProperties": {"anyOf": _row(FIELDS, "right")},
                "description": "House style: the wrong spelling and the right one.",
            },
            "ban": {
                "description": "What is not to be read at all, and why.",
                "anyOf": [
                    _texts("Words and phrases."),
                    {
                        "type": "object",
                        "additionalProperties": {"anyOf": _row(BAN_FIELDS, "note")},
                    },
                ],
            },
        },
        "$defs": {
            "level": {"enum": ["off", "on", "info", "warning", "error"]},
            "levels": {"type": "object", "additionalProperties": {"$ref": "#/$defs/level"}},
            "rules": {
                "type": "object",
                "additionalProperties": False,
                "patternProperties": {
                    OF_PACKS: {
                        "description": "A style pack, or a rule of one such as Google.Passive.",
                        "anyOf": [{"$ref": "#/$defs/level"}, {"$ref": "#/$defs/levels"}],
                    }
                },
                "properties": {rule.meta.name: _rule(rule.load()) for rule in RULES},
            },
        },
    }


def _styles() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "description": "Style packs in the format of Vale.",
        "properties": {
            "paths": _texts("Folders that hold packs, each a folder of rules."),
            "use": _texts("Packs that run, or single rules of them."),
            "vocabularies": _texts("Vocabularies of config/vocabularies, beside the packs."),
            "min-level": {
                "enum": ["info", "warning", "error"],
                "default": "info",
                "description": "Rules of packs that are less severe do not run.",
            },
        },
    }


def _entry() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "files": _texts("Globs of the files this table speaks of; all when left out."),
            "where": {
                "type": "object",
                "additionalProperties": {"type": ["string", "number", "boolean"]},
                "description": "Front-matter keys and the values they must have.",
            },
            "schema": {
                "description": "A shipped schema by name, or the path of a schema file.",
                "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            },
            "rules": {"$ref": "#/$defs/rules"},
        },
    }


def _row(fields: Sequence[str], short: str) -> list[dict[str, Any]]:
    """What can be said of a term: all of it, or in one text the field `short`."""
    return [
        {"type": "string", "description": f"Its field `{short}`."},
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {field: _ROW_FIELDS[field] for field in fields},
        },
    ]


def _rule(rule: type[AnyRule]) -> dict[str, Any]:
    options = {name.replace("_", "-"): _option(kind) for name, kind in options_of(rule).items()}
    return {
        "description": rule.meta.summary,
        "anyOf": [
            {"$ref": "#/$defs/level"},
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {"severity": {"$ref": "#/$defs/level"}, **options},
            },
        ],
    }


def _option(kind: Any) -> dict[str, Any]:
    if get_origin(kind) is tuple and get_args(kind)[0] is str:
        return {"type": "array", "items": {"type": "string"}}
    if get_origin(kind) is Mapping:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    return {"type": {bool: "boolean", int: "integer", float: "number", str: "string"}[kind]}


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _texts(description: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "description": description}


def _names(description: str) -> dict[str, Any]:
    known = ["all", *GROUPS, GROUP, *(rule.meta.name for rule in RULES)]
    items = {"anyOf": [{"enum": known}, {"type": "string", "pattern": OF_PACKS}]}
    return {"type": "array", "items": items, "description": description}


_TERM_FILES: Final = _texts("Files of such terms, .csv, .tsv or .toml.")
_ROW_FIELDS: Final[Mapping[str, dict[str, Any]]] = {
    "right": _text("What the house writes; several with | between them; empty: not used."),
    "severity": {"enum": list(SEVERITIES)},
    "note": _text("What whoever reads the finding is told."),
    "case": {"enum": list(CASES), "default": "smart"},
    "match": {"enum": list(MATCHES), "default": "word"},
    "except-in": {"type": "array", "items": {"enum": list(EXEMPTS)}},
    "inflect": {"enum": list(INFLECTIONS), "description": "Other forms of an English word, too."},
    "link": _text("Where more is said of it."),
}
