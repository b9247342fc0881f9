"""Packs made for a test, and what their rules say of a post."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from postlint.content.document import parse
from postlint.content.source import decode
from postlint.model.finding import Problem
from postlint.styles.definition import Styles
from postlint.styles.pack import read_styles
from postlint.styles.style_rule import compile_rule

Said = tuple[str, str]
"""Where, as line:column, and what."""


def write_pack(folder: Path, rules: Mapping[str, str], name: str = "House") -> None:
    """Put rules, by file name without ending, into a pack."""
    for rule, text in rules.items():
        path = folder / name / f"{rule}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def problems_of(styles: Styles, post: str, path: str = "post.md") -> Iterator[tuple[str, Problem]]:
    """The problems in a post, each with its line and column."""
    doc = parse(path, decode(post.encode()))
    for definition in styles.rules.values():
        for problem in compile_rule(definition, styles).check(doc):
            at = doc.lines.position(problem.span.start)
            yield f"{at.line}:{at.column}", problem


def said(rule: str, post: str, path: str = "post.md") -> list[Said]:
    """What one rule, given as its YAML, says of a post."""
    return [(at, problem.message) for at, problem in problems(rule, post, path)]


def problems(rule: str, post: str, path: str = "post.md") -> list[tuple[str, Problem]]:
    """The problems that one rule finds."""
    with TemporaryDirectory() as scratch:
        write_pack(Path(scratch), {"Rule": rule})
        return list(problems_of(read_styles([Path(scratch)], ["House"]), post, path))
