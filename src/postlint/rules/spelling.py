"""What the spelling rules say: one problem for each verdict of the speller."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from postlint.content.document import Document
from postlint.language.speller import english_speller
from postlint.language.tokens import Token
from postlint.language.verdict import Verdict, VerdictKind
from postlint.model.finding import Edit, Fix, Problem

_QUOTED: Final = re.compile(
    r"“[^”]*+”?|„[^”“]*+[”“]?|«[^»]*+»?|\"[^\"]*+\"?|(?<!\w)[‘'](?:[^‘’'\n]|(?<=\w)[’'](?=\w))*+[’']"
)


def problems(
    doc: Document, kind: VerdictKind, message: Callable[[Verdict], str]
) -> Iterator[Problem]:
    """The problems of one kind in a post, in the order of its text."""
    for verdict in english_speller().verdicts(doc):
        if verdict.kind == kind:
            token = verdict.token
            yield Problem(
                span=token.segment.source_span(token.start, token.end),
                message=message(verdict),
                suggestions=verdict.suggestions,
                fix=_fix(verdict),
            )


def _fix(verdict: Verdict) -> Fix | None:
    """Put in the first suggestion where it stands out, but never into somebody else's words."""
    token = verdict.token
    if not verdict.suggestions or not verdict.stands_out or _is_quoted(token):
        return None
    if not token.segment.is_verbatim(token.start, token.end):
        return None
    right = verdict.suggestions[0]
    edit = Edit(token.segment.source_span(token.start, token.end), right)
    is_safe = verdict.kind == "known-misspelling" and len(verdict.suggestions) == 1
    return Fix(f'replace with "{right}"', (edit,), is_safe)


def _is_quoted(token: Token) -> bool:
    """Whether a word is part of what somebody else wrote or said."""
    if token.segment.kind == "quote":
        return True
    starts, ends = _quotations(token.segment.text)
    before = bisect_left(starts, token.start) - 1
    return before >= 0 and token.start < ends[before]


@lru_cache(maxsize=16)
def _quotations(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the quotations of a segment begin and end; found once, however many words are wrong."""
    spans = [found.span() for found in _QUOTED.finditer(text)]
    return tuple(start for start, _ in spans), tuple(end for _, end in spans)


def times(count: int) -> str:
    """How often, in words: once, 2 times."""
    return "once" if count == 1 else f"{count} times"
