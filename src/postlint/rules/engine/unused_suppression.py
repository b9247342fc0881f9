"""A comment that mutes nothing hides the next real mistake on its line."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class UnusedSuppression:
    """Report a postlint comment that mutes no finding, or that names a rule which does not exist.

    A comment is only judged when every rule it names took part in the run.
    """

    meta: ClassVar = RuleMeta(
        name="unused-suppression",
        group="engine",
        summary="a postlint comment mutes nothing",
        severity=Severity.WARNING,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good("<!-- postlint-disable-next-line repeated-word -- quoted -->\nHe said the the.\n"),
            Bad(
                "<!-- postlint-disable-next-line repeated-word -->\nHe said the word.\n",
                at=("1:1",),
                fixed="He said the word.\n",
            ),
            Bad(
                "<!-- postlint-disable-line repeated-wrod -->\nHe said the the word.\n",
                at=("1:28",),
                fixed="<!-- postlint-disable-line repeated-word -->\nHe said the the word.\n",
            ),
            Bad(
                "<!-- postlint-disable-next-line a-an, repeated-word, wrong-type -- why -->\n"
                "He said the the word.\n",
                at=("1:33", "1:54"),
                fixed="<!-- postlint-disable-next-line repeated-word -- why -->\n"
                "He said the the word.\n",
            ),
            Bad("---\ntitle: News # postlint-disable-line wrong-type\n---\n", at=("2:13",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """What the engine found when it muted the findings of the post."""
        return doc.faults_of(self.meta.name)
