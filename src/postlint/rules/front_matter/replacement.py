"""The fix that puts another text in the place of a value, known by its place alone."""

from postlint.model.finding import Edit, Fix
from postlint.model.span import Span
from postlint.schema.mistakes.mend import written


def reads_as_written(source: str, text: str) -> bool:
    """Whether a value reads as it is written, in quotes or without."""
    return source == text or source in (f'"{text}"', f"'{text}'")


def replacement(place: Span, text: str, right: str) -> Fix | None:
    """Put one text in the place of another that reads as it is written; its quotes stay.

    None for what would need quotes, as nobody knows whether there are any.
    """
    if written(right, "yaml") != right:
        return None
    quotes = (place.end - place.start - len(text)) // 2
    inside = Span(place.start + quotes, place.end - quotes)
    return Fix(f"replace with {right}", (Edit(inside, right),))
