"""A file name read out loud ("I M G underscore 1 2 3 4") tells nobody what an image shows."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final
from urllib.parse import unquote

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.grouped import grouped

_ENDING: Final = late_pattern(
    r"[^\s/]{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|heic|tiff?|bmp)", re.IGNORECASE
)
_CAMERA: Final = late_pattern(
    r"(?:IMG|DSC[NF]?|DSC_|DCIM|PXL|P|MVI|GOPR|DJI|SAM|WP|Screen ?[Ss]hot|Screenshot|image|photo)"
    r"[-_ ]?(?:from )?\d{3,}[-_ .\d]*(?: at [\d.]+(?: ?[AP]M)?)?",
)
_LONGEST: Final = 200
_WORDS: Final = late_pattern(r"[^\W\d_]+(?: [^\W\d_]+)*")


@rule
class AltIsFileName:
    """Report an alternative text that is the name of a file: `IMG_1234`, `map-v2`, `map.png`.

    A name that is a plain word ("map" for `map.png`) may have been chosen and is let be.
    """

    meta: ClassVar = RuleMeta(
        name="alt-is-file-name",
        group="links",
        summary="the alternative text of an image is a file name",
        severity=Severity.WARNING,
        examples=(
            Good(
                "![A map](a-map.png) ![map](map.png) ![Node.js 10](node.js) ![v2](https://x.org/v2)\n"
            ),
            Bad(
                "![IMG_1234](a.jpg) ![map.png](b.png) ![front-page_2](img/front-page_2.webp)\n",
                at=("1:3", "1:22", "1:40"),
            ),
            Bad('<img alt="DSC00012.JPG" src="a.jpg">\n', at=("1:11",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All such texts, in the order of the text."""
        found = sorted((*_in_markdown(doc), *_in_html(doc)))
        return iter(grouped([_problem(span, alt) for span, alt in found]))


def _in_markdown(doc: Document) -> Iterator[tuple[Span, str]]:
    for link in doc.images:
        if link.words.end - link.words.start <= _LONGEST:
            alt = doc.text[link.words.start : link.words.end]
            if _is_name(alt, link.target or ""):
                yield link.words, alt


def _in_html(doc: Document) -> Iterator[tuple[Span, str]]:
    for element in doc.html_images:
        alt = element.attributes.get("alt", "")
        if _is_name(alt, element.attributes.get("src", "")):
            yield element.places["alt"], alt


def _is_name(alt: str, target: str) -> bool:
    alt = alt.strip()
    if not alt or len(alt) > _LONGEST:
        return False
    if _ENDING.fullmatch(alt) or _CAMERA.fullmatch(alt):
        return True
    name = unquote(re.split("[?#]", target, maxsplit=1)[0]).rpartition("/")[2]
    stem = name.rpartition(".")[0]
    return alt == stem and not _WORDS.fullmatch(alt)


def _problem(span: Span, alt: str) -> Problem:
    return Problem(
        span,
        f'alternative text is the file name "{alt.strip()}", expected what the image shows',
    )
