"""Colours for what a report is made of; the sixteen that every terminal lets its user choose."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, Literal

from postlint.model.finding import Severity
from postlint.report.page import Page

Part = (
    Literal["path", "place", "rule", "gutter", "help", "fix", "good", "old", "new", "context"]
    | Severity
)
Paint = Callable[[Part, str], str]
"""The text of a part, coloured where the page takes colour."""

_STYLES: Final[dict[Part, str]] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
    "path": "bold underline",
    "place": "dim",
    "rule": "dim",
    "gutter": "dim",
    "help": "bold",
    "fix": "green",
    "good": "green",
    "old": "red",
    "new": "green",
    "context": "none",
}


def paint_for(page: Page) -> Paint:
    """The colours of a page."""
    return _in_color if page.has_color else plain


def plain(_part: Part, text: str) -> str:
    """The text as it is."""
    return text


def _in_color(part: Part, text: str) -> str:
    before, after = _codes(part)
    return f"{before}{text}{after}" if text else ""


@lru_cache(maxsize=32)
def _codes(part: Part) -> tuple[str, str]:
    """What switches a style on and off. Rendered once: rich takes 15 us to render a text."""
    from rich.color import ColorSystem
    from rich.style import Style

    style = Style.parse(_STYLES[part])
    before, after = style.render("|", color_system=ColorSystem.STANDARD).split("|")
    return before, after
