"""A rule of a style pack, compiled: it takes part in a run like any other rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from postlint.content.document import Document
from postlint.model.finding import Problem
from postlint.model.span import Span
from postlint.rules.base import RuleMeta
from postlint.styles.block import View
from postlint.styles.checks.capitalization import capitalization
from postlint.styles.checks.conditional import conditional
from postlint.styles.checks.consistency import consistency
from postlint.styles.checks.existence import existence
from postlint.styles.checks.metric import metric, readability
from postlint.styles.checks.occurrence import occurrence
from postlint.styles.checks.repetition import repetition
from postlint.styles.checks.spelling import spelling
from postlint.styles.checks.substitution import substitution
from postlint.styles.definition import GROUP, Definition, Styles
from postlint.styles.hit import Asked, Check, Hit
from postlint.styles.message import filled
from postlint.styles.proposal import Proposer, fix_of
from postlint.styles.scope import Scope, parse_scope
from postlint.styles.slow import Clock, Patience, SlowPatternError
from postlint.styles.written import Written


@dataclass(frozen=True, slots=True)
class StyleRule:
    """One rule of a pack, as it is run."""

    meta: RuleMeta
    definition: Definition
    scopes: tuple[Scope, ...]
    finder: Check
    _proposer: Proposer
    _patience: Patience = field(default_factory=Patience, compare=False)

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems, each place once. Raises SlowPatternError."""
        clock = self._patience.clock(len(doc.text))
        try:
            yield from self._problems(doc, clock)
        except SlowPatternError:
            self._patience.lose(clock)
            raise

    def _problems(self, doc: Document, clock: Clock) -> Iterator[Problem]:
        view = view_of(doc)
        told: set[int] = set()
        limit = self.definition.limit or None
        for hit in self.finder.find(Asked(view.blocks(self.scopes), view, clock)):
            span = Span(doc.body.start, doc.body.start)
            if not hit.is_about_all:
                span = hit.block.span(hit.start, hit.end)
            if span.start not in told:
                told.add(span.start)
                yield self._problem(hit, span, clock, doc.body.start)
            if limit is not None and len(told) >= limit:
                return

    def _problem(self, hit: Hit, span: Span, clock: Clock, body: int) -> Problem:
        replacements = self._proposer.replacements(hit, clock)
        said = hit.said
        if len(said) == 1 and len(replacements) == 1 and hit.action is None:
            said = (*said, replacements[0])
        return Problem(
            span=span,
            message=filled(hit.message or self.definition.message, said),
            help=_help(self.definition),
            suggestions=tuple(one for one in replacements if one),
            fix=fix_of(hit, replacements, body),
        )


def compile_rule(rule: Definition, styles: Styles) -> StyleRule:
    """Make a rule of what its file says. Raises ConfigError: one line, with file and line."""
    check = _check_of(rule, styles.vocabulary.accept, styles.folders)
    return StyleRule(
        meta=meta_of(rule),
        definition=rule,
        scopes=tuple(parse_scope(scope) for scope in rule.scope),
        finder=check,
        _proposer=Proposer(rule),
    )


def meta_of(rule: Definition) -> RuleMeta:
    """What is known of a rule without compiling it."""
    acts = rule.action.name in ("replace", "remove", "edit", "convert")
    return RuleMeta(
        name=rule.name,
        group=GROUP,
        summary=filled(rule.message, ()),
        severity=rule.severity,
        examples=(),
        presets=("recommended",),
        fix="sometimes" if acts else "none",
        reads="known words" if rule.extends == "spelling" else "any language",
    )


def view_of(doc: Document) -> View:
    """The post as packs see it, made once for all of their rules."""
    view = doc.derived.get(View)
    if not isinstance(view, View):
        view = doc.derived[View] = View(doc)
    return view


def _check_of(rule: Definition, accepted: Sequence[Written], folders: Sequence[Path]) -> Check:
    match rule.extends:
        case "existence":
            return existence(rule, accepted)
        case "substitution":
            return substitution(rule, accepted)
        case "occurrence":
            return occurrence(rule)
        case "repetition":
            return repetition(rule, accepted)
        case "consistency":
            return consistency(rule)
        case "conditional":
            return conditional(rule, accepted)
        case "capitalization":
            return capitalization(rule, accepted)
        case "metric":
            return metric(rule)
        case "readability":
            return readability(rule)
        case _:
            return spelling(rule, accepted, folders)


def _help(rule: Definition) -> str | None:
    parts = [filled(rule.description, ()), f"see {rule.link}" if rule.link else ""]
    return "; ".join(part for part in parts if part) or None
