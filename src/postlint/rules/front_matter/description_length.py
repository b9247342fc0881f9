"""A search engine shows two lines of a description and fills a thin one with what it finds."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.front_matter.visible_length import length_problems, refuse_empty_range


@rule
class DescriptionLength:
    """Report a description that is shorter or longer than search engines like to show.

    `min` and `max` are in characters as a reader sees them: an entity such as `&amp;` is one. An
    empty description is left to `empty-value`.
    """

    meta: ClassVar = RuleMeta(
        name="description-length",
        group="front-matter",
        summary="a description too short or too long for search engines",
        severity=Severity.WARNING,
        presets=("seo",),
        examples=(
            Good(
                "---\ntitle: War\ndescription: >\n  Fighting raged again between Armenia and\n"
                "  Azerbaijan last night, in a conflict that may\n  draw in others.\n---\n"
            ),
            Bad("---\ntitle: War\ndescription: They fight.\n---\n", at=("3:14",)),
            Bad(
                "+++\ntitle = 'War'\ndescription = 'They fight.'\n+++\n",
                at=("3:15",),
                options={"min": 0, "max": 10},
            ),
        ),
    )
    min: int = 70
    max: int = 160

    def __post_init__(self) -> None:
        """Raise ValueError where no length could be right."""
        refuse_empty_range(self.min, self.max)

    def check(self, doc: Document) -> Iterator[Problem]:
        """The problem of the description, if it has one."""
        return length_problems(doc, "description", self.min, self.max)
