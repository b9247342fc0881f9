"""Split the front matter off a post, and say where its fences stand."""

from dataclasses import dataclass
from typing import Literal

from postlint.content.tree import Tree
from postlint.model.span import Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of one post."""

    language: Literal["yaml", "toml", "json"]
    span: Span
    """From the start of the text to the end of the closing fence, without its line end."""
    content: Span
    """What stands between the fences."""
    opening: Span
    """The opening fence itself (`---`), without trailing space or line end."""
    closing: Span | None
    """The closing fence itself, None where it is missing."""
    tree: Tree
