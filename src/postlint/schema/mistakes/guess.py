"""Which known key a writer meant by one that is not known."""

import re
from collections.abc import Iterable
from typing import Final

from postlint.content.near import nearest
from postlint.schema.mistakes.one_slip import LONGEST

_WORDS: Final = re.compile(r"[^\W\d_]+?(?=[\W\d_]|[A-Z]|\Z)")


def misspelling_of(key: str, names: Iterable[str]) -> str | None:
    """The name that a key is a misspelling of: the nearest one, if it is near."""
    return None if len(key) > LONGEST else nearest(key, names)


def other_form_of(key: str, names: Iterable[str]) -> str | None:
    """The only name that a key shortens (`img`, `desc`) or lengthens (`image_url`), if any."""
    if not 3 <= len(key) <= LONGEST:
        return None
    words = {word.lower() for word in _WORDS.findall(key)}
    meant = [name for name in names if name.lower() in words or _shortens(key, name)]
    return meant[0] if len(meant) == 1 else None


def _shortens(key: str, name: str) -> bool:
    """Whether a key has some of the letters of a name, in their order and from the first on."""
    if not name or key[0].lower() != name[0].lower():
        return False
    letters = iter(name.lower())
    return all(letter in letters for letter in key.lower())
