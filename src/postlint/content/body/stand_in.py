"""An ASCII text that CommonMark reads as it reads another one, character for character."""

import re
from functools import lru_cache
from typing import Final

import pyromark

# DEL is to CommonMark what a letter beyond ASCII is: not a blank, not punctuation, and no part of
# the name of a tag, of an entity, of a scheme or of who gets mail.
_TO_ASCII: Final = bytes(range(0x80)) + b"\x7f" * 0x80
_CONTINUATION: Final = bytes(range(0x80, 0xC0))
_PUNCTUATION: Final = ord(",")

_BESIDE_DELIMITER: Final = re.compile(rb"\x7f(?:(?=[*_~])|(?<=[*_~]\x7f))")
# The label in `[é]: /x` and `[^é]: x`, `[é][]`, `[x][é]`. It holds but so many escapes, for each
# bracket that is one starts a search of its own.
_UP_TO_DEL: Final = rb"[^\\\[\]\x7f]*+(?:\\[^\x7f][^\\\[\]\x7f]*+){0,9}+\\?\x7f"
_UP_TO_BRACKET: Final = rb"[^\\\[\]]*+(?:\\.[^\\\[\]]*+){0,9}+\]"
_LABEL: Final = re.compile(
    rb"\[(?:(?<=\]\[)%b|%b%b(?::|\[\]))" % (_UP_TO_DEL, _UP_TO_DEL, _UP_TO_BRACKET), re.DOTALL
)


def stand_in(text: str) -> str:
    """The ASCII text, as long as `text`, which is itself given back if there is no such text.

    Which character it is that is not ASCII matters in two places only. Beside `*`, `_` and `~`
    it does if it is punctuation or a blank, and no character of ASCII is a blank there and
    nowhere else. And it tells one label from another. (That `[ß]` is also the label `[ss]` is
    lost.) Raises UnicodeEncodeError where a lone surrogate stands.
    """
    if text.isascii():
        return text
    ascii_text = bytearray(text.encode()).translate(_TO_ASCII, _CONTINUATION)
    if _LABEL.search(ascii_text):
        return text
    for found in _BESIDE_DELIMITER.finditer(ascii_text):
        at = found.start()
        if text[at].isspace():
            return text
        if _is_punctuation(text[at]):
            if text[at - 1 : at] == "\\":  # which would escape it
                return text
            ascii_text[at] = _PUNCTUATION
    return ascii_text.decode("ascii")


@lru_cache(maxsize=1024)
def _is_punctuation(character: str) -> bool:
    """Whether it is to the parser, whose version of Unicode need not be Python's."""
    return "<em>" not in pyromark.html(f"a*{character}a*")
