"""Two halves of the quality posts: one to tune on, one to keep unread."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Half = Literal["a", "b", "all"]


@dataclass(frozen=True, slots=True)
class Case:
    """One real mistake in the text before its fix. Lines and columns are 1-based code points."""

    file: str
    line: int
    column: int
    end_column: int
    wrong: str
    right: str
    kind: str
    """nonword, name, realword or grammar."""
    subkind: str
    """Of grammar: inflection, missing, extra, doubled, apostrophe."""


def half_of(row: dict[str, Any]) -> Half:
    """The half of a row of the data, by a stable hash of the post it speaks of."""
    digest = hashlib.sha256(f"{row['repo']}/{row['path']}".encode()).digest()
    return "b" if digest[0] & 1 else "a"


def rows(path: Path, half: Half) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file that are of a half."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if half in ("all", half_of(row)):
            yield row


def cases(folder: Path, half: Half) -> list[Case]:
    """The mistakes of a half."""
    return [
        Case(
            file=row["file"],
            line=row["line"],
            column=row["col"],
            end_column=row["end_col"],
            wrong=row["wrong"],
            right=row["right"],
            kind=row["cls"],
            subkind=row.get("sub") or "",
        )
        for row in rows(next(folder.glob("cases-*.jsonl")), half)
    ]


def clean_posts(folder: Path, half: Half) -> dict[str, int]:
    """The published posts of a half, and how many words each has."""
    path = next(path for path in folder.glob("clean-*.jsonl"))
    return {row["file"]: row["words"] for row in rows(path, half)}
