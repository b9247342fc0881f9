"""A space before a comma or full stop is a slip of the keyboard, and lets a line begin with it."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_NAMES: Final = {
    ",": "comma",
    ".": "full stop",
    ";": "semicolon",
    ":": "colon",
    "!": "exclamation mark",
    "?": "question mark",
}

# A smiley, a file name (.gitignore), a decimal and an ellipsis go on after the mark; after ":"
# and ";" even a bracket or quote makes a face.
_SPACED = late_pattern(
    r"[,.;:!?](?:(?<=[ \t\u00a0\u202f].)(?:"
    r"(?<=,)(?=[\s\"'”’)\]»]|[^\W\d_]|\Z)|(?<=[.!?])(?=[\s\"'”’)\]»]|\Z)|(?<=[:;])(?=\s|\Z))"
    # A comma that slid to the next line.
    r"|(?<=\n,)(?=[ ][^\W\d_]))"
)
_LIKE_SPACED = late_pattern(rb",(?<= ,)")
_GAP: Final = " \t\u00a0\u202f"
_SOFT_BREAK: Final = late_pattern(r"[ \t]?\r?\n[ \t>]*+")
_WIDEST_GAP: Final = 3
"""Code points; a wider gap is a column of aligned text."""

# The mark itself is spoken of: "separated by , or a dot .", "put a ? after it".
_NAMING = late_pattern(
    r"\b(?:an?|the|or|and|by|with|use|using|between|characters?|symbols?|signs?|marks?|dots?"
    r"|periods?|full stops?|commas?|colons?|semicolons?|operators?|prefix|suffix)\Z",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 12
# So it is in the middle of a clause: "exit early when : delimiter is", "handling of ? in URLs".
_SPOKEN_OF = late_pattern(r"(?:[.?!:]\s[a-z]|,\s\()")
_DIGIT_BEHIND = late_pattern(r"\s{1,3}[0-9]")
_TIME = late_pattern(r"[0-9]:[0-9]{2}\Z")

# A series of single words or codes, all set apart alike, is laid out so: "red , green , blue".
_SERIES_BEHIND = late_pattern(r"\s[\w\ufffc]{1,30} ,\s")
_SERIES_BEFORE = late_pattern(r" ,\s[\w\ufffc]{1,30}\Z")
_LONGEST_LABEL: Final = 24
"""Code points before a spaced colon that may be the label of a list or table laid out like that."""

_LONGEST_SHOWN: Final = 40

# French sets a space before these. One that does not break is set by intent; for a plain one a few
# common words tell French from other languages.
_FRENCH_SPACED: Final = "?!:;"
_NO_BREAK: Final = "\u00a0\u202f"
_FRENCH = late_pattern(
    r"\b(?:le|les|des|est|et|une|du|dans|pour|que|qui|sur|avec|vous|nous|pas|au)\b"
)
_ENGLISH = late_pattern(r"\b(?:the|and|of|to|is|in|that|for|with|you|we|are|was|on|it|as)\b")


@rule
class SpaceBeforePunctuation:
    """Report a space between a word and the punctuation mark that belongs to it."""

    meta: ClassVar = RuleMeta(
        name="space-before-punctuation",
        group="punctuation",
        summary="a space stands before a punctuation mark",
        severity=Severity.WARNING,
        fix="always",
        examples=(
            Good("The config is in .gitignore, written for .NET, and .5 is a half ...\n"),
            Good("See you there :) Bring cake ;-) :tada: !important\n"),
            Good("Separate the names by a comma , or a dot .\n"),
            Good("Vous venez ce soir ? Oui, avec les enfants : nous sommes là !\n"),
            Good("Term\n: what it means\n"),
            Good("They won 3 : 1 at 15:00 : Japan. The handling of ? in URLs changed.\n"),
            Good("Press ![the red button](red.png) , then wait.\n"),
            Bad(
                "Omer Celika , spokesman for the party, denied it.\n",
                at=("1:12",),
                fixed="Omer Celika, spokesman for the party, denied it.\n",
            ),
            Bad(
                "Is it true ? He **said** so .\n",
                at=("1:11", "1:28"),
                fixed="Is it true? He **said** so.\n",
            ),
            Bad(
                "Omer Celik ,spokesman for the party\n",
                at=("1:11",),
                fixed="Omer Celik, spokesman for the party\n",
            ),
            Bad("Run `make` , then go.\n", at=("1:11",), fixed="Run `make`, then go.\n"),
            Bad("He came home\n, and slept.\n", at=("1:13",), fixed="He came home, and slept.\n"),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All spaces before a punctuation mark, in the order of the text."""
        french: bool | None = None
        for segment in doc.prose.segments_at(doc.prose.places_like(_LIKE_SPACED)):
            for match in _SPACED.finditer(segment.text):
                end = match.end()
                start = _gap_start(segment.text, end - 1)
                if not _belongs_to_word(doc, segment, start, end):
                    continue
                if match[0] in _FRENCH_SPACED:
                    french = _is_french(doc) if french is None else french
                    if french or segment.text[start] in _NO_BREAK:
                        continue
                yield _problem(doc, segment, start, end)


def _gap_start(text: str, end: int) -> int:
    """Where the gap that ends at `end` begins, or short of it where it is too wide."""
    start = max(0, end - _WIDEST_GAP)
    gap = _GAP + "\n" if text[end - 1] == "\n" else _GAP
    return start + len(text[start:end].rstrip(gap))


def _belongs_to_word(doc: Document, segment: Segment, start: int, end: int) -> bool:
    """Whether the mark before `end` goes with the word that ends at `start`."""
    text = segment.text
    mark = text[end - 1]
    behind = text[end : end + 2].strip()[:1]
    if mark == "." and behind in (".", "|"):
        return False
    if not _is_word_end(doc, segment, start, mark, behind):
        return False
    if "\n" in text[start:end] and not _has_slid(doc, segment, start, end):
        return False
    if _SPOKEN_OF.match(text, end - 1):
        return False
    head = text[max(0, start - _LONGEST_SHOWN) : start]
    if mark == ":" and (_is_ratio(head, text, end) or (behind and _is_label(text, start))):
        return False
    if mark == "," and (_SERIES_BEHIND.match(text, end) or _SERIES_BEFORE.search(head)):
        return False
    return _NAMING.search(head[-_LONGEST_NAME:]) is None


def _is_ratio(head: str, text: str, end: int) -> bool:
    """Whether a colon stands between two numbers or after a time."""
    if _TIME.search(head):
        return True
    return head[-1:].isdigit() and _DIGIT_BEHIND.match(text, end) is not None


def _has_slid(doc: Document, segment: Segment, start: int, end: int) -> bool:
    """Whether a comma that begins a line is a slip, not the layout of a list or of verse."""
    text = segment.text
    gap = _source_gap(segment, start, end)
    if not _SOFT_BREAK.fullmatch(doc.text, gap.start, gap.end):
        return False
    if text.find("\n,", end) >= 0 or text.rfind("\n,", 0, start) >= 0:
        return False
    line = text[max(0, start - _LONGEST_SHOWN) : start].rpartition("\n")[2]
    rest = text[end : end + _LONGEST_SHOWN].partition("\n")[0]
    return min(len(line.split()), len(rest.split())) > 1


def _is_word_end(doc: Document, segment: Segment, at: int, mark: str, behind: str) -> bool:
    text = segment.text
    if at == 0:
        return False
    before = text[at - 1]
    if before == PLACEHOLDER:
        # Between two pieces of code the mark may be part of what is shown.
        span = segment.source_span(at - 1, at)
        return behind != PLACEHOLDER and _is_like_word(doc.text[span.start : span.end], mark)
    if before in "\"'”’)]»%":
        return at > 1 and not text[at - 2].isspace()
    return before.isalnum()


def _is_like_word(source: str, mark: str) -> bool:
    """Whether what is not prose is read as a word: code, a handle, a file name.

    An image or a template tag may leave nothing that a mark could belong to, and a full stop is
    kept off an address on purpose.
    """
    if source.startswith(("`", "@")):
        return True
    return mark == "," and source[:1].isalnum() and "://" not in source


def _is_label(text: str, end: int) -> bool:
    """Whether `end` is near the start of its line, with no other mark in between."""
    start = text.rfind("\n", max(0, end - _LONGEST_LABEL), end) + 1
    if start == 0 and end > _LONGEST_LABEL:
        return False
    return not any(mark in text[start:end] for mark in ".,;?!")


def _is_french(doc: Document) -> bool:
    """Whether a post reads as French, by its commonest words."""
    prose = "\n".join(segment.text for segment in doc.segments)[:20_000].lower()
    return len(_FRENCH.findall(prose)) > len(_ENGLISH.findall(prose))


def _source_gap(segment: Segment, start: int, end: int) -> Span:
    """The gap from `start` to the mark before `end`, with the "> " of a quotation's next line."""
    if "\n" not in segment.text[start:end]:
        return segment.source_span(start, end - 1)
    word, mark = segment.source_span(start - 1, start), segment.source_span(end - 1, end)
    return Span(word.end, mark.start)


def _problem(doc: Document, segment: Segment, start: int, end: int) -> Problem:
    text = segment.text
    mark = text[end - 1]
    gap = _source_gap(segment, start, end)
    edits = [Edit(gap, "")]
    if text[end : end + 1].isalpha():
        behind = segment.source_span(end - 1, end).end
        edits.append(Edit(Span(behind, behind), " "))
    return Problem(
        span=gap,
        message=f'"{_last_word(doc, segment, start)} {mark}" has a space before the {_NAMES[mark]}',
        fix=Fix(f"remove the space before the {_NAMES[mark]}", tuple(edits), safe=True),
    )


def _last_word(doc: Document, segment: Segment, end: int) -> str:
    """The word that ends at `end`, with code as it is written."""
    word = segment.text[max(0, end - _LONGEST_SHOWN) : end].split()[-1]
    if PLACEHOLDER not in word:
        return word
    span = segment.source_span(end - len(word), end)
    shown = doc.text[span.start : span.end]
    return shown if len(shown) <= _LONGEST_SHOWN else word.replace(PLACEHOLDER, "…")
