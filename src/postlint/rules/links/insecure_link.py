"""An address with http:// can be read and changed on its way, and browsers warn of it."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.web_addresses import WebAddress, is_below
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_HTTP: Final = re.compile(r"http://", re.IGNORECASE)
_ONLY_HERE: Final = re.compile(
    r"localhost|.*\.(?:localhost|local|test|example|invalid|internal|onion)|[\d.]+|.*:.*"
    r"|(?:.*\.)?example\.(?:com|org|net)|[^.]*"
)
"""Hosts that nobody else can reach, or nobody at all, and numbers."""


@rule
class InsecureLink:
    """Report links and images with `http://`; `hosts` are those that have nothing else."""

    meta: ClassVar = RuleMeta(
        name="insecure-link",
        group="links",
        summary="an address begins with `http://`",
        severity=Severity.INFO,
        presets=("seo",),
        fix="sometimes",
        examples=(
            Good("[a](https://x.org), [b](http://localhost:80/), `http://x.org`, http://x.org\n"),
            Good("[a](http://old.x.org/b)\n", options={"hosts": ("x.org",)}),
            Bad(
                '[a](http://x.org) <img src="http://x.org/b.png" alt="">\n',
                at=("1:5", "1:29"),
                fixed='[a](https://x.org) <img src="https://x.org/b.png" alt="">\n',
            ),
        ),
    )
    hosts: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Problem]:
        """All insecure addresses, in the order of the text."""
        if "http://" not in doc.text and not _HTTP.search(doc.text):
            return
        for address in doc.web_addresses:
            if _HTTP.match(address.text) and self._may_be_secure(address.host):
                yield _problem(address)

    def _may_be_secure(self, host: str) -> bool:
        if not host or _ONLY_HERE.fullmatch(host):
            return False
        return not any(is_below(host, own) for own in self.hosts)


def _problem(address: WebAddress) -> Problem:
    start = Span(address.span.start, address.span.start + len("http"))
    what = "image" if address.is_image else "link"
    fix = Fix("write https", (Edit(start, "https"),)) if address.is_verbatim else None
    return Problem(
        address.span,
        f'{what} to "{address.host}" is http, expected https',
        help="see whether the same address with https:// works",
        fix=fix,
    )
