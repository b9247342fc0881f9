"""Who meets a muted finding a year later has to know why it was right to mute it."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class SuppressionWithoutReason:
    """Report a postlint comment that mutes findings and has no reason behind ` -- `."""

    meta: ClassVar = RuleMeta(
        name="suppression-without-reason",
        group="engine",
        summary="a postlint comment does not say why it mutes",
        severity=Severity.WARNING,
        presets=(),
        tells_faults=True,
        examples=(
            Good("<!-- postlint-disable-next-line repeated-word -- quoted -->\nHe said the the.\n"),
            Bad(
                "<!-- postlint-disable-next-line repeated-word -->\nHe said the the.\n", at=("1:1",)
            ),
            Bad("---\n# postlint-disable-file a-an --\ntitle: News\n---\n", at=("2:1",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """What the engine found when it muted the findings of the post."""
        return doc.faults_of(self.meta.name)
