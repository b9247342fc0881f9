"""Text inside XML and HTML: nothing that it holds becomes markup, and every reader takes it."""

from collections.abc import Mapping
from html import escape
from typing import Final

from postlint.report.page import Page

_WHOLE: Final = Page()


def mark_up(text: str) -> str:
    """A text as the content of an element, or of an attribute in double quotes: one line.

    What XML 1.0 cannot say, such as a control character, is spelled out, and so is all that a
    reader would not see, as `Page.spell` does.
    """
    return escape(_WHOLE.spell(text))


def element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    """An XML element; `content` is markup already."""
    said = "".join(f' {key}="{mark_up(str(value))}"' for key, value in attributes.items())
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def fit(markup: str, page: Page) -> str:
    """The markup for a page that may not have all letters: they are named by number."""
    if page.encoding.lower().startswith("utf"):
        return markup
    return markup.encode("ascii", "xmlcharrefreplace").decode("ascii")
