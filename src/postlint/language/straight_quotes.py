"""Which straight quotation marks of a text open, which close, and which are apostrophes."""

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from postlint.language.quote_roles import INCHES, Role, double_role, single_role

Meaning = Literal["open", "close", "apostrophe"]

_DOUBLE: Final = re.compile(r"[\"“”„]")
# A path or code is set in straight ones.
_CODE: Final = re.compile(r"([\"'])\ufffc\1")
# An attribute that nobody recognised as one: [gallery ids="1,2"]
_ATTRIBUTE: Final = re.compile(r"=[\"']")


def straight_doubles(text: str) -> dict[int, Meaning]:
    """The meaning of each straight double mark by its index, of those that are sure.

    Inches, a mark that is spoken of and one inside a word have none.
    """
    if '"' not in text or _ATTRIBUTE.search(text):
        return {}
    meanings: dict[int, Meaning] = {}
    has_inches = INCHES.search(text) is not None
    is_open, is_sure = False, True
    for found in _DOUBLE.finditer(text):
        at = found.start()
        role = double_role(text, at)
        if role == "none" or (role == "perhaps-close" and not is_open and has_inches):
            continue
        opens = role == "open" or (role == "either" and not is_open)
        is_sure &= opens != is_open and not (role == "either" and has_inches)
        is_open = opens
        if found[0] == '"':
            meanings[at] = "open" if opens else "close"
    is_sure &= not is_open
    # A quotation of several paragraphs opens more often than it closes; so do a few inches.
    return _without_code(text, meanings) if is_sure or not has_inches else {}


def straight_singles(text: str) -> dict[int, Meaning]:
    """The meaning of each straight single mark by its index, of those that are sure.

    Feet, and what may open a quotation but is not closed ('Abd), have none.
    """
    if "'" not in text or "`" in text or _ATTRIBUTE.search(text):  # `so' was typed once
        return {}
    singles = _Singles()
    for found in re.finditer("'", text):
        at = found.start()
        before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if before.isalpha() and behind.isalnum():
            singles.meanings[at] = "apostrophe"
        elif behind.isdigit() and before.isdigit():
            continue
        else:
            singles.add(at, single_role(text, at), before, behind)
    return _without_code(text, singles.meanings)


def _without_code(text: str, meanings: dict[int, Meaning]) -> dict[int, Meaning]:
    for found in _CODE.finditer(text):
        meanings.pop(found.start(), None)
        meanings.pop(found.end() - 1, None)
    return meanings


@dataclass(slots=True)
class _Singles:
    """The single marks of a text, paired off as far as they have been read."""

    meanings: dict[int, Meaning] = field(default_factory=dict)
    opened: list[int] = field(default_factory=list)
    perhaps_closed: int | None = None
    """The mark that closed the last quotation, where that may have been an apostrophe."""

    def add(self, at: int, role: Role, before: str, behind: str) -> None:
        """Take in a mark that is no apostrophe inside a word."""
        if role == "none":
            if behind.isalnum():
                self.meanings[at] = "apostrophe"
        elif role == "open" or (role == "either" and not self.opened):
            self.opened.append(at)
        elif self.opened:
            self.meanings[self.opened.pop()] = "open"
            self.meanings[at] = "close"
            self.perhaps_closed = at if role == "perhaps-close" else None
        elif role == "close" and self.perhaps_closed is not None:  # 'The leaders' talks,' he said
            self.meanings[self.perhaps_closed] = "apostrophe"
            self.meanings[at] = "close"
            self.perhaps_closed = None
        elif before.isalpha() or behind.isalpha():  # goin', the 1990's
            self.meanings[at] = "apostrophe"
