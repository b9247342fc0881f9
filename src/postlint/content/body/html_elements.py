"""The images and links of a post that are written in HTML, each attribute with its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Final, Literal, NamedTuple

from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

ElementName = Literal["a", "img"]

_REST: Final = r"(?:[^<>\"'{}]|\"[^\"<]*\"|'[^'<]*'|\{[^{}<>]*\})*+>"
_TAG: Final[Mapping[ElementName, re.Pattern[str]]] = {
    "a": late_pattern(rf"<[aA](?=\s){_REST}"),
    "img": late_pattern(rf"<[iI][mM][gG](?=[\s/]){_REST}"),
}
_ATTRIBUTE: Final = late_pattern(
    r"([\w:@.-]+)(?:\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|(\{[^{}]*\})|([^\s\"'<>=]+)))?"
)
_NAME_END: Final = late_pattern(r"[\s/]")


class Element(NamedTuple):
    """One start tag."""

    span: Span
    attributes: Mapping[str, str]
    """By name in small letters, with entities decoded; "" for one without a value."""
    places: Mapping[str, Span]
    """Where the value of each attribute stands, without quotation marks."""


def find_elements(
    text: str, name: ElementName, html: Sequence[tuple[int, int]]
) -> Iterator[Element]:
    """The start tags of one name that stand in some ranges of a text, of HTML or JSX.

    What stands in a comment is left out. The ranges are in no order.
    """
    at = 0
    for start, end in sorted(html):
        if text[start] == "<" and not text.startswith("<!--", start):
            for tag in _TAG[name].finditer(text, max(at, start), end):
                yield _element(text, *tag.span())
                at = tag.end()


def _element(text: str, start: int, end: int) -> Element:
    attributes: dict[str, str] = {}
    places: dict[str, Span] = {}
    name_end = _NAME_END.search(text, start, end)
    for found in _ATTRIBUTE.finditer(text, name_end.end() if name_end else end, end - 1):
        name = found[1].lower()
        if name not in attributes:
            group = next((group for group in (2, 3, 4, 5) if found[group] is not None), 0)
            attributes[name] = unescape(found[group]) if group else ""
            places[name] = Span(*found.span(group)) if group else Span(*found.span())
    return Element(Span(start, end), attributes, places)
