"""Where the time of a run goes: a stopwatch is put around its steps and its rules."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter
from typing import Final, ParamSpec, TypeVar

from postlint.config.resolve import ActiveRule, FileSettings, Resolver
from postlint.content.document import Document
from postlint.content.source import Source
from postlint.engine.check import STEPS, Steps
from postlint.model.finding import Problem
from postlint.rules.base import ConfiguredRule, RuleMeta

_Reading = ActiveRule[ConfiguredRule]
_P = ParamSpec("_P")
_T = TypeVar("_T")

RULES: Final = "rules"
REST: Final = "the rest"
_START: Final = "", REST


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds, all that has passed: each moment belongs to one stage, those of `rules` to one of
    the rules too."""

    stages: dict[str, float]
    rules: dict[str, float]
    checks: int
    """How many posts were checked; those that were checked once more count twice."""
    size: int
    """The bytes of these posts."""

    @property
    def total(self) -> float:
        """All of it."""
        return sum(self.stages.values())


class Stopwatch:
    """Runs from its beginning. What a step has another one do is the time of that one."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._spent: dict[tuple[str, str], float] = defaultdict(float)
        """Seconds by rule ("" for no rule) and stage."""
        self._running = _START
        self._since = clock()
        self._checks = 0
        self._size = 0
        self._timed_rules: dict[int, tuple[_Reading, _Reading]] = {}
        """A rule and what stands in its place, by the identity of the first."""

    def times(self) -> Times:
        """What has passed until now."""
        self._turn(self._running)
        stages: dict[str, float] = defaultdict(float)
        for (_, stage), seconds in self._spent.items():
            stages[stage] += seconds
        rules = {rule: seconds for (rule, _), seconds in self._spent.items() if rule}
        return Times(dict(stages), rules, self._checks, self._size)

    def timed(self, stage: str, step: Callable[_P, _T]) -> Callable[_P, _T]:
        """A step that takes the time for a stage."""

        def run(*args: _P.args, **kwargs: _P.kwargs) -> _T:
            before = self._turn(("", stage))
            try:
                return step(*args, **kwargs)
            finally:
                self._turn(before)

        return run

    @cached_property
    def steps(self) -> Steps:
        """The steps of a check that take the time."""
        return Steps(
            decode=self.timed("decoding", self._decode),
            parse=self.timed("front matter and Markdown", STEPS.parse),
            settings=self.timed("choosing rules and schemas", self._settings),
            validate=self.timed("schemas", STEPS.validate),
            ask=self.timed(RULES, STEPS.ask),
            mute=self.timed("places and comments", STEPS.mute),
            facts=self.timed("facts for other posts", STEPS.facts),
        )

    def problems(self, rule: ConfiguredRule, doc: Document) -> Iterator[Problem]:
        """What a rule says, with its time taken."""
        before = self._turn((rule.meta.name, RULES))
        try:
            for problem in rule.check(doc):
                self._turn(before)
                yield problem
                self._turn((rule.meta.name, RULES))
        finally:
            self._turn(before)

    def _turn(self, running: tuple[str, str]) -> tuple[str, str]:
        """Give what has passed to the one that was running, which is returned, and go on."""
        now = self._clock()
        before, self._running = self._running, running
        self._spent[before] += now - self._since
        self._since = now
        return before

    def _decode(self, data: bytes, most: int) -> Source:
        self._checks += 1
        self._size += len(data)
        return STEPS.decode(data, most)

    def _settings(self, resolver: Resolver, doc: Document) -> FileSettings:
        """The settings of a post with rules whose time is taken."""
        settings = STEPS.settings(resolver, doc)
        rules, readers = (tuple(map(self._rule, one)) for one in (settings.rules, settings.readers))
        return settings._replace(rules=rules, readers=readers)

    def _rule(self, active: _Reading) -> _Reading:
        if id(active) not in self._timed_rules:
            timed = replace(active, rule=_TimedRule(active.rule, self))
            self._timed_rules[id(active)] = (active, timed)
        return self._timed_rules[id(active)][1]


@dataclass(frozen=True, slots=True)
class _TimedRule:
    """A rule whose time is taken."""

    rule: ConfiguredRule
    watch: Stopwatch

    @property
    def meta(self) -> RuleMeta:
        """What is known of it."""
        return self.rule.meta

    def check(self, doc: Document) -> Iterator[Problem]:
        """What it says of a post."""
        return self.watch.problems(self.rule, doc)
