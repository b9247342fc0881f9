"""Find attribute lists: kramdown's `{: .note}`, Pandoc's `{#id .class key=value}`."""

from typing import Final

from postlint.content.body.blots import Blot
from postlint.content.body.code_ends import CodeEnds
from postlint.model.late_pattern import late_pattern

_LIST: Final = late_pattern(r"\{(?::[^{}\n]*|[.#][\w:-][^{}\n]*|[A-Za-z][\w-]*=[^{}\n]*)\}")
_BLOCK: Final = late_pattern(r"\{::(?:comment|nomarkdown)\b")
_LINE_END: Final = late_pattern(r"[ \t]*+(?=\r?\n|\Z)")
_LONGEST_INDENT: Final = 40


def attribute_list(text: str, ahead: CodeEnds, start: int) -> Blot | None:
    """The blot of the list that opens at `start`, if it is one.

    It leaves no trace after a word or at the end of a line, unless two words would join.
    """
    found = _LIST.match(text, start)
    if not found:
        return None
    end = found.end()
    if _BLOCK.match(text, start):
        block_end = ahead.find("{:/", end)
        closing = _LIST.match(text, block_end) if block_end >= 0 else None
        return Blot(start, closing.end() if closing else end)
    if text[start - 1 : start].strip():
        return Blot(start, end, is_visible=text[end : end + 1].isalnum())
    before = text[max(0, start - _LONGEST_INDENT) : start]
    word = before.rstrip(" \t")
    if word[-1:].strip() and _LINE_END.match(text, end):
        return Blot(start - len(before) + len(word), end, is_visible=False)
    return Blot(start, end)
