"""How fast postlint is beside other tools: `python benchmarks/speed.py FOLDER...`.

FOLDER is any folder of posts; they are copied to a temporary folder until there are about as many
as wanted. Runs `postlint` and those of typos, codespell, rumdl and check-jsonschema that are on the
PATH, whole processes, one after the other and again from the start; shows medians. Cold is without
anything that was remembered, of postlint and of rumdl alike; then both are run on the same posts
once more, and once more after one post in a hundred was changed. check-jsonschema reads the front
matter alone, which is taken out for it beforehand. Needs Linux.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from corpus import Corpus, Source, build, change, extract_front_matter, middle, sources_in
from processes import Entry, rounds
from speed_table import IDLE, Measured, machine, tables, write_between

PEERS: Final = ("typos", "codespell", "rumdl", "check-jsonschema")
SCHEMA: Final = Path(__file__).parents[1] / "schemas" / "post.schema.json"
SOME_POSTS: Final = 300
SHARE_CHANGED: Final = 0.01
SCALES: Final = (1, 4, 16)
_SETTLED: Final = 2.1
"""Seconds after which no tool has to fear that a file is written again at the same time."""


@dataclass(slots=True)
class Bench:
    """Where things lie, and which tools there are."""

    folder: Path
    peers: tuple[str, ...]
    changed_at: float = field(default_factory=time.monotonic)

    @property
    def environ(self) -> dict[str, str]:
        """That of all processes."""
        return {**os.environ, "POSTLINT_CACHE_DIR": str(self._cache("postlint"))}

    def corpus(self, sources: Sequence[Source], count: int) -> Corpus:
        """Posts in a folder of their own."""
        folder = Path(tempfile.mkdtemp(prefix="posts-", dir=self.folder))
        made = build(sources, folder, count)
        self.changed_at = time.monotonic()
        return made

    def entries(self, corpus: Corpus, path: str, *, with_changes: bool) -> list[Entry]:
        """Every tool on a path of a corpus; those that remember something, warm too."""
        idle = Entry(IDLE, (sys.executable, "-S", "-c", ""), corpus.folder)
        made = [idle, self.cold(corpus, path), *self._peers(corpus, path)]
        made += self._again("warm", corpus, path, lambda: None)
        if with_changes:
            made += self._again("changed", corpus, path, partial(self._change, corpus))
        return made

    def cold(self, corpus: Corpus, path: str) -> Entry:
        """postlint with nothing remembered."""
        command = ("postlint", path)
        return Entry("postlint cold", command, corpus.folder, prepare=self._forget)

    def _peers(self, corpus: Corpus, path: str) -> Iterator[Entry]:
        for name in ("typos", "codespell"):
            if name in self.peers:
                yield Entry(name, (name, path), corpus.folder, (0, 2, 65))
        if "rumdl" in self.peers:
            forget = partial(shutil.rmtree, self._cache("rumdl"), ignore_errors=True)
            yield Entry("rumdl cold", self._rumdl(path), corpus.folder, prepare=forget)
        if "check-jsonschema" in self.peers:
            folder = Path(tempfile.mkdtemp(prefix="front-matter-", dir=self.folder))
            names = extract_front_matter(corpus, folder)
            command = ("check-jsonschema", "--schemafile", str(SCHEMA), *names)
            if names:
                yield Entry("check-jsonschema", command, folder)

    def _again(
        self, state: str, corpus: Corpus, path: str, prepare: Callable[[], object]
    ) -> Iterator[Entry]:
        """The tools that remember something, on posts that were prepared once for all of them."""
        yield Entry(f"postlint {state}", ("postlint", path), corpus.folder, prepare=prepare)
        if "rumdl" in self.peers:
            yield Entry(f"rumdl {state}", self._rumdl(path), corpus.folder)

    def _rumdl(self, path: str) -> tuple[str, ...]:
        return ("rumdl", "check", "--cache-dir", str(self._cache("rumdl")), path)

    def _cache(self, tool: str) -> Path:
        return self.folder / f"cache-of-{tool}"

    def _forget(self) -> None:
        shutil.rmtree(self._cache("postlint"), ignore_errors=True)
        time.sleep(max(0.0, self.changed_at + _SETTLED - time.monotonic()))

    def _change(self, corpus: Corpus) -> None:
        change(corpus, SHARE_CHANGED)
        self.changed_at = time.monotonic()


def compare(bench: Bench, sources: Sequence[Source], posts: int, runs: int) -> list[Measured]:
    """All tools on one post, on some, and on all."""
    one = bench.corpus([middle(sources)], 1)
    entries = bench.entries(one, str(one.posts[0]), with_changes=False)
    rounds(entries, 1, bench.environ)  # whatever compiles or fetches something has done it now
    measured = [Measured(one, rounds(entries, 5 * runs, bench.environ))]
    for count, times in ((SOME_POSTS, 3 * runs), (posts, runs)):
        corpus = bench.corpus(sources, count)
        entries = bench.entries(corpus, ".", with_changes=count == posts)
        measured.append(Measured(corpus, rounds(entries, times, bench.environ)))
    return measured


def scale(bench: Bench, sources: Sequence[Source], posts: int, runs: int) -> list[Measured]:
    """postlint with nothing remembered on so many posts, a quarter and a sixteenth of them."""
    counts = [max(1, posts * size // SCALES[-1]) for size in SCALES]
    corpora = [bench.corpus(sources, count) for count in counts]
    entries = [bench.cold(corpus, ".") for corpus in corpora]
    named = [
        Entry(str(number), one.command, one.folder, one.fine, one.prepare)
        for number, one in enumerate(entries)
    ]
    runs_of = rounds(named, runs, bench.environ)
    return [
        Measured(corpus, {"postlint cold": runs_of[str(number)]})
        for number, corpus in enumerate(corpora)
    ]


def main(arguments: Sequence[str]) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--posts", type=int, default=8_000, help="about so many  [default: 8000]")
    parser.add_argument("--runs", type=int, default=5, help="of all posts  [default: 5]")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="replace what is between its speed comments"
    )
    options = parser.parse_args(arguments)
    if shutil.which("postlint") is None:
        parser.error("no postlint on the PATH")
    sources = sources_in(options.folders)
    if not sources:
        parser.error("no posts there")
    peers = tuple(name for name in PEERS if shutil.which(name))
    for name in sorted({*PEERS} - {*peers}):
        print(f"{name} is not on the PATH: left out", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="speed-") as folder:
        bench = Bench(Path(folder), peers)
        compared = compare(bench, sources, options.posts, options.runs)
        scaled = scale(bench, sources, options.posts, options.runs)
    text = f"{machine(('postlint', *peers), options.runs)}\n\n{tables(compared, scaled)}"
    print(text)
    if options.write:
        write_between(options.write, text)


if __name__ == "__main__":
    main(sys.argv[1:])
