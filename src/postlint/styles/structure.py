"""What stands where in a post that its segments do not say: heads of tables, markup in a line."""

from dataclasses import dataclass, field

from postlint.content.body.commonmark import CommonMark
from postlint.content.document import Document
from postlint.model.span import Span

_INLINE = {"Strong": "strong", "Emphasis": "emphasis"}


@dataclass(frozen=True, slots=True)
class Structure:
    """Ranges of a post, in its code points and in the order of the text."""

    headers: list[Span] = field(default_factory=list)
    """The first rows of tables."""
    strong: list[Span] = field(default_factory=list)
    emphasis: list[Span] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)
    """Code within a line, without its backticks."""
    blocks_of_code: int = 0


def structure_of(doc: Document) -> Structure:
    """Read the body once more; a post that cannot be read so has no structure."""
    above = " " * (doc.body.start - 1) + "\n" if doc.body.start else ""
    text = above + doc.text[doc.body.start : doc.body.end]
    headers: list[Span] = []
    inline: dict[str, list[Span]] = {"strong": [], "emphasis": []}
    code: list[Span] = []
    blocks = 0
    try:
        markdown = CommonMark(text)
    except UnicodeEncodeError:  # a lone surrogate, from a byte that is not UTF-8
        return Structure()
    for event, at in markdown.events():
        span = Span(at["start"], at["end"])
        if "Start" in event:
            tag = event["Start"]
            name = tag if isinstance(tag, str) else next(iter(tag))
            if name == "TableHead":
                headers.append(span)
            elif name in _INLINE:
                inline[_INLINE[name]].append(span)
            elif name == "CodeBlock":
                blocks += 1
        elif "Code" in event:
            code.append(_without_backticks(doc.text, span))
    return Structure(headers, inline["strong"], inline["emphasis"], code, blocks)


def _without_backticks(text: str, span: Span) -> Span:
    raw = text[span.start : span.end]
    ticks = len(raw) - len(raw.lstrip("`"))
    bare = raw[ticks : len(raw) - ticks]
    if bare.strip() and bare[0] == bare[-1] == " ":
        ticks += 1
    return Span(span.start + ticks, max(span.start + ticks, span.end - ticks))
