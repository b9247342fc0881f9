"""What is found and what is falsely found: `python benchmarks/quality.py FOLDER [--half a|b|all]`.

FOLDER holds real typo fixes (cases-*.jsonl: the text before the fix) and published posts
(clean-*.jsonl). Runs postlint's word rules and, where they are installed, typos and codespell over
both, and prints one table. A mistake is found where a finding overlaps it; precision is for a
person to judge: `--list` prints every distinct finding on the published posts of a half.

Tune on half a; of half b look at the numbers only.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from halves import Case, Half, cases, clean_posts
from postlint.content.source import decode

CLASSES: Final = ("nonword", "name", "doubled", "realword", "grammar")


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of any tool. Lines and columns are 1-based code points, the end exclusive."""

    file: str
    line: int
    column: int
    end_column: int
    word: str
    suggestion: str


Tool = Callable[[Path, Sequence[str]], Iterator[Found]]


def postlint(folder: Path, files: Sequence[str]) -> Iterator[Found]:
    """The word rules as they are by default, warnings and errors, all files as one site."""
    command = ["postlint", "--no-config", "--exit-zero", "--select", "words"]
    for row in json.loads(_output_of([*command, "--output-format", "json", *files], folder))[
        "findings"
    ]:
        if row["severity"] != "info":
            yield Found(
                file=row["path"],
                line=row["line"],
                column=row["column"],
                end_column=row["end_column"] if row["end_line"] == row["line"] else 10**6,
                word=_text_at(folder / row["path"], row["start"], row["end"]),
                suggestion=row["suggestions"][0] if row["suggestions"] else "",
            )


@lru_cache(maxsize=1)
def _text(path: Path) -> str:
    return decode(path.read_bytes()).text


def _text_at(path: Path, start: int, end: int) -> str:
    return _text(path)[start:end]


def typos(folder: Path, files: Sequence[str]) -> Iterator[Found]:
    """typos from PyPI, with its own defaults. Its offsets are bytes of the line."""
    command = ["typos", "--format", "json", "--isolated", "--no-ignore", *files]
    for line in _output_of(command, folder).splitlines():
        row = json.loads(line)
        if row.get("type") != "typo" or row.get("line_num") is None:
            continue
        file = row["path"].removeprefix("./")
        column = _column(folder / file, row["line_num"], row["byte_offset"])
        word = row["typo"]
        first = row["corrections"][0] if row["corrections"] else ""
        yield Found(file, row["line_num"], column, column + len(word), word, first)


def _column(path: Path, line: int, byte: int) -> int:
    text = path.read_bytes().split(b"\n")[line - 1]
    return len(text[:byte].decode("utf-8", "replace")) + 1


def codespell(folder: Path, files: Sequence[str]) -> Iterator[Found]:
    """codespell from PyPI, with its own defaults. It gives the line and the word."""
    for line in _output_of(["codespell", *files], folder).splitlines():
        place, arrow, rights = line.partition(" ==> ")
        if not arrow:
            continue
        file, number, word = place.rsplit(":", 2)
        text = (folder / file).read_text(encoding="utf-8", errors="replace").split("\n")
        column = text[int(number) - 1].find(word.strip()) + 1
        first = rights.split(",")[0].split("|")[0].strip()
        yield Found(
            file.removeprefix("./"),
            int(number),
            column,
            column + len(word.strip()),
            word.strip(),
            first,
        )


def _output_of(command: list[str], folder: Path) -> str:
    return subprocess.run(  # noqa: PLW1510
        command, cwd=folder, capture_output=True, text=True, errors="replace"
    ).stdout


TOOLS: Final[dict[str, Tool]] = {"postlint": postlint, "typos": typos, "codespell": codespell}


def is_found(case: Case, found: Found) -> bool:
    """Whether a finding overlaps a mistake; a place without width (a missing word) is touched."""
    if case.column == case.end_column:
        return found.column <= case.column <= found.end_column
    return found.column < case.end_column and found.end_column > case.column


def is_right(case: Case, found: Found) -> bool:
    """Whether the first suggestion is what the fix put in."""
    right = case.right.replace("’", "'").lower()
    mended = case.wrong.replace(found.word, found.suggestion).lower()
    return right in (mended, found.suggestion.lower())


@dataclass
class Tally:
    """How many mistakes of a class there are, were found, and were mended rightly."""

    total: int = 0
    found: int = 0
    right: int = 0


def tally(mistakes: Sequence[Case], findings: Sequence[Found]) -> dict[str, Tally]:
    """The score of each class."""
    by_place: dict[tuple[str, int], list[Found]] = defaultdict(list)
    for one in findings:
        by_place[one.file, one.line].append(one)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for case in mistakes:
        hits = [one for one in by_place[case.file, case.line] if is_found(case, one)]
        for name in (case.kind, case.subkind):
            tallies[name].total += 1
            tallies[name].found += bool(hits)
            tallies[name].right += any(is_right(case, hit) for hit in hits)
    return tallies


def row(tool: str, folder: Path, half: Half) -> tuple[str, list[Found]]:
    """One line of the table, and what was found in the published posts."""
    mistakes, clean = cases(folder, half), clean_posts(folder, half)
    start = time.perf_counter()
    findings = list(TOOLS[tool](folder, sorted({case.file for case in mistakes})))
    on_clean = list(TOOLS[tool](folder, sorted(clean)))
    seconds = time.perf_counter() - start
    tallies = tally(mistakes, findings)
    cells = [f"{tallies[name].found / max(1, tallies[name].total):.3f}" for name in CLASSES]
    spelling = [tallies[name] for name in ("nonword", "name")]
    right = sum(one.right for one in spelling) / max(1, sum(one.found for one in spelling))
    words = sum(clean.values())
    cells += [f"{right:.3f}", f"{1000 * len(on_clean) / words:.3f}"]
    cells += [str(len({one.word.lower() for one in on_clean})), f"{seconds:.1f}"]
    return f"| {tool} | {half} | " + " | ".join(cells) + " |", on_clean


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("a", "b", "all"), default="all")
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args(arguments)
    heads = [*CLASSES, "right first", "findings per 1,000 words", "distinct", "seconds"]
    print("| tool | half | " + " | ".join(heads) + " |")
    print("|---" * (len(heads) + 2) + "|")
    listed: list[Found] = []
    for tool in options.tools.split(","):
        if tool != "postlint" and shutil.which(tool) is None:
            continue
        line, on_clean = row(tool, options.folder, options.half)
        print(line)
        listed = listed or on_clean
    if options.list:
        for one in listed:
            print(f"{one.word} > {one.suggestion}  {one.file}:{one.line}")


if __name__ == "__main__":
    main(sys.argv[1:])
