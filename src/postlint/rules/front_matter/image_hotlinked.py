"""An image on another site's host is theirs: it may change or vanish, or not be yours to show."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.content.web_addresses import host_of, is_below
from postlint.model.finding import Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.front_matter_images import front_matter_images


@rule
class ImageHotlinked:
    """Report an image, in the front matter or the body, that lies on a host not of the house.

    `hosts` are those of the house, and all below them; without any, each full address is another
    site's.
    """

    meta: ClassVar = RuleMeta(
        name="image-hotlinked",
        group="front-matter",
        summary="an image lies on another site's host",
        severity=Severity.WARNING,
        presets=("news",),
        examples=(
            Good("---\nimage: /img/a.jpg\n---\n![A](b.png) [c](https://x.org/d.png)\n"),
            Good("---\nimage: https://cdn.x.org/a.jpg\n---\n", options={"hosts": ("x.org",)}),
            Bad(
                "---\nimage: https://y.org/a.jpg\n---\n", at=("2:8",), options={"hosts": ("x.org",)}
            ),
            Bad(
                '![A](//y.org/b.png)\n\n<img src="https://y.org/c.png" alt="C">\n',
                at=("1:6", "3:11"),
            ),
        ),
    )
    hosts: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Problem]:
        """All such images, in the order of the text."""
        for image in front_matter_images(doc):
            yield from self._judge(host_of(image.value), image.span)
        if "//" in doc.text and ("![" in doc.text or "<img" in doc.text or "<IMG" in doc.text):
            for address in doc.web_addresses:
                if address.is_image:
                    yield from self._judge(address.host, address.span)

    def _judge(self, host: str, span: Span) -> Iterator[Problem]:
        if host and not any(is_below(host, own) for own in self.hosts):
            yield Problem(
                span,
                f'image lies on "{host}", expected one of this site',
                help="show a copy of your own, where you have the right to; hosts of the house"
                " belong in rules.image-hotlinked.hosts",
            )
