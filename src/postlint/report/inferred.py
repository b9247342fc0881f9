"""What is to be known of an inferred schema: how many posts pass it, and what does not fit."""

from collections.abc import Iterator, Sequence
from typing import Final

from postlint.report.page import Page
from postlint.schema.infer.evidence import RareKey
from postlint.schema.infer.infer import Inferred
from postlint.schema.infer.trial import Trial
from postlint.schema.mistakes.values_in_words import count, quoted

_MOST: Final = 20
"""Lines about exceptions, and rare keys."""


def render(inferred: Inferred, trial: Trial, left_out: int, page: Page) -> Iterator[str]:
    """The lines of the report: the exceptions, then the rare keys, then the files left out."""
    passing = f"{trial.passed} of {count(trial.posts, 'post')} pass"
    if trial.number:
        are = "these are the exceptions" if trial.number > 1 else "this is the exception"
        passing = f"{passing}; {are}:"
    yield passing
    for one in trial.failures[:_MOST]:
        yield page.spell(f"  {one.path}:{one.line}:{one.column}: {one.message}")
    if trial.number > _MOST:
        yield f"  and {trial.number - _MOST} more"
    if inferred.rare_keys:
        yield "keys of so few posts that they are not in the schema:"
        yield from (page.spell(line) for line in _rare(inferred.rare_keys))
    if left_out:
        files = count(left_out, "file")
        yield f"{files} left out: without front matter that can be read, or moulds for new posts"


def _rare(keys: Sequence[RareKey]) -> Iterator[str]:
    for one in keys[:_MOST]:
        meant = f", probably {quoted(one.near)} ({one.near_posts})" if one.near else ""
        yield f"  {quoted(one.key)} in {count(one.posts, 'post')}{meant}"
    if len(keys) > _MOST:
        yield f"  and {len(keys) - _MOST} more"
