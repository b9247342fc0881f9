"""The code and the HTML of a post, but for what stands inside of its templates."""

from bisect import bisect_right
from collections.abc import Iterator

from postlint.content.body.markdown import merged
from postlint.content.document import Document
from postlint.model.span import Span


def markup(doc: Document) -> Iterator[Span]:
    """Code, HTML, addresses and more, in the order of the text; some lie in others."""
    templates = merged(doc.read.templates)
    for start, end in sorted(doc.read.not_prose):
        at = bisect_right(templates, Span(start, len(doc.text))) - 1
        if at < 0 or start >= templates[at].end:
            yield Span(start, end)
