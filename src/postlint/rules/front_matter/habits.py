"""What the values of a key are among siblings, and which of them are of another kind."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from postlint.content.data.tree import Json, is_empty
from postlint.schema.infer.evidence import REQUIRED_SHARE
from postlint.schema.infer.kinds import EITHER
from postlint.schema.infer.kinds import kind_of as kind_in_schema

FEWEST: Final = 20
"""Of fewer siblings nothing is a habit."""
MOST_ODD: Final = 6
"""More posts that do it otherwise have a way of their own."""

EMPTY: Final = "empty"
UNTOLD: Final = "?"
"""Of a value that somebody else has the word on."""
TEXT, WORD, SLUG = "", "word", "slug"
LIST, LIST_OF_GROUPS = "list", "groups"
NUMBER, TRUE, FALSE, GROUP = "number", "true", "false", "group"

_LONGEST_WORD: Final = 1_000
"""In code points; a longer text is looked at no further."""

_IN_WORDS: Final[Mapping[str, str]] = {
    TEXT: "text",
    WORD: "text",
    SLUG: "a slug",
    LIST: "a list",
    LIST_OF_GROUPS: "a list of groups of keys",
    NUMBER: "a number",
    TRUE: "true or false",
    FALSE: "true or false",
    GROUP: "a group of keys",
    "date": "a date as YYYY-MM-DD",
    "date-time": "a date as YYYY-MM-DDTHH:MM:SSZ",
    "timestamp": "a date with a time",
    "uri": "a web address",
    "image-url": "the web address of an image",
    "image": "the path of an image",
    "email": "an e-mail address",
    "uuid": "a UUID",
}
_TYPES: Final[Mapping[str, str]] = {
    LIST: LIST,
    LIST_OF_GROUPS: LIST,
    NUMBER: NUMBER,
    TRUE: TRUE,
    FALSE: TRUE,
    GROUP: GROUP,
}


class Habit(NamedTuple):
    """What nearly all siblings that have a key have there."""

    usual: str
    """A kind."""
    odd: frozenset[str]
    """The kinds that are none of it."""
    number: int
    """How many posts have the usual kind."""
    of: int
    """How many have the key, with a value."""


def kind_of(value: Json) -> str:
    """What a value is, in one word: of a text the format that it has, if any."""
    if is_empty(value):
        return EMPTY
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, str):
        name = kind_in_schema(value).format
        return name or (TEXT if any(map(str.isspace, value[:_LONGEST_WORD])) else WORD)
    if isinstance(value, list):
        return LIST_OF_GROUPS if isinstance(value[0], dict) else LIST
    return GROUP if isinstance(value, dict) else NUMBER


def in_words(kind: str) -> str:
    """A kind as a message has it: "a list", "a date as YYYY/MM/DD"."""
    return _IN_WORDS.get(kind) or f"a date as {kind}"


def is_habit(number: int, of: int) -> bool:
    """Whether what some of the posts do is what all of them do, but for a few that forgot."""
    others = of - 1
    return others >= FEWEST and number >= REQUIRED_SHARE * others and of - number <= MOST_ODD


def habit_of(kinds: Mapping[str, int]) -> Habit | None:
    """The habit behind the kinds of a key, each with its number of posts; None without one."""
    told = {kind: number for kind, number in kinds.items() if kind not in (EMPTY, UNTOLD)}
    of = sum(told.values())
    if not told or of <= FEWEST:
        return None
    usual = max(told, key=lambda kind: (told[kind], kind))
    if usual == WORD and told.get(SLUG, 0) * 2 >= told[WORD]:
        usual = SLUG  # many slugs are a single word, and some a path
    for one in dict.fromkeys((usual, type_of(usual))):
        odd = frozenset(kind for kind in told if not _is_fine(kind, one))
        number = of - sum(told[kind] for kind in odd)
        if is_habit(number, of):
            return Habit(one, odd, number, of)
    return None


def type_of(kind: str) -> str:
    """The kind that says no more of a value than its type."""
    return _TYPES.get(kind, TEXT)


def _is_fine(kind: str, usual: str) -> bool:
    """Whether a value of a kind may stand where another is usual."""
    if kind in (usual, FALSE):  # the latter says that there is none
        return True
    if usual in EITHER.get(kind, ()) or kind in EITHER.get(usual, ()):
        return True
    if usual in (TEXT, WORD):  # a number prints as well as a text
        return type_of(kind) in (TEXT, NUMBER)
    if usual == LIST:
        return kind == LIST_OF_GROUPS
    return (kind, usual) in ((WORD, SLUG), ("uri", "image-url"), ("image-url", "uri"))
