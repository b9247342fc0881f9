"""The tables of `speed.py`, in Markdown."""

import os
import platform
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

from corpus import Corpus
from processes import Run

LABELS: Final = {
    "postlint cold": "**postlint**, nothing remembered",
    "postlint warm": "**postlint**, nothing changed",
    "postlint changed": "**postlint**, 1 % of the posts changed",
    "typos": "typos (spelling)",
    "codespell": "codespell (spelling)",
    "rumdl cold": "rumdl (Markdown), nothing remembered",
    "rumdl warm": "rumdl, nothing changed",
    "rumdl changed": "rumdl, 1 % of the posts changed",
    "check-jsonschema": "check-jsonschema (front matter, taken out beforehand)",
}
SET: Final = ("rumdl cold", "typos", "check-jsonschema")
"""The fastest that do a part of the job together, one after the other."""
IDLE: Final = "nothing"
"""A process that does nothing: what the others cannot be told to take less than."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of each tool on the same posts."""

    corpus: Corpus
    runs: Mapping[str, Sequence[Run]]

    def seconds(self, names: Sequence[str]) -> list[float] | None:
        """What some tools together have taken in each round; None where one is missing."""
        if not all(self.runs.get(name) for name in names):
            return None
        together = zip(*(self.runs[name] for name in names), strict=True)
        return [sum(one.seconds for one in turn) for turn in together]

    def ratio(self, name: str, peers: Sequence[str]) -> float | None:
        """The median of the rounds' ratios of a tool and some others together."""
        ours, theirs = self.seconds([name]), self.seconds(peers)
        if ours is None or theirs is None:
            return None
        return median(our / their for our, their in zip(ours, theirs, strict=True))

    def peak(self, name: str) -> str:
        """The most memory that a process of a tool had."""
        most, least = (
            max((one.peak for one in self.runs.get(which, ())), default=0) for which in (name, IDLE)
        )
        return f"{most / 1e6:.0f} MB" if most > 1.05 * least else f"under {least / 1e6:.0f} MB"


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that is not to be exceeded."""

    corpus: int
    """0 for one post, -1 for all."""
    name: str
    peers: tuple[str, ...]
    most: float


GOALS: Final = (
    Goal(0, "postlint cold", ("codespell",), 1.8),
    Goal(0, "postlint warm", ("codespell",), 1.0),
    Goal(-1, "postlint cold", ("codespell",), 1.0),
    Goal(-1, "postlint cold", SET, 0.35),
    Goal(-1, "postlint cold", ("typos",), 2.0),
    Goal(-1, "postlint changed", ("rumdl warm",), 0.5),
)


def tables(compared: Sequence[Measured], scaled: Sequence[Measured]) -> str:
    """Seconds of each tool, the ratios that matter, and how cost grows."""
    parts = (_seconds(compared), _ratios(compared), _scaling(scaled))
    return "\n\n".join("\n".join(lines) for lines in parts)


def machine(tools: Sequence[str], runs: int) -> str:
    """When, where and with what was measured."""
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    where = f"{len(os.sched_getaffinity(0))} cores of {_processor()}"
    python = f"{platform.system()}, Python {platform.python_version()}"
    versions = ", ".join(_version(tool) for tool in tools)
    how = f"Whole processes in turns, medians of {_rounds(runs)} (of more for few posts)"
    return f"{day}, {where}, {python}; {versions}. {how}, in seconds."


def write_between(path: Path, text: str, name: str = "speed") -> None:
    """Put a text between the two comments of a file that have a name. Raises ValueError where it
    has none."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    whole = path.read_text(encoding="utf-8")
    before, is_open, rest = whole.partition(begin)
    _, is_closed, after = rest.partition(end)
    if not (is_open and is_closed):
        raise ValueError(f"{path} has no {begin} ... {end}")
    path.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def _seconds(compared: Sequence[Measured]) -> Iterator[str]:
    yield from _head("", *(one.corpus.title for one in compared), "peak memory")
    for name, label in LABELS.items():
        if compared[-1].runs.get(name):
            cells = (_cell(one.seconds([name])) for one in compared)
            yield _row(label, *cells, compared[-1].peak(name))
    if compared[-1].seconds(SET):
        yield _row(_names(SET), *(_cell(one.seconds(SET)) for one in compared), "")


def _ratios(compared: Sequence[Measured]) -> Iterator[str]:
    yield from _head("ratio in the same round", "", "goal")
    for goal in GOALS:
        measured = compared[goal.corpus]
        ratio = measured.ratio(goal.name, goal.peers)
        if ratio is not None:
            what = LABELS[goal.name].replace("**", "")
            count = measured.corpus.title.split(",")[0] if goal.corpus == 0 else "all posts"
            text = f"{count}: {what} / {_names(goal.peers)}"
            yield _row(text, f"{ratio:.2f}", f"{goal.most:g} at most")


def _scaling(scaled: Sequence[Measured]) -> Iterator[str]:
    yield from _head("postlint, nothing remembered", "seconds", "MB a second", "peak memory")
    for one in scaled:
        (seconds,) = [median(one.seconds(["postlint cold"]) or [0])]
        rate = one.corpus.size / 1e6 / seconds
        memory = one.peak("postlint cold")
        yield _row(one.corpus.title, f"{seconds:.3g}", f"{rate:.1f}", memory)


def _names(names: Sequence[str]) -> str:
    short = {"rumdl cold": "rumdl", "rumdl warm": "rumdl, nothing changed"}
    return " + ".join(short.get(name, name) for name in names)


def _cell(seconds: Sequence[float] | None) -> str:
    return f"{median(seconds):.3g}" if seconds else "-"


def _head(*cells: str) -> tuple[str, str]:
    return _row(*cells), "|---" * len(cells) + "|"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _rounds(runs: int) -> str:
    return "1 round" if runs == 1 else f"{runs} rounds"


def _processor() -> str:
    """The name of the processor, as Linux has it."""
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return platform.machine()


def _version(tool: str) -> str:
    """The name of a tool with its version, the last word that its `--version` says."""
    done = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False)
    return f"{tool} {(done.stdout.split() or ['?'])[-1]}"
