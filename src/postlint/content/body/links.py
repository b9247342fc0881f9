"""The links and images of a post: what each points to, and where its target stands."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from itertools import accumulate
from operator import itemgetter
from typing import Any, Final, Literal, NamedTuple

from postlint.model.span import Span

LinkKind = Literal["inline", "reference", "undefined", "bare", "definition"]
"""`[words](target)`, `[words][label]`, the same with a label that nothing defines, `<target>`, and
`[label]: target`."""

_KINDS: Final[Mapping[str, LinkKind]] = {
    "Inline": "inline",
    "Autolink": "bare",
    "Email": "bare",
    "CollapsedUnknown": "undefined",
    "ReferenceUnknown": "undefined",
    "ShortcutUnknown": "undefined",
    "Definition": "definition",
}
_OWN_TARGET: Final = frozenset(("Inline", "Autolink", "Email", "Definition"))
_OPENING: Final[Mapping[LinkKind, re.Pattern[str]]] = {
    "inline": re.compile(r"\]\(\s*"),
    "definition": re.compile(r"\]:\s*"),
    "bare": re.compile(r"(?=<)"),
}
_SPACE: Final = re.compile(r"\s")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


class ReadLink(NamedTuple):
    """A link, image or definition as the parser met it. Offsets are code points of the post."""

    start: int
    end: int
    tail: int
    """Behind its last word; in a definition, where that begins."""
    said: Mapping[str, Any]
    """What the parser says of it: `link_type`, `id`, `dest_url`, ..."""
    is_image: bool = False

    @property
    def target(self) -> str:
        """As the parser has it: decoded, but not in its own letters.

        DEL may stand for each character beyond ASCII. So it tells soon what a link is not; what it
        is, a `Link` says.
        """
        target: str = self.said["dest_url"]
        return target

    @property
    def has_target(self) -> bool:
        """Whether its target is its own and not that of a definition."""
        return self.said["link_type"] in _OWN_TARGET


class Link(NamedTuple):
    """One link, image or definition of a link."""

    kind: LinkKind
    span: Span
    target: str | None
    """With escapes and entities decoded; None where a template makes a part of it, and where it is
    the definition's to say."""
    target_span: Span
    """Where the target stands, without angle brackets; all behind the words where none does."""
    words: Span
    """What is between the first brackets."""
    label: str
    """What a reference or a definition is called; else empty."""
    is_image: bool


def links_of(
    text: str, read: Iterable[ReadLink], templates: Sequence[tuple[int, int]]
) -> tuple[Link, ...]:
    """The links of a post that were read, in the order of the text."""
    covered = _Covered(templates)
    return tuple(_link(text, one, covered) for one in sorted(read, key=itemgetter(0, 1)))


class _Covered:
    """Tells whether a part of a text is touched by one of some ranges."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in sorted(ranges)]
        self._reach = list(accumulate((end for _, end in sorted(ranges)), max))

    def touches(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end) - 1
        return before >= 0 and self._reach[before] > span.start


def _link(text: str, one: ReadLink, templates: _Covered) -> Link:
    kind = _KINDS.get(one.said["link_type"], "reference")
    place = _target_span(text, kind, one)
    target = None
    if place and not templates.touches(place):
        target = text[place.start : place.end]
        if "&" in target or "\\" in target:
            target = _ESCAPED.sub(r"\1", unescape(target))
    words_start = one.start if kind == "bare" else one.start + 1 + one.is_image
    words_end = max(words_start, text.find("]", one.tail, one.end))
    return Link(
        kind=kind,
        span=Span(one.start, one.end),
        target=target,
        target_span=place or Span(one.tail, one.end),
        words=Span(words_start, words_end),
        label=one.said["id"],
        is_image=one.is_image,
    )


def _target_span(text: str, kind: LinkKind, one: ReadLink) -> Span | None:
    """Where the target of a link stands, if it does."""
    opening = _OPENING[kind].search(text, one.tail, one.end) if kind in _OPENING else None
    if opening is None:
        return None
    start = opening.end()
    if text.startswith("<", start, one.end):
        end = text.find(">", start, one.end)
        return Span(start + 1, end if end > start else one.end)
    space = _SPACE.search(text, start, one.end)
    end = one.end - 1 if kind == "inline" else one.end
    return Span(start, max(start, space.start() if space else end))
