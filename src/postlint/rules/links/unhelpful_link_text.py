"""Readers who hear or skim a page hear its links alone, and "here" tells them nothing."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_SAYS_NOTHING: Final = frozenset(
    [
        *("here", "click here", "right here", "click", "click this", "click me", "tap here"),
        *("this", "this link", "link", "this page", "this one", "this article", "this post"),
        *("this document", "this website", "this site", "website", "page", "that", "there"),
        *("more", "read more", "learn more", "see more", "find out more", "more info"),
        *("more information", "more details", "details", "info", "continue", "continue reading"),
        *("see here", "read here", "go here", "from here", "over here", "go", "url"),
    ]
)
_MARKUP: Final = re.compile(r"[*_~\s.,:;!?…»→>\"'“”]+")


@rule
class UnhelpfulLinkText:
    """Report a link whose words do not say where it leads: "here", "click here", "read more"."""

    meta: ClassVar = RuleMeta(
        name="unhelpful-link-text",
        group="links",
        summary='the words of a link do not say where it leads ("here")',
        severity=Severity.INFO,
        presets=(),
        reads="english",
        examples=(
            Good("[the report](a.md), ![here](b.png), [Here we go](c), [API][this]\n\n[this]: d\n"),
            Bad("Click [here](a.md), or [**read\nmore**…][b]\n\n[b]: c\n", at=("1:8", "1:25")),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All such links, in the order of the text."""
        for link in doc.links:
            if link.is_image or link.kind in ("bare", "definition"):
                continue
            if link.words.end - link.words.start > 40:
                continue
            words = doc.text[link.words.start : link.words.end]
            if _MARKUP.sub(" ", words).strip().lower() in _SAYS_NOTHING:
                yield Problem(
                    link.words,
                    f'link text is "{" ".join(words.split())}", expected where it leads',
                    help="name what the reader finds there",
                )
