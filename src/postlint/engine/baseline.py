"""What was known to be wrong when a site began to use postlint: muted until it is mended.

An entry is a file, a rule and the words that were found, with how often: so a finding stays muted
when lines move, and a second copy of the same mistake does not.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from postlint.content.source import read_bytes
from postlint.engine.checked import Checked
from postlint.model.errors import ConfigError
from postlint.model.finding import Finding
from postlint.model.paths import shown
from postlint.rules.registry import BY_NAME

VERSION: Final = 1
_LONGEST: Final = 200
"""Code points of a text that tell it from others."""


class Known(NamedTuple):
    """What tells one mistake of a file from another."""

    rule: str
    text: str
    """What was found, as far as its first line goes; the message where the place says nothing of
    the mistake, as that of a missing key."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each mistake was known, by file; paths are relative to the folder of the baseline,
    with "/"."""

    folder: Path = field(default_factory=Path)
    known: Mapping[str, Mapping[Known, int]] = field(default_factory=dict)

    def mute(self, checked: Checked) -> Checked:
        """The result for one file, with what was known muted: of copies, the first ones."""
        left = Counter(self.known.get(self._name(checked.path), {}))
        if not left:
            return checked
        findings: list[Finding] = []
        for finding, known in _known(checked):
            if known and left[known] > 0:
                left[known] -= 1
                finding = replace(finding, muted_by="baseline")  # noqa: PLW2901
            findings.append(finding)
        return checked._replace(findings=tuple(findings))

    def mended(self, results: Iterable[Checked]) -> int:
        """How many known mistakes are no longer in the files they were in."""
        return sum(
            (Counter(self.known.get(self._name(one.path), {})) - _counts(one)).total()
            for one in results
        )

    def updated(self, results: Iterable[Checked]) -> "Baseline":
        """This baseline with what is wrong with some files now; others keep what was known, unless
        they are gone."""
        files = {
            path: counts
            for path, counts in self.known.items()
            if os.path.lexists(self.folder / path)
        }
        files |= {self._name(one.path): _counts(one) for one in results}
        return Baseline(self.folder, files)

    def dump(self) -> str:
        """The text of the file: sorted, an entry a line."""
        files = []
        for path in sorted(path for path, counts in self.known.items() if counts):
            entries = sorted(self.known[path].items())
            lines = ",\n".join(f"   {_entry(known, count)}" for known, count in entries)
            files.append(f"  {json.dumps(path)}: [\n{lines}\n  ]")
        body = ",\n".join(files)
        return f'{{\n "version": {VERSION},\n "findings": {{\n{body}\n }}\n}}\n'

    def _name(self, path: str) -> str:
        folder, name = os.path.split(path)
        place = os.path.join(os.path.realpath(folder), name)  # noqa: PTH118
        return Path(os.path.relpath(place, self.folder)).as_posix()


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises ConfigError where it is missing, damaged or of a newer version."""
    try:
        data: Any = json.loads(read_bytes(path))
    except OSError as error:
        raise ConfigError(f"{shown(path)}: cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{shown(path)}: is damaged: {error}; {_ANEW}") from None
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is not int:
        raise ConfigError(f"{shown(path)}: is no baseline; {_ANEW}")
    if version > VERSION:
        raise ConfigError(f"{shown(path)}: is of version {version}; update postlint to read it")
    try:
        files = {
            name: dict(map(_read_entry, entries)) for name, entries in data["findings"].items()
        }
    except (AttributeError, KeyError, TypeError, ValueError):
        raise ConfigError(f"{shown(path)}: is no baseline; {_ANEW}") from None
    return Baseline(path.resolve().parent, files)


_ANEW: Final = "remove it, and postlint baseline write makes it anew"


def _read_entry(entry: Any) -> tuple[Known, int]:
    rule, text, count = entry["rule"], entry["text"], entry.get("count", 1)
    is_sound = isinstance(rule, str) and isinstance(text, str) and type(count) is int
    if not (is_sound and count > 0):
        raise TypeError
    return Known(rule, text), count


def _entry(known: Known, count: int) -> str:
    entry: dict[str, object] = known._asdict()
    return json.dumps(entry | {"count": count} if count > 1 else entry)


def _counts(checked: Checked) -> Counter[Known]:
    return Counter(known for _, known in _known(checked) if known)


def _known(checked: Checked) -> Iterator[tuple[Finding, Known | None]]:
    """Each finding, and what it is known by; None for one that a comment mutes."""
    lines = dict(checked.lines)
    for finding in checked.findings:
        if finding.muted_by == "comment":
            yield finding, None
        else:
            yield finding, Known(finding.rule, _text(finding, lines))


def _text(finding: Finding, lines: Mapping[int, str]) -> str:
    line = lines.get(finding.start.line, "")
    end = finding.end.column - 1 if finding.end.line == finding.start.line else len(line)
    text = line[finding.start.column - 1 : min(end, finding.start.column - 1 + _LONGEST)]
    rule = BY_NAME.get(finding.rule)
    says_it = text and not (rule and rule.meta.group == "front-matter")
    return text if says_it else finding.message
