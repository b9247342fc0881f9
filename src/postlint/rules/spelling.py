"""What the spelling rules say: one problem for each verdict of the speller."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from typing import Final, get_args
from zlib import crc32

from postlint.content.document import Document
from postlint.content.facts import UnknownWord, VerdictKind
from postlint.language.derived import is_derived
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.quotations import is_quoted
from postlint.language.speller import speller_for
from postlint.language.tokens import Token
from postlint.language.verdict import Verdict
from postlint.model.finding import Edit, Fix, Problem

SPELLING_RULES: Final = frozenset(get_args(VerdictKind))
"""The names of the rules that report what the speller says."""
_PASSAGE: Final = 25
"""How many characters before and after a word make its passage."""
_MOST_PASSAGES: Final = 3
_MOST_UNKNOWN: Final = 1_000
"""A post with more unknown words than that is no post, and says little about the others."""


def problems(
    doc: Document, kind: VerdictKind, message: Callable[[Verdict], str]
) -> Iterator[Problem]:
    """The problems of one kind in a post, in the order of its text."""
    speller = speller_for(doc.language)
    for verdict in speller.read(doc).verdicts if speller else ():
        if verdict.kind == kind:
            token = verdict.token
            yield Problem(
                span=token.segment.source_span(token.start, token.end),
                message=message(verdict),
                suggestions=verdict.suggestions,
                fix=_fix(verdict),
            )


def strangers(doc: Document) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """The unknown words of a post that are not reported as slips, with what may be meant."""
    speller = speller_for(doc.language)
    if speller is not None:
        reading = speller.read(doc)
        verdicts = {id(one.token): one for one in reading.verdicts}
        for token in reading.unknown:
            verdict = verdicts.get(id(token))
            if verdict is None or verdict.kind == "unknown-word":
                yield token, verdict.suggestions if verdict else ()


def unknown_words(doc: Document, reporting: Collection[str]) -> tuple[UnknownWord, ...]:
    """The unknown words of a post, the most frequent first; `reporting` names the rules asked."""
    speller = speller_for(doc.language)
    reading = speller.read(doc) if speller else None
    if speller is None or reading is None or not reading.unknown:
        return ()
    kinds = {id(one.token): one.kind for one in reading.verdicts}
    uses: dict[str, list[tuple[Token, VerdictKind]]] = defaultdict(list)
    for token in reading.unknown:
        uses[token.word].append((token, kinds.get(id(token), "unknown-word")))
    words = sorted(uses, key=lambda word: (-len(uses[word]), word))
    return tuple(
        _unknown_word(doc, uses[word], reporting, speller.lexicon) for word in words[:_MOST_UNKNOWN]
    )


def _unknown_word(
    doc: Document,
    uses: list[tuple[Token, VerdictKind]],
    reporting: Collection[str],
    lexicon: Lexicon,
) -> UnknownWord:
    token, kind = next((one for one in uses if one[1] in reporting), uses[0])
    is_listed, may_be_right = _standing(token.word, lexicon)
    return UnknownWord(
        word=token.word,
        times=len(uses),
        capitals=sum(not one.text.islower() for one, _ in uses),
        passages=tuple(sorted({_passage(one) for one, _ in uses[:_MOST_PASSAGES]})),
        start=doc.lines.position(token.segment.source_span(token.start, token.start).start),
        reported_by=kind if kind in reporting else None,
        is_listed=is_listed,
        may_be_right=may_be_right,
    )


@lru_cache(maxsize=20_000)
def _standing(word: str, lexicon: Lexicon) -> tuple[bool, bool]:
    """Whether a word is a known misspelling, and whether it may be right nevertheless."""
    entry = lexicon.entry(word)
    if entry is None:
        return False, is_derived(word, lexicon)
    return bool(entry.knows & Knows.MISSPELLING), True


def _passage(token: Token) -> int:
    around = token.segment.text[max(0, token.start - _PASSAGE) : token.end + _PASSAGE]
    return crc32(around.encode("utf-8", "surrogatepass"))


def _fix(verdict: Verdict) -> Fix | None:
    """Put in the first suggestion where it stands out, but never into somebody else's words."""
    token = verdict.token
    if not verdict.suggestions or not verdict.stands_out or is_quoted(token.segment, token.start):
        return None
    if not token.segment.is_verbatim(token.start, token.end):
        return None
    right = verdict.suggestions[0]
    edit = Edit(token.segment.source_span(token.start, token.end), right)
    is_safe = verdict.kind == "known-misspelling" and len(verdict.suggestions) == 1
    return Fix(f'replace with "{right}"', (edit,), is_safe)


def times(count: int) -> str:
    """How often, in words: once, 2 times."""
    return "once" if count == 1 else f"{count} times"
