"""Of a key that is set twice some programs take the first, some the last, and some refuse both."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class DuplicateKey:
    """Report a key that is already set in the same mapping, at the later one."""

    meta: ClassVar = RuleMeta(
        name="duplicate-key",
        group="front-matter",
        summary="a key is set twice",
        severity=Severity.ERROR,
        tells_faults=True,
        examples=(
            Good("---\nimage:\n  title: A tank\ntitle: News\n---\n"),
            Good("---\nbase: &base\n  lang: en\nmeta:\n  <<: *base\n  lang: hy\n---\n"),
            Bad("---\ntitle: News\nlayout: post\ntitle: Other news\n---\n", at=("4:1",)),
            Bad("---\nimage: {src: a.jpg, alt: A, src: b.jpg}\n---\n", at=("2:29",)),
            Bad('+++\ntitle = "News"\ntitle = "Other news"\n+++\n', at=("3:1",)),
            Bad('{"title": "News", "title": "Other news"}\n', at=("1:19",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
