"""Give a mistake its place in the text and the edits that mend it."""

from collections.abc import Callable
from typing import Final

from postlint.content.document import Document
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.model.finding import Fault, Problem
from postlint.model.span import Span
from postlint.schema.mistakes.mend import YAML_TRUTHS, fix_for
from postlint.schema.mistakes.mistake import Mistake, Quote

_READERS: Final = frozenset({"ambiguous-yaml-value", "duplicate-key"})
"""Rules of the reader; what validation finds in the same place comes from the same mistake."""


def span_of(mistake: Mistake, text: str, front_matter: FrontMatter) -> Span:
    """Where a mistake stands: at the key or the value, or at the opening fence."""
    path, tree = mistake.path, front_matter.tree
    if not path:
        return front_matter.opening
    place = tree.place(path)
    if mistake.at == "value" and path in tree.places:
        return place.value
    if place.key is not None:
        return place.key
    if path not in tree.places and len(path) == 1:
        return front_matter.opening
    line_end = text.find("\n", place.value.start, place.value.end)
    return place.value if line_end == -1 else Span(place.value.start, line_end)


def spoken_of(front_matter: FrontMatter) -> Callable[[Mistake, Span], bool]:
    """Whether the reader has reported what a mistake comes from: one mistake, one finding."""
    spans = [
        span
        for fault in front_matter.tree.faults
        if fault.rule in _READERS
        for span in (fault.problem.span, *fault.problem.others)
    ]

    def told(mistake: Mistake, span: Span) -> bool:
        return mistake.at == "value" and any(span == other or other.covers(span) for other in spans)

    return told


def with_place(mistake: Mistake, span: Span, doc: Document) -> Fault:
    """The fault that a mistake makes in a post."""
    front_matter = doc.front_matter
    fix = fix_for(mistake, doc.text, front_matter) if front_matter else None
    source = doc.text[span.start : span.end]
    if (
        isinstance(mistake.mend, Quote)
        and source.lower() in YAML_TRUTHS
        and front_matter is not None
        and front_matter.language == "yaml"
    ):
        truth = "true" if source.lower() in ("y", "yes", "on") else "false"
        message = f"{source} is read as {truth}, not as text"
        advice = f'write "{source}" in quotes'
        return Fault("ambiguous-yaml-value", Problem(span, message, advice, (f'"{source}"',), fix))
    return Fault(
        mistake.rule, Problem(span, mistake.message, mistake.help, mistake.suggestions, fix)
    )
