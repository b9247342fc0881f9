"""One row of a table of terms: a word or phrase, and what the house says of it."""

from typing import Final, Literal, NamedTuple

from postlint.model.finding import Severity

Case = Literal["smart", "any", "exact"]
"""smart: small letters are found in any case; capitals as written, at the start of a sentence and
in capitals throughout. any: in any case. exact: as written only."""
Match = Literal["word", "prefix"]
"""prefix: the beginning of a word counts too, and what follows it stays."""
Inflection = Literal["noun", "verb"]
"""Which other forms of an English word, given in its base form, the row speaks of too."""
Exempt = Literal["quotations", "titles", "headings"]
"""Where a row does not apply. titles: of posts, in their front matter."""

APOSTROPHES: Final = ("'", "’", "ʼ")
HYPHENS: Final = ("-", "‐", "‑")
SPELLINGS: Final = {"'": APOSTROPHES, "-": HYPHENS}
_SAME: Final = str.maketrans({same: mark for mark, all_ in SPELLINGS.items() for same in all_})
"""Between these a table makes no difference, as no reader does."""


class Row(NamedTuple):
    """What a table says of one word or phrase."""

    wrong: str
    right: tuple[str, ...] = ()
    """What the house writes: one form, several to choose from, or none where it is not used."""
    severity: Severity | None = None
    """None: that of the rule."""
    note: str | None = None
    case: Case = "smart"
    match: Match = "word"
    except_in: tuple[Exempt, ...] = ()
    inflect: Inflection | None = None
    link: str | None = None
    place: str = ""
    """`file:line`, for messages about the row itself."""

    @property
    def protects(self) -> bool:
        """Whether it only says that a phrase is to be left alone."""
        return tuple(map(plain, self.right)) == (plain(self.wrong),)

    @property
    def help(self) -> str | None:
        """The note and the link, for who is told of a hit."""
        see = f"see {self.link}" if self.link else None
        return "; ".join(part for part in (self.note, see) if part) or None


def plain(phrase: str) -> str:
    """A phrase with one space for any white space, and one kind of apostrophe and hyphen."""
    one_spaced = " ".join(phrase.split())
    return one_spaced if one_spaced.isascii() else one_spaced.translate(_SAME)
