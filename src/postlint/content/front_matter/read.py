"""Read the front matter of a post, and say where its fences stand."""

from postlint.content.front_matter.fences import find_fences
from postlint.content.front_matter.front_matter import FrontMatter


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter that a post starts with; None where it has none. Never raises.

    A fence that is not closed, data that is no mapping and everything that cannot be read are
    faults of its tree.
    """
    fences = find_fences(text)
    if fences is None:
        return None
    # python-frontmatter and the parsers cost start-up time, which a post without any need not pay.
    from postlint.content.front_matter.handlers import HANDLERS

    handler = next((handler for handler in HANDLERS if handler.owns(fences)), None)
    return handler.read_between(text, fences) if handler else None
