"""A regular expression that is compiled when it is first used: a post needs few of them."""

import re
from functools import cached_property
from typing import Any, AnyStr, cast


def late_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, which takes a tenth of a millisecond or more, but not before it is used.

    What is wrong with the expression is told as late; a test compiles them all.
    """
    return cast("re.Pattern[AnyStr]", LatePattern(pattern, flags))


class LatePattern:
    """Stands for a `re.Pattern`; only what `late_pattern` gives."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> "re.Pattern[Any]":
        """The expression itself."""
        return re.compile(self.pattern, self._flags)

    def __reduce__(self) -> tuple[type["LatePattern"], tuple[str | bytes, int]]:
        return LatePattern, (self.pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        value = getattr(self.compiled, name)
        setattr(self, name, value)  # found without a detour from now on
        return value
