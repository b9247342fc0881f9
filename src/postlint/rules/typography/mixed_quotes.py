"""Straight and curly quotation marks in one post tell of a passage pasted from elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

from postlint.content.document import Document
from postlint.language.straight_quotes import Meaning, straight_doubles, straight_singles
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta

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


@dataclass(frozen=True, slots=True)
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


@dataclass(slots=True)
class _Found:
    """The marks of a post, as the edits that make each of the other kind."""

    straight: list[Edit] = field(default_factory=list)
    curly: list[Edit] = field(default_factory=list)


def _problem(doc: Document, mark: Literal['"', "'"], curly_marks: str) -> Problem | None:
    """What is to be said of the double or of the single marks."""
    prose = doc.prose.text
    if mark not in prose or not any(curly in prose for curly in curly_marks):
        return None
    found = _marks(doc, mark, curly_marks)
    if not (found.straight and found.curly):
        return None
    lengths = len(found.straight), len(found.curly)
    first_is_straight = found.straight[0].span < found.curly[0].span
    is_straight = lengths[0] > lengths[1] or (lengths[0] == lengths[1] and first_is_straight)
    wrong = found.curly if is_straight else found.straight
    kinds = ("curly", "straight") if is_straight else ("straight", "curly")
    name = "quotation mark" if mark == '"' else "apostrophe"
    are = f"{name} is" if len(wrong) == 1 else f"{len(wrong)} {name}s are"
    can_fix = all(_is_free(doc, edit.span) for edit in wrong)
    can_fix &= is_straight or not any(low in prose for low in _LOW)
    return Problem(
        span=wrong[0].span,
        message=f"{are} {kinds[0]}, expected {kinds[1]} as the other {max(lengths)}",
        fix=Fix(f"make them {kinds[1]}", tuple(wrong), safe=True) if can_fix else None,
        others=tuple(edit.span for edit in wrong[1:]),
    )


def _marks(doc: Document, mark: Literal['"', "'"], curly_marks: str) -> _Found:
    """The marks of the body; in front matter curly ones may stand for the sake of YAML."""
    meanings_in = straight_doubles if mark == '"' else straight_singles
    found = _Found()
    for segment in doc.segments:
        text = segment.text
        if segment.source_span(0, 1).start < doc.body.start:
            continue
        if mark in text:
            for at, meaning in sorted(meanings_in(text).items()):
                edit = Edit(segment.source_span(at, at + 1), _CURLY[mark, meaning])
                found.straight.append(edit)
        if any(curly in text for curly in curly_marks):
            places = (at for at, character in enumerate(text) if character in curly_marks)
            found.curly += (Edit(segment.source_span(at, at + 1), mark) for at in places)
    return found


def _is_free(doc: Document, span: Span) -> bool:
    """Whether a mark stands in the source as such, and no link is looked up by it."""
    is_plain = span.end - span.start == 1 and not doc.text.endswith("\\", 0, span.start)
    return is_plain and not doc.is_label(span.start)
