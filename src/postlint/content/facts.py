"""What one post says of itself that the rest of its site may need: small and plain, to be kept."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from postlint.content.route_facts import RouteFacts
from postlint.content.source import without_surrogates
from postlint.model.span import Position

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

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
    passages: tuple[int, ...]
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


class Name(NamedTuple):
    """A name of one word or of several, as it stands in a post."""

    text: str
    start: int
    """Where it stands first, in code points of the post."""
    is_right: bool
    """Whether the house or a lexicon says so."""


class Places(NamedTuple):
    """The places of a post that a link can lead to."""

    headings: tuple[str, ...] = ()
    """As written, markup and all; the terms of definition lists, too, which Hugo gives names."""
    ids: frozenset[str] = frozenset()
    """The names that the post itself gives to places."""
    is_open: bool = False
    """Whether a template may bring in more headings than stand here."""


class Facts(NamedTuple):
    """What one post says of itself, whatever the other files of its site are like.

    Packed, as a site has a hundred thousand posts and seldom asks for all that one of them says.
    """

    packed_words: bytes = b""
    targets: tuple[str, ...] = ()
    """The targets that lead to other files, each once and in their order."""
    covers: tuple[str, ...] = ()
    """The images of its front matter that are written as paths."""
    packed_places: bytes = b""
    """Empty where no rule asks where links lead."""
    packed_route: bytes = b""
    """What decides on its address; empty where no rule asks where links lead."""
    date: str = ""
    """When the post was published, as `2024-03-01T23:30:00`; "" where it does not say."""
    collected: bytes = b""
    """What each rule of the site has collected, by its name; empty where none has anything."""
    author: str = ""
    """Who wrote it; "" where the front matter names nobody."""
    section: str = ""
    """What the front matter has it filed under; "" where it does not say."""
    length: int = 0
    """How many words its prose has."""
    muted: tuple[str, ...] = ()
    """The rules of the site that it tells its facts and that are to say nothing of it."""

    @property
    def words(self) -> tuple[UnknownWord, ...]:
        """The words that no lexicon has, the most frequent first; none where they were damaged."""
        try:
            return _words_decoder().decode(self.packed_words) if self.packed_words else ()
        except ValueError:
            return ()

    @property
    def places(self) -> Places | None:
        """The places of the post; None where no rule asks where links lead, or where they were
        damaged on the way."""
        try:
            return _places_decoder().decode(self.packed_places) if self.packed_places else None
        except ValueError:
            return None

    @property
    def route(self) -> RouteFacts:
        """What decides on the address of the post; nothing where that was damaged on the way."""
        try:
            return _route_decoder().decode(self.packed_route) if self.packed_route else RouteFacts()
        except ValueError:
            return RouteFacts()


NO_FACTS = Facts()
"""Of a post that nothing is known of."""


class KnownPost(Protocol):
    """A post of which it is known what it says of itself."""

    @property
    def path(self) -> str:
        """As findings name it."""
        ...

    @property
    def facts(self) -> Facts:
        """What it says of itself."""
        ...


class Neighbour(NamedTuple):
    """A post of the site that is not reported on."""

    path: str
    facts: Facts


def packed(fact: object) -> bytes:
    """Something plain as bytes; what no UTF-8 can hold stands there as a question mark."""
    from msgspec.msgpack import encode

    try:
        return encode(fact)
    except UnicodeEncodeError:  # a byte that is no UTF-8 stands in a post as a lone surrogate
        return encode(_encodable(fact))


def _encodable(fact: object) -> object:
    """The same without lone surrogates; what a decoder makes the same value of."""
    if isinstance(fact, str):
        return without_surrogates(fact)
    if isinstance(fact, Mapping):
        return {_encodable(key): _encodable(value) for key, value in fact.items()}
    if isinstance(fact, tuple | list | set | frozenset):
        return [_encodable(one) for one in fact]
    return fact


@lru_cache(maxsize=1)
def _words_decoder() -> "Decoder[tuple[UnknownWord, ...]]":
    from msgspec.msgpack import Decoder

    return Decoder(tuple[UnknownWord, ...])


@lru_cache(maxsize=1)
def _route_decoder() -> "Decoder[RouteFacts]":
    from msgspec.msgpack import Decoder

    return Decoder(RouteFacts)


@lru_cache(maxsize=1)
def _places_decoder() -> "Decoder[Places]":
    from msgspec.msgpack import Decoder

    return Decoder(Places)
