"""What the schemas of a post want of each key, as a table."""

from collections.abc import Iterator, Sequence

from postlint.report.page import Page
from postlint.schema.described import KeyRow, refuses_others, rows_of
from postlint.schema.find import schema_name
from postlint.schema.load import Schema, combined

_WIDEST: int = 40
"""Of the column of the keys, in characters."""


def render(schemas: Sequence[Schema], page: Page) -> Iterator[str]:
    """The lines of the table; several schemas together are one, with what each key is from."""
    schema = schemas[0] if len(schemas) == 1 else combined(tuple(schemas))
    rows, is_all = rows_of(schema.shape)
    width = min(_WIDEST, max([3, *(len(row.key) for row in rows)]))
    yield f"{'key':{width}}  needed  what"
    for row in rows:
        yield page.spell(f"{row.key:{width}}  {'yes' if row.is_required else '':6}  {row.wanted}")
        if row.about:
            yield page.spell(f"{'':{width}}          {row.about}")
        if len(schemas) > 1:
            yield page.spell(f"{'':{width}}          from {_sources(row, schemas)}")
    if not is_all:
        yield "there are more keys than can be shown here"
    are = "errors" if refuses_others(schema.shape) else "allowed, unless they look misspelt"
    yield f"other keys are {are}"


def _sources(row: KeyRow, schemas: Sequence[Schema]) -> str:
    key = row.key.replace("[]", "").partition(".")[0]
    return ", ".join(schema_name(one.path) for one in schemas if key in one.shape.keys)
