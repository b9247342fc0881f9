"""Fixes put into a post, round after round, until there is nothing left to mend."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from postlint.content.document import parse
from postlint.content.source import decode
from postlint.engine.checked import Checked
from postlint.model.finding import Edit, Finding
from postlint.model.span import Span

MOST_ROUNDS: Final = 10
"""Fixes that overlap wait for the next round, and a fix may make room for another one."""

_UNREADABLE: Final = frozenset({"front-matter-syntax", "unclosed-front-matter", "duplicate-key"})
"""Rules that say that a fix has spoilt what it should have mended."""

Check = Callable[[bytes], Checked]
"""What is said of the bytes of a post, whatever it takes to know that."""
Wants = Callable[[Finding], bool]
"""Whether the fix of a finding is to be applied."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a post. It is the same as before where nothing was applied."""

    before: bytes
    after: bytes
    applied: tuple[Finding, ...]
    """What was mended, in the order of the rounds; places are those of the round."""
    checked: Checked
    """What is said of the post as it is now."""
    restless: tuple[str, ...] = ()
    """Rules whose fixes undo each other, or that are not at rest after all rounds."""
    spoiling: tuple[str, ...] = ()
    """Rules whose fixes were left out, for the front matter could not be read after them."""


def fix(data: bytes, check: Check, wants: Wants, rounds_at_most: int = MOST_ROUNDS) -> Fixed:
    """Apply the wanted fixes to the bytes of one post. Pure; what it gives, it leaves as it is.

    Muted findings are left alone. All that is outside of the edits stays byte for byte, whatever
    the encoding and the line ends.
    """
    rounds = [_Round(data, check(data), ())]
    spoiling: tuple[str, ...] = ()
    while len(rounds) <= rounds_at_most:
        now = rounds[-1]
        sound = [one for one in now.checked.findings if one.rule not in spoiling]
        chosen = choose(sound, wants)
        if not chosen:
            return _result(rounds, spoiling=spoiling)
        after = apply(now.data, [edit for one in chosen for edit in _edits(one)])
        known = next((i for i, earlier in enumerate(rounds) if earlier.data == after), None)
        if known is not None:
            return _result(rounds[: known + 1], restless=_rules(chosen), spoiling=spoiling)
        checked = check(after)
        if is_spoilt(now.checked, checked):
            spoiling += _rules(_above(chosen, parse(checked.path, decode(now.data)).body.start))
        else:
            rounds.append(_Round(after, checked, tuple(chosen)))
    left = choose(rounds[-1].checked.findings, wants) if rounds_at_most == MOST_ROUNDS else []
    return _result(rounds, restless=_rules(left), spoiling=spoiling)


def choose(findings: Iterable[Finding], wants: Wants) -> list[Finding]:
    """The findings whose fixes go together: of those that overlap, the first in the text."""
    chosen: list[Finding] = []
    taken: list[Span] = []
    for finding in findings:
        if finding.muted_by or not finding.fix or not wants(finding):
            continue
        spans = [edit.span for edit in finding.fix.edits]
        if spans and not any(_touches(span, taken) for span in spans):
            chosen.append(finding)
            for span in spans:
                taken.insert(bisect_left(taken, span), span)
    return chosen


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a post with edits, which do not overlap, in its text."""
    source = decode(data)
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += (source.text[at : edit.span.start], edit.replacement)
        at = edit.span.end
    return source.encode("".join((*parts, source.text[at:])))


@dataclass(frozen=True, slots=True)
class _Round:
    data: bytes
    checked: Checked
    applied: tuple[Finding, ...]


def _result(
    rounds: Sequence[_Round], *, restless: tuple[str, ...] = (), spoiling: tuple[str, ...] = ()
) -> Fixed:
    return Fixed(
        before=rounds[0].data,
        after=rounds[-1].data,
        applied=tuple(finding for one in rounds for finding in one.applied),
        checked=rounds[-1].checked,
        restless=restless,
        spoiling=spoiling,
    )


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _above(findings: Sequence[Finding], body: int) -> Sequence[Finding]:
    """The findings with an edit above the body, if any: only they can spoil a front matter."""
    above = [one for one in findings if any(edit.span.start < body for edit in _edits(one))]
    return above or findings


def _rules(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(sorted({finding.rule for finding in findings}))


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of others, which are sorted and do not overlap.

    Of an insertion at the edge of another edit nobody knows whether it comes before or after.
    """
    at = bisect_left(taken, span)
    return any(_share(span, other) for other in taken[max(0, at - 1) : at + 1])


def _share(one: Span, other: Span) -> bool:
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def is_spoilt(before: Checked, after: Checked) -> bool:
    """Whether a round has made a post worse: its front matter unreadable, or a rule crash."""
    return len(after.crashes) > len(before.crashes) or _unreadable(after) > _unreadable(before)


def _unreadable(checked: Checked) -> int:
    return sum(finding.rule in _UNREADABLE for finding in checked.findings)
