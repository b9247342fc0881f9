"""How fast posts are checked, and where the time goes: `python benchmarks/speed.py FOLDER...`.

Everything runs in one process and one after the other, all posts of the folders three times; each
figure is the best of three, in processor time. What several rules share (the words of a post, what
the speller makes of them) is counted for the first rule that asks. The ratio to the bare Markdown
parser, measured in the same run, is what can be compared between machines.
"""

import gc
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from pyromark import events_with_range

from postlint.config.resolve import Resolver
from postlint.config.site import Site
from postlint.content.document import parse
from postlint.content.source import decode
from postlint.content.vocabulary import Vocabulary
from postlint.engine.check import check

RUNS: Final = 3
Post = tuple[str, bytes, Resolver]
_T = TypeVar("_T")


def posts_of(folders: list[str]) -> Iterator[Post]:
    """Every file below the folders with what it is checked with."""
    site = Site()
    for path in site.find(folders).files:
        yield str(path), path.read_bytes(), site.resolver_for(path.parent)


def each(action: Callable[[_T], object], items: list[_T]) -> None:
    """Call with each item, and keep nothing."""
    for item in items:
        action(item)


def best(action: Callable[[], object]) -> float:
    """The least processor time of three calls, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def rules_alone(posts: list[Post]) -> dict[str, float]:
    """The processor time of each rule over all posts, in seconds, each post read anew."""
    spent: dict[str, float] = defaultdict(float)
    for path, data, resolver in posts:
        doc = parse(path, decode(data))
        settings = resolver.settings(doc)
        vocabulary = Vocabulary(settings.words)
        doc = replace(doc, vocabulary=vocabulary, language=settings.language)
        for active in settings.rules:
            start = time.process_time()
            for _ in active.rule.check(doc):
                pass
            spent[active.name] += time.process_time() - start
    return spent


def read_events(text: str) -> None:
    """What the Markdown parser gives, gone through."""
    deque(events_with_range(text), maxlen=0)


def main(folders: list[str]) -> None:
    """Print the table."""
    posts = list(posts_of(folders))
    texts = [data.decode("utf-8", "replace") for _, data, _ in posts]
    sources = [(path, decode(data)) for path, data, _ in posts]
    size = sum(len(data) for _, data, _ in posts)
    gc.freeze()
    stages = {
        "Markdown parser alone": best(lambda: each(read_events, texts)),
        "parse to document": best(lambda: each(lambda one: parse(*one), sources)),
        "whole pipeline": best(lambda: each(lambda post: check(*post), posts)),
    }
    print(f"{len(posts)} documents, {size / 1e6:.1f} MB")
    alone = stages["Markdown parser alone"]
    for name, seconds in stages.items():
        rate = f"{size / seconds / 1e6:7.1f} MB/s  {seconds / alone:5.1f} x parser"
        print(f"{name:22} {seconds / len(posts) * 1e3:7.3f} ms a document  {rate}")
    runs = [rules_alone(posts) for _ in range(RUNS)]
    spent = {name: min(run[name] for run in runs) for name in runs[0]}
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:28} {seconds / len(posts) * 1e6:8.1f} us a document")


if __name__ == "__main__":
    main(sys.argv[1:] or ["examples"])
