"""A file of many megabytes is not a post; a run must end, and must say what it did not read."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Good, RuleMeta, rule


@rule
class FileTooLarge:
    """Report a file larger than `max-file-size` in the configuration, 20 MB, which is not read."""

    meta: ClassVar = RuleMeta(
        name="file-too-large",
        group="content",
        summary="a file is too large to be read",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(Good("A post of ordinary length.\n"),),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post."""
        return doc.faults_of(self.meta.name)
