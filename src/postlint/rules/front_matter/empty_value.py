"""A title or description that was never filled in leaves a hole in lists and search results."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.data.tree import Json
from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.front_matter.entries import entries


@rule
class EmptyValue:
    """Report a key that readers need and that has no value: nothing, `""`, blanks, `[]` or `{}`.

    `keys` are the keys looked at. For most others it is custom to leave them empty: moulds for new
    posts list `tags: []` and `image:`, and `layout:` without a value means no layout.
    """

    meta: ClassVar = RuleMeta(
        name="empty-value",
        group="front-matter",
        summary="a title, description, date or author without a value",
        severity=Severity.WARNING,
        presets=("seo",),
        examples=(
            Good("---\ntitle: Fighting resumes\ntags: []\nimage:\nweight: 0\n---\n"),
            Good("---\ntitle: &t Fighting resumes\ndescription: *t\n---\n"),
            Bad("---\ntitle: Fighting resumes\ndescription:\ndate: ''\n---\n", at=("3:1", "4:1")),
            Bad('+++\ntitle = " "\nauthor = []\n+++\n', at=("2:1", "3:1")),
            Bad("---\ntitle: War\nimage:\n---\n", at=("3:1",), options={"keys": ("image",)}),
        ),
    )
    keys: tuple[str, ...] = ("title", "description", "date", "author")

    def check(self, doc: Document) -> Iterator[Problem]:
        """All empty values, in the order of `keys`."""
        data = doc.data if isinstance(doc.data, dict) else {}
        empty = tuple(key for key in self.keys if key in data and _is_empty(data[key]))
        for entry in entries(doc, empty) if empty else ():
            if entry.place.key:
                message = f'key "{entry.key}" is empty, expected a value'
                yield Problem(entry.place.key, message, help="give it a value, or remove the key")


def _is_empty(value: Json) -> bool:
    return not value.strip() if isinstance(value, str) else value in (None, [], {})
