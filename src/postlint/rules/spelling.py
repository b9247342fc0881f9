"""What the spelling rules say: one problem for each verdict of the speller."""

from collections.abc import Callable, Iterator

from postlint.content.document import Document
from postlint.language.quotations import is_quoted
from postlint.language.speller import english_speller
from postlint.language.verdict import Verdict, VerdictKind
from postlint.model.finding import Edit, Fix, Problem


def problems(
    doc: Document, kind: VerdictKind, message: Callable[[Verdict], str]
) -> Iterator[Problem]:
    """The problems of one kind in a post, in the order of its text."""
    for verdict in english_speller().verdicts(doc):
        if verdict.kind == kind:
            token = verdict.token
            yield Problem(
                span=token.segment.source_span(token.start, token.end),
                message=message(verdict),
                suggestions=verdict.suggestions,
                fix=_fix(verdict),
            )


def _fix(verdict: Verdict) -> Fix | None:
    """Put in the first suggestion where it stands out, but never into somebody else's words."""
    token = verdict.token
    if not verdict.suggestions or not verdict.stands_out or is_quoted(token.segment, token.start):
        return None
    if not token.segment.is_verbatim(token.start, token.end):
        return None
    right = verdict.suggestions[0]
    edit = Edit(token.segment.source_span(token.start, token.end), right)
    is_safe = verdict.kind == "known-misspelling" and len(verdict.suggestions) == 1
    return Fix(f'replace with "{right}"', (edit,), is_safe)


def times(count: int) -> str:
    """How often, in words: once, 2 times."""
    return "once" if count == 1 else f"{count} times"
