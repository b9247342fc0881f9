"""What a table of terms would do to a post, and where it would let be what it speaks of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from postlint.content.document import Document, parse
from postlint.content.source import decode
from postlint.language.terms.find import why_let_be
from postlint.language.terms.row import Exempt
from postlint.language.terms.terms import Terms
from postlint.model.span import Position, Span
from postlint.rules.words.house_term import HouseTerm

WhyNot = Exempt | Literal["sic", "by hand", "code", "front matter", "markup"]
"""by hand: it is reported, but a person has to choose, or to see to the markup. code: addresses
and templates too. front matter: but for titles and descriptions. markup: what else is no prose."""


class Use(NamedTuple):
    """A place where a post has what a table speaks of, and what the house writes there."""

    span: Span
    found: str
    rights: tuple[str, ...]
    why_not: WhyNot | None
    """None where it would be replaced."""


_SPAN: Final = attrgetter("span")


class Tried(NamedTuple):
    """A use as it is shown."""

    use: Use
    start: Position
    end: Position
    line: str
    """The source line it begins on, without line end."""


def try_terms(path: str, data: bytes, terms: Terms) -> list[Tried]:
    """All uses in one post, told or not, in the order of the text."""
    doc = parse(path, decode(data))
    in_prose = sorted([*_told(doc, terms), *_let_be(doc, terms)], key=_SPAN)
    elsewhere = _elsewhere(doc, terms, [use.span for use in in_prose])
    return [_tried(doc, use) for use in sorted([*in_prose, *elsewhere], key=_SPAN)]


def _told(doc: Document, terms: Terms) -> Iterator[Use]:
    for problem in HouseTerm(house=terms).check(doc):
        why_not: WhyNot | None = "by hand" if problem.fix is None else None
        yield _use(doc, problem.span, problem.suggestions, why_not)


def _let_be(doc: Document, terms: Terms) -> Iterator[Use]:
    for segment, hit in terms.table.hits_in(doc.prose):
        why = why_let_be(segment, hit)
        if why is not None:
            yield _use(doc, segment.source_span(hit.start, hit.end), hit.rights, why)


def _elsewhere(doc: Document, terms: Terms, in_prose: Sequence[Span]) -> Iterator[Use]:
    """What the text of the file has, read as if it were prose, and its prose has not."""
    for hit in terms.table.hits(doc.text) if terms.table.has_hit(doc.text) else ():
        span = Span(hit.start, hit.end)
        if not _touches(span, in_prose):
            yield _use(doc, span, hit.rights, _part_of(doc, span.start))


def _use(doc: Document, span: Span, rights: tuple[str, ...], why_not: WhyNot | None) -> Use:
    return Use(span, doc.text[span.start : span.end], rights, why_not)


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span overlaps one of others that are sorted and do not overlap each other."""
    at = bisect_left(others, Span(span.end, span.end))
    return at > 0 and others[at - 1].end > span.start


def _part_of(doc: Document, offset: int) -> WhyNot:
    if doc.is_code(offset):
        return "code"
    return "front matter" if offset < doc.body.start else "markup"


def _tried(doc: Document, use: Use) -> Tried:
    start, end = doc.lines.position(use.span.start), doc.lines.position(use.span.end)
    line = doc.lines.line_span(start.line)
    return Tried(use, start, end, doc.text[line.start : line.end])
