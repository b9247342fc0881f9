"""A table of terms made ready for searching: however many rows it has, a text costs the same."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from postlint.content.prose import Prose
from postlint.content.segment import Segment
from postlint.language.terms.entry import LET_BE, Entry, Ruling
from postlint.language.terms.inflections import other_forms
from postlint.language.terms.row import SPELLINGS, Match, Row, plain
from postlint.language.terms.starts import TOKEN, Starts
from postlint.language.terms.surroundings import begins_a_word, number_goes_on, stands_alone


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


class Table:
    """The rows, found by their first token."""

    def __init__(self) -> None:
        self._words: dict[str, Entry] = {}
        """By phrase: lower case, one space for any white space."""
        self._prefixes: dict[str, Entry] = {}
        """The same for the rows that are beginnings of words."""
        self._sizes: dict[str, tuple[_Size, ...]] = {}
        """By first token: how long the phrases that begin with it are, longest first."""
        self._starts: Final = Starts()

    def entry(self, phrase: str, match: Match) -> Entry:
        """The entry of a phrase, made where it is missing."""
        key = phrase.lower()
        entries = self._words if match == "word" else self._prefixes
        if key not in entries:
            entries[key] = Entry()
            self._index(TOKEN.findall(key), is_prefix=match == "prefix")
        return entries[key]

    def _index(self, tokens: Sequence[str], *, is_prefix: bool) -> None:
        is_stem = is_prefix and len(tokens) == 1
        size = _Size(len(tokens), len(tokens[-1]) if is_prefix else 0)
        for first in SPELLINGS.get(tokens[0], (tokens[0],)):
            if is_stem:
                self._starts.add_stem(first)
                continue
            self._starts.add(first, tokens[1:-1] if is_prefix else tokens[1:])
            known = self._sizes.get(first)
            self._sizes[first] = (size,) if known is None else _longest_first({*known, size})

    def hits_in(self, prose: Prose) -> Iterator[tuple[Segment, Hit]]:
        """The hits in a post, in the order of its text."""
        if not self._words and not self._prefixes:
            return
        for index, starts in prose.by_segment(self._starts.places(prose)):
            segment = prose.segments[index]
            yield from ((segment, hit) for hit in self._hits(segment.text, starts))

    def hits(self, text: str) -> Iterator[Hit]:
        """The hits: of terms that overlap the first, and then the longest."""
        return self._hits(text, (token.start() for token in TOKEN.finditer(text)))

    def _hits(self, text: str, starts: Iterable[int]) -> Iterator[Hit]:
        """The hits that begin at some places, given in their order."""
        free = 0
        for start in starts:
            if start < free:
                continue
            sizes = self._sizes_at(text, start)
            tokens = _spans(text, start, max(size.tokens for size in sizes)) if sizes else ()
            for size in sizes:
                if size.tokens > len(tokens):
                    continue
                end, ruling = self._ruling(text, start, tokens[size.tokens - 1], size.prefix)
                if ruling is not None:
                    free = end
                    if ruling.row is not None:
                        yield Hit(start, end, ruling.row, ruling.rights)
                    break

    def _sizes_at(self, text: str, start: int) -> Sequence[_Size]:
        """How long the phrases that begin with the token at `start` are, longest first."""
        token = TOKEN.match(text, start)
        if token is None:
            return ()
        first = token[0].lower()
        sizes = self._sizes.get(first, ())
        stems = self._starts.stems
        prefixes = [_Size(1, len(stem)) for stem in stems.of(first)] if stems else None
        return _longest_first({*sizes, *prefixes}) if prefixes else sizes

    def has_hit(self, text: str) -> bool:
        """Whether there is any; soon told where no term begins as a token of the text does."""
        stems = self._starts.stems
        for first in TOKEN.findall(text.lower()):
            if first in self._sizes or (stems and any(stems.of(first))):
                return next(self.hits(text), None) is not None
        return False

    def _ruling(
        self, text: str, start: int, last: tuple[int, int], prefix: int
    ) -> tuple[int, Ruling | None]:
        """What is said of the phrase from `start` to the token `last`, and where it ends."""
        end = last[1]
        cut = last[0] + prefix if prefix else end
        if cut > end:
            return end, None
        found = plain(text[start:cut])
        entry = (self._prefixes if prefix else self._words).get(found.lower())
        if entry is None:
            return end, None
        if prefix:
            is_free = begins_a_word(text, start) and not number_goes_on(text, end)
        else:
            is_free = stands_alone(text, start, end)
        if not is_free:
            return end, None
        ruling = entry.ruling(found)
        if ruling is None or ruling is LET_BE:
            return end, ruling
        if found in map(plain, ruling.rights):
            return end, LET_BE
        rest = text[cut:end]
        return end, Ruling(ruling.row, tuple(right + rest for right in ruling.rights))


def compile_rows(rows: Iterable[Row]) -> Table:
    """The table of some rows. What a row says outright counts more than a form made of another.

    A right form that holds a wrong one ("Nagorno-Karabakh" for "Karabakh") is let be.
    """
    table = Table()
    rights: dict[tuple[str, Match], None] = {}
    for wrong, row_rights, row in _spelt_out(tuple(rows)):
        plain_rights = tuple(map(plain, row_rights))
        protects = plain_rights == (wrong,)
        table.entry(wrong, row.match).add(wrong, Ruling(row, row_rights), row, protects=protects)
        for right in plain_rights:
            rights[right, row.match] = None
    for right, match in [one for one in rights if table.has_hit(one[0])]:
        table.entry(right, match).is_right = True
    return table


def _spelt_out(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[str, ...], Row]]:
    """What is wrong, what is right and who says it: the rows, then their inflected forms."""
    for row in rows:
        if wrong := plain(row.wrong):
            yield wrong, row.right, row
    for row in rows:
        if row.inflect:
            for form in other_forms(row.wrong, row.right, row.inflect):
                yield plain(form.wrong), form.rights, row


def _longest_first(sizes: Iterable[_Size]) -> tuple[_Size, ...]:
    """More tokens before fewer; of as many the whole phrase first, then the longer beginning."""
    return tuple(sorted(sizes, key=lambda size: (-size.tokens, size.prefix > 0, -size.prefix)))


def _spans(text: str, start: int, count: int) -> Sequence[tuple[int, int]]:
    """The next tokens, at most so many."""
    return [token.span() for token in islice(TOKEN.finditer(text, start), count)]
