"""Read the front matter of a post, and say where its fences stand."""

from dataclasses import dataclass
from typing import Literal

from postlint.content.fences import find_fences
from postlint.content.tree import Tree
from postlint.model.span import Span

Language = Literal["yaml", "toml", "json"]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of one post."""

    language: Language
    span: Span
    """From the start of the text to the end of the closing fence, without its line end."""
    content: Span
    """What stands between the fences; JSON in braces is its own fence, and all of it is content."""
    opening: Span
    """The opening fence itself (`---`), without trailing space or line end."""
    closing: Span | None
    """The closing fence itself, None where it is missing."""
    tree: Tree


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter that a post starts with; None where it has none. Never raises.

    A fence that is not closed, data that is no mapping and everything that cannot be read are
    faults of its tree.
    """
    fences = find_fences(text)
    if fences is None:
        return None
    # python-frontmatter and the parsers cost start-up time, which a post without any need not pay.
    from postlint.content.front_matter_handlers import HANDLERS

    handler = next((handler for handler in HANDLERS if handler.owns(fences)), None)
    return handler.read_between(text, fences) if handler else None
