"""The layout prints the title, so a first heading with the same words says it twice."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.structure.outline import outline

_NO_WORD: Final = re.compile(r"[\W_]++")


@rule
class TitleRepeatedAsHeading:
    """Report a first heading of level 1 with the same words as the title of the front matter.

    For sites whose layout shows the title. Generators for documentation, such as Docusaurus and
    MkDocs, show such a heading in its place.
    """

    meta: ClassVar = RuleMeta(
        name="title-repeated-as-heading",
        group="structure",
        summary="the first heading repeats the title",
        severity=Severity.WARNING,
        presets=("news", "seo"),
        fix="always",
        examples=(
            Good("---\ntitle: Fighting resumes\n---\n\n## Fighting resumes\n"),
            Good("---\ntitle: Fighting resumes\n---\n\n# Fighting resumes in the north\n"),
            Bad(
                "---\ntitle: Fighting resumes\n---\n\n# Fighting *resumes*!\n\nText.\n",
                at=("5:1",),
                fixed="---\ntitle: Fighting resumes\n---\n\nText.\n",
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """The problem of the first heading, if it has one."""
        title = doc.data.get("title") if isinstance(doc.data, dict) else None
        if not any(heading.level == 1 for heading in doc.headings):
            return
        entry = next(outline(doc), None)
        if not isinstance(title, str) or entry is None or entry.level != 1 or entry.words is None:
            return
        words = _words(title)
        if words and words == _words(entry.words.text):
            heading = entry.heading
            behind = re.compile(r"[ \t\r\n]*").match(doc.text, heading.end)
            end = behind.end() if behind else heading.end
            yield Problem(
                entry.span(doc),
                "the first heading repeats the title of the front matter",
                help="remove the heading: the layout shows the title",
                fix=Fix("remove the heading", (Edit(Span(heading.start, end), ""),)),
            )


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text).strip().casefold()
