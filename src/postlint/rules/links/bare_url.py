"""A bare web address is hard to read out, and not every generator makes a link of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_BROKEN_LINK: Final = re.compile(r"\]\s*\(\s*<?\Z")
_LOOK_BACK: Final = 20


@rule
class BareUrl:
    """Report a web address in the text that is neither in angle brackets nor behind words."""

    meta: ClassVar = RuleMeta(
        name="bare-url",
        group="links",
        summary="a web address stands bare in the text",
        severity=Severity.INFO,
        presets=(),
        fix="sometimes",
        examples=(
            Good("<https://x.org>, [https://x.org](https://x.org), `https://x.org`\n"),
            Good("[words](https://x.org/a b), [words] (https://x.org)\n"),
            Good("---\ntitle: On https://x.org\n---\n[a]: https://x.org\n"),
            Bad(
                "See https://x.org/a_(b), or (https://x.org/c).\n",
                at=("1:5", "1:30"),
                fixed="See <https://x.org/a_(b)>, or (<https://x.org/c>).\n",
            ),
            Bad("See https://x.org.\n", at=("1:5",), fixed="See https://x.org.\n", path="a.mdx"),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All bare addresses, in the order of the text."""
        if "://" not in doc.text:
            return
        places = sorted(at for at in doc.read.not_prose if _is_address(doc.text, *at))
        words = [link.words for link in doc.links if link.kind != "bare"] if places else []
        for start, end in places:
            # A bracket that was opened inside of the address is closed there.
            is_open = doc.text.count("(", start, end) > doc.text.count(")", start, end)
            span = Span(start, end + (is_open and doc.text.startswith(")", end)))
            at = bisect_right(words, span) - 1
            if _BROKEN_LINK.search(doc.text, max(0, start - _LOOK_BACK), start):
                continue  # what `link-syntax` mends
            if not any(one.covers(span) for one in words[max(0, at - 1) : at + 2]):
                yield _problem(doc, span)


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether what is not prose is an address alone, and neither code nor a link."""
    begins = text.startswith(("http://", "https://"), start)
    return begins and not any(text.find(sign, start, end) >= 0 for sign in ("\n", "]("))


def _problem(doc: Document, span: Span) -> Problem:
    url = doc.text[span.start : span.end]
    fix = None
    if not doc.path.lower().endswith(".mdx"):  # in MDX, "<" opens an element
        fix = Fix("put it in angle brackets", (Edit(span, f"<{url}>"),), safe=True)
    return Problem(span, f'"{url}" stands bare, expected a link', "link from words", fix=fix)
