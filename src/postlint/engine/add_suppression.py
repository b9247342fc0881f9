"""Writing the comment that mutes a finding, where it does nothing else to the post."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final

from postlint.content.document import Document, parse
from postlint.content.source import decode
from postlint.engine.checked import Checked
from postlint.engine.fix import Check, apply
from postlint.model.finding import Edit, Finding
from postlint.model.span import Span

_BLOCK_START: Final = re.compile(r"[ ]{0,3}[^\s>*+\-\d|:<{=#]|#{1,6}[ \t]|\*\*|\*\w|\d+\w")
"""A line that begins a paragraph or heading, not an item of a list, a quotation or a table."""
_END: Final = re.compile(r"[ \t]*\r?\Z")

REASON: Final = re.compile(r"(?!.*(?:-->|\*/))[^\r\n]*")
"""What a reason may be: one line that does not end the comment it stands in."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What became of a post; the same as before where nothing could be muted."""

    before: bytes
    after: bytes
    muted: int
    """How many findings are muted now that were not."""
    left: tuple[Finding, ...]
    """Those that no comment can mute without changing the post."""


def suppress(
    data: bytes, check: Check, wants: Callable[[Finding], bool], reason: str
) -> Suppressed:
    """Mute the wanted findings of one post, those of a line with one comment.

    Each comment is tried: it stays where it mutes what it should and all else is said as before.
    """
    checked = check(data)
    wanted = [one for one in checked.findings if one.muted_by is None and wants(one)]
    by_line = [tuple(here) for _, here in groupby(wanted, key=lambda one: one.start.line)]
    after, left = _mute_all(data, check, by_line, reason)
    return Suppressed(data, after, len(wanted) - len(left), tuple(left))


def _mute_all(
    data: bytes, check: Check, lines: Sequence[Sequence[Finding]], reason: str
) -> tuple[bytes, list[Finding]]:
    """Mute the findings of some lines at once, or else of one half after the other."""
    if not lines:
        return data, []
    before = check(data)
    doc = parse(before.path, decode(data))
    choices = [list(_comments(doc, here, reason)) for here in lines]
    wanted = _open(before) - Counter(_what(one) for here in lines for one in here)
    tries = zip(*choices, strict=False) if len(lines) > 1 else ((edit,) for edit in choices[0])
    for edits in islice(tries, 1 if len(lines) > 1 else None):
        after = apply(data, edits)
        if _open(check(after)) == wanted and _prose(doc) == _prose(parse(doc.path, decode(after))):
            return after, []
    if len(lines) == 1:
        return data, list(lines[0])
    half = len(lines) // 2
    below, left_below = _mute_all(data, check, lines[half:], reason)  # lines above stay put
    after, left_above = _mute_all(below, check, lines[:half], reason)
    return after, left_above + left_below


def _open(checked: Checked) -> Counter[tuple[str, str]]:
    return Counter(_what(one) for one in checked.findings if one.muted_by is None)


def _what(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def _prose(doc: Document) -> list[tuple[str, str, int]]:
    """What a reader sees; a comment at the end of a line leaves a blank or a placeholder."""
    return [(one.kind, one.text.rstrip(" \ufffc"), one.level) for one in doc.segments]


def _in_front_matter(doc: Document, line: Span, words: str, line_end: str) -> Edit:
    """Above the line; above the opening fence nothing can stand, so what is said there is muted
    for the file."""
    if line.start == 0:
        behind = doc.lines.line_span(min(2, len(doc.lines))).start
        return Edit(Span(behind, behind), f"# postlint-disable-file {words}{line_end}")
    text = doc.text[line.start : line.end]
    indent = text[: len(text) - len(text.lstrip())]
    above = f"{indent}# postlint-disable-next-line {words}{line_end}"
    return Edit(Span(line.start, line.start), above)


def _comments(doc: Document, findings: Sequence[Finding], reason: str) -> Iterator[Edit]:
    """Comments that may mute the findings of a line, the best first."""
    rules = ", ".join(sorted({finding.rule for finding in findings}))
    words = f"{rules} -- {reason}" if reason else rules
    line = doc.lines.line_span(findings[0].start.line)
    text = doc.text[line.start : line.end]
    line_end = "\r\n" if text.endswith("\r") else "\n"
    if line.start < doc.body.start:
        yield _in_front_matter(doc, line, words, line_end)
        return
    start, end = ("{/*", "*/}") if doc.path.lower().endswith(".mdx") else ("<!--", "-->")
    if _BLOCK_START.match(text):
        above = f"{start} postlint-disable-next-line {words} {end}{line_end}"
        yield Edit(Span(line.start, line.start), above)
    found = _END.search(text)
    at = line.start + (found.start() if found else len(text))
    yield Edit(Span(at, at), f" {start} postlint-disable-line {words} {end}")
