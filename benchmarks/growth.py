"""How time and memory grow with a site: `python benchmarks/growth.py [--posts N ...]`.

Invents sites of so many posts and runs the `postlint` on the PATH on each: with nothing remembered,
with all remembered, and on one post of a site that is remembered. Whole processes; memory is that
of the largest one. Needs Linux.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from invented import invent
from processes import Entry, Run, rounds
from speed_table import machine, write_between

_SIZES: Final = (1_000, 10_000, 100_000)


def measure(posts: int, runs: int, scratch: Path) -> tuple[int, dict[str, list[Run]]]:
    """The bytes of a site of so many posts, and the runs of each kind."""
    site = scratch / f"site-{posts}"
    site.mkdir()
    size = invent(site, posts)
    cache = scratch / f"cache-{posts}"
    last = max((site / "content").rglob("*.md"))
    everything = ("postlint", "content")
    entries = [
        Entry("cold", everything, site, prepare=partial(shutil.rmtree, cache, ignore_errors=True)),
        Entry("warm", everything, site),
        Entry("one post", ("postlint", str(last.relative_to(site))), site),
        Entry("one post, warm", ("postlint", str(last.relative_to(site))), site),
    ]
    return size, rounds(entries, runs, {**os.environ, "POSTLINT_CACHE_DIR": str(cache)})


def table(measured: Sequence[tuple[int, int, dict[str, list[Run]]]]) -> str:
    """A row a site."""
    names = list(measured[0][2])
    lines = [
        f"| posts | MB | {' | '.join(f'{name}: seconds | memory' for name in names)} |",
        f"|---|---|{'---|---|' * len(names)}",
    ]
    for posts, size, runs in measured:
        cells = [
            f"{median(one.seconds for one in runs[name]):.3g} | "
            f"{median(one.peak for one in runs[name]) / 1e6:.0f} MB"
            for name in names
        ]
        lines.append(f"| {posts:,} | {size / 1e6:.1f} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--posts", type=int, nargs="+", default=_SIZES, metavar="N")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="replace what is between its growth comments"
    )
    options = parser.parse_args()
    if shutil.which("postlint") is None:
        parser.error("no postlint on the PATH")
    with tempfile.TemporaryDirectory(prefix="growth-") as folder:
        measured = [(posts, *measure(posts, options.runs, Path(folder))) for posts in options.posts]
    text = f"{machine(('postlint',), options.runs)}\n\n{table(measured)}"
    print(text)
    if options.write:
        write_between(options.write, text, "growth")


if __name__ == "__main__":
    main()
