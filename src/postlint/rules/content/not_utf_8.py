"""A post in another encoding shows wrong characters on the site, or stops its build."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class NotUtf8:
    """Report the first byte of a file that is not UTF-8, or a file that is UTF-16 or UTF-32.

    The rest of the file is checked all the same, and its bytes are never changed.
    """

    meta: ClassVar = RuleMeta(
        name="not-utf-8",
        group="content",
        summary="a file is not encoded as UTF-8",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(
            Good("A café in Yerevan.\n".encode()),
            Good(b"\xef\xbb\xbfA byte order mark is allowed.\n"),
            Bad("News\n\nA café in Yerevan.\n".encode("latin-1"), at=("3:6",)),
            Bad("\ufeffA café.\n".encode("utf-16-le"), at=("1:1",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post."""
        return doc.faults_of(self.meta.name)
