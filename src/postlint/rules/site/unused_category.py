"""A category that no post has is a page with nothing on it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.data.tree import Json
from postlint.content.data.tree import Path as KeyPath
from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.model.errors import SchemaError
from postlint.model.finding import Problem, Severity
from postlint.model.paths import shown
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule

_MOST: Final = 200
"""So many are told of in one file."""
_CONFIG = (
    'select = ["unused-category"]\n[rules]\nunused-category = "warning"\n'
    '[[content]]\nschema = "post.schema.json"\n'
)
_SITE = {
    "postlint.toml": _CONFIG,
    "post.schema.json": (
        '{"properties": {"category": {"x-postlint-values-from": "data/categories.yml"},'
        ' "authors": {"items": {"x-postlint-ref": "data/authors.yml#/*/id"}}}}'
    ),
    "data/categories.yml": "- world\n- local\n",
    "data/authors.yml": "- {id: jane}\n- {id: omar}\n",
}

Uses = tuple[tuple[str, tuple[str, ...]], ...]
"""Lists of values, as a schema names them, and what a post has of each."""


@rule
class UnusedCategory:
    """Report a category, author or other value in a file of data that no post has.

    That is a file that a schema names for the values of a key, with `x-postlint-values-from` or
    `x-postlint-ref`. It is told at the line of the value, when all posts of the site are checked.
    """

    meta: ClassVar = RuleMeta(
        name="unused-category",
        group="site",
        summary="a category in a file of data that no post has",
        severity=Severity.INFO,
        presets=("tidy",),
        of_site=True,
        counts_excluded=True,
        examples=(
            GoodSite(
                _SITE
                | {
                    "a.md": "---\ncategory: world\nauthors: [jane]\n---\n",
                    "b.md": "---\ncategory: local\nauthors: [omar]\n---\n",
                }
            ),
            BadSite(
                _SITE | {"a.md": "---\ncategory: local\nauthors: [omar]\n---\n"},
                at=("data/categories.yml:1:3", "data/authors.yml:1:8"),
            ),
        ),
    )
    facts: ClassVar = Uses

    def collect(self, doc: Document) -> Uses | None:
        """What a post has of each list of values."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for reference in doc.references.made:
            for target in reference.to:
                found[target][reference.value] = None
        return tuple((name, tuple(values)) for name, values in found.items()) or None

    def check(self, site: SiteFacts[Uses]) -> Iterator[tuple[str, Problem]]:
        """What stands in the files of data and in no post, file by file."""
        if not site.is_whole:
            return
        used: dict[str, set[str]] = defaultdict(set)
        for post in site:
            for name, values in post.facts:
                used[name].update(values)
        for name in sorted(used):
            for count, (path, value, span) in enumerate(_listed(name, used[name], site)):
                if count == _MOST:
                    break
                message = f'no post has "{value}"'
                yield path, Problem(span, message, "remove it where no post is to have it")


def _listed(name: str, used: set[str], site: SiteFacts[Uses]) -> Iterator[tuple[str, str, Span]]:
    """File, value and place of what a list has beside the values that are used."""
    from postlint.schema.reading.allowed_values import inside, read_data_file
    from postlint.schema.reading.schema_file import DATA_SUFFIXES

    file_name, _, part = name.partition("#")
    if not file_name.endswith(DATA_SUFFIXES):
        return  # a table has no places, posts and files that are named for values are not listed
    try:
        path = inside(file_name, site.root)
        site.reads(str(path))
        file = read_data_file(path)
    except (SchemaError, ValueError):  # told when the schema is read
        return
    told = set(used)
    for at, value in _values(file.data, part):
        if value not in told:
            told.add(value)
            place = file.tree.place(at)
            is_key = at and at[-1] == value and place.key is not None
            span = place.key if is_key and place.key else place.value
            yield shown(site.root / file_name), value, span


def _values(data: Json, part: str) -> Iterator[tuple[KeyPath, str]]:
    """Values and where they stand, for the part of a file that either keyword names."""
    from postlint.schema.reading.allowed_values import located_values
    from postlint.schema.reading.target import located_texts, target_of

    if part.startswith("/"):
        yield from located_texts(data, target_of(f"x.yml#{part}").keys or ())
        return
    steps = tuple(filter(None, part.split("/")))
    for step in steps:
        data = data.get(step) if isinstance(data, dict) else None
    yield from (((*steps, *at), str(value)) for at, value in located_values(data))
