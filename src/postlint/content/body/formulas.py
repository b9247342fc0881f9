"""Tell a formula from a price, and find its end, in the notation of TeX and MathJax."""

from typing import Final

from postlint.content.body.code_ends import CodeEnds
from postlint.model.late_pattern import late_pattern

MATH_ENVIRONMENT: Final = (
    "(?:equation|align|aligned|alignat|gather|gathered|multline|split|eqnarray|displaymath|math"
    "|array|cases|matrix|pmatrix|bmatrix|vmatrix|tikzpicture|tabular|CD)\\*?"
)
"""The pattern of what stands in `\\begin{}`. A closed list, so that each is looked for but once."""

_DOLLARS: Final = late_pattern(
    r"\$(?![\s$])((?:[^$\\`\n]|\\[^\n]|\n(?![ \t]*\r?\n)){1,500}+)\$(?![\w$])"
)
_MATH: Final = late_pattern(r"\\[A-Za-z]|[\^_=]|\\[{},;!]")
_SYMBOLS: Final = late_pattern(r"(?!(?s:.*)[A-Za-z]{2})(?=[\d\W]*[A-Za-z])[\w\s()+*/,.<>|!'-]+")
_LONGEST: Final = 2000


def end_of_formula(text: str, ahead: CodeEnds, start: int, opener: str) -> int | None:
    """Where the formula ends that `opener` opens at `start`; None where it is no formula."""
    if opener == "$":
        return _end_of_dollar(text, start)
    if opener == "$$":
        return _end_of_brackets(text, ahead, start, "$$", "$$")
    if opener.endswith("}"):
        closer = opener.replace("begin", "end")
        found = ahead.find(closer, start + len(opener))
        return found + len(closer) if found >= 0 else None
    if opener[-1] in "([":
        closer = opener[:-1] + (")" if opener[-1] == "(" else "]")
        return _end_of_brackets(text, ahead, start, opener, closer)
    return None


def _end_of_dollar(text: str, start: int) -> int | None:
    """`$x$` holds mathematics and is no two prices: "A$6", "$5-$6", "$2,000 to $5,000"."""
    found = _DOLLARS.match(text, start)
    if not found or text[start - 1 : start].isalnum() or found[1][-1].isspace():
        return None
    return found.end() if _MATH.search(found[1]) or _SYMBOLS.fullmatch(found[1]) else None


def _end_of_brackets(
    text: str, ahead: CodeEnds, start: int, opener: str, closer: str
) -> int | None:
    """Prose too escapes brackets, as in `\\[sic\\]`, and calls restaurants `$$$`."""
    inside_start = start + len(opener)
    inside_end = ahead.find_in_paragraph(closer, inside_start)
    if inside_end < 0 or inside_end - inside_start > _LONGEST:
        return None
    is_math = _MATH.search(text, inside_start, inside_end) or (
        opener == "$$" and _SYMBOLS.fullmatch(text, inside_start, inside_end)
    )
    return inside_end + len(closer) if is_math else None
