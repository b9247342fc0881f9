"""Without its closing fence the front matter is printed on the page, and the post has no title."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class UnclosedFrontMatter:
    """Report front matter without its closing fence, at the opening one.

    Text that only starts with a rule across the page (`---`) is not front matter: the lines below
    have to be keys and values.
    """

    meta: ClassVar = RuleMeta(
        name="unclosed-front-matter",
        group="front-matter",
        summary="the closing fence of the front matter is missing",
        severity=Severity.ERROR,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good("---\ntitle: News\n---\n\nSome text.\n"),
            Good("---\n\nSome text below a rule.\n"),
            Good("---\nNote: this is some text below a rule.\n\nMore of it.\n"),
            Bad(
                "---\ntitle: News\nlayout: post\n\nSome text.\n",
                at=("1:1",),
                fixed="---\ntitle: News\nlayout: post\n---\n\nSome text.\n",
            ),
            Bad(
                "---\ntitle: News\n\n# Fighting\n\nSome text.\n\n---\n\nMore.\n",
                at=("1:1",),
                fixed="---\ntitle: News\n---\n\n# Fighting\n\nSome text.\n\n---\n\nMore.\n",
            ),
            Bad(
                "---\ntitle: News\n----\n\nSome text.\n",
                at=("1:1",),
                fixed="---\ntitle: News\n---\n\nSome text.\n",
            ),
            Bad(
                '+++\ntitle = "News"\n---\n\nSome text.\n',
                at=("1:1",),
                fixed='+++\ntitle = "News"\n+++\n\nSome text.\n',
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
