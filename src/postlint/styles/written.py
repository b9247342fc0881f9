"""A text of a style rule, and where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it stands in a rule's file."""

    text: str
    place: str
    """File and line, for messages."""
