"""Which English a site is written in, if it is English: told by the spelling of its words."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from postlint.content.document import Document
from postlint.language.english import is_english
from postlint.language.variants import Side, variants_in

_FEWEST_WORDS: Final = 30
_FEWEST_POSTS: Final = 10
_SURE: Final = 0.95
_OTHER: Final = 0.8
_LOCALES: Final[dict[Side, Literal["en-GB", "en-US"]]] = {
    "british": "en-GB",
    "american": "en-US",
}
_FREE: Final = "-ise"
"""A family that says nothing: British houses spell it either way."""


class HouseLocale(NamedTuple):
    """What the posts say of the language they are in."""

    locale: str
    """`en-GB`, `en-US`, or "" where it cannot be told."""
    words: int
    """Words with two spellings, each once a post."""
    alike: int
    """How many of these are spelt as in the locale."""
    is_other: bool
    """Whether most posts do not read as English at all."""


def house_locale(docs: Iterable[Document]) -> HouseLocale:
    """The locale of a site, told from some of its posts, parsed with their bodies."""
    sides: Counter[Side] = Counter()
    posts: Counter[bool] = Counter()
    with_side = 0
    for doc in docs:
        body = [one for one in doc.segments if one.kind == "paragraph"]
        if not body:
            continue
        reads_english = is_english(max(body, key=lambda one: len(one.text)), doc.segments)
        posts[reads_english] += 1
        if reads_english:
            found = [
                variant.side
                for word in doc.prose.small_words
                for variant in variants_in(word).values()
                if variant.family != _FREE
            ]
            sides.update(found)
            with_side += bool(found)
    side, alike = max(sides.items(), key=lambda one: one[1], default=(None, 0))
    words = sides.total()
    is_sure = words >= _FEWEST_WORDS and with_side >= _FEWEST_POSTS and alike >= _SURE * words
    is_other = posts[False] >= max(_OTHER * posts.total(), 1)
    return HouseLocale(_LOCALES[side] if side and is_sure else "", words, alike, is_other)
