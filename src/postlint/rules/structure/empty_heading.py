"""A heading without words is a gap on the page and an empty line in the table of contents."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.structure.outline import outline

_SIGNS: Final = "# \t\r\n"
_NOTHING: Final = re.compile(r"#{1,6}[ \t]*+#*+")


@rule
class EmptyHeading:
    """Report a heading with nothing behind its `#`.

    An image, code, an anchor or a template is something.
    """

    meta: ClassVar = RuleMeta(
        name="empty-heading",
        group="structure",
        summary="a heading without words",
        severity=Severity.WARNING,
        fix="always",
        examples=(
            Good("# {{ page.title }}\n\n## `x`\n\n## ![A bridge](bridge.jpg)\n"),
            Good('## <a name="north"></a>\n\n```\n#\n```\n'),
            Bad(
                "## Fighting resumes\n\n##\n\nText.\n",
                at=("3:1",),
                fixed="## Fighting resumes\n\n\n\nText.\n",
            ),
            Bad("#\n\n### ###\n", at=("1:1", "3:1")),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All headings without words, in the order of the text."""
        if all(doc.text[start:end].strip(_SIGNS) for start, end, _ in doc.headings):
            return
        for entry in outline(doc):
            if entry.words is None:
                span = entry.span(doc)
                if _NOTHING.fullmatch(doc.text, span.start, span.end):
                    # Its line stays: without it what is above and below would be one paragraph.
                    edit = Edit(span, "")
                    message = f"heading of level {entry.level} is empty, expected words"
                    yield Problem(span, message, fix=Fix("remove it", (edit,)))
