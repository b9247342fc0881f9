"""A house spells a name one way; readers and search lose the thread when a post does not."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.prose import WORD, Prose
from postlint.content.segment import Segment
from postlint.language.quotations import is_sic
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")

_APOSTROPHES: Final = ("'", "’", "ʼ")
_HYPHENS: Final = ("-", "‐", "‑")
_SPELLINGS: Final = {"'": _APOSTROPHES, "-": _HYPHENS}
_SAME: Final = str.maketrans({same: mark for mark, all_ in _SPELLINGS.items() for same in all_})
"""Between these the table makes no difference, as no reader does."""

_GLUED_BEHIND: Final = re.compile(r"\w|\+\+|#|['’](?![sS]\b)\w")
_SHORT_PREFIX: Final = re.compile(r"(?<!\w)\w{1,2}[-‐‑]\Z")

# In front matter a quote, colon or hash of the right form could end the value or its quotes.
_HARMLESS: Final = re.compile(r"\w(?:[\w .’–—-]*\w)?")
_MARKUP: Final = frozenset("\\`*[]<>|~$")


@dataclass(slots=True)
class _Term:
    """All that the table says of one phrase, in whatever case it is written."""

    exact: dict[str, str] = field(default_factory=dict)
    """By keys with capitals: what stands for exactly this, or for the same in capitals."""
    any_case: str | None = None
    """By a key without capitals: what stands for it in any case."""
    is_right: bool = False
    """Whether other spellings of it are to be left alone."""

    def add(self, wrong: str, right: str, *, is_right: bool) -> None:
        """Take in one row of the table."""
        self.is_right |= is_right
        if wrong != wrong.lower():
            self.exact[wrong] = right
            self.exact.setdefault(_capitalised(wrong), _capitalised(right))
        elif not is_right:
            self.any_case = right

    def right_for(self, found: str) -> str | None:
        """What the house writes for `found`; None where the table does not speak of it."""
        if found in self.exact:
            return self.exact[found]
        if self.exact and _is_capitals(found):
            return next(iter(self.exact.values())).upper()
        if self.any_case is not None:
            return _in_case_of(found, self.any_case)
        return found if self.is_right else None


@dataclass(frozen=True)
class _Table:
    """The terms, found by their first token, however many there are."""

    terms: dict[str, _Term]
    """By phrase: lower case, one space for any white space."""
    lengths: dict[str, tuple[int, ...]]
    """By first token: how many tokens the phrases that begin with it have, longest first."""

    def term(self, phrase: str) -> _Term:
        """The entry of a phrase, made where it is missing."""
        phrase = phrase.lower()
        if phrase not in self.terms:
            self.terms[phrase] = _Term()
            tokens = _TOKEN.findall(phrase)
            for first in _SPELLINGS.get(tokens[0], (tokens[0],)):
                known = self.lengths.get(first, ())
                self.lengths[first] = tuple(sorted({*known, len(tokens)}, reverse=True))
        return self.terms[phrase]

    def segments(self, prose: Prose) -> Sequence[Segment]:
        """The segments in which a term may begin; there are none in nearly all posts."""
        if self._no_words and not self._no_words.isdisjoint(_tokens_but_words(prose.text)):
            return prose.segments
        found = self.lengths.keys() & prose.lower.replace("'", " ").split()
        return prose.segments_at(prose.places_of(found))

    @cached_property
    def _no_words(self) -> frozenset[str]:
        """The first tokens that are marks or have digits, and so are among no words of a post."""
        return frozenset(token for token in self.lengths if not WORD.fullmatch(token))

    def hits(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and right form of each hit: of terms that overlap the first, then longest."""
        tokens = [match.span() for match in _TOKEN.finditer(text)]
        at = 0
        while at < len(tokens):
            start, end = tokens[at]
            step = 1
            for length in self.lengths.get(text[start:end].lower(), ()):
                if at + length > len(tokens):
                    continue
                end = tokens[at + length - 1][1]
                right = self._right_for(text, start, end)
                if right is not None:
                    step = length
                    if _plain(right) != _plain(text[start:end]):
                        yield start, end, right
                    break
            at += step

    def _right_for(self, text: str, start: int, end: int) -> str | None:
        found = _plain(text[start:end])
        term = self.terms.get(found.lower())
        if term is None or not _stands_alone(text, start, end):
            return None
        return term.right_for(found)


@dataclass(frozen=True)
class HouseTerm:
    """Report a word or phrase that the house writes otherwise, as its table of terms says.

    A term in small letters is found in any case, and its replacement follows: with `teh = "the"`,
    Teh becomes The and TEH becomes THE; a replacement that has capitals of its own keeps them.
    A term with capitals is found as it is written, at the start of a sentence, and in capitals
    throughout: with `Kiev = "Kyiv"`, KIEV becomes KYIV, and kiev is left alone. White space in a
    term stands for any white space, a line break too. The longest term counts. A term is not found
    inside a longer word, nor where the right form already stands; a term that is its own
    replacement protects a phrase: `"chicken Kiev" = "chicken Kiev"`.
    """

    meta: ClassVar = RuleMeta(
        name="house-term",
        group="words",
        summary="a word or phrase is not in house style",
        severity=Severity.ERROR,
        fix="sometimes",
        examples=(
            Good("Without a table of terms, Karakbakh is let be.\n"),
            Good(
                "Karakbakhis live in Nagorno-Karabakh.\n",
                options={"terms": {"Karakbakh": "Karabakh", "Karabakh": "Nagorno-Karabakh"}},
            ),
            Good(
                "He ate chicken Kiev in Kyiv; `Kiev` is code, kiev is not the city.\n",
                options={"terms": {"Kiev": "Kyiv", "chicken Kiev": "chicken Kiev"}},
            ),
            Bad(
                "The Karakbakh war. KARAKBAKH'S WAR.\n",
                at=("1:5", "1:20"),
                fixed="The Karabakh war. KARABAKH'S WAR.\n",
                options={"terms": {"Karakbakh": "Karabakh"}},
            ),
            Bad(
                "Teh war in teh north. TEH END.\n",
                at=("1:1", "1:12", "1:23"),
                fixed="The war in the north. THE END.\n",
                options={"terms": {"teh": "the"}},
            ),
            Bad(
                "Troops in Nagorny-Karabakh and in Nagorny\nKarabakh.\n",
                at=("1:11", "1:35"),
                fixed="Troops in Nagorno-Karabakh and in Nagorno\nKarabakh.\n",
                options={
                    "terms": {
                        "Nagorny-Karabakh": "Nagorno-Karabakh",
                        "Nagorny Karabakh": "Nagorno Karabakh",
                        "Karabakh": "Artsakh",
                    }
                },
            ),
        ),
    )
    terms: Mapping[str, str] = field(default_factory=dict)

    def check(self, doc: Document) -> Iterator[Problem]:
        """All terms that the house writes otherwise, in the order of the text."""
        table = self._table
        for segment in table.segments(doc.prose) if table.terms else ():
            for start, end, right in table.hits(segment.text):
                if not is_sic(segment.text, end):
                    yield _problem(segment, start, end, right)

    @cached_property
    def _table(self) -> _Table:
        return _compile(self.terms)


def _compile(terms: Mapping[str, str]) -> _Table:
    table = _Table({}, {})
    rights = set()
    for key, right in terms.items():
        if wrong := _plain(key):
            plain_right = _plain(right)
            table.term(wrong).add(wrong, right, is_right=wrong == plain_right)
            rights.add(plain_right)
    # A right form that holds a wrong one ("Nagorno-Karabakh" for "Karabakh") is let be.
    for right in [right for right in rights if next(table.hits(right), None)]:
        table.term(right).is_right = True
    return table


def _tokens_but_words(text: str) -> list[str]:
    words = text.lower().split()
    return _TOKEN.findall(" ".join(word for word in words if not WORD.fullmatch(word)))


def _plain(phrase: str) -> str:
    """A phrase with one space for any white space, and one kind of apostrophe and hyphen."""
    plain = " ".join(phrase.split())
    return plain if plain.isascii() else plain.translate(_SAME)


def _is_capitals(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _in_case_of(found: str, right: str) -> str:
    """The right form in capitals, with an initial capital or as it is, as the found one was."""
    if _is_capitals(found):
        return right.upper()
    if right != right.lower():
        return right
    words = found.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return " ".join(map(_capitalised, right.split()))
    return _capitalised(right) if found[0].isupper() else right


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no part of a longer word, as in O'Brien, don't or e-mail.

    A possessive (Kiev's), a compound (Kiev-based) and an article run into a name (l'Ukraine)
    leave a term what it is; one that has no letter or digit ("&") needs no room.
    """
    if not any(char.isalnum() for char in text[start:end]):
        return True
    return not _is_glued_before(text, start) and not (
        _GLUED_BEHIND.match(text, end) or (end < len(text) and _is_mark(text[end]))
    )


def _is_glued_before(text: str, start: int) -> bool:
    if start == 0:
        return False
    before = text[start - 1]
    if before in _APOSTROPHES:
        runs_in = text[start].isupper() and text[start - 2 : start - 1].islower()
        return text[start - 2 : start - 1].isalnum() and not runs_in
    if before in _HYPHENS:
        prefix = _SHORT_PREFIX.search(text, max(0, start - 4), start)
        return prefix is not None and not text[start].isupper()
    return before.isalnum() or before in "_@#" or _is_mark(before)


def _is_mark(char: str) -> bool:
    """Whether a character only changes the one before it, as a combining accent does."""
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"


def _problem(segment: Segment, start: int, end: int, right: str) -> Problem:
    found = " ".join(segment.text[start:end].split())
    message = f'"{found}" is "{right}" in house style'
    if not right:
        message = f'"{found}" is not used in house style'
    return Problem(
        span=segment.source_span(start, end),
        message=message,
        suggestions=(right,) if right else (),
        fix=_fix(segment, start, end, right),
    )


def _fix(segment: Segment, start: int, end: int, right: str) -> Fix | None:
    """Replace the whole where it stands in one piece; else word by word, around the markup."""
    in_front_matter = segment.kind in ("title", "description")
    if not right or (in_front_matter and not _HARMLESS.fullmatch(right)):
        return None
    title = f'replace with "{right}"'
    safe = _MARKUP.isdisjoint(right)
    found = segment.text[start:end]
    is_whole = segment.is_verbatim(start, end)
    if is_whole and "\n" not in found:
        return Fix(title, (Edit(segment.source_span(start, end), right),), safe)
    words = [(start + word.start(), start + word.end()) for word in re.finditer(r"\S+", found)]
    new_words = right.split()
    if len(words) != len(new_words) or not all(segment.is_verbatim(*word) for word in words):
        edit = Edit(segment.source_span(start, end), right)
        return Fix(title, (edit,), safe) if is_whole else None
    edits = tuple(
        Edit(segment.source_span(*word), new)
        for word, new in zip(words, new_words, strict=True)
        if segment.text[slice(*word)] != new
    )
    return Fix(title, edits, safe)
