"""Finds the terms of a table in the prose of a post, and says where they are let be."""

from collections.abc import Iterator
from typing import Literal

from postlint.content.prose import Prose
from postlint.content.segment import Segment
from postlint.language.quotations import is_quoted, is_sic
from postlint.language.terms.row import Exempt
from postlint.language.terms.table import Hit, Table


def find(prose: Prose, table: Table) -> Iterator[tuple[Segment, Hit]]:
    """The hits that are not let be, in the order of the text."""
    for segment, hit in table.hits_in(prose):
        if why_let_be(segment, hit) is None:
            yield segment, hit


def why_let_be(segment: Segment, hit: Hit) -> Exempt | Literal["sic"] | None:
    """Why a hit is not told: it is marked as found so, or stands where its row does not apply."""
    if is_sic(segment.text, hit.end):
        return "sic"
    return next((one for one in hit.row.except_in if _is_in(one, segment, hit.start)), None)


def _is_in(exempt: Exempt, segment: Segment, start: int) -> bool:
    match exempt:
        case "quotations":
            return is_quoted(segment, start)
        case "titles":
            return segment.kind == "title"
        case "headings":
            return segment.kind == "heading"
