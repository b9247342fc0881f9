"""The words of a post: which stretches of its prose are words, where, and in what company."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from postlint.content.prose import WORD, Prose
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.language.quotations import is_sic
from postlint.model.late_pattern import late_pattern

Case = Literal["lower", "start", "middle", "mixed"]
"""Small letters; a capital where any word has one; a capital inside a sentence; capitals inside."""

_IS_LONGER: Final = late_pattern(r"(?!['’]s(?!['’]?[^\W\d_]))['’]?[^\W\d_]")
_POSSESSIVE: Final = ("'s", "’s")
_NEVER_BESIDE: Final = frozenset("_@#\\+~=&$%^*<>|{}0123456789" + PLACEHOLDER)
"""A stretch of letters that touches one of these is part of something that is no word."""
_SENTENCE_ENDS: Final = frozenset(".!?:;•…\n|/")
_SKIPPED_BACK: Final = frozenset(" \t\n\xa0\"'“”‘’«»([*_–—-" + PLACEHOLDER)
_DASHES: Final = ("-", "‐", "‑")
_TITLE_KINDS: Final = frozenset(("heading", "title", "table-cell", "image-alt", "definition"))
"""Where capitals say little, as house styles set every word with one."""
_COMPOUND_START: Final = late_pattern(r"\((?:[^\W\d_]++[-‐‑])*+\Z")
_COMPOUND_END: Final = late_pattern(r"(?:[-‐‑][^\W\d_]++)*+\)")
_LOOK_BACK: Final = 12
_WINDOW: Final = 60

_STOP_WORDS: Final = frozenset(
    """
    a about after all also an and any are as at be because been but by can could do does for from
    had has have he her his how i if in into is it its like more most my new no not of on one only
    or other our out over she should so some than that the their them then there these they this
    to up use used was we were what when which who will with would you your
    """.split()  # noqa: SIM905
)


class Token(NamedTuple):
    """One word of a segment. `start` and `end` are indexes into the segment's text."""

    segment: Segment
    start: int
    end: int
    text: str
    """Without the possessive ending, apostrophes straight."""
    case: Case
    is_part: bool
    """Whether it is a part of a hyphenated compound."""

    @property
    def word(self) -> str:
        """In lower case, as the lexicon has it."""
        return self.text.lower()


def all_words(text: str) -> list[str]:
    """Every stretch of letters and inner apostrophes."""
    return WORD.findall(text)


def tokens_of(prose: Prose, uses: Iterable[tuple[int, str]]) -> Iterator[Token]:
    """Words of a post as tokens, given as by `Prose.uses_of`, but for parts of what is no word."""
    for at, found in uses:
        index, start = prose.at(at)
        token = token_at(prose.segments[index], found, start)
        if token is not None:
            yield token


def bare(text: str) -> str:
    """A word without possessive ending, its apostrophes straight."""
    if text.endswith(_POSSESSIVE) and len(text) > len("it's"):
        text = text[:-2]
    return text.replace("’", "'")


def token_at(segment: Segment, found: str, start: int) -> Token | None:
    """A stretch of letters as a token; None where it is part of something that is no word."""
    text, end = segment.text, start + len(found)
    if _is_glued(text, start, end) or is_sic(text, end):
        return None
    word = bare(found)
    return Token(
        segment=segment,
        start=start,
        end=start + len(word),
        text=word,
        case=_case(segment, word, start),
        is_part=_is_part(text, start, end),
    )


def uses_of(word: str, text: str) -> Iterator[int]:
    """Where a word stands, with its possessive ending or without."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalpha() or _IS_LONGER.match(text, end)):
            yield start
        start = text.find(word, end)


def words_around(token: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Up to five words before and behind a token, as written, the nearest last and first."""
    text = token.segment.text
    before = WORD.findall(text, max(0, token.start - _WINDOW), token.start)
    behind = WORD.findall(text, token.end, token.end + _WINDOW)
    return tuple(before[-5:]), tuple(behind[:5])


def is_in_brackets(token: Token) -> bool:
    """Whether a token, or the hyphenated compound it is a part of, stands alone in brackets."""
    text = token.segment.text
    compound = _COMPOUND_END.match(text, token.end)
    before = _COMPOUND_START.search(text, max(0, token.start - _WINDOW), token.start)
    return bool(before and compound)


def is_stop_word(word: str) -> bool:
    """Whether a word is one of the hundred commonest."""
    return word.lower() in _STOP_WORDS


def _is_glued(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _NEVER_BESIDE or after in _NEVER_BESIDE:
        return True
    if before == "." or (after == "." and text[end + 1 : end + 2].isalnum()):
        return True
    if before in (")", "]") or (after in ("(", "[") and text[end + 1 : end + 2].isalpha()):
        return True
    if before in _DASHES and not text[start - 2 : start - 1].isalnum():
        return True
    if after in ("'", "’") and text.endswith("in", start, end):
        return True  # talkin'
    return any("\u0300" <= beside <= "\u036f" for beside in (before, after))


def _is_part(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in _DASHES or text[end : end + 1] in _DASHES


def _case(segment: Segment, word: str, start: int) -> Case:
    if word.islower():
        return "lower"
    if not word[1:].islower() and word[1:]:
        return "mixed"
    if segment.kind in _TITLE_KINDS:
        return "start"
    text = segment.text
    at = start - 1
    while at >= max(0, start - _LOOK_BACK) and text[at] in _SKIPPED_BACK:
        at -= 1
    return "start" if at < 0 or text[at] in _SENTENCE_ENDS else "middle"
