"""A word nobody knows that is one slip from a word everybody knows is nearly always that slip."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.language.verdict import Verdict
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.spelling import problems, times


@rule
class NearMiss:
    """Report an unknown word that is one slip from a far more frequent one, two in a long word.

    Slips that fingers and memory make (swapped, doubled, missing letters, a wrong vowel, the key
    next to the right one) count less than others. What speaks against a mistake: the word stands
    in the post more than once, or in its code or links; it has a capital inside a sentence; it
    is inflected, derived or compounded of known words; other unknown words stand around it. Short
    names, handles in lists and brackets, contractions, and words with a letter before or behind
    that programs are named with are let be.
    """

    meta: ClassVar = RuleMeta(
        name="near-miss",
        group="words",
        summary="an unknown word is one slip from a frequent one",
        severity=Severity.WARNING,
        asks_site=True,
        fix="sometimes",
        reads="known words",
        examples=(
            Good("The webhook reindexes all gemfiles, and the linter untars them again.\n"),
            Good("Kfir Suhas and Martti Malmi spoke to the reporters on Tuesday.\n"),
            Good("Las negociaciones comenzaron el martes por la mañana en la capital del pais.\n"),
            Good("The debuggee waits for the debugger; Onur joined on Monday.\n"),
            Good("It is written in mmark, as you like, and the 'partment was empty.\n"),
            Good("Those who helped are:\n\n- skeleten\n- Brian Anderson\n"),
            Good("We run it with bitcoind on this machine, as they did.\n"),
            Bad(
                "There was fighting around the town on Tueday morning.\n",
                at=("1:39",),
                fixed="There was fighting around the town on Tuesday morning.\n",
            ),
            Bad(
                "The talks were held in a friendly atmosphrere, both sides said.\n",
                at=("1:35",),
                fixed="The talks were held in a friendly atmosphere, both sides said.\n",
            ),
            Bad(
                "Yyour project has the ccapacity for what they have in mind.\n",
                at=("1:1", "1:23"),
                fixed="Your project has the capacity for what they have in mind.\n",
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All near misses, in the order of the text."""
        return problems(doc, "near-miss", _message)


def _message(verdict: Verdict) -> str:
    word, right = verdict.token.text, verdict.suggestions[0]
    if verdict.right_times > 1:
        here = f'"{right}" {times(verdict.right_times)} in this post'
        return f'"{word}" appears {times(verdict.times)}; {here}'
    why = "is a word of this site" if verdict.right_is_accepted else "is close to it"
    return f'"{word}" is no known word; "{right}" {why}'
