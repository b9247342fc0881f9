"""A heading that skips a level breaks the outline that readers and screen readers navigate by."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.structure.outline import Entry, outline

_HTML_HEADING: Final = re.compile(r"<h[1-6][\s>]", re.IGNORECASE)


@rule
class HeadingSkipsLevel:
    """Report a heading more than `largest-step` levels below the one before it.

    The first heading of a post may have any level, and so may one below a version in a changelog
    (`## 2.0.1`). The fix raises the heading and all of its section, down to the next heading that
    stands higher.
    """

    meta: ClassVar = RuleMeta(
        name="heading-skips-level",
        group="structure",
        summary="a heading skips a level",
        severity=Severity.WARNING,
        presets=("seo", "tidy"),
        fix="sometimes",
        examples=(
            Good("## Fighting resumes\n\n### In the north\n"),
            Good("#### In the north\n\n## Fighting resumes\n"),
            Good("# War\n\n<h2>Fighting</h2>\n\n### In the north\n"),
            Good("# War\n\n> ### In the north\n"),
            Good("# War\n\n### North\n", options={"largest_step": 2}),
            Good("# [2.0.1](https://example.com) (2024-03-01)\n\n### Fixed\n"),
            Bad(
                "## Fighting resumes\n\n#### In the north\n",
                at=("3:1",),
                fixed="## Fighting resumes\n\n### In the north\n",
            ),
            Bad(
                "# War\n\n### North\n\n#### Towns\n\n### South\n\n## Peace\n",
                at=("3:1",),
                fixed="# War\n\n## North\n\n### Towns\n\n## South\n\n## Peace\n",
            ),
        ),
    )
    largest_step: int = 1

    def check(self, doc: Document) -> Iterator[Problem]:
        """All headings that skip a level, in the order of the text."""
        if not self._may_skip(doc):
            return
        entries = list(outline(doc))
        for at in range(1, len(entries)):
            before, entry = entries[at - 1], entries[at]
            most = before.level + self.largest_step
            gap = before.heading.end, entry.heading.start
            if entry.level <= most or before.is_numbered:
                continue
            if not _HTML_HEADING.search(doc.text, *gap):
                yield Problem(
                    entry.span(doc),
                    f"heading is level {entry.level}, expected {most} or less",
                    help=f"the heading before it is level {before.level}",
                    fix=_fix(doc.text, entries, at, most),
                )

    def _may_skip(self, doc: Document) -> bool:
        """A first look, past the outline where all headings are of it."""
        pairs = pairwise(doc.headings)
        if any(below.level > above.level + self.largest_step for above, below in pairs):
            return True
        return any(one.start and doc.text[one.start - 1] != "\n" for one in doc.headings)


def _fix(text: str, entries: Sequence[Entry], at: int, level: int) -> Fix | None:
    """Raise a heading to a level, and by as many levels what is in its section."""
    rise = entries[at].level - level
    below = (entries[number] for number in range(at, len(entries)))
    section = takewhile(lambda entry: entry.level >= entries[at].level, below)
    starts = [entry.heading.start for entry in section]
    if not all(text.startswith("#", start) for start in starts):  # underlined
        return None
    edits = tuple(Edit(Span(start, start + rise), "") for start in starts)
    return Fix(f"raise it to level {level}", edits)
