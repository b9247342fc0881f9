"""Writing the comment that mutes a finding, where it does nothing else to the post."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from postlint.content.document import Document, parse
from postlint.content.source import decode
from postlint.engine.check import Checked
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
    left: list[Finding] = []
    after = data
    for line in sorted({one.start.line for one in wanted}, reverse=True):  # lines above stay put
        here = [one for one in wanted if one.start.line == line]
        tried = _muted(after, check, here, reason)
        if tried is None:
            left += here
        else:
            after = tried
    return Suppressed(data, after, len(wanted) - len(left), tuple(reversed(left)))


def _muted(data: bytes, check: Check, findings: Sequence[Finding], reason: str) -> bytes | None:
    before = check(data)
    doc = parse(before.path, decode(data))
    rules = sorted({finding.rule for finding in findings})
    words = f"{', '.join(rules)} -- {reason}" if reason else ", ".join(rules)
    wanted = _open(before) - Counter(map(_what, findings))
    for edit in _comments(doc, findings[0], words):
        after = apply(data, [edit])
        if _open(check(after)) == wanted and _prose(doc) == _prose(parse(doc.path, decode(after))):
            return after
    return None


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


def _comments(doc: Document, finding: Finding, words: str) -> Iterator[Edit]:
    """Comments that may mute what stands on the line of a finding, the best first."""
    line = doc.lines.line_span(finding.start.line)
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
