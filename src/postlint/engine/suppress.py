"""Comments in a post that mute findings, and the comments that mute nothing."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from postlint.content.body.comments import find_comments
from postlint.content.document import Document
from postlint.content.near import did_you_mean, nearest
from postlint.model.finding import Edit, Fix, Problem
from postlint.model.span import Span
from postlint.rules.registry import BY_NAME, GROUPS

ALL: Final = ""
"""Stands for every rule, in a comment that names none."""

VERBS: Final = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")

_VERB: Final = r"postlint-(?P<verb>[\w-]+)"
_IN_BODY: Final = re.compile(rf"(?:<!--|\{{/\*)\s*{_VERB}(?P<rest>.*?)\s*(?:-->|\*/\}})", re.DOTALL)
_IN_FRONT_MATTER: Final = re.compile(rf"(?:^|(?<=[^\S\n]))#\s*{_VERB}(?P<rest>.*)", re.MULTILINE)
_REASON: Final = re.compile(r"(?:^|\s)--(?=\s|$)")
_GAP_BEHIND: Final = re.compile(r"[ \t]*,[ \t]*|[ \t]+(?=[\w-])")
_NAME: Final = re.compile(r"[^\s,]+")
_REASON_HELP: Final = 'write the reason behind the rule: " -- his own words"'
_HELP: Final = "remove it, so that it does not hide the next mistake"


class Mute(NamedTuple):
    """What one comment says of one rule: on these lines, 1-based and inclusive, it is muted."""

    rule: str
    """The rule's name, or ALL."""
    name: Span
    """Where the rule is named; the whole comment where none is."""
    comment: Span
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Comments:
    """All that the comments of a post say."""

    mutes: tuple[Mute, ...] = ()
    mistakes: tuple[Problem, ...] = ()
    """Comments that cannot be understood; they mute nothing."""
    reasonless: tuple[Problem, ...] = ()
    """Comments that mute something and do not say why."""
    _by_rule: dict[str, list[Mute]] = field(default_factory=dict, repr=False)
    """Sorted by first line; of the same rule, none begins inside of another one."""

    def muting(self, rule: str, lines: Iterable[int]) -> frozenset[Mute]:
        """What mutes a rule's finding with places on these lines; nothing unless all are muted."""
        muting: set[Mute] = set()
        for line in lines:
            here = {mute for key in (rule, ALL) if (mute := self._on_line(key, line))}
            if not here:
                return frozenset()
            muting |= here
        return frozenset(muting)

    def _on_line(self, rule: str, line: int) -> Mute | None:
        mutes = self._by_rule.get(rule, [])
        before = bisect_right(mutes, line, key=lambda mute: mute.first_line) - 1
        return mutes[before] if before >= 0 and line <= mutes[before].last_line else None


def read_comments(doc: Document, style_rules: Set[str] = frozenset()) -> Comments:
    """What the postlint comments of a post say; `style_rules` are those of style packs."""
    if "postlint-" not in doc.text:
        return Comments()
    reader = _Reader(doc, style_rules)
    for match in _matches(doc):
        reader.read(match)
    reader.close_all(len(doc.lines))
    by_rule: dict[str, list[Mute]] = defaultdict(list)
    for mute in sorted(reader.mutes, key=lambda mute: (mute.first_line, mute.comment)):
        same = by_rule[mute.rule]
        if not same or same[-1].last_line < mute.first_line:
            same.append(mute)
    return Comments(
        tuple(reader.mutes), tuple(reader.mistakes), tuple(reader.reasonless), dict(by_rule)
    )


def unused(
    doc: Document, comments: Iterable[Mute], used: Set[Mute], active: Set[str]
) -> Iterator[Problem]:
    """A problem for each comment, or each rule named in one, that muted nothing.

    Only what names an active rule is judged, and what names none where all rules that are on by
    default are active.
    """
    is_whole_run = all(name in active for name, rule in BY_NAME.items() if rule.meta.is_default)
    by_comment: dict[Span, list[Mute]] = defaultdict(list)
    for mute in comments:
        if is_whole_run if mute.rule == ALL else mute.rule in active:
            by_comment[mute.comment].append(mute)
    for comment, mutes in by_comment.items():
        idle = [mute for mute in mutes if mute not in used]
        if len(idle) == len(mutes):
            edit = Edit(_removal(doc, comment), "")
            fix = Fix("remove the comment", (edit,), safe=True)
            yield Problem(comment, "this comment mutes no finding", _HELP, fix=fix)
        else:
            for mute in idle:
                fix = Fix(f"remove {mute.rule}", (Edit(_listed(doc, mute), ""),), safe=True)
                yield Problem(mute.name, f"this comment mutes no {mute.rule}", _HELP, fix=fix)


def _matches(doc: Document) -> Iterator[re.Match[str]]:
    front_matter = doc.front_matter
    if front_matter is not None and front_matter.language != "json":
        content = front_matter.content
        places = front_matter.tree.places
        parents = {path[:-1] for path in places if path}
        texts = sorted(place.value for path, place in places.items() if path not in parents)
        for match in _IN_FRONT_MATTER.finditer(doc.text, content.start, content.end):
            before = bisect_right(texts, match.start(), key=lambda span: span.start) - 1
            if before < 0 or match.start() >= texts[before].end:
                yield match
    for comment in find_comments(doc.text, doc.body, mdx=doc.path.lower().endswith(".mdx")):
        body_match = _IN_BODY.fullmatch(doc.text, comment.start, comment.end)
        if body_match:
            yield body_match


class _Reader:
    """Reads comments in their order and keeps which regions are open."""

    def __init__(self, doc: Document, style_rules: Set[str]) -> None:
        self.mutes: list[Mute] = []
        self.mistakes: list[Problem] = []
        self.reasonless: list[Problem] = []
        self._doc = doc
        self._style_rules = style_rules
        self._open: dict[str, tuple[Span, Span, int]] = {}

    def read(self, match: re.Match[str]) -> None:
        """Take in one comment."""
        verb = match["verb"]
        comment = Span(match.start(), match.end())
        if verb not in VERBS:
            guess = did_you_mean(f"postlint-{verb}", [f"postlint-{known}" for known in VERBS])
            message = f'unknown comment "postlint-{verb}"{guess}'
            self.mistakes.append(Problem(Span(*match.span("verb")), message))
            return
        if verb != "enable" and not _has_reason(match["rest"]):
            self.reasonless.append(Problem(comment, "this comment does not say why", _REASON_HELP))
        rules = self._rules(match, comment)
        line = self._doc.lines.position(comment.start).line
        if verb == "enable":
            self._enable(rules, comment, line)
        elif verb == "disable":
            for rule, name in rules:
                self._open.setdefault(rule, (name, comment, line))
        else:
            behind = self._doc.lines.position(comment.end).line + 1
            scopes = {"disable-line": (line, line), "disable-next-line": (behind, behind)}
            first, last = scopes.get(verb, (1, len(self._doc.lines)))
            self.mutes += (Mute(rule, name, comment, first, last) for rule, name in rules)

    def close_all(self, last_line: int) -> None:
        """End every region that is still open."""
        for rule in tuple(self._open):
            self._close(rule, last_line)

    def _enable(self, rules: Sequence[tuple[str, Span]], comment: Span, line: int) -> None:
        named = {rule for rule, _ in rules}
        ended = [rule for rule in self._open if ALL in named or rule in named or rule == ALL]
        if rules and not ended:
            self.mistakes.append(Problem(comment, "this comment ends nothing that was disabled"))
        for rule in ended:
            self._close(rule, line)

    def _close(self, rule: str, last_line: int) -> None:
        name, comment, first_line = self._open.pop(rule)
        self.mutes.append(Mute(rule, name, comment, first_line, last_line))

    def _rules(self, match: re.Match[str], comment: Span) -> list[tuple[str, Span]]:
        """The rules named up to the first unknown one, which is a mistake; ALL where none is."""
        named = _REASON.split(match["rest"], maxsplit=1)[0]
        start = match.start("rest")
        rules: list[tuple[str, Span]] = []
        for word in _NAME.finditer(named):
            span = Span(start + word.start(), start + word.end())
            if word[0] not in BY_NAME and word[0] not in self._style_rules:
                self.mistakes.append(_unknown_rule(word[0], span, self._style_rules))
                return rules
            rules.append((word[0], span))
        return rules or [(ALL, comment)]


def _unknown_rule(name: str, span: Span, style_rules: Set[str]) -> Problem:
    if name in GROUPS or any(rule.startswith(f"{name}.") for rule in style_rules):
        return Problem(span, f'"{name}" is a group of rules', "name the rules one by one")
    known = (*BY_NAME, *sorted(style_rules))
    guess = nearest(name, known)
    fix = Fix(f"write {guess}", (Edit(span, guess),), safe=True) if guess else None
    help_ = 'a reason stands after " -- "'
    return Problem(span, f'unknown rule "{name}"{did_you_mean(name, known)}', help_, fix=fix)


def _has_reason(rest: str) -> bool:
    return any(part.strip() for part in _REASON.split(rest, maxsplit=1)[1:])


def _listed(doc: Document, mute: Mute) -> Span:
    """What goes with the name of a rule in a list: the comma or blank on one side of it."""
    behind = _GAP_BEHIND.match(doc.text, mute.name.end)
    if behind and doc.text[behind.end() : behind.end() + 2] != "--":
        return Span(mute.name.start, behind.end())
    before = doc.text[mute.comment.start : mute.name.start]
    return Span(mute.comment.start + len(before.rstrip(", \t")), mute.name.end)


def _removal(doc: Document, comment: Span) -> Span:
    """What goes with the comment: its whole line where it stands alone, else the gap before it."""
    line = doc.lines.line_span(doc.lines.position(comment.start).line)
    before = doc.text[line.start : comment.start]
    if before.strip() or doc.text[comment.end : line.end].strip():
        return Span(comment.start - (len(before) - len(before.rstrip())), comment.end)
    end = doc.text.find("\n", comment.end)
    return Span(line.start, len(doc.text) if end == -1 else end + 1)
