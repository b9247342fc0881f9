"""The code and the HTML of a post, but for what stands inside of its templates."""

from bisect import bisect_right
from collections.abc import Collection, Iterator

from postlint.content.body.markdown import merged
from postlint.content.body.pieces import Range
from postlint.content.document import Document
from postlint.model.span import Span


def markup(doc: Document, found: Collection[Range]) -> Iterator[Span]:
    """Those of some ranges of `not_prose` that are part of no template, in the order of the text.

    Some lie in others: what `<code>` holds is listed with its start tag and as a whole.
    """
    if not found:
        return
    templates = merged(doc.read.templates)
    for start, end in sorted(found):
        at = bisect_right(templates, Span(start, len(doc.text))) - 1
        if at < 0 or start >= templates[at].end:
            yield Span(start, end)
