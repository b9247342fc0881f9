"""The comments in a post's body: HTML's, and MDX's `{/* */}`; those shown as code are none."""

from bisect import bisect
from collections.abc import Iterator
from typing import Any

from pyromark import events_with_range

from postlint.content.source import without_surrogates
from postlint.model.span import Span

_Range = tuple[int, int]
"""Start and end, in bytes of the body."""


def find_comments(text: str, body: Span, *, mdx: bool) -> Iterator[Span]:
    """The spans of all comments in `text[body.start:body.end]`, in their order.

    Parses the Markdown anew: ask only where a comment matters.
    """
    source = without_surrogates(text[body.start : body.end])
    data = source.encode()
    html, code = _html_and_code(source)
    found = [one for start, end in html for one in _of_html(data, start, end)]
    if mdx:
        found += _of_mdx(data, code)
    byte, point = 0, body.start
    for start, end in sorted(found):
        if start < byte:  # a comment in a comment of the other kind
            continue
        point += len(data[byte:start].decode())
        length = len(data[start:end].decode())
        yield Span(point, point + length)
        byte, point = end, point + length


def _of_html(data: bytes, at: int, stop: int) -> Iterator[_Range]:
    """The comments of HTML from `at` to `stop`; none after the first that is not closed."""
    while (start := data.find(b"<!--", at, stop)) != -1:
        end = data.find(b"-->", start + len(b"<!--"), stop)
        if end == -1:
            return
        at = end + len(b"-->")
        yield start, at


def _of_mdx(data: bytes, code: list[_Range]) -> Iterator[_Range]:
    """The comments of MDX that do not start in code; `code` is in the order of the text."""
    at = 0
    while (start := data.find(b"{/*", at)) != -1:
        nearest = bisect(code, start, key=lambda where: where[0]) - 1
        if nearest >= 0 and start < code[nearest][1]:
            at = code[nearest][1]
            continue
        end = data.find(b"*/}", start + len(b"{/*"))
        if end == -1:
            return
        at = end + len(b"*/}")
        yield start, at


def _html_and_code(source: str) -> tuple[list[_Range], list[_Range]]:
    """The byte ranges of HTML and of code."""
    html: list[_Range] = []
    code: list[_Range] = []
    event: Any
    for event, at in events_with_range(source):
        where = (at["start"], at["end"])
        if type(event) is str:  # a line break or a rule
            continue
        if event.get("Start") == "HtmlBlock" or "InlineHtml" in event:
            html.append(where)
        elif "Code" in event or "CodeBlock" in event.get("Start", ()):
            code.append(where)
    return html, code
