"""Where the time of one run goes, by stage and by rule: `python benchmarks/profile.py FOLDER...`.

Everything runs in one process, post by post, all of it three times; each figure is the least of the
three, in processor time. A moment belongs to one stage, and asking the clock is part of it: half a
microsecond or so. The words of a post are made before its rules are asked; what else several of
them share is counted for the first that asks. Figures depend on the machine: compare the shares,
and the ratio to the bare Markdown parser, which is no part of the run.
"""

import gc
import sys
import tempfile
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from pyromark import events_with_range

from postlint.cli.outputs import report_of
from postlint.config.resolve import FileSettings
from postlint.config.site import Site
from postlint.content.body.markdown import parse_body
from postlint.content.document import Document, parse
from postlint.content.front_matter.read import read_front_matter
from postlint.content.source import Source
from postlint.content.stamp import digest, read_stamped
from postlint.engine.cache import open_cache
from postlint.engine.check import Said, Steps, check
from postlint.engine.checked import Checked, Crash
from postlint.engine.memory import Memory, Seen
from postlint.engine.record import pack, record_of, unpack
from postlint.engine.site_links import missing_links
from postlint.engine.site_words import second_looks
from postlint.engine.stopwatch import Stopwatch, Times
from postlint.report.page import Page
from postlint.report.text import render

RUNS: Final = 3
PARSER: Final = "Markdown parser alone"
AGAIN: Final = "parsed once more"
"""What is done here only, and in no run."""


def main(folders: list[str]) -> None:
    """Print the tables."""
    gc.disable()  # all posts are kept here, which no real run does, and would be looked through
    runs = [_run(folders) for _ in range(RUNS)]
    count, size = runs[0].checks, runs[0].size
    stages = _least([run.stages for run in runs])
    parser, _ = stages.pop(PARSER), stages.pop(AGAIN)
    whole = sum(stages.values())
    print(f"{count} documents, {size / 1e6:.1f} MB")
    print(f"the run: {size / whole / 1e6:.1f} MB a second, {whole / parser:.1f} x Markdown parser")
    _show("stage", stages, count, whole)
    print()
    _show("rule", _least([run.rules for run in runs]), count, whole)


def _run(folders: Sequence[str]) -> Times:
    """All that is done with posts, from finding them to the report."""
    watch = Stopwatch(time.process_time)
    site = Site(today=time.strftime("%Y-%m-%d"))
    files = watch.timed("find the files", site.find)(folders).files
    read, steps = watch.timed("read and stamp", read_stamped), _finer(watch)
    stamps, results = [], []
    for path in files:
        data, stamp = read(path)
        stamps.append(Seen(watch.timed("digest", digest)(data), stamp))
        resolver = site.resolver_for(path.parent)
        results.append(check(path.as_posix(), data, resolver, steps=steps))
    here = str(Path.cwd())
    watch.timed("words of the site", second_looks)(results)
    watch.timed("links of the site", missing_links)(results, len(results), lambda _: (here, False))
    _send(watch, results)
    _keep(watch, files, stamps, results, site)
    watch.timed("report", lambda: render(report_of(results), Page()))()
    return watch.times()


def _finer(watch: Stopwatch) -> Steps:
    """The steps of a check, with the parts of some of them timed one by one."""

    def parse_in_parts(path: str, source: Source) -> Document:
        watch.timed(PARSER, _events)(source.text)
        watch.timed("front matter", read_front_matter)(source.text)
        doc = watch.timed(AGAIN, parse)(path, source)
        is_mdx = path.lower().endswith(".mdx")
        watch.timed("Markdown and segments", parse_body)(doc.text, doc.body, mdx=is_mdx)
        return doc

    def ask(doc: Document, settings: FileSettings) -> tuple[list[Said], tuple[Crash, ...]]:
        watch.timed("prose and its words", _words)(doc)
        return watch.steps.ask(doc, settings)

    return watch.steps._replace(parse=parse_in_parts, ask=ask)


def _events(text: str) -> None:
    deque(events_with_range(text.encode("utf-8", "replace").decode()), maxlen=0)


def _words(doc: Document) -> None:
    """Have a document make what most rules look at."""
    _ = doc.prose.words, doc.prose.small_words, doc.prose.shape


def _send(watch: Stopwatch, results: Sequence[Checked]) -> None:
    """The way to another process and back."""
    for result in results:
        packed = watch.timed("pack", pack)(result)
        if isinstance(packed, bytes):
            record = watch.timed("unpack", unpack)(packed)
            watch.timed("unpack", record.checked)(result.path)


def _keep(
    watch: Stopwatch,
    files: Sequence[Path],
    seen: Sequence[Seen],
    results: Sequence[Checked],
    site: Site,
) -> None:
    """The way into the cache and out of it."""
    with tempfile.TemporaryDirectory() as folder:
        cache = open_cache(Path(folder, "posts.cache"), b"profile")
        memory = Memory(cache, site, read_stamped)
        for path, one, result in zip(files, seen, results, strict=True):
            record = watch.timed("make a record", record_of)(result)
            if record:
                watch.timed("cache: keep", memory.keep)(path, one, record)
        watch.timed("cache: save", cache.save)()
        cache = watch.timed("cache: load", open_cache)(cache.file, b"profile")
        memory = Memory(cache, site, read_stamped)
        for path in files:
            watch.timed("cache: recall", memory.recall)(path)


def _least(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: min(run[name] for run in runs) for name in runs[0]}


def _show(what: str, spent: Mapping[str, float], count: int, whole: float) -> None:
    """A table, the slowest first."""
    print(f"{'ms':>9}  {'us a document':>13}  {'share':>6}  {what}")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        each = f"{seconds / count * 1e6:13.1f}  {seconds / whole:6.1%}"
        print(f"{seconds * 1e3:9.1f}  {each}  {name}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["examples"])
