"""An image without words is nothing to readers who do not see it."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.body.html_elements import Element
from postlint.content.body.links import ReadLink
from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.grouped import grouped

_ALT: Final = frozenset(["alt", ":alt", "v-bind:alt"])
_BLANK: Final = re.compile(r"\s*+")
_HELP: Final = 'say what it shows; for decoration, write <img alt=""> in HTML'


@rule
class ImageWithoutAlt:
    """Report `![](image.png)`, and an `<img>` that has no `alt` at all.

    `alt=""` in HTML is how one says that an image is decoration.
    """

    meta: ClassVar = RuleMeta(
        name="image-without-alt",
        group="links",
        summary="an image has no alternative text",
        severity=Severity.WARNING,
        examples=(
            Good('![A map](a.png) ![{{ alt }}](b.png) <img src=c.png alt=""> `![](d.png)`\n'),
            Good('<img src="a.png" role="presentation">\n\n<img {...props} src="b.png">\n'),
            Bad("A ![](a.png) and [![ ](b.png)](c.md)\n", at=("1:3", "1:19")),
            Bad('<p>\n<img src="a.png" width=5>\n</p>\n', at=("2:1",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All such images, in the order of the text."""
        found = sorted((*_in_markdown(doc), *_in_html(doc)), key=lambda one: one.span)
        return iter(grouped(found))


def _in_markdown(doc: Document) -> Iterator[Problem]:
    images = [one for one in doc.read.links if one.is_image and _may_be_blank(doc.text, one)]
    for link in doc.links_among(images) if images else ():
        if link.kind != "undefined" and link.target != "":
            blank = _BLANK.match(doc.text, link.words.start, link.words.end)
            if blank and blank.end() == link.words.end:
                yield _problem(link.span, link.target or "")


def _may_be_blank(text: str, image: ReadLink) -> bool:
    """A first look at how the words begin; images in each other have no end of words."""
    first = text[image.start + 2 : image.start + 3]
    return first == "]" or first.isspace() or text.find("]", image.tail, image.end) < 0


def _in_html(doc: Document) -> Iterator[Problem]:
    for element in doc.html_images:
        if not (_is_decoration(element) or _may_have_alt(doc, element)):
            yield _problem(element.span, element.attributes.get("src", ""))


def _is_decoration(element: Element) -> bool:
    said = element.attributes
    return said.get("role") in ("presentation", "none") or said.get("aria-hidden") == "true"


def _may_have_alt(doc: Document, element: Element) -> bool:
    """Whether there is a text, even an empty one, or a template may bring one in."""
    tag = doc.text[element.span.start : element.span.end]
    return bool(_ALT & element.attributes.keys()) or "{" in tag or "<%" in tag


def _problem(span: Span, target: str) -> Problem:
    name = target.rstrip("/").rpartition("/")[2][:80]
    image = f'image "{name}"' if name else "image"
    return Problem(span, f"{image} has no alternative text", _HELP)
