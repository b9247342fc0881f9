"""The hundred commonest words of a language: where few of them stand, a text is no prose of it."""

from typing import Final

from postlint.language.lexicon import Lexicon
from postlint.language.tokens import is_stop_word

_COMMON_ZIPF: Final = 6.0
"""From where on a word of another language than English is one of them."""


def is_common(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one of the hundred commonest."""
    if lexicon.language == "en":
        return is_stop_word(word)
    return lexicon.zipf(word.lower()) >= _COMMON_ZIPF
