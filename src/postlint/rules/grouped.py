"""One finding for what a post does again and again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from postlint.model.finding import Problem

_FEW: Final = 5
"""So many are told one by one."""


def grouped(problems: Sequence[Problem]) -> Sequence[Problem]:
    """The problems, or the first of many with the places of the others. None of them has a fix."""
    if len(problems) <= _FEW:
        return problems
    first, *others = problems
    message = f"{first.message}, and {len(others)} more"
    return (replace(first, message=message, others=tuple(one.span for one in others)),)
