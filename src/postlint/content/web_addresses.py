"""The web addresses that a post links to or shows, in Markdown and in HTML, each with its place."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from postlint.content.body.html_elements import Element
from postlint.content.body.links import Link
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

_WITH_HOST: Final = late_pattern(
    r"(?:https?:)?//(?:[^/?#@\s]*@)?(\[[^\]/?#\s]*\]|[^/?#:\s\[\]]+)", re.IGNORECASE
)
_HOST: Final = late_pattern(
    r"//(?:[^/?#@\s\"'<>]{0,200}+@)?(\[[^\]/?#\s]*+\]|[^/?#:\s\[\]\"'<>]++)"
)


class WebAddress(NamedTuple):
    """One address with a host: `https://example.org/a`, `//example.org/a`."""

    text: str
    """With escapes and entities decoded."""
    host: str
    """In small letters, without brackets and a full stop at its end."""
    span: Span
    words: Span
    """What the reader of the page sees of a link, or of what stands for an image."""
    is_image: bool

    @property
    def is_verbatim(self) -> bool:
        """Whether it stands in the source character for character."""
        return len(self.text) == self.span.end - self.span.start


def addresses_of(
    text: str, links: Iterable[Link], anchors: Iterable[Element], images: Iterable[Element]
) -> tuple[WebAddress, ...]:
    """The addresses of links, and of `<a>` and `<img>`, in the order of the text."""
    found = [
        WebAddress(
            link.target,
            host,
            link.target_span,
            link.target_span if link.kind == "bare" else link.words,
            link.is_image,
        )
        for link in links
        if link.target and (host := host_of(link.target))
    ]
    in_html = [*_in_html(text, anchors, "href"), *_in_html(text, images, "src")]
    return tuple(sorted(found + in_html, key=lambda one: one.span) if in_html else found)


def host_of(address: str) -> str:
    """The host of a full address, in small letters; "" where it has none, as a path."""
    found = _WITH_HOST.match(address)
    return _plain(found[1]) if found else ""


def hosts_in(text: str) -> frozenset[str]:
    """All that stands in a text where an address has its host, written as by `host_of`."""
    return frozenset(map(_plain, set(_HOST.findall(text))))


def _plain(host: str) -> str:
    return host.strip("[]").rstrip(".").lower()


def is_below(host: str, domain: str) -> bool:
    """Whether a host is a domain or part of it."""
    domain = domain.lower().removeprefix("www.")
    return host == domain or host.endswith(f".{domain}")


def _in_html(text: str, elements: Iterable[Element], attribute: str) -> Iterator[WebAddress]:
    for element in elements:
        target = element.attributes.get(attribute, "")
        host = host_of(target)
        if host:
            end = max(element.span.end, text.find("<", element.span.end))
            is_image = attribute == "src"
            words = Span(element.span.end, element.span.end if is_image else end)
            yield WebAddress(target, host, element.places[attribute], words, is_image)
