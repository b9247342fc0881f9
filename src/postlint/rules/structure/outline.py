"""The headings of a post with their words: what a reader sees as its outline."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from postlint.content.body.markdown import Heading
from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

_SPACE: Final = " \t\r\n"
_NUMBER: Final = late_pattern(
    r"[\W_]*(?:(?:version|release)\b\s*|v)?\d+\.\d|\d{4}-\d\d-\d\d", re.IGNORECASE
)


class Entry(NamedTuple):
    """One heading of the outline."""

    heading: Heading
    words: Segment | None
    """None where it has no word."""

    @property
    def level(self) -> int:
        """1 to 6."""
        return self.heading.level

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with a version or a day, as in a changelog, or with a number as 2.1.

        What stands below such headings is not seen from their levels alone.
        """
        return self.words is not None and _NUMBER.match(self.words.text) is not None

    def span(self, doc: Document) -> Span:
        """The heading without its line end."""
        start, end = self.heading.start, self.heading.end
        return Span(start, start + len(doc.text[start:end].rstrip(_SPACE)))

    def source(self, doc: Document) -> str:
        """What is written in it, without its signs."""
        return doc.text[self.heading.start : self.heading.end].strip("# \t\r\n=-")


def outline(doc: Document) -> Iterator[Entry]:
    """The headings in the order of the text, but those in a quotation or a list.

    Those are parts of what is quoted or listed, and no sections begin with them.
    """
    words = iter([one for one in doc.segments if one.kind == "heading"])
    segment = next(words, None)
    for heading in doc.headings:
        while segment and segment.sources[0][0] < heading.start:
            segment = next(words, None)
        own = segment if segment and segment.sources[0][0] < heading.end else None
        line_start = doc.text.rfind("\n", 0, heading.start) + 1
        if not doc.text[line_start : heading.start].strip(_SPACE):
            yield Entry(heading, own)
