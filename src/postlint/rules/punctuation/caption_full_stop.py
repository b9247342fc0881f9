"""A reader sees all captions of a post at once: they end with a full stop, or none of them does."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final, Literal, NamedTuple

from postlint.content.document import Document
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_Kind = Literal["alt text", "caption"]

_ALT_KEYS: Final = frozenset({"alt", "imagealt", "coveralt"})
_CAPTION_KEYS: Final = frozenset({"caption", "imagecaption", "covercaption"})
_TITLE: Final = re.compile(r"\s[\"'(](?P<text>[^\"'()]+)[\"')]\s*\)\Z")
_SHORTCODE: Final = re.compile(r"\{\{[<%]\s*(?:figure|image|img)\s")
_SHORTCODE_CAPTION: Final = re.compile(r"\scaption=\"(?P<text>[^\"{}]+)\"")
_FIGCAPTION: Final = re.compile(r"<figcaption\b[^<>]*>", re.IGNORECASE)
_FIGCAPTION_END: Final = re.compile(r"</figcaption", re.IGNORECASE)

_FEWEST_WORDS: Final = 3
"""Fewer words are a label, not a sentence."""
_FEWEST_FOR_MAJORITY: Final = 3
_STOPPED: Final = re.compile(r"(?<!\.)\.[\"'”’)\]]{0,2}\Z")
_ENDED: Final = re.compile(r"[.!?…:;][\"'”’)\]]{0,2}\Z")
_TWO_SENTENCES: Final = re.compile(r"[.!?…][\"'”’)\]]{0,2}\s+\S")
_ABBREVIATION: Final = re.compile(
    r"(?:\b\w\.\w|\b(?:inc|co|corp|ltd|jr|sr|etc|no|vs|al|st|[A-Z]))\.\Z", re.IGNORECASE
)
_CREDIT: Final = re.compile(
    r"(?:\b(?:photo\w*|images?|pictures?|credits?|source)\s?(?:by\b|:|/|courtesy\b)|courtesy of|©)"
    r".{0,80}\Z",
    re.IGNORECASE,
)


class _Caption(NamedTuple):
    """The words of one caption or alt text, and where they stand."""

    kind: _Kind
    text: str
    span: Span

    @property
    def is_stopped(self) -> bool:
        return _STOPPED.search(self.text) is not None


@rule
class CaptionFullStop:
    """Report a caption, or the alt text of an image, that ends otherwise than the others.

    `form` is "with" or "without" a full stop, or "majority": what most of the post's captions do,
    if there are three. Captions are image titles, `<figcaption>`, figure shortcodes and the keys
    `caption` and `alt` of the front matter. Labels of one or two words, credits, questions, and for
    "without" captions of several sentences may end as they do.
    """

    meta: ClassVar = RuleMeta(
        name="caption-full-stop",
        group="punctuation",
        summary="a caption ends otherwise than the others",
        severity=Severity.INFO,
        presets=("news",),
        fix="always",
        examples=(
            Good("![The army leaves.](a.png) ![Rain](b.png) ![Who is here now?](c.png)\n"),
            Good(
                "![The army leaves town](a.png) ![It left. It is gone.](b.png)\n",
                options={"form": "without"},
            ),
            Good(
                "![The army leaves, photo by A. Person](a.png)\n",
                options={"form": "with"},
            ),
            Bad(
                "![The army leaves town.](a.png)\n\n![The rain is here.](b.png)\n\n"
                "![The snow is here](c.png)\n",
                at=("5:3",),
                fixed="![The army leaves town.](a.png)\n\n![The rain is here.](b.png)\n\n"
                "![The snow is here.](c.png)\n",
            ),
            Bad(
                '![Rain](a.png "The rain is here.")\n\n<figcaption>The <b>snow</b> is here.'
                '</figcaption>\n\n{{< figure src="x" caption="The end is here." >}}\n',
                at=("1:16", "3:13", "5:29"),
                fixed='![Rain](a.png "The rain is here")\n\n<figcaption>The <b>snow</b> is here'
                '</figcaption>\n\n{{< figure src="x" caption="The end is here" >}}\n',
                options={"form": "without"},
            ),
            Bad(
                "---\ncaption: The rain is here\n---\n",
                at=("2:10",),
                fixed="---\ncaption: The rain is here.\n---\n",
                options={"form": "with"},
            ),
        ),
    )
    form: Literal["majority", "with", "without"] = "majority"

    def check(self, doc: Document) -> Iterator[Problem]:
        """All captions that end otherwise, in the order of the text."""
        captions = [one for one in _captions(doc) if len(one.text.split()) >= _FEWEST_WORDS]
        found: list[Problem] = []
        for kind in ("alt text", "caption"):
            same = [one for one in captions if one.kind == kind and _is_free(one.text)]
            wants_stop = self._wants_stop(same)
            if wants_stop is not None:
                found += (_problem(one) for one in same if _is_wrong(one, stop=wants_stop))
        yield from sorted(found, key=lambda problem: problem.span)

    def _wants_stop(self, captions: list[_Caption]) -> bool | None:
        """Whether captions end with a full stop; None where there is no saying."""
        if self.form != "majority":
            return self.form == "with"
        stopped = sum(one.is_stopped for one in captions)
        if len(captions) < _FEWEST_FOR_MAJORITY or stopped * 2 == len(captions):
            return None
        return stopped * 2 > len(captions)


def _is_free(text: str) -> bool:
    """Whether a caption may end either way: it is no credit and ends with no other mark."""
    if _CREDIT.search(text) or _ABBREVIATION.search(text):
        return False
    return _STOPPED.search(text) is not None or _ENDED.search(text) is None


def _is_wrong(caption: _Caption, *, stop: bool) -> bool:
    if stop:
        return not caption.is_stopped
    return caption.is_stopped and _TWO_SENTENCES.search(caption.text) is None


def _problem(caption: _Caption) -> Problem:
    end = caption.span.end
    word = caption.text.split()[-1]
    if caption.is_stopped:
        at = caption.span.start + caption.text.rindex(".")
        message = f'{caption.kind} ends with a full stop, "{word}", expected none'
        fix = Fix("remove the full stop", (Edit(Span(at, at + 1), ""),), safe=True)
    else:
        message = f'{caption.kind} ends without a full stop, "{word}", expected one'
        fix = Fix("add a full stop", (Edit(Span(end, end), "."),), safe=True)
    return Problem(caption.span, message, fix=fix)


def _captions(doc: Document) -> Iterator[_Caption]:
    for segment in doc.segments:
        if segment.kind == "image-alt" and segment.is_verbatim(0, len(segment.text)):
            yield from _caption(doc, "alt text", segment.source_span(0, len(segment.text)))
    for link in doc.links if "![" in doc.text else ():
        title = link.is_image and _TITLE.search(doc.text, link.target_span.end, link.span.end)
        if title:
            yield from _caption(doc, "caption", Span(*title.span("text")))
    for start, end in doc.read.templates if "caption=" in doc.text else ():
        is_figure = _SHORTCODE.match(doc.text, start, end)
        found = is_figure and _SHORTCODE_CAPTION.search(doc.text, start, end)
        if found:
            yield from _caption(doc, "caption", Span(*found.span("text")))
    yield from _figcaptions(doc)
    yield from _of_front_matter(doc)


def _caption(doc: Document, kind: _Kind, span: Span) -> Iterator[_Caption]:
    """The caption at a span, without the space around it."""
    text = doc.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    if text.strip():
        yield _Caption(kind, text.strip(), Span(start, start + len(text.strip())))


def _figcaptions(doc: Document) -> Iterator[_Caption]:
    """What stands in `<figcaption>`, where that is no code."""
    at = doc.body.start
    while opening := _FIGCAPTION.search(doc.text, at):
        closing = _FIGCAPTION_END.search(doc.text, opening.end())
        if closing is None:
            return
        at = closing.end()
        if _is_html(doc, opening.start()):
            yield from _caption(doc, "caption", Span(opening.end(), closing.start()))


def _is_html(doc: Document, offset: int) -> bool:
    """Whether what is not prose at an offset is HTML, rather than a block of code."""
    blocks = (start for start, end in doc.read.not_prose if start <= offset < end)
    return any(doc.text.startswith("<", start) for start in blocks)


def _of_front_matter(doc: Document) -> Iterator[_Caption]:
    if doc.front_matter is None or not isinstance(doc.data, dict):
        return
    for key, value in doc.data.items():
        name = key.lower().replace("-", "").replace("_", "")
        place = doc.front_matter.tree.places.get((key,))
        if place is None or not isinstance(value, str) or name not in _ALT_KEYS | _CAPTION_KEYS:
            continue
        at = doc.text.find(value, place.value.start, place.value.end)
        if value and at >= 0:
            kind: _Kind = "alt text" if name in _ALT_KEYS else "caption"
            yield from _caption(doc, kind, Span(at, at + len(value)))
