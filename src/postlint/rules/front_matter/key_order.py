"""Keys in the same order in every post are found at a glance, and diffs stay small."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.content.front_matter.read import read_front_matter
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.front_matter.entries import Entry, entries

_COMMENT: Final = re.compile(r"[ \t]*#")


@rule
class KeyOrder:
    """Report keys of the front matter that are not in the order of `order`.

    Keys that are not listed may stand anywhere. The fix moves whole entries, with the comments
    right above and behind them; the other keys stay where they are.
    """

    meta: ClassVar = RuleMeta(
        name="key-order",
        group="front-matter",
        summary="keys are not in the order of the house",
        severity=Severity.INFO,
        presets=("tidy",),
        fix="sometimes",
        examples=(
            Good("---\nlayout: post\ntitle: War\nimage: a.jpg\ndate: 2024-03-01\n---\n"),
            Good("---\ndate: 2024-03-01\ntitle: War\n---\n", options={"order": ("date", "title")}),
            Bad(
                "---\ndate: 2024 # a year\nimage: a.jpg\n\n# short\ntitle: >\n  War\n---\n",
                at=("6:1",),
                fixed="---\n# short\ntitle: >\n  War\nimage: a.jpg\n\ndate: 2024 # a year\n---\n",
            ),
            Bad(
                "+++\ntags = [\n  'war',\n]\ntitle = 'War'\n[extra]\ndate = 1\n+++\n",
                at=("5:1",),
                fixed="+++\ntitle = 'War'\ntags = [\n  'war',\n]\n[extra]\ndate = 1\n+++\n",
            ),
            Bad('{\n  "date": "2024-03-01",\n  "title": "War"\n}\n', at=("3:3",)),
        ),
    )
    order: tuple[str, ...] = ("title", "description", "date", "categories", "tags")

    def check(self, doc: Document) -> Iterator[Problem]:
        """The first key that stands too late."""
        if doc.front_matter is None:
            return
        order = tuple(dict.fromkeys(self.order))
        wanted = [one for one in entries(doc, order) if _begins_line(doc.text, one)]
        rank = {entry.key: number for number, entry in enumerate(wanted)}
        written = sorted(wanted, key=lambda entry: entry.place.value)
        for before, entry in pairwise(written):
            if rank[before.key] > rank[entry.key]:
                yield Problem(
                    entry.place.key or entry.place.value,
                    f'key "{entry.key}" stands after "{before.key}", expected before it',
                    fix=_fix(doc.text, doc.front_matter, written, wanted),
                )
                return


def _begins_line(text: str, entry: Entry) -> bool:
    """Whether nothing stands before a key on its line: it is no table, nor one of several."""
    start = entry.place.key.start if entry.place.key else 0
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _fix(
    text: str, front_matter: FrontMatter, written: Sequence[Entry], wanted: Sequence[Entry]
) -> Fix | None:
    """Write each entry where another one stands, unless they then read otherwise."""
    lines = {entry.key: _lines(text, front_matter, entry) for entry in written}
    edits = []
    for here, there in zip(written, wanted, strict=True):
        if here is not there:
            start, end = lines[there.key].start, lines[there.key].end
            edits.append(Edit(lines[here.key], text[start:end]))
    head = text[: front_matter.span.end]
    for edit in reversed(edits):
        head = head[: edit.span.start] + edit.replacement + head[edit.span.end :]
    mended = read_front_matter(head)
    same = mended and (mended.span, mended.tree.data) == (front_matter.span, front_matter.tree.data)
    return Fix("put the keys in order", tuple(edits), safe=True) if same else None


def _lines(text: str, front_matter: FrontMatter, entry: Entry) -> Span:
    """The lines of an entry, from the comments right above it to its last line end."""
    key, value = entry.place.key or entry.place.value, entry.place.value
    above = (
        place.value.end
        for path, place in front_matter.tree.places.items()
        if len(path) == 1 and place.value.end < key.start
    )
    floor = max(above, default=front_matter.content.start)
    start = text.rfind("\n", 0, key.start) + 1
    while start > floor:
        line = text.rfind("\n", 0, start - 1) + 1
        if line < floor or not _COMMENT.match(text, line):
            break
        start = line
    end = text.find("\n", value.end, front_matter.content.end) + 1
    return Span(start, end or front_matter.content.end)
