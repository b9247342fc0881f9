"""An ellipsis is one character in print; three full stops may be torn apart at a line's end."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final, Literal

from postlint.content.document import Document
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

# Not four dots, "1...10", "func(...)", "...args" or "a.../b".
_DOTS: Final = re.compile(
    r"\.\.\.(?<![.\ufffc]\.\.\.)(?<![\w,]\(\.\.\.)(?<![\d/\\]\.\.\.)(?![.\d/\\\ufffc])"
    r"(?!(?<=[\s(\[,]\.\.\.)[a-z_]\w*[),\]])"
)
_CHARACTER: Final = re.compile("…")
_WORDS: Final = 30
"""Code points of the text before it that a message shows."""


@rule
class Ellipsis:  # noqa: A001
    """Report an ellipsis of three full stops, or with `form` "..." one that is a character.

    Silent on what is no prose: ranges (1...10), parameters (...args, f(...)), paths.
    """

    meta: ClassVar = RuleMeta(
        name="ellipsis",
        group="typography",
        summary="an ellipsis is not of the form the house uses",
        severity=Severity.INFO,
        presets=("typography",),
        fix="always",
        examples=(
            Good("Wait… what? `a...` 1...10 f(...), (...args), x/.../y and ....\n"),
            Good("Wait... what?\n", options={"form": "..."}),
            Bad(
                "Wait... **what**...? [...] he said, \\...\n",
                at=("1:5", "1:17", "1:23"),
                fixed="Wait… **what**…? […] he said, \\...\n",
            ),
            Bad("Wait… what?\n", at=("1:5",), fixed="Wait... what?\n", options={"form": "..."}),
        ),
    )
    form: Literal["…", "..."] = "…"

    def check(self, doc: Document) -> Iterator[Problem]:
        """All ellipses of the other form, in the order of the text."""
        wrong, pattern = ("...", _DOTS) if self.form == "…" else ("…", _CHARACTER)
        if wrong not in doc.prose.text:
            return
        for segment in doc.segments:
            for found in pattern.finditer(segment.text):
                span = segment.source_span(*found.span())
                if doc.is_editable(span, wrong):
                    before = segment.text[max(0, found.start() - _WORDS) : found.start()].split()
                    word = before[-1] if before else ""
                    yield Problem(
                        span,
                        f'"{word}{wrong}" has an ellipsis "{wrong}", expected "{self.form}"',
                        fix=Fix(f'write "{self.form}"', (Edit(span, self.form),), safe=True),
                    )
