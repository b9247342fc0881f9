"""What the generator of a site makes of the keys of its posts."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from postlint.generators.recognise import ANY_SITE, Generator
from postlint.schema.find import SUFFIX
from postlint.schema.infer.evidence import At
from postlint.schema.load import load_schema
from postlint.schema.shape import NO_SHAPE, Shape
from postlint.schema.shipped import shipped_schemas


class Reader(NamedTuple):
    """Who reads the keys of posts."""

    shape: Shape = NO_SHAPE
    """The keys that it knows."""
    any_case: bool = False
    """Whether it reads keys without regard to upper and lower case."""

    def inside(self, at: At) -> "Reader":
        """The same for the keys further down."""
        shape = self.shape
        for step in at:
            shape = shape.items if step is None else shape.keys.get(step) or shape.others
        return self._replace(shape=shape)

    def known(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of some keys that it knows."""
        if not self.any_case:
            return frozenset(key for key in keys if key in self.shape.keys)
        known = {key.casefold() for key in self.shape.keys}
        return frozenset(key for key in keys if key.casefold() in known)


ANYBODY: Final = Reader()
"""Where no generator is known."""


def reader_of(generators: Iterable[Generator | None]) -> Reader:
    """Who reads some posts, of each of which the generator is told: that of most."""
    counts = Counter((one.name, one.schema) if one else None for one in generators)
    most = max(counts, key=lambda one: counts[one], default=None)
    if most is None or most[1] == ANY_SITE:
        return ANYBODY
    folder = shipped_schemas()
    return Reader(load_schema(folder / f"{most[1]}{SUFFIX}", folder).shape, most[0] == "hugo")
