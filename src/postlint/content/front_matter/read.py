"""Read the front matter of a post, and say where its fences stand."""

from typing import Final, Literal

from postlint.content.data.flat import read_flat
from postlint.content.front_matter.fences import Fences, find_fences
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.model.span import Span

_LANGUAGES: Final[dict[str, Literal["yaml", "toml"]]] = {"---": "yaml", "+++": "toml"}


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter that a post starts with; None where it has none. Never raises.

    A fence that is not closed, data that is no mapping and everything that cannot be read are
    faults of its tree.
    """
    fences = find_fences(text)
    if fences is None:
        return None
    flat = _flat(text, fences)
    if flat is not None:
        return flat
    # python-frontmatter and the parsers cost start-up time, which a post without any need not pay.
    from postlint.content.front_matter.handlers import HANDLERS

    handler = next((handler for handler in HANDLERS if handler.owns(fences)), None)
    return handler.read_between(text, fences) if handler else None


def _flat(text: str, fences: Fences) -> FrontMatter | None:
    """The front matter whose values all are simple, if it is one."""
    language = _LANGUAGES.get(fences.sign)
    if language is None or fences.tag or fences.closing is None:
        return None
    tree = read_flat(text, fences.content, language)
    if tree is None:
        return None
    span = Span(0, fences.end(text))
    return FrontMatter(language, span, fences.content, fences.opening, fences.closing, tree)
