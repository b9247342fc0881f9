"""How near we are to Vale: `python benchmarks/vale_parity.py FOLDER`.

FOLDER holds folders of packs with their fixtures, and `expected.jsonl`: the alerts that the packs'
own acceptance tests expect, as file, line, column, rule and message. Each fixture is checked with
the packs and rules that its `.vale.ini` switches on, in the whole pipeline. Prints the share of
the expected alerts that are found at the same place with the same message, and each that differs.
"""

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.config.vale_ini import from_vale
from postlint.engine.check import check


class Alert(NamedTuple):
    """One alert; line and column are 1-based, in code points."""

    file: str
    line: int
    column: int
    rule: str
    message: str


def main() -> None:
    """Print the figure and what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder.resolve()
    expected = set(_expected(folder))
    found = {alert for ini in sorted(folder.rglob(".vale.ini")) for alert in _found(ini, folder)}
    same = expected & found
    print(f"{len(same)} of {len(expected)} expected alerts: {len(same) / len(expected):.1%}")
    print(f"{len(found - expected)} alerts that are not expected")
    for sign, alerts in (("-", expected - found), ("+", found - expected)):
        for one in sorted(alerts):
            print(f"{sign} {one.file}:{one.line}:{one.column} {one.rule}: {one.message}")


def _expected(folder: Path) -> Iterator[Alert]:
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Alert(row["file"], row["line"], row["column"], row["rule"], row["message"])


def _found(ini: Path, folder: Path) -> Iterator[Alert]:
    """What we say of one fixture, with the configuration that is made of its own."""
    styles = _styles_of(ini, folder)
    with TemporaryDirectory() as scratch:
        root = Path(scratch)
        made = from_vale(ini.read_text(encoding="utf-8"), ini.name).text
        paths = next(line for line in made.splitlines() if line.startswith("paths"))
        present = {path.stem for path in styles.rglob("*.yml")}
        lines = [_only_present(line, present) for line in made.splitlines()]
        shutil.copytree(styles, root / "styles")
        config = root / "postlint.toml"
        config.write_text("\n".join(lines).replace(paths, 'paths = ["styles"]'), encoding="utf-8")
        resolver = Resolver(load_config(config))
        for path in sorted(ini.parent.glob("*.md")):
            for one in check(path.name, path.read_bytes(), resolver).findings:
                if one.rule in resolver.config.styles.rules:
                    name = path.relative_to(folder).as_posix()
                    yield Alert(name, one.start.line, one.start.column, one.rule, one.message)


def _only_present(line: str, present: set[str]) -> str:
    """The line of rules in use without those that the pack no longer has."""
    if not line.startswith("use = "):
        return line
    names: list[str] = json.loads(line.removeprefix("use = "))
    kept = [name for name in names if "." not in name or name.rpartition(".")[2] in present]
    return f"use = {json.dumps(kept)}"


def _styles_of(ini: Path, folder: Path) -> Path:
    """The folder of the pack that a fixture is of: the one below `folder` that it lies in."""
    return folder / ini.relative_to(folder).parts[0]


if __name__ == "__main__":
    main()
