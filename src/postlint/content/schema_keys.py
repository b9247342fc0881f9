"""What the schemas of a post say of keys, for rules that must not contradict them."""

from typing import Final, NamedTuple


class SchemaKeys(NamedTuple):
    """The keys at the top level that the schemas of a post speak of."""

    known: frozenset[str] = frozenset()
    """Those that one of them names."""
    are_settled: bool = False
    """Whether they say which keys a post must have, or which it may have: then one that is missing
    there, and is not reported, need not be."""


NO_SCHEMA_KEYS: Final = SchemaKeys()
"""Of a post without a schema."""
