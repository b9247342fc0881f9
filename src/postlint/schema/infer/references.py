"""Whether the values of a key refer to what a data file of the site holds."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from postlint.schema.infer.evidence import FEWEST, FORMAT_SHARE, At

_WORD: Final = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+")
_TO_DATA: Final = re.compile(r"\A(?:[^#]*?/)?_?data/")
_PEOPLE: Final = (
    *("author", "by", "byline", "contributor", "editor", "member", "people", "person", "reporter"),
    *("staff", "team", "user", "writer"),
)
"""What keys and files of people are called, in the singular."""


def reference_of(texts: Sequence[str], known: Mapping[str, frozenset[str]], at: At) -> str:
    """The known set that the texts of a key surely come from, "" where there is none.

    It has almost all of them, and either it is named for the key, as `data/authors.yml` is for
    `author`, or they are all that it holds, or several and most of that: two words may stand in
    any file.
    """
    uses = Counter(texts)
    if len(texts) < FEWEST or len(uses) < 2:
        return ""
    key = next((step for step in reversed(at) if step is not None), "")
    topics = set(_topics(key))
    found = []
    for name, values in known.items():
        used = [text for text in uses if text in values]
        if sum(uses[text] for text in used) < FORMAT_SHARE * len(texts):
            continue
        is_named = not topics.isdisjoint(_topics(_names(name)))
        most = len(values) // 2 + 1 if len(used) >= FEWEST else len(values)
        if is_named or len(used) >= most:
            found.append((not is_named, len(values), name))
    return min(found)[2] if found else ""


def _names(reference: str) -> str:
    """What a set is called: its folder in the data, its file and the part of that."""
    files, _, pointer = _TO_DATA.sub("", reference).partition("#")
    return f"{files.rpartition('.')[0]} {pointer.partition('*')[0]}"


def _topics(name: str) -> Iterator[str]:
    """What a name says, in words that are alike for alike things."""
    for word in _WORD.findall(name):
        one = _singular(word.lower())
        yield "people" if one in _PEOPLE else one


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
