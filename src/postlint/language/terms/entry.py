"""All that the rows of a table say of one phrase, in whatever case it is written."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from postlint.language.terms.row import Row


class Ruling(NamedTuple):
    """What is said of one spelling: the row that says it, and what the house writes instead."""

    row: Row | None
    """None: it is right as it is."""
    rights: tuple[str, ...]


LET_BE: Final = Ruling(None, ())


@dataclass(slots=True)
class Entry:
    """The rows of one phrase; of two that say something of the same spelling the first counts."""

    exact: dict[str, Ruling] = field(default_factory=dict)
    """By the spelling that a row with capitals has."""
    initial: dict[str, Ruling] = field(default_factory=dict)
    """By such a spelling as it stands at the start of a sentence."""
    capitals: Ruling | None = None
    """What stands for it in capitals throughout, given as the row has it."""
    any_case: Ruling | None = None
    """What stands for it in any case, given as the row has it."""
    is_right: bool = False
    """Whether other spellings of it are to be left alone."""

    def add(self, wrong: str, ruling: Ruling, row: Row, *, protects: bool) -> None:
        """Take in what a row says of `wrong`, a spelling of the phrase."""
        if row.case == "exact":
            self.exact.setdefault(wrong, ruling)
            return
        self.is_right |= protects
        if row.case == "smart" and wrong != wrong.lower():
            self.exact.setdefault(wrong, ruling)
            at_start = Ruling(ruling.row, tuple(map(_capitalised, ruling.rights)))
            self.initial.setdefault(_capitalised(wrong), at_start)
            self.capitals = self.capitals or ruling
        elif not protects:
            self.any_case = self.any_case or ruling

    def ruling(self, found: str) -> Ruling | None:
        """What is said of the phrase as it was found; None where nothing is."""
        ruling = self.exact.get(found) or self.initial.get(found)
        if ruling is not None:
            return ruling
        if self.capitals is not None and _is_capitals(found):
            row, rights = self.capitals
            return Ruling(row, tuple(right.upper() for right in rights))
        if self.any_case is not None:
            row, rights = self.any_case
            return Ruling(row, tuple(_in_case_of(found, right) for right in rights))
        return LET_BE if self.is_right else None


def _is_capitals(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _in_case_of(found: str, right: str) -> str:
    """The right form in capitals, with an initial capital or as it is, as the found one was."""
    if _is_capitals(found):
        return right.upper()
    if right != right.lower():
        return right
    words = found.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return " ".join(map(_capitalised, right.split()))
    return _capitalised(right) if found[0].isupper() else right


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
