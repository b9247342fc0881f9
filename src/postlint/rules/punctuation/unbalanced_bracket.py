"""A bracket without its partner leaves the reader to guess where the aside ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import PLACEHOLDER, STANDS_ALONE, Segment
from postlint.model.finding import Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.rules.base import Bad, Good, RuleMeta, rule

_PARTNER: Final = {")": "(", "]": "["}
_ROUND_NOT_CLOSED: Final = late_pattern(r"\((?![^()\ufffc]*+(?:\ufffc(?!\n)[^()\ufffc]*+)*+\))")
_SQUARE_NOT_CLOSED: Final = late_pattern(
    r"\[(?![^\[\]\ufffc]*+(?:\ufffc(?!\n)[^\[\]\ufffc]*+)*+\])"
)
_HELP: Final = "write the other bracket, or remove this one"

# :-) ;) =( xD) :'( and those that look the other way: (:
_FACE_BEFORE: Final = late_pattern(
    r"(?:[:;=8][-'’^oc*]{0,2}\)*|\A-|(?<!\w)[xX][-']?[dD]|\^[_-]?\^|[-._]\^)\Z"
)
_SQUARE_FACES: Final = (":-", ";-", "=:", "=;")
# And groups of regular expressions: (?:
_NOT_OPENING: Final = late_pattern(r"[-'’^o]?[:;=](?!\w)|\?")
# "a) apples b) pears", "1.) first", "iv) fourth"
_ORDINAL: Final = late_pattern(
    r"(?:^|[\s(\[,;:/“\"'‘–—-])(?:[A-Za-z]|[0-9]{1,3}|[ivxIVX]{1,5})\.?\Z"
)
# [0, 1) and (a, b]
_INTERVAL: Final = late_pattern(r"[\[(][^()\[\],]{1,20},[^()\[\],]{1,20}[\])]")
# A link that is none, a footnote, Chinese and Japanese brackets: not for this rule to read.
_NO_PROSE: Final = late_pattern(r"\]\s?[(\[:]|\[\s?\]\(|[（）［］【】「」]")
_MARKS: Final = "\"'“”‘’«»`"
_LOOK_BACK: Final = 12
_MOST_SLIPS: Final = 2
"""More brackets without a partner in one segment, and it is no prose."""
_LONGEST_ASIDE: Final = 5
"""Segments that one may run over."""
_WORDS_SHOWN: Final = 4


@dataclass(slots=True)
class _Lone:
    """The brackets of one segment that have no partner in it, as indexes into its text."""

    index: int
    """Of the segment, in the document."""
    segment: Segment
    unclosed: list[int] = field(default_factory=list)
    unopened: list[int] = field(default_factory=list)
    perhaps_closed: int = -1
    """The last bracket that is part of a face or a list mark, and may close an aside as well."""


@rule
class UnbalancedBracket:
    """Report a round or square bracket in prose that is opened and not closed, or the reverse.

    Silent on what stands for itself: list marks (a), 1.)), smileys, intervals like [0, 1), brackets
    that are spoken of (a "("), and an aside that ends in a later paragraph.
    """

    meta: ClassVar = RuleMeta(
        name="unbalanced-bracket",
        group="punctuation",
        summary="a bracket has no partner",
        severity=Severity.WARNING,
        examples=(
            Good("He came (late) and [sic] went. a) apples b) pears, 1.) first iv) fourth\n"),
            Good("See you there :) or not ;-( (: but (really :) it is fine :D\n"),
            Good('A value in [0, 1) or (a, b]. Type a ( or a ")" here. Call `foo(` now.\n'),
            Good('Type a ( here ("so" it is, he said "so"). It was fun :)) and so on.\n'),
            Good("(This is an aside.\n\nIt goes on here.)\n\nAnd [this](http://x.org/a_(b)) is.\n"),
            Good("---\nexcerpt: The army (which was there for years ...\n---\n"),
            Bad("The army (which was there for years left.\n", at=("1:10",)),
            Bad("The army, which was there) for years, left.\n", at=("1:26",)),
            Bad("The army [which] was (there [for years) too.\n", at=("1:29",)),
            Bad("# News (again\n\nThe army left.)\n", at=("1:8", "3:15")),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All brackets without a partner, in the order of the text."""
        if _is_balanced(doc.prose.text):
            return
        lone = [
            brackets
            for index, segment in enumerate(doc.segments)
            if any(mark in segment.text for mark in "()[]")
            and (brackets := _lone_brackets(index, segment)) is not None
        ]
        _join_paragraphs(lone)
        for brackets in lone:
            if _is_believable(doc, brackets):
                for at in sorted(brackets.unclosed + brackets.unopened):
                    yield _problem(brackets.segment, at)


def _is_balanced(prose: str) -> bool:
    """A first look: whether each opening bracket is soon closed, and no other one is."""
    if prose.count("(") != prose.count(")") or _ROUND_NOT_CLOSED.search(prose):
        return False
    if "[" not in prose and "]" not in prose:
        return True
    return prose.count("[") == prose.count("]") and not _SQUARE_NOT_CLOSED.search(prose)


def _lone_brackets(index: int, segment: Segment) -> _Lone | None:
    text = segment.text
    if all(text.count(mark) == text.count(partner) for mark, partner in ("()", "[]")):
        return None
    lone = _Lone(index, segment)
    for pair in ("()", "[]"):
        opened: list[int] = []
        for found in re.finditer(f"[{re.escape(pair)}]", text):
            at = found.start()
            if _stands_for_itself(text, at):
                continue
            if _may_stand_for_itself(text, at):
                lone.perhaps_closed = at
            elif found[0] == pair[0]:
                opened.append(at)
            elif opened:
                opened.pop()
            else:
                lone.unopened.append(at)
        lone.unclosed += [at for at in opened if text[at] == "[" or at > lone.perhaps_closed]
    return lone if lone.unclosed or lone.unopened else None


def _stands_for_itself(text: str, at: int) -> bool:
    """Whether a bracket begins a face or is spoken of."""
    before, behind = text[max(0, at - _LOOK_BACK) : at], text[at + 1 : at + 1 + _LOOK_BACK]
    around = before[-1:] + behind[:1]
    if not around.strip() or (len(around) == 2 and all(mark in _MARKS for mark in around)):
        return True
    if text[at] == "(":
        return bool(_NOT_OPENING.match(behind) or _FACE_BEFORE.search(before))
    return text[at] in "[]" and before.endswith(_SQUARE_FACES)


def _may_stand_for_itself(text: str, at: int) -> bool:
    """Whether a bracket ends a face or a list mark, and perhaps an aside too: "(really :)"."""
    before = text[max(0, at - _LOOK_BACK) : at]
    return text[at] == ")" and bool(_FACE_BEFORE.search(before) or _ORDINAL.search(before))


def _join_paragraphs(lone: list[_Lone]) -> None:
    """Forgive an aside that ends a few segments later."""
    opened: dict[str, list[tuple[_Lone, int]]] = {"(": [], "[": []}
    for brackets in lone:
        if brackets.segment.kind in STANDS_ALONE:
            continue
        text = brackets.segment.text
        unopened = brackets.unopened
        brackets.unopened = []
        for at in unopened:
            earlier = opened[_PARTNER[text[at]]]
            if earlier and brackets.index - earlier[-1][0].index <= _LONGEST_ASIDE:
                start, opening = earlier.pop()
                start.unclosed.remove(opening)
            else:
                brackets.unopened.append(at)
        for at in brackets.unclosed:
            opened[text[at]].append((brackets, at))


def _is_believable(doc: Document, lone: _Lone) -> bool:
    """Whether the brackets left over tell of a slip, not of text that is no prose."""
    text = lone.segment.text
    if len(lone.unclosed) + len(lone.unopened) > _MOST_SLIPS:
        return False
    if _NO_PROSE.search(text) or _INTERVAL.search(text):
        return False
    if lone.segment.is_cut_short:
        return False
    asides = (found.start() for found in re.finditer(PLACEHOLDER, text))
    return not any(_has_bracket(doc, lone.segment, at) for at in asides)


def _has_bracket(doc: Document, segment: Segment, at: int) -> bool:
    """Whether a stretch that is not prose, code apart, holds a bracket without its partner."""
    span = segment.source_span(at, at + 1)
    source = doc.text[span.start : span.end]
    if source.startswith("`"):
        return False
    return any(source.count(mark) != source.count(partner) for mark, partner in ("()", "[]"))


def _problem(segment: Segment, at: int) -> Problem:
    text = segment.text
    if text[at] in "([":
        words = text[at + 1 : at + 81].replace(PLACEHOLDER, "…").split()
        message = f'bracket before "{" ".join(words[:_WORDS_SHOWN])}" is never closed'
    else:
        words = text[max(0, at - 80) : at].replace(PLACEHOLDER, "…").split()
        message = f'bracket after "{" ".join(words[-_WORDS_SHOWN:])}" was never opened'
    return Problem(segment.source_span(at, at + 1), message, help=_HELP)
