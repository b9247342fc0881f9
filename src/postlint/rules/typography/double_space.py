"""Two spaces between words are a habit of the typewriter, or what an edit left behind."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

# Wider gaps line up columns.
_GAP: Final = re.compile(r"  (?<=[^\s\ufffc]  ) ?(?=[^\s\ufffc])")
_SENTENCE_END: Final = re.compile(r"[.!?:…][\"'”’)\]]{0,2}\Z")
_MOST_LINES: Final = 8
"""How many line numbers a message names."""


@rule
class DoubleSpace:
    """Report two or three spaces between words, once for a post with all their places.

    Silent on what is laid out in columns, by wider gaps, and in tables. With `after-sentence` two
    spaces may stand behind a full stop.
    """

    meta: ClassVar = RuleMeta(
        name="double-space",
        group="typography",
        summary="two spaces stand between words",
        severity=Severity.INFO,
        presets=("typography", "tidy"),
        fix="always",
        examples=(
            Good("A hard line break  \nin a paragraph.\n\n1.  An item `a  b`\n"),
            Good("```\ncode  here\n```\n"),
            Good("| a  | b  |\n|----|----|\n| c  | d  |\n\nName:      what it means\n"),
            Good("One.  Two!  (Three.)  Four\n", options={"after_sentence": True}),
            Bad(
                "The army  left.  They **went**  home.\n\nAgain,  they left.\n",
                at=("1:9",),
                fixed="The army left. They **went** home.\n\nAgain, they left.\n",
            ),
            Bad(
                "---\ntitle: The  army\n---\n",
                at=("2:11",),
                fixed="---\ntitle: The army\n---\n",
            ),
            Bad(
                "It left.  They went  home.\n",
                at=("1:20",),
                fixed="It left.  They went home.\n",
                options={"after_sentence": True},
            ),
        ),
    )
    after_sentence: bool = False

    def check(self, doc: Document) -> Iterator[Problem]:
        """At most one problem, with the places of all double spaces."""
        if "  " not in doc.prose.text:
            return
        spans = sorted(span for one in doc.segments for span in self._gaps(doc, one))
        if not spans:
            return
        edits = tuple(Edit(span, " ") for span in spans)
        yield Problem(
            span=spans[0],
            message=_message(doc, spans),
            fix=Fix("leave one space", edits, safe=True),
            others=tuple(spans[1:]),
        )

    def _gaps(self, doc: Document, segment: Segment) -> Iterator[Span]:
        if segment.kind == "table-cell":
            return
        text = segment.text
        for gap in _GAP.finditer(text):
            span = segment.source_span(*gap.span())
            if doc.text[span.start : span.end] != gap[0]:  # something lies between that joins
                continue
            if self.after_sentence and _SENTENCE_END.search(
                text, max(0, gap.start() - 3), gap.start()
            ):
                continue
            yield span


def _message(doc: Document, spans: list[Span]) -> str:
    if len(spans) == 1:
        before = doc.text[max(0, spans[0].start - 30) : spans[0].start].split()[-1]
        behind = doc.text[spans[0].end : spans[0].end + 30].split()[0]
        return f'"{before}" and "{behind}" are {spans[0].end - spans[0].start} spaces apart'
    lines = list(dict.fromkeys(doc.lines.position(span.start).line for span in spans))
    named = ", ".join(map(str, lines[:_MOST_LINES]))
    more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
    return f"more than one space between words, on lines {named}{more}"
