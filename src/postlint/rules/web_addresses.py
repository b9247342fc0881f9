"""The web addresses that a post links to or shows, in Markdown and in HTML, each with its place."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from postlint.content.document import Document
from postlint.model.span import Span

_WEB: Final = re.compile(r"(?i)(?:https?:)?//")


class WebAddress(NamedTuple):
    """One address."""

    text: str
    """With escapes and entities decoded."""
    span: Span
    words: str
    """What the reader of the page sees."""
    is_image: bool

    @property
    def is_verbatim(self) -> bool:
        """Whether it stands in the source character for character."""
        return len(self.text) == self.span.end - self.span.start

    @property
    def parts(self) -> SplitResult | None:
        """Scheme, host, query ...; None where it is none after all."""
        try:
            parts = urlsplit(self.text)
        except ValueError:  # a bracket left open
            return None
        return parts if parts.hostname else None


def web_addresses(doc: Document) -> Iterator[WebAddress]:
    """All addresses with a host, in the order of the text."""
    yield from sorted((*_in_markdown(doc), *_in_html(doc)), key=lambda one: one.span)


def host_of(address: WebAddress) -> str:
    """The host of an address in small letters; "" where it has none."""
    parts = address.parts
    return (parts.hostname or "").rstrip(".") if parts else ""


def is_below(host: str, domain: str) -> bool:
    """Whether a host is a domain or part of it."""
    domain = domain.lower().removeprefix("www.")
    return host == domain or host.endswith(f".{domain}")


def _in_markdown(doc: Document) -> Iterator[WebAddress]:
    for link in doc.links:
        if link.target and _WEB.match(link.target):
            words = link.target
            if link.kind != "bare":
                words = doc.text[link.words.start : link.words.end]
            yield WebAddress(link.target, link.target_span, words, link.is_image)


def _in_html(doc: Document) -> Iterator[WebAddress]:
    text = doc.text
    for element in doc.elements("a") if "<a" in text or "<A" in text else ():
        target = element.attributes.get("href", "")
        if _WEB.match(target):
            words = text[element.span.end : text.find("<", element.span.end)]
            yield WebAddress(target, element.places["href"], words, False)
    for element in doc.elements("img") if "<img" in text or "<IMG" in text else ():
        target = element.attributes.get("src", "")
        if _WEB.match(target):
            yield WebAddress(target, element.places["src"], "", True)
