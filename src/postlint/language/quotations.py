"""What is somebody else's: words inside quotation marks, and slips marked with [sic]."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from postlint.content.segment import Segment
from postlint.model.late_pattern import late_pattern

_QUOTED: Final = late_pattern(
    r"“[^”]*+”?+|„[^”“]*+[”“]?+|«[^»]*+»?+|(?<!\w)\"[^\"]*+\"?+"
    r"|(?<!\w)[‘'](?:[^‘’'\n]|(?<=\w)[’'](?=\w)"
    r"|(?<=s)[’'](?=\s(?:[^‘’'\n]|\w[’']\w){0,300}[’']))*+[’']"  # 'The boys' own team,' he said
)
_SIC: Final = late_pattern(r"[\w'’-]{0,60}+['’\"”]?+\s{0,2}[\[(]sic\b", re.IGNORECASE)
_MARKS: Final = frozenset("\"'“”‘’«»„`")


def is_quoted(segment: Segment, start: int) -> bool:
    """Whether the character at `start` of a segment's text is part of a quotation."""
    if segment.kind == "quote":
        return True
    found = _quotations(segment.text)
    at = bisect_left(found, (start, 0)) - 1
    return at >= 0 and start < found[at][1]


@lru_cache(maxsize=4)
def _quotations(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _QUOTED.finditer(text)]


def is_mention(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand around just `text[start:end]`: it is spoken of, not used."""
    return text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS if start else False


def is_sic(text: str, end: int) -> bool:
    """Whether what ends at `end`, or the word behind it, is marked as found so."""
    return _SIC.match(text, end) is not None
