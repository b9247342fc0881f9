"""Parse Markdown: what stands in a text, and at which code points."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import pyromark
from pyromark import Options

from postlint.content.body.stand_in import stand_in

if TYPE_CHECKING:
    from pyromark.event import BrokenLink, Range


def _resolve(link: "BrokenLink") -> tuple[str, str] | None:
    """Take `[text][label]` for a link though nothing defines the label: a layout may.

    `[sic]` stays what it is, and so do the numbers of notes, `[1][2]`.
    """
    kind, label = link["link_type"], link["reference"]
    is_full = kind in ("Reference", "ReferenceUnknown") and len(label) > 1 and not label.isdigit()
    return ("", "") if is_full or kind in ("Collapsed", "CollapsedUnknown") else None


# No math: "between $2,000 and $5,000" is prose. No smart punctuation: rules judge what is written.
_MARKDOWN: Final = pyromark.Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST,
    broken_link_callback=_resolve,
)
_DEFINITION: Final = re.compile(r"\](?=:)")  # one character first: faster than `"]:" in`
_NOT_ASCII: Final = re.compile("[^\x00-\x7f]+")


class CommonMark:
    """One text as the parser of Markdown understands it.

    The parser counts in bytes of UTF-8. Where it can be given an ASCII text instead, these are the
    code points that everybody else counts in.
    """

    def __init__(self, text: str) -> None:
        """Raises UnicodeEncodeError where a lone surrogate stands."""
        self.parsed = stand_in(text)
        """What the parser is given, as long as the text; the same wherever that is ASCII."""
        self._is_ascii = self.parsed.isascii()

    def events(self) -> Iterator[tuple[Any, "Range"]]:
        """Each event, which is a name or a dictionary of one, and its range in code points.

        Text in an event is that of `parsed`, with entities decoded.
        """
        events = _MARKDOWN.events_with_range(self.parsed)
        return iter(events) if self._is_ascii else self._in_code_points(events)

    def definitions(self) -> Iterator[tuple[str, str, int, int]]:
        """The label and the target of each `[label]: /target`, which makes no event, and where it
        begins and ends, in code points."""
        if not _DEFINITION.search(self.parsed):
            return
        found = _MARKDOWN.reference_definitions(self.parsed)
        spans = ((one, one[1]["span"]) for one in found.items())
        for (label, said), at in spans if self._is_ascii else self._in_code_points(spans):
            yield label, said["dest"], at["start"], at["end"]

    def _in_code_points(
        self, events: "Iterable[tuple[Any, Range]]"
    ) -> "Iterator[tuple[Any, Range]]":
        """Events whose ranges count bytes, with ranges that count code points.

        Within a run of characters that are not ASCII it is not known where they begin. The parser
        never asks: nothing starts or ends there, for all signs of Markdown are ASCII.
        """
        ends: list[int] = []
        surplus = [0]
        for run in _NOT_ASCII.finditer(self.parsed):
            surplus.append(surplus[-1] + len(run[0].encode()) - len(run[0]))
            ends.append(run.end() + surplus[-1])
        for event, at in events:
            start, end = at["start"], at["end"]
            point: Range = {
                "start": start - surplus[bisect(ends, start)],
                "end": end - surplus[bisect(ends, end)],
            }
            yield event, point
