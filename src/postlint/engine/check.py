"""Bytes of one file in, findings out. Pure; safe to run anywhere."""

import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from postlint.config.resolve import ActiveRule, FileSettings, Resolver
from postlint.content.document import Document, parse
from postlint.content.source import Source, decode
from postlint.engine.suppress import Suppression, speaking_of, suppressions, unused
from postlint.model.errors import PostlintError
from postlint.model.finding import Fault, Finding, Problem
from postlint.model.span import Span
from postlint.rules.engine.unused_suppression import UnusedSuppression
from postlint.schema.validate import validate

_UNUSED = UnusedSuppression.meta.name


@dataclass(frozen=True, slots=True)
class Crash:
    """A bug of ours: what broke, on which file, with the traceback for the report."""

    part: str
    """`rule NAME`, or "the reader" for all that comes before the rules."""
    path: str
    traceback: str


@dataclass(frozen=True, slots=True)
class Checked:
    """All that came out of one file: plain data that can cross a process border."""

    path: str
    findings: tuple[Finding, ...]
    lines: tuple[tuple[int, str], ...] = ()
    """The source lines of the findings that are not muted, by 1-based number."""
    crashes: tuple[Crash, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """One problem and the rule, as configured, that said it."""

    active: ActiveRule
    problem: Problem


def check(path: str, data: bytes, resolver: Resolver) -> Checked:
    """Check one file, given as its bytes; `path` is how the findings name it."""
    return _check(parse(path, decode(data)), resolver)


def check_unreadable(path: str, reason: str, resolver: Resolver) -> Checked:
    """The finding for a file whose bytes could not be had."""
    problem = Problem(Span(0, 0), f"cannot be read: {reason}", help="this file was not checked")
    source = Source("", faults=(Fault("unreadable-file", problem),))
    return _check(replace(parse(path, source), is_readable=False), resolver)


def check_safely(path: str, data: bytes, resolver: Resolver) -> Checked:
    """As `check`; a bug of ours outside of the rules becomes a crash too, and the run goes on.

    Raises PostlintError, which is the user's to mend and holds for more than one file.
    """
    try:
        return check(path, data, resolver)
    except PostlintError:
        raise
    except Exception:  # one bad file never stops a run
        return Checked(path, (), crashes=(Crash("the reader", path, traceback.format_exc()),))


def _check(parsed: Document, resolver: Resolver) -> Checked:
    settings = resolver.settings(parsed)
    mistakes = validate(parsed, [binding.schema for binding in settings.schemas])
    doc = replace(parsed, faults=parsed.faults + settings.faults + mistakes)
    said, crashes = _ask(doc, settings.rules)
    findings = _mute(doc, _in_order(said), settings)
    return Checked(doc.path, findings, _lines_of(doc, findings), crashes)


def _ask(doc: Document, rules: Iterable[ActiveRule]) -> tuple[list[_Said], tuple[Crash, ...]]:
    said: list[_Said] = []
    crashes: list[Crash] = []
    for active in rules:
        try:
            for problem in active.rule.check(doc):
                _refuse_impossible(doc, problem)
                said.append(_Said(active, problem))
        except Exception:  # one crashing rule never stops a run
            crashes.append(Crash(f"rule {active.name}", doc.path, traceback.format_exc()))
    return said, tuple(crashes)


def _refuse_impossible(doc: Document, problem: Problem) -> None:
    """Raise ValueError where a rule reports a place or an edit that the document does not have."""
    whole = Span(0, len(doc.text))
    for span in (problem.span, *problem.others):
        if not (span.start <= span.end and whole.covers(span)):
            raise ValueError(f"{span} is not inside {whole}")
    last = -1
    for edit in problem.fix.edits if problem.fix else ():
        if edit.span.start < last or edit.span.start > edit.span.end or not whole.covers(edit.span):
            raise ValueError(f"{edit} overlaps, is out of order or not inside {whole}")
        last = edit.span.end


def _in_order(said: Iterable[_Said]) -> list[_Said]:
    return sorted(said, key=lambda one: (one.problem.span, one.active.name, one.problem.message))


def _mute(doc: Document, said: list[_Said], settings: FileSettings) -> tuple[Finding, ...]:
    """Problems as findings, in the order of the text, those that a comment mutes marked as such."""
    comments = suppressions(doc)
    if not comments:
        return tuple(_locate(doc, said))
    used: set[Suppression] = set()
    muted = []
    for one in said:
        places = (one.problem.span, *one.problem.others)
        lines = [doc.lines.position(span.start).line for span in places]
        speaking = speaking_of(comments, one.active.name, lines)
        used |= speaking
        muted.append(bool(speaking))
    judge = next((active for active in settings.rules if active.name == _UNUSED), None)
    if judge is not None:
        active = {rule.name for rule in settings.rules}
        said = said + [_Said(judge, problem) for problem in unused(doc, comments, used, active)]
        muted += [False] * (len(said) - len(muted))
    findings = [
        replace(finding, muted_by="comment") if is_muted else finding
        for finding, is_muted in zip(_locate(doc, said), muted, strict=True)
    ]
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.rule)))


def _locate(doc: Document, said: Iterable[_Said]) -> Iterator[Finding]:
    """Give each problem its lines and columns, rule, severity and fingerprint."""
    seen: Counter[str] = Counter()
    position = doc.lines.position
    for one in said:
        problem, name = one.problem, one.active.name
        start = position(problem.span.start)
        line = doc.lines.line_span(start.line)
        context = doc.text[line.start : line.end].strip()
        what = f"{doc.path}\0{name}\0{doc.text[problem.span.start : problem.span.end]}\0{context}"
        seen[what] += 1
        yield Finding(
            path=doc.path,
            span=problem.span,
            start=start,
            end=position(problem.span.end),
            rule=name,
            severity=one.active.severity,
            message=problem.message,
            help=problem.help,
            suggestions=problem.suggestions,
            fix=problem.fix,
            fingerprint=_fingerprint(f"{what}\0{seen[what]}"),
        )


def _fingerprint(what: str) -> str:
    """16 hexadecimal digits that survive edits elsewhere in the file, for baselines."""
    return blake2b(what.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _lines_of(doc: Document, findings: Iterable[Finding]) -> tuple[tuple[int, str], ...]:
    numbers = sorted({finding.start.line for finding in findings if finding.muted_by is None})
    spans = ((number, doc.lines.line_span(number)) for number in numbers)
    return tuple((number, doc.text[span.start : span.end]) for number, span in spans)
