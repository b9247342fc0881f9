"""Which language posts are written in, and which lexicon knows its words."""

from pathlib import Path
from typing import Final, NamedTuple


class Language(NamedTuple):
    """The language of a post, as the configuration says."""

    locale: str = "en"
    """With a region where that matters, e.g. en-GB."""
    lexicon: Path | None = None
    """The site's own lexicon; None for the one that ships, which is English."""

    @property
    def code(self) -> str:
        """The language without its region: "de" of "de-AT"."""
        return self.locale.partition("-")[0].lower()

    @property
    def is_english(self) -> bool:
        """Whether rules about English words have anything to say."""
        return self.code == "en"


ENGLISH: Final = Language()
"""What is read where no configuration names another language."""
