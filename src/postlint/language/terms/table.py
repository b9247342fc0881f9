"""A table of terms made ready for searching: however many rows it has, a text costs the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, NamedTuple

from postlint.content.prose import WORD, Prose
from postlint.content.segment import Segment
from postlint.language.terms.entry import LET_BE, Entry, Ruling
from postlint.language.terms.inflections import other_forms
from postlint.language.terms.row import SPELLINGS, Match, Row, plain
from postlint.language.terms.surroundings import begins_a_word, stands_alone

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")


class Hit(NamedTuple):
    """Where a text has what a row speaks of."""

    start: int
    end: int
    row: Row
    rights: tuple[str, ...]
    """What the house writes there instead, in the case of what was found."""


class _Size(NamedTuple):
    """How far a phrase goes from its first token on."""

    tokens: int
    prefix: int = 0
    """How many code points of the last token count; 0 for all of it."""


@dataclass
class Table:
    """The rows, found by their first token."""

    words: dict[str, Entry] = field(default_factory=dict)
    """By phrase: lower case, one space for any white space."""
    prefixes: dict[str, Entry] = field(default_factory=dict)
    """The same for the rows that are beginnings of words."""
    sizes: dict[str, tuple[_Size, ...]] = field(default_factory=dict)
    """By first token: how long the phrases that begin with it are, longest first."""
    stems: dict[str, tuple[_Size, ...]] = field(default_factory=dict)
    """The same by the beginning of a first token, for the prefixes that are one token."""

    def entry(self, phrase: str, match: Match) -> Entry:
        """The entry of a phrase, made where it is missing."""
        key = phrase.lower()
        entries = self.words if match == "word" else self.prefixes
        if key not in entries:
            entries[key] = Entry()
            tokens = _TOKEN.findall(key)
            size = _Size(len(tokens), len(tokens[-1]) if match == "prefix" else 0)
            sizes = self.stems if match == "prefix" and len(tokens) == 1 else self.sizes
            for first in SPELLINGS.get(tokens[0], (tokens[0],)):
                known = sizes.get(first)
                sizes[first] = (size,) if known is None else _longest_first({*known, size})
        return entries[key]

    def segments(self, prose: Prose) -> Sequence[Segment]:
        """The segments in which a term may begin; there are none in nearly all posts."""
        if not (self.sizes or self.stems) or not prose.segments:
            return ()
        if self._has_odd_stems or self._may_have_odd_terms(prose):
            return prose.segments
        words = prose.lower.replace("'", " ").split()
        found = self.sizes.keys() & words
        if self.stems:
            found = found | {word for word in set(words) if any(self._stem_sizes(word))}
        return prose.segments_at(prose.places_of(found))

    def hits(self, text: str) -> Iterator[Hit]:
        """The hits: of terms that overlap the first, and then the longest."""
        tokens = [match.span() for match in _TOKEN.finditer(text)]
        at = 0
        while at < len(tokens):
            step = 1
            start = tokens[at][0]
            for size in self._sizes_at(text, tokens[at]):
                if at + size.tokens > len(tokens):
                    continue
                end, ruling = self._ruling(text, start, tokens[at + size.tokens - 1], size.prefix)
                if ruling is not None:
                    step = size.tokens
                    if ruling.row is not None:
                        yield Hit(start, end, ruling.row, ruling.rights)
                    break
            at += step

    def has_hit(self, text: str) -> bool:
        """Whether there is any; soon told where no term begins as a word of the text does."""
        firsts = _TOKEN.findall(text.lower())
        if self.sizes.keys().isdisjoint(firsts) and not self.stems:
            return False
        return next(self.hits(text), None) is not None

    def _ruling(
        self, text: str, start: int, last: tuple[int, int], prefix: int
    ) -> tuple[int, Ruling | None]:
        """What is said of the phrase from `start` to the token `last`, and where it ends."""
        end = last[1]
        cut = last[0] + prefix if prefix else end
        found = plain(text[start:cut])
        entry = (self.prefixes if prefix else self.words).get(found.lower())
        if entry is None or cut > end:
            return end, None
        if not (begins_a_word(text, start) if prefix else stands_alone(text, start, end)):
            return end, None
        ruling = entry.ruling(found)
        if ruling is None or ruling is LET_BE:
            return end, ruling
        if found in map(plain, ruling.rights):
            return end, LET_BE
        rest = text[cut:end]
        return end, Ruling(ruling.row, tuple(right + rest for right in ruling.rights))

    def _sizes_at(self, text: str, token: tuple[int, int]) -> Iterable[_Size]:
        first = text[token[0] : token[1]].lower()
        sizes = self.sizes.get(first, ())
        if not self.stems:
            return sizes
        return (*sizes, *self._stem_sizes(first))

    def _stem_sizes(self, word: str) -> Iterator[_Size]:
        for length in self._stem_lengths:
            yield from self.stems.get(word[:length], ()) if length <= len(word) else ()

    @cached_property
    def _stem_lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(stem) for stem in self.stems}, reverse=True))

    @cached_property
    def _odd_words(self) -> frozenset[str]:
        """The first tokens that are marks or have digits, and so are among no words of a post."""
        return frozenset(token for token in self.sizes if not WORD.fullmatch(token))

    @cached_property
    def _has_odd_stems(self) -> bool:
        return any(not WORD.fullmatch(stem) for stem in self.stems)

    def _may_have_odd_terms(self, prose: Prose) -> bool:
        odd = self._odd_words
        return bool(odd) and not odd.isdisjoint(_tokens_but_words(prose.text))


def compile_rows(rows: Iterable[Row]) -> Table:
    """The table of some rows. What a row says outright counts more than a form made of another.

    A right form that holds a wrong one ("Nagorno-Karabakh" for "Karabakh") is let be.
    """
    table = Table()
    rights: dict[tuple[str, Match], None] = {}
    for wrong, row_rights, row in _spelt_out(tuple(rows)):
        table.entry(wrong, row.match).add(
            wrong, Ruling(row, row_rights), row, protects=row_rights == (wrong,)
        )
        rights.update(((plain(right), row.match), None) for right in row_rights)
    for right, match in [one for one in rights if table.has_hit(one[0])]:
        table.entry(right, match).is_right = True
    return replace(table)  # without what was remembered of the half of it


def _spelt_out(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[str, ...], Row]]:
    """What is wrong, what is right and who says it: the rows, then their inflected forms."""
    for row in rows:
        if wrong := plain(row.wrong):
            yield wrong, (wrong,) if row.protects else row.right, row
    for row in rows:
        if row.inflect and plain(row.wrong):
            for form in other_forms(row.wrong, row.right, row.inflect):
                yield plain(form.wrong), form.rights, row


def _longest_first(sizes: Iterable[_Size]) -> tuple[_Size, ...]:
    """More tokens before fewer; of as many the whole phrase first, then the longer beginning."""
    return tuple(sorted(sizes, key=lambda size: (-size.tokens, size.prefix > 0, -size.prefix)))


def _tokens_but_words(text: str) -> list[str]:
    words = text.lower().split()
    return _TOKEN.findall(" ".join(word for word in words if not WORD.fullmatch(word)))
