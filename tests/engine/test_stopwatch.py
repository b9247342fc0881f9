"""Where the time goes: each moment is given to one stage, and nothing else is different."""

from itertools import count
from pathlib import Path

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.engine.check import check
from postlint.engine.stopwatch import Stopwatch

POST = b"---\ntitle: News\n---\nThe the end, of a apple.\n"
RESOLVER = Resolver(Config(root=Path("/")))


def ticking() -> Stopwatch:
    """A stopwatch whose clock goes on by a second whenever it is looked at."""
    return Stopwatch(map(float, count()).__next__)


def test_each_moment_belongs_to_one_stage() -> None:
    watch = ticking()
    inner = watch.timed("inner", lambda: None)
    watch.timed("outer", lambda: (inner(), inner()))()
    times = watch.times()
    assert times.stages == {"the rest": 2.0, "outer": 3.0, "inner": 2.0}
    assert times.total == 7.0


def test_a_step_that_raises_is_timed_too() -> None:
    watch = ticking()
    try:
        watch.timed("division", lambda: 1 // 0)()
    except ZeroDivisionError:
        assert watch.times().stages == {"the rest": 2.0, "division": 1.0}


def test_rules_are_timed_and_say_the_same() -> None:
    watch = Stopwatch()
    assert check("a.md", POST, RESOLVER, steps=watch.steps) == check("a.md", POST, RESOLVER)
    times = watch.times()
    assert {"repeated-word", "a-an", "near-miss"} <= set(times.rules)
    assert 0 < sum(times.rules.values()) <= times.stages["rules"] <= times.total
    assert (times.checks, times.size) == (1, len(POST))
