"""How long a post takes, and where: `python benchmarks/speed.py FOLDER...`.

Everything runs in one process and one after the other. Times are medians over documents of the
best of three runs; the ratio to the bare Markdown parser, measured in the same run, is what can
be compared between machines.
"""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from pyromark import events_with_range

from postlint.config.resolve import Resolver
from postlint.config.site import Site
from postlint.content.document import parse
from postlint.content.source import decode
from postlint.engine.check import check

RUNS = 3


def best(action: Callable[[], object]) -> float:
    """The least time of three calls, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def drain(action: Callable[[Any], Iterable[object]], argument: object) -> None:
    """Call and consume what comes out."""
    for _ in action(argument):
        pass


def documents(folders: list[str]) -> Iterator[tuple[str, bytes, Resolver]]:
    """Every file below the folders with what it is checked with."""
    site = Site()
    for path in site.find(folders).files:
        yield str(path), path.read_bytes(), site.resolver_for(path.parent)


def main(folders: list[str]) -> None:
    """Print the table."""
    posts = list(documents(folders))
    size = sum(len(data) for _, data, _ in posts)
    stages: dict[str, list[float]] = defaultdict(list)
    rules: dict[str, float] = defaultdict(float)
    for path, data, resolver in posts:
        text = data.decode("utf-8", "replace")
        stages["Markdown parser alone"].append(best(partial(drain, events_with_range, text)))
        source = decode(data)
        stages["parse to document"].append(best(partial(parse, path, source)))
        doc = parse(path, source)
        settings = resolver.settings(doc)
        for active in settings.rules:
            rules[active.name] += best(partial(drain, active.rule.check, doc))
        stages["whole pipeline"].append(best(partial(check, path, data, resolver)))
    print(f"{len(posts)} documents, {size / 1e6:.1f} MB")
    alone = sum(stages["Markdown parser alone"])
    for name, times in stages.items():
        print(
            f"{name:22} median {statistics.median(times) * 1e3:7.3f} ms a document"
            f"  {size / sum(times) / 1e6:7.1f} MB/s  {sum(times) / alone:5.1f} x parser"
        )
    for name, total in sorted(rules.items(), key=lambda item: -item[1]):
        print(f"  {name:28} {total / len(posts) * 1e6:8.1f} us a document")


if __name__ == "__main__":
    main(sys.argv[1:] or ["examples"])
