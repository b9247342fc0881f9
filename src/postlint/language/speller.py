"""Reads posts for spelling: which words are wrong, what was meant, and how sure that is."""

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from postlint.content.document import Document
from postlint.content.language import Language
from postlint.content.prose import Prose
from postlint.language.lexicon import Knows, Lexicon, lexicon_for
from postlint.language.name_pairs import other_forms
from postlint.language.other_language import is_other_language
from postlint.language.suspects import examine
from postlint.language.tokens import Token, bare, tokens_of
from postlint.language.verdict import Verdict, judge, variant
from postlint.model.span import Span

_SURE_ZIPF: Final = 2.6
"""A word this frequent is one, unless it is a known misspelling."""
_SHORTEST: Final = 3
_SHORTEST_IN_CAPITALS: Final = 6
"""Shorter words in capitals are abbreviations."""
_MOST_REMEMBERED: Final = 200_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a lexicon makes of a post."""

    unknown: tuple[Token, ...]
    """The words that it does not vouch for and that nobody accepts, in the order of the text."""
    verdicts: tuple[Verdict, ...]
    """On those of them that are near to other words, and on names in two forms; in that order."""


class Speller:
    """Reads posts with one lexicon, and remembers which words are good."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon: Final = lexicon
        self._good: set[str] = set()
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
        doubtful = doc.prose.words - self._good
        if doubtful:
            good = set(filter(self._is_good, doubtful))
            if len(self._good) > _MOST_REMEMBERED:
                self._good.clear()
            self._good |= good
            doubtful -= good
        tokens = self._tokens(doc.prose, doubtful) if doubtful else []
        return tuple([token for token in tokens if not doc.vocabulary.accepts(token.text)])

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

    def _tokens(self, prose: Prose, wanted: Set[str]) -> list[Token]:
        """The wanted words, but for paragraphs in another language."""
        tokens: list[Token] = []
        for _, group in groupby(tokens_of(prose, wanted), key=lambda token: id(token.segment)):
            found = list(group)
            if not is_other_language(found[0].segment, len(found), self.lexicon):
                tokens += found
        return tokens

    def _is_spelt(self, text: str) -> bool:
        """Whether a stretch has no letter but those that words of the language are spelt with."""
        letters = self.lexicon.letters
        return letters.issuperset(text.lower()) if letters else text.isascii()

    def _is_good(self, text: str) -> bool:
        """Whether a stretch of letters is surely a word, or surely nothing to judge as one."""
        if not self._is_spelt(text):
            return True
        word = bare(text).lower()
        if not (text.islower() or text[1:].islower()):
            is_capitals = text.isupper() and len(word) >= _SHORTEST_IN_CAPITALS
            return not (is_capitals and self.lexicon.corrections(word))
        entry = self.lexicon.entry(word)
        if len(word) < _SHORTEST or entry is None:
            return len(word) < _SHORTEST
        if entry.knows & Knows.MISSPELLING:
            return False
        return bool(entry.knows & (Knows.DICTIONARY | Knows.JARGON)) or entry.zipf >= _SURE_ZIPF


def _place(verdict: Verdict) -> Span:
    return verdict.token.segment.source_span(verdict.token.start, verdict.token.end)


@lru_cache(maxsize=8)
def speller_for(language: Language) -> Speller | None:
    """The speller for posts in a language; None where no lexicon has it. Raises LexiconError."""
    lexicon = lexicon_for(language)
    return None if lexicon is None else Speller(lexicon)
