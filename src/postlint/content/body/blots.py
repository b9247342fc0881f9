"""Replace what is not prose in a text, code point for code point, before Markdown is parsed."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from postlint.content.body.masks import BLOT, NOTHING

_INKED: Final = re.compile(r"\S[^\r\n]*")


class Blot(NamedTuple):
    """A half-open range of a text that is not prose, in code points."""

    start: int
    end: int
    is_visible: bool = True
    """Whether a placeholder stays in its place; if not, it holds no line end."""


def blot(text: str, blots: Iterable[Blot]) -> str:
    """The text with all blots covered but for line ends and indentation.

    The longest counts where blots overlap.
    """
    parts: list[str] = []
    at = 0
    for start, end, is_visible in sorted(blots, key=lambda found: (found.start, -found.end)):
        if start < at:
            continue
        parts.append(text[at:start])
        if is_visible:
            parts.append(_INKED.sub(_covered, text[start:end]))
        else:
            parts.append(BLOT + NOTHING * (end - start - 1))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def _covered(inked: re.Match[str]) -> str:
    return BLOT * len(inked[0])
