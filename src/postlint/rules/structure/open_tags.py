"""HTML tags and comments that nothing closes: the rest of the page is bold, small, or not there."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from postlint.content.document import Document
from postlint.model.finding import Problem
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.structure.markup import markup
from postlint.rules.structure.pairs import Piece, left_open

_NAMES: Final = """
    a abbr article aside audio b blockquote button center cite code del details dfn div dl em
    fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header i iframe ins kbd label main
    map mark nav object ol picture pre q s samp script section select small span strike strong style
    sub summary sup svg table textarea tt u ul var video
"""
_PAIRED: Final = frozenset(_NAMES.split())
"""Elements whose end tag HTML wants; those of `<p>`, `<li>` and `<td>` it does not."""
_RAW: Final = frozenset(("script", "style", "textarea"))
"""What they hold is no HTML."""
_PIECE: Final = late_pattern(
    r"""<!--|-->|<(/?)([A-Za-z][A-Za-z0-9]*+)(?=[\s/>])(?:[^<>"'/]++|/(?!>)|"[^"]*+"|'[^']*+')*+(/?)>"""
)
_END_TAG: Final = late_pattern(r"</([A-Za-z][A-Za-z0-9]*+)")
# Two, for one that begins with a plain character is searched for many times as fast.
_LIQUID_CONTROL: Final = late_pattern(r"\{%[-+]?\s*(?:if|unless|for|case|capture|include)\b")
_BLADE_CONTROL: Final = late_pattern(r"@(?:if|foreach|include)\b")


def open_tags(doc: Document) -> Iterator[Problem]:
    """All tags that nothing closes, and all comments.

    Nothing is said of MDX, which its compiler checks, nor of tags where templates decide what comes
    out.
    """
    text = doc.text
    if "<" not in text or doc.path.lower().endswith(".mdx"):
        return
    # Only a tag that a template is a part of is not among the HTML that was read.
    ranges = doc.read.not_prose if doc.read.templates else doc.read.html
    html = list(markup(doc, [one for one in ranges if text.startswith("<", one[0])]))
    yield from _open_comments(doc, html)
    sure = (one for one in html if not (_is_end(text, one) or _is_indented(text, one.start)))
    # A set, for what holds code is listed with its start tag and as a whole.
    openings = {opening for one in sure for opening in _openings_in(text, one.start, one.end)}
    if openings and not (_LIQUID_CONTROL.search(text) or _BLADE_CONTROL.search(text)):
        places = [*doc.read.templates, *((one.start, one.end) for one in html)]
        found = (end for place in places for end in _END_TAG.finditer(text, *place))
        ends: set[Piece] = {(end.start(), f"{end[0].lower()}>", None) for end in found}
        yield from left_open(text, [*openings, *ends])


def _openings_in(text: str, at: int, end: int) -> Iterator[Piece]:
    """The tags that want an end in a stretch of HTML, past its comments."""
    while piece := _PIECE.search(text, at, end):
        at = piece.end()
        if piece[0] == "<!--":
            closing = text.find("-->", at, end)
            if closing < 0:
                return
            at = closing + len("-->")
            continue
        name = (piece[2] or "").lower()
        if piece[1] or piece[3] or name not in _PAIRED:
            continue
        yield piece.start(), f"</{name}>", Span(*piece.span())
        if name in _RAW:
            found = re.compile(f"</{name}", re.IGNORECASE).search(text, at, end)
            at = found.start() if found else end


def _is_end(text: str, html: Span) -> bool:
    """A first look: whether it is just one end tag, as every other piece of HTML is."""
    return text.startswith("</", html.start) and text.find(">", html.start) == html.end - 1


def _is_indented(text: str, start: int) -> bool:
    """Whether it may be a block of indented code, which only shows tags."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.isspace() and ("\t" in before or len(before) >= 4)


def _open_comments(doc: Document, html: Sequence[Span]) -> Iterator[Problem]:
    """Comments that hide the rest of the post, and those that are shown, for the same reason."""
    text = doc.text
    spans = [
        Span(one.start, one.start + 4)
        for one in html
        if text.startswith("<!--", one.start)
        and text.find("-->", one.start, one.end) < 0
        and not _is_indented(text, one.start)
    ]
    for segment in doc.segments if "<" in doc.prose.text else ():
        at = segment.text.find("<!--")
        if at >= 0 and segment.is_verbatim(at, at + 4):
            spans.append(segment.source_span(at, at + 4))
    for span in sorted(spans):
        yield Problem(span, 'comment is never closed, expected "-->"')
