"""A pattern that tries for ever would stop the run; it is given up, and somebody must know."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Good, RuleMeta, rule


@rule
class SlowPattern:
    """Report a rule of a style pack that was not done with a post in time.

    It has a fifth of a second, and one second more for each 100,000 characters of the post, ten at
    most. What it found until then is reported. After three such posts, or five seconds lost on
    them, it is not asked any more, and every further post is reported. The other rules go on.
    """

    meta: ClassVar = RuleMeta(
        name="slow-pattern",
        group="engine",
        summary="a pattern of a style pack takes too long",
        severity=Severity.WARNING,
        tells_faults=True,
        examples=(Good("A post that no pack is slow on.\n"),),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """What the engine found when it asked the rules of style packs."""
        return doc.faults_of(self.meta.name)


def slow_pattern(doc: Document, rule: str, *, is_searched: bool = True) -> Problem:
    """The problem that a rule of a style pack was given up on a post, or before it."""
    if is_searched:
        message = f"the pattern of {rule} takes too long on {doc.path}"
    else:
        message = f"{rule} has not looked at {doc.path}: its pattern took too long on other posts"
    return Problem(
        Span(doc.body.start, doc.body.start),
        message,
        help=f"rewrite the pattern so that it has one way to match, or turn {rule} off",
    )
