"""A post that names its own schema must name one that can be read, or it is not checked."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class UnknownSchema:
    """Report a `$schema` key in the front matter that leads to no usable schema.

    The key may hold the name of a shipped schema (`news-post`) or the path of a schema file,
    relative to the post, below the root of the site. An address on the web is never fetched.
    """

    meta: ClassVar = RuleMeta(
        name="unknown-schema",
        group="front-matter",
        summary="the post's own `$schema` cannot be used",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(
            Good("---\n$schema: post\ntitle: Fighting resumes\n---\n"),
            Bad("---\n$schema: nwes-post\ntitle: Fighting resumes\n---\n", at=("2:10",)),
            Bad('---\n$schema: "https://example.com/post.json"\n---\n', at=("2:10",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post."""
        return doc.faults_of(self.meta.name)
