"""Straight and curly quotation marks in one post tell of a passage pasted from elsewhere."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final, Literal, NamedTuple

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.language.straight_quotes import Meaning, straight_doubles, straight_singles
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_DOUBLES: Final = "“”„"
_SINGLES: Final = "‘’‚"
_CURLY: Final[dict[tuple[str, Meaning], str]] = {
    ('"', "open"): "“",
    ('"', "close"): "”",
    ("'", "open"): "‘",
    ("'", "close"): "’",
    ("'", "apostrophe"): "’",
}
_LOW: Final = "„‚"
"""A post that has them is in none of the languages in which “ opens."""


@rule
class MixedQuotes:
    """Report the quotation marks of the kind, straight or curly, that the body has less of.

    They are reported once, with all their places; where there are as many of both, the kind that
    comes first is right. Inches, feet and marks that are spoken of count as none. With
    `apostrophes` single marks and apostrophes are looked at too.
    """

    meta: ClassVar = RuleMeta(
        name="mixed-quotes",
        group="typography",
        summary="a post has straight and curly quotation marks",
        severity=Severity.INFO,
        presets=("typography",),
        fix="sometimes",
        examples=(
            Good('"It\'s late," he said. `“x”` <a title="x">x</a>\n'),
            Good('“It’s 12" wide,” she said. Type a " here. It\'s late.\n'),
            Good('---\ntitle: "“Late,” he said"\n---\n"Late," he said.\n'),
            Bad(
                '"It\'s late," he said. “Is it?” she said. "It is."\n',
                at=("1:23",),
                fixed='"It\'s late," he said. "Is it?" she said. "It is."\n',
            ),
            Bad(
                "He said “it's late\" and “it is”.\n",
                at=("1:19",),
                fixed="He said “it's late” and “it is”.\n",
            ),
            Bad(
                'They said “no”.\n\nHe said "yes".\n',
                at=("3:9",),
                fixed="They said “no”.\n\nHe said “yes”.\n",
            ),
            Bad(
                "It’s late, it’s cold and it isn't far.\n",
                at=("1:32",),
                fixed="It’s late, it’s cold and it isn’t far.\n",
                options={"apostrophes": True},
            ),
        ),
    )
    apostrophes: bool = False

    def check(self, doc: Document) -> Iterator[Problem]:
        """At most one problem each for double and single marks, in the order of the text."""
        problems = [_problem(doc, '"', _DOUBLES)]
        if self.apostrophes:
            problems.append(_problem(doc, "'", _SINGLES))
        yield from sorted((one for one in problems if one), key=lambda problem: problem.span)


class _Mark(NamedTuple):
    """One quotation mark, and what stands for it where it is of the wrong kind."""

    span: Span
    shown: str
    other: str


def _problem(doc: Document, mark: Literal['"', "'"], curly_marks: str) -> Problem | None:
    """What is to be said of the double or of the single marks."""
    prose = doc.prose.text
    if mark not in prose or not any(curly in prose for curly in curly_marks):
        return None
    straight, curly = _straight(doc, mark), _curly(doc, mark, curly_marks)
    if not (straight and curly):
        return None
    comes_first = straight[0].span < curly[0].span
    is_straight = (len(straight), comes_first) > (len(curly), not comes_first)
    wrong, right = (curly, straight) if is_straight else (straight, curly)
    kinds = ("curly", "straight") if is_straight else ("straight", "curly")
    name = "quotation mark" if mark == '"' else "apostrophe"
    are = f"{name} is" if len(wrong) == 1 else f"{len(wrong)} {name}s are"
    can_fix = is_straight or not any(low in prose for low in _LOW)
    fix = None
    if can_fix and all(doc.is_editable(one.span, one.shown) for one in wrong):
        edits = tuple(Edit(one.span, one.other) for one in wrong)
        fix = Fix(f"make them {kinds[1]}", edits, safe=True)
    return Problem(
        span=wrong[0].span,
        message=f"{are} {kinds[0]}, expected {kinds[1]} as the other {len(right)}",
        fix=fix,
        others=tuple(one.span for one in wrong[1:]),
    )


def _straight(doc: Document, mark: Literal['"', "'"]) -> list[_Mark]:
    """The straight marks of the body whose meaning is sure."""
    meanings_in = straight_doubles if mark == '"' else straight_singles
    return [
        _Mark(segment.source_span(at, at + 1), mark, _CURLY[mark, meaning])
        for segment in _of_body(doc, mark)
        for at, meaning in sorted(meanings_in(segment.text).items())
    ]


def _curly(doc: Document, mark: Literal['"', "'"], curly_marks: str) -> list[_Mark]:
    """The curly marks of the body."""
    pattern = re.compile(f"[{curly_marks}]")
    return [
        _Mark(segment.source_span(*found.span()), found[0], mark)
        for segment in _of_body(doc, curly_marks)
        for found in pattern.finditer(segment.text)
    ]


def _of_body(doc: Document, marks: str) -> Iterator[Segment]:
    """What has a mark, but the front matter, where curly ones may stand for the sake of YAML."""
    for segment in doc.segments:
        is_of_body = segment.sources[0][0] >= doc.body.start
        if is_of_body and any(mark in segment.text for mark in marks):
            yield segment
