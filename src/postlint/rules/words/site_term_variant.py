"""Readers take e-mail and email for one thing; search, indexes and careful editors do not."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule

if TYPE_CHECKING:
    from postlint.language.chosen_terms import ChosenTerms, TermUse


class Form(NamedTuple):
    """A form of a chosen term in a post."""

    term: str
    """As it was chosen."""
    text: str
    right: str
    """The same as `text` where that is right."""
    places: tuple[Span, ...] = ()
    """None of a right form; sorted."""
    is_editable: bool = False


class Forms(NamedTuple):
    """The forms of all chosen terms in a post, each once."""

    forms: tuple[Form, ...]


@rule
class SiteTermVariant:
    """Report a term in another form than the one that the house has chosen.

    `postlint site terms` shows which terms a site writes in several forms, and how often.
    `chosen = ["email", "website"]` chooses: e-mail, e mail and E-mails are reported then, with the
    number of posts that have the form that was chosen. Other forms of a term have a hyphen, a blank
    or neither, other capitals, or the British or American spelling; small letters are right with a
    capital, too. Each form is reported once for all its places in a post, those at the beginning of
    sentences by themselves. For anything else that a house writes otherwise there are `[terms]`.
    """

    meta: ClassVar = RuleMeta(
        name="site-term-variant",
        group="words",
        summary="a term is written otherwise than the house has chosen",
        severity=Severity.WARNING,
        fix="sometimes",
        of_site=True,
        examples=(
            GoodSite({"a.md": "An e-mail.\n", "b.md": "An email.\n"}),
            GoodSite(
                {"a.md": "Email us. EMAIL! We set up a mail server.\n"},
                options={"chosen": ("email", "setup")},
            ),
            BadSite(
                {
                    "a.md": "By e-mail. By e-mail, or\ntwo E-Mails. On Github\n",
                    "b.md": "By email. We organise it on GitHub.\n",
                },
                at=("a.md:1:4", "a.md:2:5", "a.md:2:17", "b.md:1:14"),
                options={"chosen": ("email", "GitHub", "organize")},
            ),
        ),
    )
    facts: ClassVar = Forms
    chosen: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError for what is no term, and for two forms of one term."""
        if self.chosen:
            _terms(self.chosen)

    def collect(self, doc: Document) -> Forms | None:
        """The forms of the chosen terms in a post."""
        if not self.chosen:
            return None
        uses: dict[tuple[str, str, str], list[TermUse]] = {}
        for use in _terms(self.chosen).uses(doc.prose):
            uses.setdefault((use.term, use.text, use.right), []).append(use)
        forms = tuple(_form(doc, each) for each in uses.values())
        return Forms(forms) if forms else None

    def check(self, site: SiteFacts[Forms]) -> Iterator[tuple[str, Problem]]:
        """The forms that the house has not chosen."""
        posts: Counter[str] = Counter()
        for post in site:
            posts.update({form.term for form in post.facts.forms if form.text == form.right})
        for post in site:
            for form in post.facts.forms:
                if form.text != form.right:
                    yield post.path, _problem(form, posts[form.term])


@lru_cache(maxsize=8)
def _terms(chosen: tuple[str, ...]) -> "ChosenTerms":
    from postlint.language.chosen_terms import ChosenTerms

    return ChosenTerms(chosen)


def _form(doc: Document, uses: "list[TermUse]") -> Form:
    first = uses[0]
    if first.text == first.right:
        return Form(first.term, first.text, first.right)
    places = sorted(use.segment.source_span(use.start, use.end) for use in uses)
    is_editable = all(
        doc.is_editable(
            use.segment.source_span(use.start, use.end), use.segment.text[use.start : use.end]
        )
        for use in uses
    )
    return Form(first.term, first.text, first.right, tuple(places), is_editable)


def _problem(form: Form, posts: int) -> Problem:
    have = f"; {posts:,} post{' has' if posts == 1 else 's have'} it so" if posts else ""
    also = f" and {len(form.places) - 1} more" if len(form.places) > 1 else ""
    edits = tuple(Edit(place, form.right) for place in form.places)
    return Problem(
        span=form.places[0],
        message=f'"{form.text}"{also} here is "{form.right}" in house style{have}',
        suggestions=(form.right,),
        fix=Fix(f'write "{form.right}"', edits) if form.is_editable else None,
        others=form.places[1:],
    )
