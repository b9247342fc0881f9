"""Puts one line into a configuration file, as a person would: everything else stays as it is."""

import json
import re
import tomllib
from typing import Any


def with_word_file(text: str, table: tuple[str, ...], name: str) -> str:
    """The text of a configuration that names a word file, where it names none yet.

    `table` is the one that is ours: () or ("tool", "postlint"). Raises ValueError where the result
    would not be the same configuration and that word file, with what to do by hand.
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
    data = tomllib.loads(text)
    inner = _inner(data, (*table, "words"))
    before = inner.get("files")
    inner["files"] = [name]
    if _read(changed) != data:
        what = f"put files = [{json.dumps(name)}] into its table {header}"
        raise ValueError(
            what if before is None else f"put {json.dumps(name)} into its {header}.files"
        )
    return changed


def _inner(data: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    for key in keys:
        data = data.setdefault(key, {})
    return data


def _read(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
