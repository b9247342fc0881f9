"""Reads posts for spelling: which words are wrong, what was meant, and how sure that is."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from postlint.content.document import Document
from postlint.content.language import Language
from postlint.content.prose import Prose
from postlint.language.lexicon import Knows, Lexicon, lexicon_for
from postlint.language.name_pairs import other_forms
from postlint.language.other_language import is_other_language
from postlint.language.suspects import examine
from postlint.language.tokens import Token, bare, tokens_of
from postlint.language.variants import variants_in
from postlint.language.verdict import Verdict, judge, variant
from postlint.model.span import Span

_SURE_ZIPF: Final = 2.6
"""A word this frequent is one, unless it is a known misspelling."""
_SHORTEST: Final = 3
_SHORTEST_IN_CAPITALS: Final = 6
"""Shorter words in capitals are abbreviations."""
_MOST_REMEMBERED: Final = 200_000


class Reading(NamedTuple):
    """What a lexicon makes of a post."""

    unknown: tuple[Token, ...]
    """The words that it does not vouch for and that nobody accepts, in the order of the text."""
    verdicts: tuple[Verdict, ...]
    """On those of them that are near to other words, and on names in two forms; in that order."""


class OddWords(NamedTuple):
    """The words of a post that are not plain, in small letters."""

    words: frozenset[str]
    doubtful: frozenset[str]
    """Those of them that the lexicon does not vouch for."""


class Speller:
    """Reads posts with one lexicon, and remembers which words are plain.

    A plain word is good however it is written, and has one spelling. Nearly all words of a post
    are, and have been met in posts before: they are told by one look at all of them at once.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon: Final = lexicon
        self._plain: set[str] = set()
        self._odd: dict[str, bool] = {}
        """The other words that were met, and whether the lexicon does not vouch for them."""
        self._last: tuple[Document, Reading] | None = None

    def read(self, doc: Document) -> Reading:
        """Read a post.

        The last one is remembered: several rules ask about it one after the other.
        """
        last = self._last
        if last is not None and last[0] is doc:
            return last[1]
        unknown = self.unknown(doc)
        suspects = examine(doc, unknown, self.lexicon) if unknown else ()
        judged = [judge(suspect, self.lexicon) for suspect in suspects]
        reading = Reading(unknown, self._with_variants(doc, judged))
        self._last = (doc, reading)
        return reading

    def unknown(self, doc: Document) -> tuple[Token, ...]:
        """The words that the lexicon does not vouch for and that nobody accepts, in order."""
        doubtful = self.odd_words(doc).doubtful
        uses = doc.prose.uses_of(doubtful) if doubtful else ()
        unknown = [(at, text) for at, text in uses if not _is_good(text, self.lexicon)]
        tokens = self._tokens(doc.prose, unknown) if unknown else []
        return tuple([token for token in tokens if not doc.vocabulary.accepts(token.text)])

    def odd_words(self, doc: Document) -> OddWords:
        """The words of a post that a rule may have something to say of; made once for a post."""
        known = doc.derived.get(self)
        if isinstance(known, OddWords):
            return known
        if len(self._plain) + len(self._odd) > _MOST_REMEMBERED:
            self._plain.clear()
            self._odd.clear()
        odd = doc.prose.small_words - self._plain
        for word in odd.difference(self._odd):
            is_good = _is_good(word, self.lexicon)
            if is_good and not variants_in(word):
                self._plain.add(word)
            else:
                self._odd[word] = not is_good
        odd -= self._plain
        doc.derived[self] = found = OddWords(odd, frozenset(filter(self._odd.__getitem__, odd)))
        return found

    def _with_variants(self, doc: Document, verdicts: list[Verdict]) -> tuple[Verdict, ...]:
        """Verdicts and those on names that are known words, or have been found to be no slips."""
        told = {_place(one) for one in verdicts if one.kind != "unknown-word"}
        variants = {
            _place(one): one
            for one in map(variant, other_forms(doc.prose, self.lexicon))
            if _place(one) not in told and not doc.vocabulary.accepts(one.token.text)
        }
        if variants:
            verdicts = [one for one in verdicts if _place(one) not in variants]
            verdicts = sorted((*verdicts, *variants.values()), key=_place)
        return tuple(verdicts)

    def _tokens(self, prose: Prose, uses: Iterable[tuple[int, str]]) -> list[Token]:
        """Words of a post, but for paragraphs in another language."""
        tokens: list[Token] = []
        for _, group in groupby(tokens_of(prose, uses), key=lambda token: id(token.segment)):
            found = list(group)
            if not is_other_language(found[0].segment, len(found), self.lexicon):
                tokens += found
        return tokens


@lru_cache(maxsize=20_000)
def _is_good(text: str, lexicon: Lexicon) -> bool:
    """Whether a stretch of letters is surely a word, or surely nothing to judge as one.

    What is good in small letters is good with capitals, too.
    """
    if not _is_spelt(text, lexicon):
        return True
    word = bare(text).lower()
    if not (text.islower() or text[1:].islower()):
        is_capitals = text.isupper() and len(word) >= _SHORTEST_IN_CAPITALS
        return not (is_capitals and lexicon.corrections(word))
    entry = lexicon.entry(word)
    if len(word) < _SHORTEST or entry is None:
        return len(word) < _SHORTEST
    if entry.knows & Knows.MISSPELLING:
        return False
    return bool(entry.knows & (Knows.DICTIONARY | Knows.JARGON)) or entry.zipf >= _SURE_ZIPF


def _is_spelt(text: str, lexicon: Lexicon) -> bool:
    """Whether a stretch has no letter but those that words of the language are spelt with."""
    letters = lexicon.letters
    return letters.issuperset(text.lower()) if letters else text.isascii()


def _place(verdict: Verdict) -> Span:
    return verdict.token.segment.source_span(verdict.token.start, verdict.token.end)


@lru_cache(maxsize=8)
def speller_for(language: Language) -> Speller | None:
    """The speller for posts in a language; None where no lexicon has it. Raises LexiconError."""
    lexicon = lexicon_for(language)
    return None if lexicon is None else Speller(lexicon)
