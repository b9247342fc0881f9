"""What one post says of itself that the rest of its site may need: small and plain, to be kept."""

from typing import Literal, NamedTuple

from postlint.model.span import Position

VerdictKind = Literal["known-misspelling", "near-miss", "name-variant", "unknown-word"]
"""What may be wrong with a word; the rules that say so have these names."""


class UnknownWord(NamedTuple):
    """A word that the lexicon does not vouch for, as one post uses it."""

    word: str
    """In small letters."""
    times: int
    """How often it stands in the prose."""
    capitals: int
    """How often of these with a capital."""
    passages: frozenset[int]
    """What tells a few of the passages it stands in from others: copies have the same."""
    start: Position
    """Where it is reported first; where it stands first, if it is not reported."""
    reported_by: VerdictKind | None
    """Which of the rules asked reports it."""
    is_listed: bool
    """Whether it is a known misspelling."""
    may_be_right: bool
    """Whether it has been counted as a word, or is a known word in another form."""

    @property
    def written(self) -> str:
        """As the post mostly writes it."""
        return self.word.capitalize() if 2 * self.capitals > self.times else self.word


class Places(NamedTuple):
    """The places of a post that a link can lead to."""

    headings: tuple[str, ...] = ()
    """As written, markup and all; the terms of definition lists, too, which Hugo gives names."""
    ids: frozenset[str] = frozenset()
    """The names that the post itself gives to places."""
    is_open: bool = False
    """Whether a template may bring in more headings than stand here."""


class LinkFacts(NamedTuple):
    """What one post says of its places and of its neighbours."""

    targets: tuple[str, ...] = ()
    """The targets that lead to other files, each once and in their order."""
    places: Places = Places()


class Facts(NamedTuple):
    """What one post says of itself, whatever the other files of its site are like."""

    words: tuple[UnknownWord, ...] = ()
    """The words that no lexicon has, the most frequent first."""
    links: LinkFacts | None = None
    """None where no rule asks where links lead."""


NO_FACTS = Facts()
"""Of a post that nothing is known of."""
