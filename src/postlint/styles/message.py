"""Fill the message of a rule, as Go's Printf does."""

import re
from collections.abc import Sequence
from typing import Final

_VERB: Final = re.compile(r"%(?:\[(\d{1,2})\])?([sdvq%])")
_LONGEST: Final = 1000
"""So many characters of what was found stand in a message."""
_BLANKS: Final = re.compile(r"\s+")


def filled(message: str, said: Sequence[str | int]) -> str:
    """The message with `%s`, `%[1]s`, `%d`, `%v` and `%q` replaced by what was found, in order.

    What has nothing to stand for stays as it is, and so does a percent sign. White space becomes
    one blank: a message is one line.
    """
    following = 0

    def fill(verb: re.Match[str]) -> str:
        nonlocal following
        if verb[2] == "%":
            return "%"
        index = int(verb[1]) - 1 if verb[1] else following
        following = index + 1
        if not 0 <= index < len(said):
            return verb[0]
        text = str(said[index])
        if len(text) > _LONGEST:
            text = f"{text[:_LONGEST]}..."
        return f'"{text}"' if verb[2] == "q" else text

    return _BLANKS.sub(" ", _VERB.sub(fill, message)).strip()


def in_words(options: Sequence[str]) -> str:
    """Texts in quotes: 'a', 'a' or 'b', 'a', 'b', or 'c'."""
    quoted = [f"'{option}'" for option in options]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"
