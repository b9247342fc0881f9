"""How long a rule of a style pack may look at a post."""

from time import monotonic
from typing import Final

TIME: Final = 1.0
"""Seconds that all patterns of one rule may take for one post."""


class SlowPatternError(Exception):
    """A rule took longer for a post than it may."""


class Clock:
    """How much time is left for one rule and one post."""

    def __init__(self) -> None:
        self._end = monotonic() + TIME

    def left(self) -> float:
        """Seconds. Raises SlowPatternError where none are left."""
        left = self._end - monotonic()
        if left <= 0:
            raise SlowPatternError
        return left
