"""Puts one line into a configuration file, as a person would: everything else stays as it is."""

import json
import re
import tomllib
from typing import Any


def with_word_file(text: str, table: tuple[str, ...], name: str) -> str:
    """The text of a configuration that names a word file, where it names none yet.

    `table` is the one that is ours: () or ("tool", "postlint"). Raises ValueError where the result
    would not be the same configuration and that word file.
    """
    header = ".".join((*table, "words"))
    line_end = "\r\n" if "\r\n" in text else "\n"
    text += line_end if text and not text.endswith("\n") else ""
    line = f"files = [{json.dumps(name)}]{line_end}"
    there = re.search(rf"^[ \t]*\[[ \t]*{re.escape(header)}[ \t]*\][^\n]*\n", text, re.MULTILINE)
    if there:
        changed = text[: there.end()] + line + text[there.end() :]
    else:
        changed = text + (line_end if text else "") + f"[{header}]{line_end}{line}"
    if tomllib.loads(changed) != _expected(tomllib.loads(text), table, name):
        raise ValueError("a line put in would change something else")
    return changed


def _expected(data: dict[str, Any], table: tuple[str, ...], name: str) -> dict[str, Any]:
    inner = data
    for key in (*table, "words"):
        inner = inner.setdefault(key, {})
    inner["files"] = [name]
    return data
