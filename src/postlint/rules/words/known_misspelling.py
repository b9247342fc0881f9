"""Some misspellings are so common that there are lists of them; the writer's eye skips them."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.language.verdict import Verdict
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.spelling import problems


@rule
class KnownMisspelling:
    """Report a word that is on the list of known misspellings and no word in its own right.

    Silent in code, links and templates, in words all in capitals, camelCase and identifiers, in a
    paragraph that is not English, before `[sic]`, and on a name that only looks like a misspelling.
    A quotation is reported and never changed.
    """

    meta: ClassVar = RuleMeta(
        name="known-misspelling",
        group="words",
        summary="a known misspelling",
        severity=Severity.WARNING,
        asks_site=True,
        fix="sometimes",
        reads="known words",
        examples=(
            Good(
                "The `recieve` call is at [docs](https://example.org/recieve_all) in recieve_all.\n"
            ),
            Good('He wrote: "We did not recieve [sic] it."\n'),
            Good("Tage spoke first, and Wil Bown came next.\n"),
            Good("- Mend the description of the arguments (dusty-wil)\n"),
            Bad(
                "They did not recieve it. Seperate talks were held in Teheran.\n",
                at=("1:14", "1:26"),
                fixed="They did not receive it. Separate talks were held in Teheran.\n",
            ),
            Bad(
                '"We did not recieve it," the ministry said.\n',
                at=("1:13",),
                fixed='"We did not recieve it," the ministry said.\n',
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All known misspellings, in the order of the text."""
        return problems(doc, "known-misspelling", _message)


def _message(verdict: Verdict) -> str:
    rights = " or ".join(f'"{right}"' for right in verdict.suggestions)
    return f'"{verdict.token.text}" is a known misspelling of {rights}'
