"""How long a rule of a style pack may look at a post."""

from time import monotonic
from typing import Final

_TIME: Final = 1.0
"""Seconds that all patterns of one rule may take for one post ..."""
_TIME_A_CHARACTER: Final = 1e-5
"""... and so much more for each code point of it ..."""
_MOST_TIME: Final = 10.0
"""... and no more than this."""


class SlowPatternError(Exception):
    """A rule took longer for a post than it may."""


class Clock:
    """How much time is left for one rule and one post."""

    def __init__(self, length: int) -> None:
        """`length` is that of the post, in code points."""
        self._end = monotonic() + min(_MOST_TIME, _TIME + length * _TIME_A_CHARACTER)

    def left(self) -> float:
        """Seconds. Raises SlowPatternError where none are left."""
        left = self._end - monotonic()
        if left <= 0:
            raise SlowPatternError
        return left
