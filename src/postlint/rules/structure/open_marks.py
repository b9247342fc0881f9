"""Marks of bold words and of code that have no end in their paragraph: readers see them."""

import re
from collections.abc import Iterator
from typing import Final

from postlint.content.document import Document
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.model.finding import Edit, Fix, Problem
from postlint.model.late_pattern import late_pattern

_MARKDOWN: Final = frozenset(
    ("paragraph", "heading", "list-item", "table-cell", "quote", "footnote", "definition")
)
"""Segments whose marks mean something; a description is no Markdown."""
_BOLD: Final = late_pattern(r"(?<![\w*\\/])\*\*(?![\s*/.,;:!?)]|kwargs\b|\Z)")
_BOLD_END: Final = late_pattern(r"([ \t]*+)\*\*")
_BOLD_NOTE: Final = late_pattern(r"[^\s*]\*\*(?![\w*])")
# Inside of a sentence and before plain words: "*a note", "char *name" and "*MenuEntry" are none.
_ITALIC: Final = late_pattern(
    r"(?<=[\w,:] )(?<!\bchar )(?<!\bint )(?<!\bvoid )(?<!\bconst )(?<!\bstruct )"
    r"\*(?!args\b|see\b)(?=[^\W\d_][a-z]++(?: [^\W\d_]|[.,!?]))"
)
_NOTE: Final = late_pattern(r"[^\s*]\*(?![\w*])")
_CODE: Final = late_pattern(
    r"(?<![\w`\\])`(?!\s|`|\Z|[.,;:!?)](?:\s|\Z)|(?:\d0s|n|ne|ner|nen|nem|s|t|tis|twas|em|til)\b)"
)
"""Some write `90s, `tis and, in German, `ne with it."""
_CODE_END: Final = late_pattern(r"[`'´’]")
_WORDS: Final = late_pattern(rf"(?:[^\s*`{PLACEHOLDER}]++ ?)+(?<! )")
_MOST_WORDS: Final = 30
"""So many code points behind a mark are shown in the message."""


def open_marks(doc: Document) -> Iterator[Problem]:
    """The first `**`, `*` and backtick of each paragraph that begin something and have no end."""
    text = doc.prose.text
    if "*" in text and "**" in text:  # one character is found many times as fast
        # "price**" and, further down, "**with VAT" is a note.
        note = _BOLD_NOTE.search(text)
        for segment in _segments(doc, _BOLD, note.start() if note else len(text)):
            found = _first(doc, segment, _BOLD)
            if found:
                yield from _bold(segment, found)
    if "*" in text and not _NOTE.search(text):
        for segment in _segments(doc, _ITALIC, len(text)):
            found = _first(doc, segment, _ITALIC)
            if found and segment.text.find("*", found.end()) < 0:
                yield _problem(segment, found)
    if "`" in text:
        for segment in _segments(doc, _CODE, len(text)):
            found = _first(doc, segment, _CODE)
            if found and not _CODE_END.search(segment.text, found.end()):
                yield _problem(segment, found)


def _segments(doc: Document, mark: re.Pattern[str], end: int) -> list[Segment]:
    """The segments that have a mark before `end`, an offset into all prose."""
    found = mark.finditer(doc.prose.text, 0, end)
    return doc.prose.segments_at(one.start() for one in found)


def _first(doc: Document, segment: Segment, mark: re.Pattern[str]) -> re.Match[str] | None:
    """The first mark in a segment, if it was written as it is: no entity, without a backslash."""
    found = mark.search(segment.text) if segment.kind in _MARKDOWN else None
    if found is None or not segment.is_verbatim(*found.span()):
        return None
    span = segment.source_span(*found.span())
    return found if doc.text[span.start - 1 : span.start] != "\\" else None


def _bold(segment: Segment, found: re.Match[str]) -> Iterator[Problem]:
    """The problem of a `**`. An end that is not preceded by a blank is one to some parsers."""
    end = _BOLD_END.search(segment.text, found.end())
    if end is None:
        yield _problem(segment, found)
    elif end[1] and segment.is_verbatim(*end.span()):
        is_tight = segment.text[end.end() : end.end() + 1].strip() != ""
        edit = Edit(segment.source_span(*end.span()), "** " if is_tight else "**")
        yield _problem(segment, found, Fix('remove the blank before the closing "**"', (edit,)))


def _problem(segment: Segment, found: re.Match[str], fix: Fix | None = None) -> Problem:
    mark = found[0]
    behind = _WORDS.match(segment.text, found.end(), found.end() + _MOST_WORDS)
    where = f' before "{behind[0]}"' if behind else ""
    why = "the blank before its end keeps it open" if fix else "it has no end"
    return Problem(
        segment.source_span(*found.span()),
        f'"{mark}"{where} is shown to readers: {why}',
        help=f'write "{mark}" right behind the last word, or "\\{mark[0]}" for the sign itself',
        fix=fix,
    )
