"""Blocks of code whose fence nothing closes: all that follows is shown as code."""

import re
from collections.abc import Iterator
from typing import Final

from postlint.content.body.pieces import Range
from postlint.content.document import Document
from postlint.model.finding import Edit, Fix, Problem
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.structure.markup import markup

_OPENING: Final = late_pattern(r"(`{3,}+|~{3,}+)[^`\r\n]*+(?=[\r\n]|\Z)")
_MARGIN: Final = late_pattern(r"[ \t>]*+")
_BEFORE: Final = late_pattern(r"(?! {4}|\t)[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t>]++)*+")
_LONGEST: Final = 10
"""So many signs of a fence are shown in a message."""
_BARE: Final = late_pattern(r"[ \t]*+(`{3,}+|~{3,}+)[ \t]*+(?=[\r\n]|\Z)")


def open_fences(doc: Document) -> Iterator[Problem]:
    """All fences that nothing closes before the end of the post, or of their item or quotation.

    The closing fence may stand below, but less indented than the item: it opens a new block then,
    and nothing is said of what follows. A block indented by four blanks or more is passed over, as
    it may be a block of indented code that shows a fence.
    """
    text = doc.text
    for block in markup(doc, [one for one in doc.read.code_blocks if not _is_plain(text, one)]):
        opening = _OPENING.match(text, block.start, block.end)
        if opening is None or not _is_first(text, block.start):
            continue
        if _is_closed(text, opening, block.end):
            continue
        span = Span(*opening.span(1))
        closing = _BARE.match(text, block.end)
        if closing and closing[1] == opening[1]:
            yield _outdented(doc, span, closing)
            return
        yield Problem(
            span,
            f"code that {_shown(opening[1])} opens is never closed",
            help="write the same signs on a line of their own below the code",
        )


def _is_plain(text: str, block: Range) -> bool:
    """A first look: whether it begins with three backticks and ends with a line of them."""
    start, end = block
    is_three = text.startswith("```", start) and not text.startswith("`", start + 3)
    return is_three and text.endswith(("\n```", "\n```\n"), start + 3, end)


def _is_first(text: str, start: int) -> bool:
    """Whether nothing but the marks of lists and quotations stands before it on its line."""
    return _BEFORE.fullmatch(text, _line_start(text, start), start) is not None


def _is_closed(text: str, opening: re.Match[str], end: int) -> bool:
    """Whether the last line of a block of code closes it."""
    code = text[opening.end() : end].rstrip()
    line = code[max(code.rfind("\n"), code.rfind("\r")) + 1 :]
    margin = _MARGIN.match(line)
    mark = line[margin.end() :] if margin else line
    return len(mark) >= len(opening[1]) and set(mark) == {opening[1][0]}


def _outdented(doc: Document, fence: Span, closing: re.Match[str]) -> Problem:
    """What is said where the closing fence stands outside of the item that the block is in."""
    before = doc.text[_line_start(doc.text, fence.start) : fence.start]
    edit = Edit(Span(closing.start(), closing.start(1)), " " * len(before))
    line = doc.lines.position(closing.start(1)).line
    shown = _shown(closing[1])
    return Problem(
        fence,
        f"code that {shown} opens is never closed: {shown} on line {line} is not indented as this",
        help="indent the closing fence as the opening one",
        fix=None if ">" in before else Fix("indent the closing fence", (edit,)),
    )


def _shown(fence: str) -> str:
    return f'"{fence}"' if len(fence) <= _LONGEST else f'"{fence[:_LONGEST]}…"'


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
