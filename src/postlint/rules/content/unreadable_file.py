"""A post that cannot be opened is not checked, and an editor must know that it was not."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Good, RuleMeta, rule


@rule
class UnreadableFile:
    """Report a file or folder that cannot be read, or that went away while the run was under way.

    The reason is the operating system's: no permission, a broken link, a file that vanished.
    The other files are still checked.
    """

    meta: ClassVar = RuleMeta(
        name="unreadable-file",
        group="content",
        summary="a file cannot be read",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(Good("A file that can be read.\n"),),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post."""
        return doc.faults_of(self.meta.name)
