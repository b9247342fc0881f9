"""What a check finds in a block, and what every check is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from postlint.styles.block import Block, View
from postlint.styles.definition import Action
from postlint.styles.slow import Clock


class Hit(NamedTuple):
    """One thing found: a range of a block's text, and what is said of it."""

    block: Block
    start: int
    end: int
    said: tuple[str | int, ...]
    """What stands for the `%s` of the message."""
    message: str | None = None
    """In the place of the rule's own."""
    action: Action | None = None
    """In the place of the rule's own."""
    is_about_all: bool = False
    """Whether it is about the post as a whole, or a part of it that has no place."""


class Asked(NamedTuple):
    """What a check is asked: about which blocks of which post, and how long it may take."""

    blocks: Sequence[Block]
    view: View
    clock: Clock


class Check(Protocol):
    """A rule's question to the blocks of its scope."""

    def find(self, asked: Asked) -> Iterator[Hit]:
        """All that is found, in the order of the blocks. Raises SlowPatternError."""
        ...
