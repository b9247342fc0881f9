"""Comments in a post that mute findings, and the comments that mute nothing."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final, Literal

from postlint.content.body.comments import find_comments
from postlint.content.document import Document
from postlint.content.near import did_you_mean
from postlint.model.finding import Edit, Fix, Problem
from postlint.model.span import Span
from postlint.rules.registry import BY_NAME

Scope = Literal["next-line", "line", "file", "region"]

_VERB: Final = r"postlint-(?P<verb>disable(?:-next-line|-line|-file)?|enable)\b"
_IN_BODY: Final = re.compile(rf"(?:<!--|\{{/\*)\s*{_VERB}(?P<rest>.*?)\s*(?:-->|\*/\}})", re.DOTALL)
_IN_FRONT_MATTER: Final = re.compile(rf"(?:^|(?<=[^\S\n]))#\s*{_VERB}(?P<rest>.*)", re.MULTILINE)
_REASON: Final = re.compile(r"(?:^|\s)--(?=\s|$)")
_RULE: Final = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment: which rules it mutes (none named: all) on which 1-based lines."""

    span: Span
    rules: tuple[tuple[str, Span], ...]
    first_line: int
    last_line: int

    def mutes(self, rule: str, line: int) -> bool:
        """Whether the comment speaks of a rule's finding on a 1-based line."""
        named = not self.rules or any(name == rule for name, _ in self.rules)
        return named and self.first_line <= line <= self.last_line


def suppressions(doc: Document) -> tuple[Suppression, ...]:
    """All postlint comments of a post, in the order of the text."""
    if "postlint-" not in doc.text:
        return ()
    return tuple(_read(doc, list(_comments(doc))))


def speaking_of(
    comments: Sequence[Suppression], rule: str, lines: Sequence[int]
) -> frozenset[Suppression]:
    """The comments that mute a finding with places on these lines; none unless all are muted."""
    speaking: set[Suppression] = set()
    for line in lines:
        here = {comment for comment in comments if comment.mutes(rule, line)}
        if not here:
            return frozenset()
        speaking |= here
    return frozenset(speaking)


def unused(
    doc: Document,
    comments: Iterable[Suppression],
    used: Collection[Suppression],
    active: Set[str],
) -> Iterator[Problem]:
    """A problem for each comment that names no known rule, or muted nothing of the active rules."""
    for comment in comments:
        unknown = [(name, span) for name, span in comment.rules if name not in BY_NAME]
        for name, span in unknown:
            yield Problem(span, f'unknown rule "{name}"{did_you_mean(name, BY_NAME)}')
        judged = {name for name, _ in comment.rules} or set(BY_NAME)
        if not unknown and comment not in used and (judged <= active or not comment.rules):
            yield Problem(
                comment.span,
                "this comment mutes no finding",
                help="remove it, so that it does not hide the next mistake",
                fix=Fix("remove the comment", (Edit(_removal(doc, comment.span), ""),), safe=True),
            )


def _comments(doc: Document) -> Iterator[re.Match[str]]:
    if doc.front_matter is not None and doc.front_matter.language != "json":
        content = doc.front_matter.content
        yield from _IN_FRONT_MATTER.finditer(doc.text, content.start, content.end)
    for comment in find_comments(doc.text, doc.body, mdx=doc.path.lower().endswith(".mdx")):
        match = _IN_BODY.fullmatch(doc.text, comment.start, comment.end)
        if match:
            yield match


def _read(doc: Document, matches: Sequence[re.Match[str]]) -> Iterator[Suppression]:
    last = len(doc.lines)
    for index, match in enumerate(matches):
        verb = match["verb"]
        if verb == "enable":
            continue
        line = doc.lines.position(match.start()).line
        behind = doc.lines.position(match.end()).line + 1
        first, end = {
            "disable-line": (line, line),
            "disable-next-line": (behind, behind),
            "disable-file": (1, last),
            "disable": (line, _enabled_again(doc, match, matches[index + 1 :], last)),
        }[verb]
        yield Suppression(Span(match.start(), match.end()), _rules(match), first, end)


def _enabled_again(
    doc: Document, disable: re.Match[str], later: Iterable[re.Match[str]], last: int
) -> int:
    """The line of the `postlint-enable` that ends a `postlint-disable`, else the last line."""
    muted = {name for name, _ in _rules(disable)}
    for match in later:
        if match["verb"] == "enable":
            named = {name for name, _ in _rules(match)}
            if not named or not muted or named & muted:
                return doc.lines.position(match.start()).line
    return last


def _rules(match: re.Match[str]) -> tuple[tuple[str, Span], ...]:
    named = _REASON.split(match["rest"], maxsplit=1)[0]
    start = match.start("rest")
    return tuple(
        (word[0], Span(start + word.start(), start + word.end())) for word in _RULE.finditer(named)
    )


def _removal(doc: Document, comment: Span) -> Span:
    """What goes with the comment: its whole line where it stands alone, else the gap before it."""
    line = doc.lines.line_span(doc.lines.position(comment.start).line)
    before = doc.text[line.start : comment.start]
    if before.strip() or doc.text[comment.end : line.end].strip():
        return Span(comment.start - (len(before) - len(before.rstrip())), comment.end)
    end = doc.text.find("\n", line.end)
    return Span(line.start, len(doc.text) if end == -1 else end + 1)
