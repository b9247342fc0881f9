"""Bytes of one file in, findings out. Pure; safe to run anywhere."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from postlint.config.disk import NotHereError
from postlint.config.resolve import ActiveRule, FileSettings, Resolver
from postlint.content.document import Document, parse
from postlint.content.facts import Facts, packed
from postlint.content.front_matter.author import author_of, section_of
from postlint.content.link_facts import neighbours_of
from postlint.content.neighbours import ALONE, Neighbours, SiteProblem
from postlint.content.references import References
from postlint.content.route_facts import route_facts
from postlint.content.source import Source, decode, read_bytes, without_surrogates
from postlint.content.vocabulary import Vocabulary
from postlint.engine.checked import Checked, Crash
from postlint.engine.suppress import Comments, Mute, read_comments, unused
from postlint.model.errors import PostlintError
from postlint.model.finding import Fault, Finding, Problem
from postlint.model.span import Position, Span
from postlint.rules.base import AnySiteRule, ConfiguredRule, HasMeta
from postlint.rules.engine.slow_pattern import SlowPattern, slow_pattern
from postlint.rules.engine.suppression_without_reason import SuppressionWithoutReason
from postlint.rules.engine.unused_suppression import UnusedSuppression
from postlint.rules.missing_links import ROUTE_RULES, SITE_LINK_RULES, covers_of
from postlint.rules.spelling import SPELLING_RULES, unknown_words
from postlint.schema.published import published
from postlint.schema.validate import keys_of, references_in, validate
from postlint.styles.slow import GivenUpError, SlowPatternError

REFERENCE_RULES: Final = frozenset({"unknown-reference", "unused-category"})
"""The rules that make anything of what a post refers to."""
_UNUSED: Final = UnusedSuppression.meta.name
_REASONLESS: Final = SuppressionWithoutReason.meta.name
_YEAR: Final = re.compile(r"\d{4}")
_CONTEXT: Final = 80
"""Code points around a finding that tell it from others of its kind."""


class Said(NamedTuple):
    """One problem and the rule, as configured, that said it."""

    active: ActiveRule[HasMeta]
    problem: Problem


class Steps(NamedTuple):
    """What is done with a post, step by step: a stopwatch puts its own in the place of `STEPS`."""

    decode: Callable[[bytes, int], Source]
    parse: Callable[[str, Source], Document]
    settings: Callable[[Resolver, Document], FileSettings]
    validate: Callable[[Document, FileSettings], tuple[tuple[Fault, ...], tuple[Crash, ...]]]
    ask: Callable[[Document, FileSettings], tuple[list[Said], tuple[Crash, ...]]]
    mute: Callable[[Document, list[Said], FileSettings], tuple[Finding, ...]]
    facts: Callable[[Document, FileSettings], tuple[Facts, tuple[Crash, ...]]]


def check(
    path: str,
    data: bytes,
    resolver: Resolver,
    neighbours: Neighbours = ALONE,
    steps: Steps | None = None,
) -> Checked:
    """Check one file, given as its bytes; `path` is how the findings name it.

    `neighbours` is what the other files of the site say of it.
    """
    steps = steps or STEPS
    source = steps.decode(data, resolver.config.max_file_size)
    return _check(steps.parse(path, source), resolver, neighbours, steps)


def check_unreadable(path: str, reason: str, resolver: Resolver) -> Checked:
    """The finding for a file whose bytes could not be had."""
    problem = Problem(Span(0, 0), f"cannot be read: {reason}", help="this file was not checked")
    source = Source("", faults=(Fault("unreadable-file", problem),))
    return _check(parse(path, source), resolver, ALONE, STEPS)


def check_other(path: str, problems: Sequence[SiteProblem], resolver: Resolver) -> Checked:
    """What the rules of the site say of a file that is no post: a table of data, an image."""
    try:
        data = read_bytes(Path(path))
        source = decode(data, resolver.config.max_file_size)
    except OSError:
        source = Source("")
    if "\0" in source.text:  # an image has no lines to show
        source = Source("")
    doc = replace(parse(path, Source("")), text=source.text)
    said, crashes = _said_by_site(doc, problems, resolver.rules_of_other_files)
    findings = tuple(_locate(doc, sorted(said, key=lambda one: one.problem.span)))
    return Checked(path, findings, _lines_of(doc, findings, ()), crashes=crashes)


def check_safely(
    path: str,
    data: bytes,
    resolver: Resolver,
    neighbours: Neighbours = ALONE,
    steps: Steps | None = None,
) -> Checked:
    """As `check`; a bug of ours outside of the rules becomes a crash too, and the run goes on.

    Raises PostlintError, which is the user's to mend and holds for more than one file, and
    NotHereError where the resolver is not on the disk of the site.
    """
    try:
        return check(path, data, resolver, neighbours, steps)
    except (PostlintError, NotHereError):
        raise
    except Exception:  # one bad file never stops a run
        return Checked(path, (), crashes=(_crash("the reader", path),))


def _check(parsed: Document, resolver: Resolver, neighbours: Neighbours, steps: Steps) -> Checked:
    settings = steps.settings(resolver, parsed)
    mistakes, schema_crashes = steps.validate(parsed, settings)
    faults = parsed.faults + settings.faults + mistakes
    doc = replace(
        parsed,
        faults=faults,
        vocabulary=Vocabulary(settings.words, neighbours.words),
        language=settings.language,
        site_links=neighbours.links,
        schema_keys=keys_of([binding.schema for binding in settings.schemas]),
    )
    doc, reference_crashes = _with_references(doc, settings)
    said, rule_crashes = steps.ask(doc, settings)
    said_by_site, site_crashes = _said_by_site(doc, neighbours.problems, settings.site_rules)
    said += said_by_site
    findings = steps.mute(doc, _once(said), settings)
    facts, facts_crashes = steps.facts(doc, settings)
    crashes = schema_crashes + reference_crashes + rule_crashes + site_crashes + facts_crashes
    shown = [finding for finding in findings if finding.muted_by is None]
    places = _places(doc, shown)
    return Checked(
        path=doc.path,
        findings=findings,
        lines=_lines_of(doc, shown, places),
        crashes=crashes,
        places=places,
        front_matter_lines=doc.text.count("\n", 0, doc.body.start) if doc.front_matter else 0,
        is_dated=_is_dated(doc, resolver.today),
        schema_files=_names(settings.own_files),
        neighbours=neighbours,
        facts=facts,
    )


def _is_dated(doc: Document, today: str) -> bool:
    """Whether another day could make a difference: the post names this year or a later one.

    The days before today are past on all days to come, whatever a rule makes of them.
    """
    front_matter = doc.text[: doc.body.start]
    return any(year >= today[:4] for year in _YEAR.findall(front_matter)) if today else False


def _names(files: tuple[Path, ...] | None) -> tuple[str, ...] | None:
    return None if files is None else tuple(map(str, files))


def _facts(doc: Document, settings: FileSettings) -> tuple[Facts, tuple[Crash, ...]]:
    """What the rules that look at a whole site need to know of the post."""
    reporting = SPELLING_RULES & settings.names
    are_links_asked = not settings.names.isdisjoint(SITE_LINK_RULES)
    are_routes_asked = not settings.on_anywhere.isdisjoint(ROUTE_RULES)
    are_places_asked = not settings.on_anywhere.isdisjoint(SITE_LINK_RULES)
    collected: dict[str, object] = {}
    crashes: list[Crash] = []
    words = unknown_words(doc, reporting) if reporting else ()
    for active in settings.tellers:
        try:
            fact = active.rule.collect(doc)
        except Exception:  # one crashing rule never stops a run
            crashes.append(_crash(f"rule {active.name}", doc.path))
            continue
        if fact is not None:
            collected[active.name] = fact
    facts = Facts(
        packed_words=packed(words) if words else b"",
        targets=neighbours_of(doc) if are_links_asked else (),
        covers=covers_of(doc) if are_links_asked else (),
        packed_places=packed(doc.anchors.found) if are_places_asked else b"",
        packed_route=packed(route_facts(doc.data)) if are_routes_asked else b"",
        date=published(doc),
        collected=packed(collected) if collected else b"",
        author=without_surrogates(author_of(doc.data)),
        section=without_surrogates(section_of(doc.data)),
        length=len(doc.prose.lower_words),
        muted=tuple(sorted(collected.keys() - settings.names)),
    )
    return facts, tuple(crashes)


def _validate(doc: Document, settings: FileSettings) -> tuple[tuple[Fault, ...], tuple[Crash, ...]]:
    try:
        return validate(doc, [binding.schema for binding in settings.schemas]), ()
    except Exception:  # a bug in the schema check does not keep the rules from being asked
        return (), (_crash("the schema check", doc.path),)


def _with_references(doc: Document, settings: FileSettings) -> tuple[Document, tuple[Crash, ...]]:
    """The post with what it refers to, where a rule makes anything of that."""
    if REFERENCE_RULES.isdisjoint(settings.on_anywhere):
        return doc, ()
    try:
        made = references_in(doc, [binding.schema for binding in settings.schemas])
    except Exception:  # as in `_validate`
        return doc, (_crash("the search for references", doc.path),)
    if not made and not settings.asked:
        return doc, ()
    return replace(doc, references=References(made, settings.asked)), ()


def _asked(doc: Document, settings: FileSettings) -> Sequence[ActiveRule[ConfiguredRule]]:
    """The rules that may have something to say of a post: most posts have no faults to pass on."""
    if not doc.faults:
        return settings.readers
    addressed = {fault.rule for fault in doc.faults}
    return [
        active
        for active in settings.rules
        if not active.rule.meta.tells_faults or active.name in addressed
    ]


def _ask(doc: Document, settings: FileSettings) -> tuple[list[Said], tuple[Crash, ...]]:
    said: list[Said] = []
    crashes: list[Crash] = []
    for active in _asked(doc, settings):
        try:
            for problem in active.rule.check(doc):
                _refuse_impossible(doc, problem)
                said.append(Said(active, problem))
        except SlowPatternError as error:
            told = slow_pattern(doc, active.name, is_searched=not isinstance(error, GivenUpError))
            said += _told_slow(told, settings.rules)
        except PostlintError:  # the user's to mend, such as a damaged lexicon
            raise
        except Exception:  # one crashing rule never stops a run
            crashes.append(_crash(f"rule {active.name}", doc.path))
    return said, tuple(crashes)


def _told_slow(told: Problem, rules: Sequence[ActiveRule[HasMeta]]) -> Iterator[Said]:
    """The finding that a rule of a style pack was not done in time."""
    for judge in rules:
        if judge.name == SlowPattern.meta.name:
            yield Said(judge, told)


def _said_by_site(
    doc: Document, problems: Sequence[SiteProblem], rules: Sequence[ActiveRule[AnySiteRule]]
) -> tuple[list[Said], tuple[Crash, ...]]:
    """What the rules of the site say of the post, those that hold for it."""
    active = {one.name: one for one in rules} if problems else {}
    said: list[Said] = []
    crashes: list[Crash] = []
    for one in problems:
        problem = one.place_in(doc.text) if one.rule in active else None
        if problem:
            try:
                _refuse_impossible(doc, problem)
            except ValueError:
                crashes.append(_crash(f"rule {one.rule}", doc.path))
            else:
                said.append(Said(active[one.rule], problem))
    return said, tuple(crashes)


def _crash(part: str, path: str) -> Crash:
    """What is told of the exception that is handled now."""
    from traceback import format_exc

    return Crash(part, path, format_exc())


def _once(said: Iterable[Said]) -> list[Said]:
    """One problem for a mistake: of the rules about words, the first in the registry speaks.

    A house term that is a misspelling, too, is the house's; the word inside it is not told again.
    """
    kept: list[Said] = []
    told: list[Span] = []
    for one in said:
        span = one.problem.span
        if one.active.rule.meta.group == "words":
            at = bisect_right(told, span)
            if any(other.covers(span) for other in told[max(0, at - 1) : at + 1]):
                continue
            told.insert(at, span)
        kept.append(one)
    return kept


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


def _mute(doc: Document, said: list[Said], settings: FileSettings) -> tuple[Finding, ...]:
    """Problems as findings, in the order of the text, those that a comment mutes marked as such."""
    comments = read_comments(doc, settings.style_rules)
    if not (said or comments.mutes or comments.mistakes):
        return ()
    used: set[Mute] = set()
    marked = _marked(doc, said, comments, used)
    judge = _rule(_UNUSED, settings) if comments.mutes or comments.mistakes else None
    if judge is not None:
        # Whether a comment that mutes this very rule is used, only what follows could tell.
        others = [mute for mute in comments.mutes if mute.rule != _UNUSED]
        idle = unused(doc, others, used, settings.names)
        said = [Said(judge, problem) for problem in (*comments.mistakes, *idle)]
        marked += _marked(doc, said, comments, used)
    why = _rule(_REASONLESS, settings) if comments.reasonless else None
    if why is not None:
        said = [Said(why, problem) for problem in comments.reasonless]
        marked += _marked(doc, said, comments, used)
    marked.sort(key=lambda one: (one[0].problem.span, one[0].active.name))
    findings = _locate(doc, [one for one, _ in marked])
    return tuple(
        replace(finding, muted_by="comment") if is_muted else finding
        for finding, (_, is_muted) in zip(findings, marked, strict=True)
    )


def _rule(name: str, settings: FileSettings) -> ActiveRule[HasMeta] | None:
    return next((active for active in settings.rules if active.name == name), None)


def _marked(
    doc: Document, said: Iterable[Said], comments: Comments, used: set[Mute]
) -> list[tuple[Said, bool]]:
    """What was said, with whether a comment mutes it; the comments that do are added to `used`."""
    if not comments.mutes:
        return [(one, False) for one in said]
    marked = []
    for one in said:
        places = (one.problem.span, *one.problem.others)
        lines = (doc.lines.position(span.start).line for span in places)
        muting = comments.muting(one.active.name, lines)
        used |= muting
        marked.append((one, bool(muting)))
    return marked


def _locate(doc: Document, said: Iterable[Said]) -> Iterator[Finding]:
    """Give each problem its lines and columns, rule, severity and fingerprint."""
    seen: Counter[str] = Counter()
    position = doc.lines.position
    for one in said:
        problem, name = one.problem, one.active.name
        start = position(problem.span.start)
        what = f"{doc.path}\0{name}\0{_context(doc, problem.span, start.line)}"
        seen[what] += 1
        yield Finding(
            path=doc.path,
            span=problem.span,
            start=start,
            end=position(problem.span.end),
            rule=name,
            severity=one.active.severity_of(problem),
            message=problem.message,
            help=problem.help,
            suggestions=problem.suggestions,
            fix=problem.fix,
            fingerprint=_fingerprint(f"{what}\0{seen[what]}"),
        )


def _context(doc: Document, span: Span, line: int) -> str:
    """What is wrong, and the words around it on its line: few, for a line may be a whole book."""
    whole = doc.lines.line_span(line)
    before = doc.text[max(whole.start, span.start - _CONTEXT) : span.start].lstrip()
    after = doc.text[span.end : min(whole.end, span.end + _CONTEXT)].rstrip()
    return f"{before}\0{doc.text[span.start : min(span.end, span.start + _CONTEXT)]}\0{after}"


def _fingerprint(what: str) -> str:
    """16 hexadecimal digits that survive edits elsewhere in the file, for baselines."""
    return blake2b(what.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _places(doc: Document, findings: Iterable[Finding]) -> tuple[tuple[int, Position], ...]:
    edits = (edit.span for finding in findings if finding.fix for edit in finding.fix.edits)
    offsets = sorted({offset for span in edits for offset in (span.start, span.end)})
    return tuple((offset, doc.lines.position(offset)) for offset in offsets)


def _lines_of(
    doc: Document, findings: Iterable[Finding], places: Iterable[tuple[int, Position]]
) -> tuple[tuple[int, str], ...]:
    numbers = {place.line for finding in findings for place in (finding.start, finding.end)}
    numbers.update(place.line for _, place in places)
    spans = ((number, doc.lines.line_span(number)) for number in sorted(numbers))
    return tuple((number, doc.text[span.start : span.end]) for number, span in spans)


STEPS: Final = Steps(decode, parse, Resolver.settings, _validate, _ask, _mute, _facts)
"""How a post is checked."""
