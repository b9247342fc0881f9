"""How frequent the words of a language are, as wordfreq has counted them."""

import math
from collections.abc import Iterator
from typing import Literal

from postlint.model.errors import UsageError


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
    if language not in available_languages(size):
        known = ", ".join(sorted(available_languages(size)))
        raise UsageError(f'wordfreq has not counted enough of "{language}"; it has {known}')
    for word, frequency in get_frequency_dict(language, size).items():
        yield word, math.log10(frequency) + 9
