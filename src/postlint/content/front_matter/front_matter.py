"""The front matter of one post as a value."""

from typing import Literal, NamedTuple

from postlint.content.data.tree import Tree
from postlint.model.span import Span

Language = Literal["yaml", "toml", "json"]


class FrontMatter(NamedTuple):
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
