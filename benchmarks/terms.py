"""What 20,000 terms cost against 20: `python benchmarks/terms.py FOLDER...`.

Both tables are searched in the same posts, one after the other in the same run, so the ratio can be
compared between machines. The terms are made up and stand in no post, but for the few that both
tables have; compiling is measured by itself, as it is done once.
"""

import csv
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.config.site import Site
from postlint.content.document import Document, parse
from postlint.content.source import decode
from postlint.engine.check import check
from postlint.language.lexicon import english
from postlint.language.terms.row import Row
from postlint.language.terms.table import compile_rows
from postlint.language.terms.terms import Terms
from postlint.rules.words.house_term import HouseTerm

RUNS: Final = 7
COMMON: Final = ("because of", "in order to", "a number of", "Prime Minister", "utilise")
SIZES: Final = (20, 20_000)


def rows(count: int) -> list[Row]:
    """Common phrases, and words that begin as those of the lexicon do and end otherwise.

    One in four is the beginning of words, one a phrase, one has capitals.
    """
    made = [Row(wrong, ("plainer",)) for wrong in COMMON]
    lexicon = english()
    words = [word for word in map(lexicon._word, range(len(lexicon))) if word.isalpha()]
    names = [f"{word}zq" for word in words[:: len(words) // count][:count]]
    for number, name in enumerate(names[len(made) : count]):
        kinds = (
            Row(name, ("plainer",)),
            Row(name.capitalize(), (f"{name.capitalize()}a",)),
            Row(f"{name} of the east", (f"eastern {name}",)),
            Row(name, ("plainer",), match="prefix"),
        )
        made.append(kinds[number % len(kinds)])
    return made


def documents(folders: list[str]) -> list[Document]:
    """Every post below the folders, with its words looked at once, as another rule would."""
    paths = Site().find(folders).files
    docs = [parse(str(path), decode(path.read_bytes())) for path in paths]
    for doc in docs:
        _ = doc.prose.lower
    return docs


def best(action: Callable[[], object]) -> float:
    """The least processor time of some calls, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def checking(terms: list[Row], docs: list[Document]) -> float:
    """Seconds that the rule needs for all posts."""
    rule = HouseTerm(house=Terms(tuple(terms)))
    list(rule.check(docs[0]))  # compiles
    return best(lambda: [list(rule.check(doc)) for doc in docs])


def whole(terms: list[Row], docs: list[Document]) -> float:
    """Seconds of all that is done with all posts, reading them and every other rule included."""
    resolver = Resolver(Config(root=Path.cwd(), terms=Terms(tuple(terms))))
    posts = [(doc.path, doc.text.encode("utf-8", "surrogateescape")) for doc in docs]
    check(*posts[0], resolver)
    return best(lambda: [check(*post, resolver) for post in posts])


def loading(terms: list[Row]) -> float:
    """Seconds to read a configuration whose terms stand in a CSV file."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "postlint.toml")
        config.write_text('terms.files = ["terms.csv"]\n', encoding="utf-8")
        with Path(folder, "terms.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["wrong", "right", "match", "note"])
            writer.writerows([row.wrong, row.right[0], row.match, "a note"] for row in terms)
        return best(lambda: load_config(config))


def main(folders: list[str]) -> None:
    """Print the table."""
    docs = documents(folders)
    gc.freeze()
    few, many = (rows(size) for size in SIZES)
    print(f"{len(docs)} posts")
    for name, measure in (("the rule", checking), ("the whole check", whole)):
        spent = [measure(terms, docs) for terms in (few, many)]
        for size, seconds in zip(SIZES, spent, strict=True):
            print(f"{name}, {size:6,} terms: {seconds / len(docs) * 1e6:7.1f} us a post")
        print(f"{name}: ratio {spent[1] / spent[0]:.2f}")
    print(f"reading {SIZES[1]:,} rows of a CSV file: {loading(many) * 1e3:.0f} ms")
    print(f"compiling {SIZES[1]:,} rows: {best(lambda: compile_rows(many)) * 1e3:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:] or ["examples"])
