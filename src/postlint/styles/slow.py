"""How long a rule of a style pack may look at a post, and at all posts of a run."""

from time import process_time
from typing import Final

_TIME: Final = 0.2
"""Seconds of the processor that all patterns of one rule may take for one post ..."""
_TIME_A_CHARACTER: Final = 1e-5
"""... and so much more for each code point of it ..."""
_MOST_TIME: Final = 10.0
"""... and no more than this."""
_MOST_POSTS: Final = 3
"""After so many posts on which a rule was too slow it is given up for the others ..."""
_MOST_LOST: Final = 5.0
"""... or once it has lost so many seconds on such posts."""


class SlowPatternError(Exception):
    """A rule took longer for a post than it may."""


class GivenUpError(SlowPatternError):
    """A rule was too slow on so many posts that it looks at no other one."""


class Clock:
    """How much time is left for one rule and one post."""

    def __init__(self, length: int) -> None:
        """`length` is that of the post, in code points."""
        self._start = process_time()
        self._end = self._start + min(_MOST_TIME, _TIME + length * _TIME_A_CHARACTER)

    def left(self) -> float:
        """Seconds. Raises SlowPatternError where none are left."""
        left = self._end - process_time()
        if left <= 0:
            raise SlowPatternError
        return left

    def spent(self) -> float:
        """Seconds since it was started."""
        return process_time() - self._start


class Patience:
    """What is left of the time that one rule may lose in this process."""

    def __init__(self) -> None:
        self._posts = 0
        self._seconds = 0.0

    def clock(self, length: int) -> Clock:
        """For the next post, of so many code points. Raises GivenUpError."""
        if self._posts >= _MOST_POSTS or self._seconds >= _MOST_LOST:
            raise GivenUpError
        return Clock(length)

    def lose(self, clock: Clock) -> None:
        """The rule was not done with a post in time."""
        self._posts += 1
        self._seconds += clock.spent()
