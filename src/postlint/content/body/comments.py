"""The comments in a post's body: HTML's, and MDX's `{/* */}`; those shown as code are none."""

import re
from collections.abc import Iterator
from typing import Any, Final

from pyromark import events_with_range

from postlint.model.span import Span

_HTML: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_MDX: Final = re.compile(rb"\{/\*.*?\*/\}", re.DOTALL)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def find_comments(text: str, body: Span, *, mdx: bool) -> Iterator[Span]:
    """The spans of all comments in `text[body.start:body.end]`, in their order.

    Parses the Markdown anew: ask only where a comment matters.
    """
    source = _SURROGATE.sub("\ufffd", text[body.start : body.end])
    data = source.encode()
    html, code = _html_and_code(source)
    found = [match.span() for start, end in html for match in _HTML.finditer(data, start, end)]
    if mdx:
        found += (
            match.span()
            for match in _MDX.finditer(data)
            if not any(start <= match.start() < end for start, end in code)
        )
    byte, point = 0, body.start
    for start, end in sorted(found):
        point += len(data[byte:start].decode())
        length = len(data[start:end].decode())
        yield Span(point, point + length)
        byte, point = end, point + length


def _html_and_code(source: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The byte ranges of HTML and of code."""
    html: list[tuple[int, int]] = []
    code: list[tuple[int, int]] = []
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
