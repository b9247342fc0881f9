"""Tables of the page: they scroll by themselves, and a script of the page sorts them."""

from collections.abc import Iterable
from typing import Final

from postlint.report.markup import mark_up

_LONGEST: Final = 200


def table(label: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    """A table with a name for those who hear it; `rows` are markup, the first cell a heading."""
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{label}">\n'
        f'<table class="sortable">\n<thead><tr>{columns}</tr></thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n</div>\n"
    )


def scrolling(label: str, chart: str) -> str:
    """A chart that scrolls where there is no room for it; nothing for no chart."""
    if not chart:
        return ""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">\n{chart}\n</div>\n'
    )


def row(head: str, cells: Iterable[object]) -> str:
    """A row of a table; `head` is markup, the cells are text."""
    marked = "".join(f"<td>{mark_up(str(cell))}</td>" for cell in cells)
    return f'<tr><th scope="row">{head}</th>{marked}</tr>\n'


def name_button(kind: str, name: str) -> str:
    """A name, with a button on it that filters the findings by it."""
    shown = short(name)  # as the cells of the findings have it
    return f'<button type="button" data-kind="{kind}" data-value="{shown}">{shown}</button>'


def short(name: str) -> str:
    """A name as markup, without its middle where it is longer than anybody reads."""
    if len(name) > _LONGEST:
        name = f"{name[: _LONGEST // 2]}…{name[-_LONGEST // 2 :]}"
    return mark_up(name)
