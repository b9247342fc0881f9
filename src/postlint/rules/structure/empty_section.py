"""A heading with nothing below it promises a reader what does not come."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Final

from postlint.content.body.markdown import Heading
from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.structure.outline import outline

_SAYS_ALL: Final = re.compile(r"\A\[.*[)\]]\Z|\w\([^()]*\)`?\Z", re.DOTALL)


@rule
class EmptySection:
    """Report a heading followed at once by one of the same or a higher level.

    Not where it is a link, or says how something is called, as in `### ora(text)`, nor in what is
    numbered, such as a changelog.
    """

    meta: ClassVar = RuleMeta(
        name="empty-section",
        group="structure",
        summary="a section with nothing in it",
        severity=Severity.WARNING,
        presets=("seo", "tidy"),
        examples=(
            Good("## In the north\n\n### Towns\n\nText.\n"),
            Good("## In the north\n\n{% include map.html %}\n\n## In the south\n\nText.\n"),
            Good("## 2.0.1\n\n## 2.0.0\n\n## ora(text)\n\n## [In the north](north.md)\n\n## End\n"),
            Bad("## In the north\n\n## In the south\n\nText.\n", at=("1:1",)),
            Bad("## North\n\n### Towns\n\n## South\n\nText.\n", at=("3:1",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All sections with nothing in them, in the order of the text."""
        if not any(_is_blank(doc.text, *pair) for pair in pairwise(doc.headings)):
            return
        for entry, following in pairwise(outline(doc)):
            if entry.level < following.level or entry.is_numbered or following.is_numbered:
                continue
            is_blank = _is_blank(doc.text, entry.heading, following.heading)
            if entry.words and is_blank and not _SAYS_ALL.search(entry.source(doc)):
                line = doc.lines.position(following.heading.start).line
                yield Problem(
                    entry.span(doc),
                    f"section is empty, the next heading follows on line {line}",
                    help="write its text, or check the levels of both headings",
                )


def _is_blank(text: str, heading: Heading, following: Heading) -> bool:
    """Whether the one follows the other at once, and is of the same or a higher level."""
    return following.level <= heading.level and not text[heading.end : following.start].strip()
