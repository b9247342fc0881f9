"""What opens and closes in pairs, and which of it is left open."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from postlint.model.finding import Problem
from postlint.model.span import Span

Piece = tuple[int, str, Span | None]
"""Where something opens or closes, the end that closes it, and its span if it opens."""

_PARAGRAPH_END: Final = re.compile(r"\n[ \t\r>]*+\n")
_LONGEST: Final = 40
"""So many code points of what opens are shown in a message."""


def left_open(text: str, pieces: Iterable[Piece]) -> Iterator[Problem]:
    """The problems of what opens without an end; an end closes what of its kind opened last.

    Of two in a row in one paragraph the second was meant as the end, so that is one problem.
    """
    left: dict[str, list[Span]] = {}
    for _, end, span in sorted(pieces, key=itemgetter(0)):
        if span:
            left.setdefault(end, []).append(span)
        elif left.get(end):
            left[end].pop()
    for end, spans in left.items():
        before: Span | None = None
        for span in spans:
            if before and not _PARAGRAPH_END.search(text, before.end, span.start):
                before = None
                continue
            before = span
            shown = " ".join(text[span.start : span.end].split())
            if len(shown) > _LONGEST:
                shown = f"{shown[:_LONGEST]}…"
            yield Problem(span, f'"{shown}" is never closed, expected "{end}"')
