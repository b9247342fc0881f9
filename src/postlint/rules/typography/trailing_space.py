"""Space at the end of a line is seen by nobody, and yet it is read.

It comes with pasted text, makes noise in every later diff, and after a fence of the front matter
it decides whether a site generator finds the front matter at all.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar, Final, Literal

from postlint.content.document import Document
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_Place = Literal["value", "fence", "body"]

_WIDE_SPACES: Final = "".join(map(chr, range(0x2000, 0x200B)))
_SPACES: Final = f" \t\u00a0\u1680{_WIDE_SPACES}\u202f\u205f\u3000"
# Both begin with the line feed, which is found fast, and look back from there.
_ODD_END: Final = late_pattern(r"\n(?<![\n!-~]\n)")
_SPACED_END: Final = late_pattern(rf"\n(?:(?<=[{_SPACES}]\n)|(?<=[{_SPACES}]\r\n))")

_QUOTE_MARKS: Final = late_pattern(r"[ \t>]*+")
_ONE_LINE_BLOCK: Final = late_pattern(r"#{1,6}[ \t]|\|")
_NEW_BLOCK: Final = late_pattern(
    r"\r?$|(?:[-*+]|\d{1,9}[.)])[ \t\r\n]|#{1,6}[ \t]|```|~~~|(?:=+|-+)[ \t]*\r?$", re.MULTILINE
)
_BLOCK_SCALAR: Final = late_pattern(
    r"^(?P<dashes>[ ]*+(?:-[ ]++)*+)(?P<key>[^\s#|>][^\n]*:[ \t]++)?+(?:[!&]\S*+[ \t]++)*+"
    r"[|>][-+0-9]{0,2}[ \t]*+(?:#[^\n]*)?$",
    re.MULTILINE,
)
_LINE: Final = late_pattern(r"\n[^\n]*")
_TOML_BLOCK: Final = late_pattern(r"(\"{3}|'{3})[\s\S]*?(?:\1|\Z)")

_LONGEST_WORD: Final = 30
_MOST_LINES: Final = 8
"""How many line numbers a message names."""


@rule
class TrailingSpace:
    """Report space at the end of lines: once for the front matter, its fences, and the body.

    Two or more plain spaces before the next line of a paragraph are Markdown's hard line break
    and stay. So does what lies in code, HTML and block values (`|`), and a line of nothing but
    space. No-break and wide spaces count as space, a tab too.
    """

    meta: ClassVar = RuleMeta(
        name="trailing-space",
        group="typography",
        summary="a line ends in space",
        severity=Severity.INFO,
        fix="always",
        examples=(
            Good("A hard line break  \nin a paragraph.\n\n> And one  \n> in a quotation.\n"),
            Good("---\ntitle: News\nsummary: |\n  A line \n  and a line.\n---\nText.\n"),
            Good("    an indented code block \n\n`code`\n \n```\na fence \n```\n"),
            Bad(
                "---\ntitle: News \ndate: 2020-09-29\ntags: [a] \n---\nText.\n",
                at=("2:12",),
                fixed="---\ntitle: News\ndate: 2020-09-29\ntags: [a]\n---\nText.\n",
            ),
            Bad(
                "---\ntitle: News\n--- \nText.\n",
                at=("3:4",),
                fixed="---\ntitle: News\n---\nText.\n",
            ),
            Bad(
                "War in the north. \n\n# Again  \n\nStill.\u00a0 \n",
                at=("1:18",),
                fixed="War in the north.\n\n# Again\n\nStill.\n",
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """At most one problem each for values, fences and body, in the order of the text."""
        text = f"{doc.text}\n"
        if not _may_have_trailing_space(text):
            return
        literal = _literal_parts(doc.text, doc.front_matter)
        found: dict[_Place, list[Span]] = {}
        for match in _SPACED_END.finditer(text):
            span = _trailing_space(doc.text, match.start())
            place = _place(doc, span, literal) if span else None
            if span and place:
                found.setdefault(place, []).append(span)
        for place, spans in sorted(found.items(), key=lambda item: item[1][0]):
            yield _problem(doc, place, spans)


def _may_have_trailing_space(text: str) -> bool:
    """A first look, which passes over lines that end in a letter or mark of ASCII."""
    odd = _ODD_END.search(text)
    return odd is not None and _SPACED_END.search(text, odd.start()) is not None


def _trailing_space(text: str, line_feed: int) -> Span | None:
    """The space before a line end; None where nothing but space stands on the line."""
    end = line_feed - 1 if text.startswith("\r\n", line_feed - 1) else line_feed
    start = text.rfind("\n", 0, end) + 1
    content = text[start:end].rstrip(_SPACES)
    # A backslash holds what follows: an escaped space in YAML, and bare it would break the line.
    if content.endswith("\\") or not content.rpartition("\r")[2].strip(f"{_SPACES}>"):
        return None
    span = Span(start + len(content), end)
    return span if span.start < span.end else None


def _place(doc: Document, span: Span, literal: list[Span]) -> _Place | None:
    """What kind of line the space is after; None where it has a meaning or is code."""
    front_matter = doc.front_matter
    if front_matter is not None and span.start < doc.body.start:
        if any(span.start == fence.end for fence in _fences(doc.text, front_matter)):
            return "fence"
        return None if _covers(literal, span) else "value"
    if doc.is_code(span.start) or _is_hard_break(doc.text, span):
        return None
    return "body"


def _covers(parts: list[Span], span: Span) -> bool:
    """Whether one of the parts, which are sorted, covers a span."""
    before = bisect_right(parts, span.start, key=lambda part: part.start) - 1
    return before >= 0 and parts[before].covers(span)


def _fences(text: str, front_matter: FrontMatter) -> Iterator[Span]:
    for fence in (front_matter.opening, front_matter.closing):
        if fence is not None and text[fence.start : fence.end] not in ("{", "}"):
            yield fence


def _is_hard_break(text: str, span: Span) -> bool:
    """Whether two spaces or more stand before a line that goes on with the same paragraph."""
    next_line = text.find("\n", span.end) + 1
    if not next_line or not text.endswith("  ", span.start, span.end):
        return False
    line = text.rfind("\n", 0, span.start) + 1
    line = _end_of(_QUOTE_MARKS, text, line)
    next_line = _end_of(_QUOTE_MARKS, text, next_line)
    return not (_ONE_LINE_BLOCK.match(text, line) or _NEW_BLOCK.match(text, next_line))


def _literal_parts(text: str, front_matter: FrontMatter | None) -> list[Span]:
    """The block values of front matter, in which every space is a part of the value.

    Read off the lines, because front matter that is broken has them too.
    """
    if front_matter is None or front_matter.language == "json":
        return []
    start, end = front_matter.content.start, front_matter.content.end
    if front_matter.language == "toml":
        return [Span(*match.span()) for match in _TOML_BLOCK.finditer(text, start, end)]
    return list(_yaml_blocks(text, start, end))


def _yaml_blocks(text: str, start: int, end: int) -> Iterator[Span]:
    while header := _BLOCK_SCALAR.search(text, start, end):
        dashes = header["dashes"]
        indent = len(dashes) if header["key"] else len(dashes.rstrip().removesuffix("-"))
        start = last = header.end()
        for line in _LINE.finditer(text, start, end):
            content = line[0].lstrip("\n")
            if content.strip() and len(content) - len(content.lstrip(" ")) <= indent:
                break
            last = line.end()
        yield Span(start, last)
        start = max(start + 1, last)


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _problem(doc: Document, place: _Place, spans: list[Span]) -> Problem:
    text = doc.text
    edits = tuple(Edit(span, "") for span in spans)
    advice = None
    if place == "fence":
        advice = "some readers see no front matter where a space stands after a fence"
    elif any(text[span.start : span.end].strip(" \t") for span in spans):
        advice = "some of it is no-break or wide space, which many editors do not strip"
    return Problem(
        span=spans[0],
        message=_message(doc, place, spans),
        help=advice,
        fix=Fix("remove trailing space", edits, safe=True),
        others=tuple(spans[1:]),
    )


def _message(doc: Document, place: _Place, spans: list[Span]) -> str:
    if place == "fence" and doc.front_matter is not None:
        opening = doc.front_matter.opening.end
        return "trailing space after " + " and ".join(
            "the opening fence" if span.start == opening else "the closing fence" for span in spans
        )
    where = " in the front matter" if place == "value" else ""
    if len(spans) == 1:
        before = doc.text[max(0, spans[0].start - _LONGEST_WORD) : spans[0].start]
        word = re.split(r"[ \n]", before)[-1]
        return f'trailing space{where} after "{word}"'
    lines = [doc.lines.position(span.start).line for span in spans[:_MOST_LINES]]
    named = ", ".join(map(str, lines))
    more = f" and {len(spans) - len(lines)} more" if len(spans) > len(lines) else ""
    return f"trailing space{where} on {len(spans)} lines: {named}{more}"
