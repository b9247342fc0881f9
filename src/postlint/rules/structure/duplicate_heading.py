"""Two sections with one heading cannot be told apart in a table of contents."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.content.segment import PLACEHOLDER
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.structure.outline import Entry, outline


@rule
class DuplicateHeading:
    """Report a heading with the same words as another one of its level under the same heading.

    Each version in a changelog may have its `Added`. What stands there three times or more, such as
    `Example`, is a pattern, and one with an id of its own (`{#north}`) is meant so.
    """

    meta: ClassVar = RuleMeta(
        name="duplicate-heading",
        group="structure",
        summary="two headings side by side have the same words",
        severity=Severity.WARNING,
        examples=(
            Good("## 1.1\n\n### Added\n\n## 1.0\n\n### Added\n"),
            Good("## 1.1\n\n## Added\n\n## 1.0\n\n## Added\n"),
            Good("## Name\n\n## name\n"),
            Good("## `one`\n\n## `two`\n"),
            Good("## In the north {#a}\n\n## In the north {#b}\n"),
            Good("## Example\n\n## Example\n\n## Example\n"),
            Bad("## In the north\n\n## In the south\n\n## In the *north*\n", at=("5:1",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All headings that stand twice, in the order of the text."""
        if len(doc.headings) < 2 or _all_differ(doc):
            return
        alike: dict[tuple[int, int, int, str], list[Entry]] = {}
        above = [-1] * 7
        numbered = -1
        for entry in outline(doc):
            above[entry.level :] = [entry.heading.start] * (7 - entry.level)
            if entry.is_numbered:
                numbered = entry.heading.start
            words = _words(doc, entry)
            if words:
                place = above[entry.level - 1], numbered, entry.level, words
                alike.setdefault(place, []).append(entry)
        twice = sorted(entries[::-1] for entries in alike.values() if len(entries) == 2)
        for again, first in twice:
            line = doc.lines.position(first.heading.start).line
            message = f"heading stands on line {line} already, expected other words"
            yield Problem(again.span(doc), message)


def _all_differ(doc: Document) -> bool:
    """A first look: what has the same source has the same words, too."""
    words = [_plain(segment.text) for segment in doc.segments if segment.kind == "heading"]
    return len(words) == len(set(words))


def _words(doc: Document, entry: Entry) -> str:
    """What makes a heading the same as another: its words, or its source where it has more."""
    source = entry.source(doc)
    if entry.words is None:
        return ""
    if "{#" in source or PLACEHOLDER in entry.words.text:
        return source
    return _plain(entry.words.text)


def _plain(text: str) -> str:
    return " ".join(text.split())
