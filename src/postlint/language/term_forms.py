"""One term in several forms across a site: e-mail and email, web site and website.

Two forms are of one term where they have the same letters: with a hyphen, in two words or in one,
with other capitals inside (Github and GitHub); or where they are the British and the American
spelling of a word.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from postlint.content.document import Document
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.speller import speller_for
from postlint.language.tokens import bare, is_stop_word
from postlint.language.variants import variants_in

_HYPHENATED: Final = re.compile(
    r"(?<![\w.@/&#-])[^\W\d_]{1,30}+(?:[-‐‑][^\W\d_]{1,30}+){1,3}+(?![\w@/(-]|\.\w)"
)
_HYPHENS: Final = re.compile(r"[-‐‑]")
_PARTICLES: Final = frozenset(
    """
    again ahead along apart around aside away back between both day days down each ever every good
    long many month much off on once one ones over same self such through time times together under
    very way well
    """.split()  # noqa: SIM905
)
"""What makes with the word beside it something else than both in one word: set up, setup."""
_SHORTEST_JOINED: Final = 5
_FAR_MORE: Final = 3
_MOST_FORMS: Final = 1_000_000
"""Of more forms those that one post alone has are forgotten (lossy counting)."""


class FormUse(NamedTuple):
    """How a site uses one form of a term."""

    text: str
    """In small letters where capitals say nothing."""
    posts: int
    times: int
    path: str
    """The first post that has it."""


class Term(NamedTuple):
    """One term and its forms."""

    forms: tuple[FormUse, ...]
    """Two or more, the one in most posts first."""

    @property
    def mixed(self) -> int:
        """In how many posts a form stands that is not the main one; twice where two do."""
        return sum(form.posts for form in self.forms[1:])

    @property
    def right(self) -> str | None:
        """The form that stands in far more posts than any other; None where there is none."""
        main, second = self.forms[:2]
        return main.text if main.posts >= _FAR_MORE * second.posts else None

    @property
    def wrong(self) -> tuple[str, ...]:
        """The other forms, but for those that are right beside the main one.

        In small letters a program is called; with a capital a sentence begins; and two words have
        a hyphen before another one.
        """
        return tuple(
            form.text for form in self.forms[1:] if not _may_both_be(self.forms[0].text, form.text)
        )


class _Uses:
    """Counts of one form."""

    __slots__ = ("path", "posts", "times")

    def __init__(self, path: str) -> None:
        self.posts = 0
        self.times = 0
        self.path = path


class TermForms:
    """Counts the forms of all words of a site, post by post."""

    def __init__(self) -> None:
        self.posts = 0
        """How many were added."""
        self._uses: dict[str, _Uses] = {}

    def add(self, doc: Document) -> None:
        """Count the forms in one post."""
        self.posts += 1
        for form, times in _forms(doc).items():
            uses = self._uses.get(form)
            if uses is None:
                uses = self._uses[form] = _Uses(doc.path)
            uses.posts += 1
            uses.times += times
        if len(self._uses) > _MOST_FORMS:
            self._uses = {form: uses for form, uses in self._uses.items() if uses.posts > 1}

    def terms(self, least_posts: int = 1) -> tuple[Term, ...]:
        """The terms in several forms, the one mixed in most posts first.

        Only those whose main form stands in `least_posts` posts.
        """
        groups: dict[str, list[FormUse]] = defaultdict(list)
        for form, uses in self._uses.items():
            groups[_term_of(form)].append(FormUse(form, uses.posts, uses.times, uses.path))
        found = (Term(_told(forms)) for forms in groups.values() if len(forms) > 1)
        kept = (
            term for term in found if len(term.forms) > 1 and term.forms[0].posts >= least_posts
        )
        return tuple(sorted(kept, key=lambda term: (-term.mixed, term.forms[0].text)))


def _forms(doc: Document) -> Counter[str]:
    """How often each form stands in a post."""
    prose = doc.prose
    speller = speller_for(doc.language)
    lexicon = speller.lexicon if speller else None
    forms: Counter[str] = Counter()
    for written, times in Counter(prose.letters.split()).items():
        form = _form_of(bare(written), lexicon)
        if form:
            forms[form] += times
    if "-" in prose.text or "‑" in prose.text or "‐" in prose.text:
        forms.update(_HYPHENS.sub("-", one).lower() for one in _HYPHENATED.findall(prose.text))
    if lexicon is not None:
        forms.update(_in_two_words(doc, lexicon))
    return forms


def _form_of(word: str, lexicon: Lexicon | None) -> str:
    """A word as the form that it is counted as; "" for an abbreviation.

    A capital at the beginning says something of names alone.
    """
    if word.islower():
        return word
    if not word[1:].islower():
        return "" if word.isupper() else word
    return word if lexicon is None or _may_be_name(word.lower(), lexicon) else word.lower()


@lru_cache(maxsize=100_000)
def _may_be_name(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(word)
    return entry is None or not entry.knows & Knows.DICTIONARY or bool(entry.knows & Knows.PROPER)


def _in_two_words(doc: Document, lexicon: Lexicon) -> Iterator[str]:
    """Two words side by side that are a word together, as often as they stand there."""
    prose = doc.prose
    pairs = {pair for pair in pairwise(prose.lower_words) if _is_word_together(*pair, lexicon)}
    for at, first, second in prose.side_by_side(pairs) if pairs else ():
        end = at + len(first)
        if prose.text[end].isspace() and prose.text.startswith(second[0], end + 1, end + 2):
            yield f"{first} {second}"


def are_particles(words: Sequence[str]) -> bool:
    """Whether one of several words in small letters says something else than both in one word."""
    return len(words) > 1 and any(is_stop_word(word) or word in _PARTICLES for word in words)


@lru_cache(maxsize=500_000)
def _is_word_together(first: str, second: str, lexicon: Lexicon) -> bool:
    if len(first) + len(second) < _SHORTEST_JOINED or "'" in first + second:
        return False
    entry = lexicon.entry(first + second)
    if entry is None or not entry.knows & (Knows.DICTIONARY | Knows.JARGON):
        return False
    return not are_particles((first, second))


@lru_cache(maxsize=500_000)
def _term_of(form: str) -> str:
    """What all forms of a term have in common."""
    letters = form.lower().replace("-", "").replace(" ", "")
    variant = variants_in(form).get(form) if form.isalpha() and form.isascii() else None
    return min(letters, variant.other) if variant else letters


def _may_both_be(main: str, other: str) -> bool:
    if main.lower() == other.lower():
        return main.islower() or other.islower()
    return main.replace("-", " ") == other.replace("-", " ")


def _told(forms: Iterable[FormUse]) -> tuple[FormUse, ...]:
    """The forms that are two ways to write one term, the one in most posts first.

    A capital at the beginning is none where no form has one inside; and two words with a hyphen are
    none where no form is one word: open source, open-source software.
    """
    told = sorted(forms, key=lambda one: (-one.posts, -one.times, one.text))
    if not any(form.text.isalpha() for form in told):
        return ()
    if any(form.text[1:] != form.text[1:].lower() for form in told):
        return tuple(told)
    by_letters: dict[str, FormUse] = {}
    for form in told:
        by_letters.setdefault(form.text.lower(), form)
    return tuple(by_letters.values())
