"""Markup that is not closed shows its signs to readers, or takes all that follows with it."""

from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.structure.open_fences import open_fences
from postlint.rules.structure.open_marks import open_marks
from postlint.rules.structure.open_tags import open_tags
from postlint.rules.structure.open_templates import open_templates


@rule
class UnclosedMarkup:
    """Report `**`, `*`, a backtick, a fence, an HTML tag or comment, or a template without an end.

    A single `*` only inside of a sentence, for at its start it marks a note. A shortcode of Hugo or
    a tag of Liquid only where its kind surely has an end: those that are built in, and those that
    have one elsewhere in the post.
    """

    meta: ClassVar = RuleMeta(
        name="unclosed-markup",
        group="structure",
        summary="markup that is never closed",
        severity=Severity.WARNING,
        fix="sometimes",
        examples=(
            Good("**Fighting** resumed, 2 ** 3, \\**bold, **kwargs, char *name, *a, the `90s.\n"),
            Good("The price** is high.\n\n**With taxes\n"),
            Good("A<br>b <p>c <div>d</div> <i>e</i>\n\n<details>\n\nText.\n\n</details>\n"),
            Good("{{< figure src=a.jpg >}} {% include a.html %} {{< tabs >}} {{< /tabs >}}\n"),
            Bad(
                "The **fighting resumed.\n\nSee `main. It is *very much so.\n",
                at=("1:5", "3:5", "3:18"),
            ),
            Bad("**Fighting: **It resumed.\n", at=("1:1",), fixed="**Fighting:** It resumed.\n"),
            Bad("```sh\nmake\n\nThen wait.\n", at=("1:1",)),
            Bad(
                "- Run\n\n  ```\n  make\n```\n\nThen wait.\n",
                at=("3:3",),
                fixed="- Run\n\n  ```\n  make\n  ```\n\nThen wait.\n",
            ),
            Bad("It <b>resumed.\n\n<!-- to do\n\nText.\n", at=("1:4", "3:1")),
            Bad("{{< note >}}a{{< /note >}}\n\n{{< note >}}b\n\n{% if a %}\n", at=("3:1", "5:1")),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All markup without an end, in the order of the text."""
        found = chain(open_marks(doc), open_fences(doc), open_tags(doc), open_templates(doc))
        yield from sorted(found, key=lambda problem: problem.span)
