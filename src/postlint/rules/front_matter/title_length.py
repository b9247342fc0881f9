"""A search engine cuts a long title off, and a very short one says too little to be clicked."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.front_matter.visible_length import length_problems, refuse_empty_range


@rule
class TitleLength:
    """Report a title that is shorter or longer than search engines and networks like to show.

    `min` and `max` are in characters as a reader sees them: an entity such as `&amp;` is one. An
    empty title is left to `empty-value`.
    """

    meta: ClassVar = RuleMeta(
        name="title-length",
        group="front-matter",
        summary="a title too short or too long for search engines",
        severity=Severity.WARNING,
        presets=("seo",),
        examples=(
            Good("---\ntitle: Armenia and Azerbaijan continue fighting overnight\n---\n"),
            Good(
                '---\ntitle: "Fish \\u0026 chips &amp; us"\n---\n', options={"min": 17, "max": 17}
            ),
            Good("---\ntitle: '{{ page.name }}'\n---\n"),
            Bad("---\ntitle: Fighting\n---\n", at=("2:8",)),
            Bad(
                "---\ntitle: Armenia and Azerbaijan continue fighting overnight\n---\n",
                at=("2:8",),
                options={"max": 40},
            ),
        ),
    )
    min: int = 30
    max: int = 60

    def __post_init__(self) -> None:
        """Raise ValueError where no length could be right."""
        refuse_empty_range(self.min, self.max)

    def check(self, doc: Document) -> Iterator[Problem]:
        """The problem of the title, if it has one."""
        return length_problems(doc, "title", self.min, self.max)
