"""A site generator stops at front matter it cannot read, or shows it to the readers as text."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class FrontMatterSyntax:
    """Report what cannot be read as YAML, TOML or JSON, where it went wrong and in plain words.

    Also YAML that can be read but never as it was meant: a template without quotes, a tag.
    """

    meta: ClassVar = RuleMeta(
        name="front-matter-syntax",
        group="front-matter",
        summary="the front matter cannot be read",
        severity=Severity.ERROR,
        fix="sometimes",
        tells_faults=True,
        examples=(
            Good('---\ntitle: "Breaking: the news"\n---\n'),
            Good("---\ntitle: Breaking:the news, http://example.com/a:b\n---\n"),
            Good("---\ntitle: >\n  Breaking: the news,\n  'it's \"here\"\n---\n"),
            Good('+++\ntitle = "Breaking: the news"\n+++\n'),
            Good('{\n  "title": "Breaking: the news"\n}\n'),
            Bad(
                "---\nlayout: post\ntitle: Breaking: the news # draft\n---\n",
                at=("3:16",),
                fixed='---\nlayout: post\ntitle: "Breaking: the news" # draft\n---\n',
            ),
            Bad(
                "---\ntags:\n\t- news\n\t- world\n---\n",
                at=("3:1",),
                fixed="---\ntags:\n  - news\n  - world\n---\n",
            ),
            Bad(
                "---\ntags:\n-news\n-world\n---\n",
                at=("3:1",),
                fixed="---\ntags:\n- news\n- world\n---\n",
            ),
            Bad("---\nby: @jane\n---\n", at=("2:5",), fixed='---\nby: "@jane"\n---\n'),
            Bad(
                '---\ntitle: "Breaking news\nlayout: post\n---\n',
                at=("2:8",),
                fixed='---\ntitle: "Breaking news"\nlayout: post\n---\n',
            ),
            Bad(
                "---\ntitle: 'It's over'\n---\n",
                at=("2:11",),
                fixed="---\ntitle: 'It''s over'\n---\n",
            ),
            Bad(
                "---\ntitle: {{ page.title }}\n---\n",
                at=("2:8",),
                fixed='---\ntitle: "{{ page.title }}"\n---\n',
            ),
            Bad("---\ntags: [news, world\n---\n", at=("2:7",)),
            Bad(
                "---\nlayout: post\ntitle:News\ndate: 2020-09-29\n---\n",
                at=("3:6",),
                fixed="---\nlayout: post\ntitle: News\ndate: 2020-09-29\n---\n",
            ),
            Bad(
                "+++\ntitle = Breaking news\n+++\n",
                at=("2:9",),
                fixed='+++\ntitle = "Breaking news"\n+++\n',
            ),
            Bad(
                '{\n  "title": "News",\n}\n',
                at=("2:18",),
                fixed='{\n  "title": "News"\n}\n',
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return doc.faults_of(self.meta.name)
