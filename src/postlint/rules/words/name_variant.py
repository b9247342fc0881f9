"""One name spelt two ways leaves readers to wonder whether two people or places are meant."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.language.verdict import Verdict
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.spelling import problems, times


@rule
class NameVariant:
    """Report a name that is one slip from one the post has established, two in a long name.

    The established form counts wherever it stands in the file: in prose, code, links and front
    matter. A name that the configuration accepts is established in every post. Plurals, demonyms
    and possessives are no variants. Two good names are one name in two forms where the same name
    stands beside both.
    """

    meta: ClassVar = RuleMeta(
        name="name-variant",
        group="words",
        summary="a name is spelt two ways",
        severity=Severity.WARNING,
        asks_site=True,
        fix="sometimes",
        reads="known words",
        examples=(
            Good("Armenia, Armenians, Karabakh, Karabakhis, Karabakh's, Karabakh and Karabakh.\n"),
            Good("They are Ahmed Rahimi and Ahmad Rahimi. Christian Lee met Christina Lee.\n"),
            Bad(
                "Keir Starmer spoke. Then Keir Starmer left, and Kier Starmer came.\n", at=("1:49",)
            ),
            Good("Maria Rowland and Mario Rowland met Korean and Korea in North Korea.\n"),
            Bad(
                "Alison Rowland spoke. Allison Rowland left, and Allison Rowland came.\n",
                at=("1:1",),
                fixed="Alison Rowland spoke. Allison Rowland left, and Allison Rowland came.\n",
            ),
            Good("Dan Fockler wrote it, and Steven Fackler read it.\n"),
            Bad(
                "Fighting in Karabakh spread. They left Karabakh. In Karabakh it is calm.\n"
                "The separatists hold Karakbakh.\n",
                at=("2:22",),
                fixed="Fighting in Karabakh spread. They left Karabakh. In Karabakh it is calm.\n"
                "The separatists hold Karabakh.\n",
            ),
            Bad(
                "The spokesman Omer Celika denied it. 'They lie,' Celik said.\n",
                at=("1:20",),
                fixed="The spokesman Omer Celik denied it. 'They lie,' Celik said.\n",
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All names that differ from the established form, in the order of the text."""
        return problems(doc, "name-variant", _message)


def _message(verdict: Verdict) -> str:
    word, right = verdict.token.text, verdict.suggestions[0]
    there = "is a word of this site"
    if verdict.right_times:
        there = f"{times(verdict.right_times)} in this post"
    return f'"{word}" appears {times(verdict.times)}; "{right}" {there}'
