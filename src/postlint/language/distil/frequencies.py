"""How frequent the words of a language are, as wordfreq has counted them."""

import math
from collections.abc import Iterator
from typing import Final, Literal

from postlint.model.errors import UsageError

_WITHOUT_CASE: Final = frozenset(("ar", "bn", "he", "ja", "zh"))
"""Languages in whose scripts no capital tells a name, and so no word is judged."""


def frequencies(
    language: str, size: Literal["large", "best"] = "large"
) -> Iterator[tuple[str, float]]:
    """Each word and its frequency on the Zipf scale: log10 of its uses in a billion words.

    Raises UsageError where wordfreq is not installed or has not counted this language.
    """
    try:
        from wordfreq import available_languages, get_frequency_dict
    except ImportError:
        raise UsageError(
            "a lexicon is made with wordfreq, which is not installed: pip install 'postlint[build]'"
        ) from None
    known = available_languages(size).keys() - _WITHOUT_CASE
    if language not in known:
        names = ", ".join(sorted(known - {"en"}))
        raise UsageError(f'no lexicon can be made of "{language}"; choose from {names}')
    for word, frequency in get_frequency_dict(language, size).items():
        yield word, math.log10(frequency) + 9
