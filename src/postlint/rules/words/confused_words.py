"""Words that sound or look alike slip past every spell check: "could of", "it's own", "by than"."""

import re
from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.language.confusions import table
from postlint.language.english import is_english
from postlint.language.phrases import Phrase
from postlint.language.quotations import is_mention, is_quoted, is_sic
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule


@rule
class ConfusedWords:
    """Report a word that is written for another one, or is missing, in a phrase that shows it.

    Only phrases with hardly a right reading: words confused for their sound (its, it's), idioms
    misheard (wreck havoc), a verb in a form that cannot stand there (will be create), a small
    word missing (able do). Silent in a paragraph that is not English and before `[sic]`; what
    is quoted is reported and never changed.
    """

    meta: ClassVar = RuleMeta(
        name="confused-words",
        group="words",
        summary="a word is written for another one, or is missing",
        severity=Severity.WARNING,
        fix="sometimes",
        reads="english",
        examples=(
            Good("Of course they could, and its own army knows it's a war. You're welcome.\n"),
            Good('The phrase "could of" is wrong, and `could of` is code.\n'),
            Good('He wrote: "They could of [sic] left."\n'),
            Good("First the army got better, then the rain came. That is more than enough.\n"),
            Bad(
                "They could of left. It has it's own army, better then the last.\n",
                at=("1:12", "1:28", "1:50"),
                fixed="They could have left. It has its own army, better than the last.\n",
            ),
            Bad(
                "This will be create by hand, and **lets** you to choose it.\n",
                at=("1:14", "1:47"),
                fixed="This will be created by hand, and **lets** you choose it.\n",
            ),
            Bad(
                '"We could of won," he said.\n',
                at=("1:11",),
                fixed='"We could of won," he said.\n',
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All confused words, in the order of the text."""
        for index, found in table().find(doc.prose):
            if is_english(doc.segments[index], doc.segments):
                yield from _problems(doc.segments[index], found)


def _problems(segment: Segment, found: list[tuple[re.Match[str], Phrase]]) -> Iterator[Problem]:
    """One problem for each place; where two phrases share a word, the first one counts."""
    end = 0
    for match, phrase in found:
        start = match.start("wrong")
        if start < end or is_sic(segment.text, match.end("wrong")) or _is_mention(segment, match):
            continue
        end = match.end("wrong")
        yield _problem(segment, match, phrase)


def _is_mention(segment: Segment, match: re.Match[str]) -> bool:
    return is_mention(segment.text, *match.span()) or is_mention(segment.text, *match.span("wrong"))


def _problem(segment: Segment, match: re.Match[str], phrase: Phrase) -> Problem:
    rights = phrase.rights(match["wrong"])
    start, end = match.span("wrong")
    span = segment.source_span(start, end)
    fix = None
    if len(rights) == 1 and segment.is_verbatim(start, end) and not is_quoted(segment, start):
        fix = Fix(f'replace with "{rights[0]}"', (Edit(span, rights[0]),))
    whole = " ".join(match[0].split())
    before, behind = match[0][: start - match.start()], match[0][end - match.start() :]
    expected = " or ".join(f'"{" ".join((before + right + behind).split())}"' for right in rights)
    return Problem(
        span=span,
        message=f'"{whole}" should be {expected}',
        suggestions=rights,
        fix=fix,
    )
