"""Look for one pattern in the blocks of a post, in as few searches as can be."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from postlint.styles.block import Block, Joined
from postlint.styles.first_look import FirstLook
from postlint.styles.hit import Asked
from postlint.styles.pattern import Pattern

_LOOKS_AROUND: Final = re.compile(r"\(\?<?[=!]|\(\?\(|\\[AZG]")
_CROSSES_LINES: Final = re.compile(r"\[\^|\\[WDP]|\(\?\w*s")
"""What may match the end of a line: over all blocks at once it might try for long."""


class Found(NamedTuple):
    """A match in a block."""

    block: Block
    match: Any
    shift: int = 0
    """Where the text of the block begins in what was searched."""

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """The range of a group in the text of the block."""
        start, end = self.match.span(group)
        return start - self.shift, end - self.shift


@dataclass(frozen=True, slots=True)
class Search:
    """A pattern, and the cheap look that tells where it can find anything."""

    pattern: Pattern
    look: FirstLook

    def all(self, asked: Asked) -> Iterator[Found]:
        """All matches, in the order of the blocks. Raises SlowPatternError.

        All prose of a post is searched at once where that finds the same: where the pattern sees
        nothing beyond its match. A match that leaves its block says nothing, and the blocks that it
        touches are searched one by one.
        """
        joined = asked.view.joined if self.look.is_blind and self._is_joinable else None
        if joined is not None and asked.blocks and asked.blocks == joined.blocks:
            yield from self._in_joined(joined, asked)
            return
        for block in self.look.among(asked.blocks, asked.view):
            yield from self._in_block(block, asked)

    @property
    def _is_joinable(self) -> bool:
        source = self.pattern.source
        return not (_LOOKS_AROUND.search(source) or _CROSSES_LINES.search(source))

    def _in_block(self, block: Block, asked: Asked) -> Iterator[Found]:
        return (Found(block, match) for match in self.pattern.finds(block.text, asked.clock))

    def _in_joined(self, joined: Joined, asked: Asked) -> Iterator[Found]:
        by_block: dict[int, list[Any]] = {}
        touched: set[int] = set()
        starts, blocks = joined.starts, joined.blocks
        for match in self.pattern.finds(joined.text, asked.clock):
            start, end = match.span()
            index = max(0, bisect_right(starts, start) - 1)
            if start >= starts[index] and end <= starts[index] + len(blocks[index].text):
                by_block.setdefault(index, []).append(match)
            else:
                touched.update(range(index, bisect_right(starts, end)))
        for index in sorted(by_block.keys() | touched):
            if index in touched:
                yield from self._in_block(blocks[index], asked)
            else:
                shift = starts[index]
                yield from (Found(blocks[index], match, shift) for match in by_block[index])
