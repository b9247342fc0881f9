"""The categories, tags and topics that posts are filed under: what each says, and who says it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.content.document import Document
from postlint.content.language import Language
from postlint.content.prose import WORD
from postlint.content.site_facts import SiteFacts, by_date
from postlint.language.lexicon import Knows, Lexicon, lexicon_for
from postlint.model.span import Span
from postlint.rules.front_matter.entries import entries
from postlint.rules.front_matter.replacement import reads_as_written
from postlint.schema.published import is_out

KEYS: Final = (*("categories", "category", "section", "series", "tag", "tags", "topic", "topics"),)
"""The keys that posts are filed under."""
_MOST: Final = 200
"""So many are read in one post; nobody files a post under more."""
_LONGEST: Final = 60
"""Code points; what is longer is no name of anything."""

_COMMON: Final = 3.0
"""On the Zipf scale: what is rarer is no part of another word, but where it is a product."""


class Term(NamedTuple):
    """One thing that a post is filed under, and where the post says so, in code points."""

    key: str
    """In the singular, so that `tag` and `tags` are the same."""
    text: str
    start: int
    end: int
    is_plain: bool
    """Whether it is written as it reads, with quotes around it or without."""
    is_known: bool
    """Whether all of its words are known, or no lexicon could tell."""

    @property
    def span(self) -> Span:
        """The value as it is written."""
        return Span(self.start, self.end)


Terms = tuple[Term, ...]


class Use(NamedTuple):
    """The latest post that is filed under a term, and where it says so."""

    path: str
    term: Term


def terms_of(doc: Document, keys: tuple[str, ...]) -> Terms | None:
    """What a post is filed under, in the order of the keys; None for nothing, and for a draft."""
    return (tuple(_terms_in(doc, keys)) or None) if is_out(doc) else None


def uses_of(site: SiteFacts[Terms]) -> Counter[tuple[str, str]]:
    """How many posts are filed under each term, by key and text."""
    return Counter(use for post in site for use in {(one.key, one.text) for one in post.facts})


def latest_uses(
    site: SiteFacts[Terms], wanted: Collection[tuple[str, str]]
) -> Mapping[tuple[str, str], Use]:
    """The latest post of each of some terms of which something may be said, if there is one."""
    found: dict[tuple[str, str], tuple[tuple[bool, tuple[str, str]], Use]] = {}
    for post in site if wanted else ():
        order = (not post.is_muted, by_date(post))
        for term in post.facts:
            what = (term.key, term.text)
            if what in wanted and (what not in found or found[what][0] < order):
                found[what] = order, Use(post.path, term)
    return {what: use for what, (_, use) in found.items()}


def _terms_in(doc: Document, keys: tuple[str, ...]) -> Iterator[Term]:
    places = doc.front_matter.tree.places if doc.front_matter else {}
    for entry in entries(doc, keys):
        for index, text in _texts_in(entry.value, entry.key):
            place = places.get((entry.key,) if index is None else (entry.key, index))
            if place and 0 < len(text) <= _LONGEST:
                span = place.value
                is_plain = reads_as_written(doc.text[span.start : span.end], text)
                is_known = _is_known(text, doc.language)
                yield Term(_singular(entry.key), text, span.start, span.end, is_plain, is_known)


def _texts_in(value: Json, key: str) -> Sequence[tuple[int | None, str]]:
    """The texts under a key, each with its index in a list."""
    if isinstance(value, list):
        items = enumerate(value[:_MOST])
        return [(index, item) for index, item in items if isinstance(item, str)]
    # `categories: local news` are two categories in Jekyll and one elsewhere.
    is_several = isinstance(value, str) and key != _singular(key) and not value.isalnum()
    return [(None, value)] if isinstance(value, str) and not is_several else []


@lru_cache(maxsize=64)
def _singular(key: str) -> str:
    if key.endswith("ies") and key != "series":
        return f"{key[:-3]}y"
    return key if key == "series" else key.removesuffix("s")


@lru_cache(maxsize=4096)
def _is_known(text: str, language: Language) -> bool:
    lexicon = lexicon_for(language)
    return lexicon is None or all(_is_word(word.lower(), lexicon) for word in WORD.findall(text))


def _is_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is known, or is made of two common ones, as products are: nuxtjs, fastapi."""
    entry = lexicon.entry(word)
    if entry is not None:
        return not entry.knows & Knows.MISSPELLING
    cuts = range(2, len(word) - 1)
    return any(_is_part(word[:at], lexicon) and _is_part(word[at:], lexicon) for at in cuts)


def _is_part(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(word)
    return entry is not None and (entry.zipf >= _COMMON or bool(entry.knows & Knows.JARGON))
