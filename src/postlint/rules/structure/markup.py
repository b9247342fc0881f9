"""The code and the HTML of a post, but for what stands inside of its templates."""

from bisect import bisect_right
from collections.abc import Iterator

from postlint.content.body.markdown import merged
from postlint.content.document import Document
from postlint.model.span import Span


def markup(doc: Document, signs: tuple[str, ...]) -> Iterator[Span]:
    """What is no prose and begins with one of some signs, in the order of the text.

    Some lie in others: what `<code>` holds is listed with its start tag and as a whole.
    """
    text = doc.text
    found = [one for one in doc.read.not_prose if text.startswith(signs, one[0])]
    if not found:
        return
    templates = merged(doc.read.templates)
    for start, end in sorted(found):
        at = bisect_right(templates, Span(start, len(text))) - 1
        if at < 0 or start >= templates[at].end:
            yield Span(start, end)
