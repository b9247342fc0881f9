"""How many findings each rule, section and author has."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from postlint.model.finding import Finding, Severity

_MOST_SECTIONS: Final = 20


@dataclass(frozen=True, slots=True)
class Total:
    """The findings that have something in common."""

    name: str
    findings: int
    by_severity: Mapping[Severity, int]
    posts: int


def totals(findings: Iterable[Finding], name_of: Callable[[Finding], str | None]) -> list[Total]:
    """A total for each name, the most findings first; what has no name is not counted."""
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        name = name_of(finding)
        if name is not None:
            groups[name].append(finding)
    found = [
        Total(
            name=name,
            findings=len(group),
            by_severity={one: sum(f.severity is one for f in group) for one in Severity},
            posts=len({finding.path for finding in group}),
        )
        for name, group in groups.items()
    ]
    return sorted(found, key=lambda total: (-total.findings, total.name))


def sections(paths: Iterable[str]) -> dict[str, str]:
    """The section of each post: its folder, as deep as leaves a number that can be looked over.

    A post that is a folder of its own, "ferry/index.md", is taken for the file that it stands for.
    """
    folders = {path: _folder(path) for path in paths}
    deepest = max(map(len, folders.values()), default=0)
    depth = 1
    while depth < deepest and len({*_cut(folders.values(), depth + 1)}) <= _MOST_SECTIONS:
        depth += 1
    return {path: "/".join(folder[:depth]) or "." for path, folder in folders.items()}


def _cut(folders: Iterable[tuple[str, ...]], depth: int) -> Iterator[tuple[str, ...]]:
    return (folder[:depth] for folder in folders)


def _folder(path: str) -> tuple[str, ...]:
    *folder, file = path.split("/")
    is_folder = file.rpartition(".")[0] in ("index", "_index")
    return tuple(folder[:-1] if is_folder else folder)
