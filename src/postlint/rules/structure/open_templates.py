"""Hugo's shortcodes and Liquid's tags that nothing closes: no site is built with them."""

from collections.abc import Iterator
from typing import Final

from postlint.content.document import Document
from postlint.model.finding import Problem
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.structure.pairs import Piece, left_open

_OPENING: Final = late_pattern(
    r"\{\{([<%])\s*+([\w.-][\w./-]*+)[\s\S]*?(/?)[>%]\}\}|\{%[-+]?\s*+([a-z]\w*+)[\s\S]*?%\}"
)
_END: Final = late_pattern(r"\{\{([<%])\s*+/\s*+([\w./-]++)|\{%[-+]?\s*+end(\w++)")
_CLOSERS: Final = {"<": ">", "%": "%"}
_LIQUID: Final = "capture case comment for highlight if raw tablerow unless"
_BUILT_IN: Final = frozenset(
    ["{{< /highlight >}}", "{{% /highlight %}}", *(f"{{% end{tag} %}}" for tag in _LIQUID.split())]
)


def open_templates(doc: Document) -> Iterator[Problem]:
    """All shortcodes and tags that nothing closes, though their kind has an end.

    That is so of those that are built in, and of those that have an end elsewhere in the post. An
    end counts in code, too: generators look for them there.
    """
    templates = set(doc.read.templates)
    if not templates:
        return
    pieces: list[Piece] = [
        (found.start(), _end(found[1], found[2], found[3]), None)
        for found in _END.finditer(doc.text)
    ]
    paired = _BUILT_IN.union(end for _, end, _ in pieces)
    for start, end in templates:
        found = _OPENING.match(doc.text, start, end)
        if found and not found[3]:
            closing = _end(found[1], found[2], found[4])
            if closing in paired:
                pieces.append((start, closing, Span(*found.span())))
    yield from left_open(doc.text, pieces)


def _end(sign: str | None, shortcode: str, tag: str) -> str:
    """The end of a shortcode, or of a tag of Liquid."""
    return f"{{{{{sign} /{shortcode} {_CLOSERS[sign]}}}}}" if sign else f"{{% end{tag} %}}"
