"""Which English a site is written in, if it is English: told by the spelling of its words."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from postlint.content.document import Document
from postlint.language.english import is_english
from postlint.language.variants import Side, variants_in

_FEWEST_WORDS: Final = 30
_FEWEST_POSTS: Final = 10
_FEWEST_DIFFERENT: Final = 4
"""So many words are no fancy of a single one, such as "theatre" in America."""
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
    """Words with two spellings in small letters, so no names, each once a post."""
    alike: int
    """How many of these are spelt as in the locale."""
    is_other: bool
    """Whether most posts do not read as English at all."""


def house_locale(docs: Iterable[Document]) -> HouseLocale:
    """The locale of a site, told from some of its posts, parsed with their bodies."""
    uses: dict[Side, Counter[str]] = {"british": Counter(), "american": Counter()}
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
                (variant.side, word)
                for word in doc.prose.words
                if word.islower()
                for variant in variants_in(word).values()
                if variant.family != _FREE
            ]
            for side, word in found:
                uses[side][word] += 1
            with_side += bool(found)
    side = max(uses, key=lambda one: uses[one].total())
    alike, words = uses[side].total(), sum(one.total() for one in uses.values())
    is_sure = with_side >= _FEWEST_POSTS and _is_sure(uses[side], words)
    is_other = posts[False] >= max(_OTHER * posts.total(), 1)
    return HouseLocale(_LOCALES[side] if is_sure else "", words, alike, is_other)


def _is_sure(alike: Counter[str], words: int) -> bool:
    """Whether enough of the words are spelt alike, also without the one that is used most."""
    most = max(alike.values(), default=0)
    return (
        len(alike) >= _FEWEST_DIFFERENT
        and words >= _FEWEST_WORDS
        and alike.total() - most >= _SURE * (words - most)
    )
