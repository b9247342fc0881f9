"""What the rest of a site says of one post: its words, where its links lead, what its rules see."""

from dataclasses import replace
from typing import Final, NamedTuple

from postlint.content.site_links import NO_SITE_LINKS, SiteLinks
from postlint.content.vocabulary import NO_SITE, SiteWords
from postlint.model.finding import Edit, Problem
from postlint.model.span import Span


class SiteProblem(NamedTuple):
    """A problem that a rule of the site has with a post."""

    rule: str
    problem: Problem
    quote: str | None = None
    """What stands at the problem's place, where the post may have been changed since."""

    def quoting(self, text: str) -> "SiteProblem":
        """The same for a post that will be changed: the text that it is about goes with it."""
        span = self.problem.span
        return self._replace(quote=text[span.start : span.end])

    def place_in(self, text: str) -> Problem | None:
        """The problem as it stands in a text; None where what it is about is not there any more."""
        span = self.problem.span
        if self.quote is None:
            return self.problem
        if not self.quote:
            return _moved(self.problem, min(span.start, len(text)))
        if text[span.start : span.end] == self.quote:
            return self.problem
        behind = text.find(self.quote, span.start)
        before = text.rfind(self.quote, 0, span.start + len(self.quote))
        places = [place for place in (behind, before) if place >= 0]
        if not places:
            return None
        return _moved(self.problem, min(places, key=lambda place: abs(place - span.start)))


class Neighbours(NamedTuple):
    """What is known of the other files when a post is checked."""

    words: SiteWords = NO_SITE
    links: SiteLinks = NO_SITE_LINKS
    problems: tuple[SiteProblem, ...] = ()
    """What the rules of the site say of the post."""

    def quoting(self, text: str) -> "Neighbours":
        """The same for a post that has this text now and will be changed."""
        return self._replace(problems=tuple(one.quoting(text) for one in self.problems))


ALONE: Final = Neighbours()
"""What is said of a post that is checked by itself."""


def _moved(problem: Problem, start: int) -> Problem:
    """A problem that begins elsewhere; its fix goes with it where it is inside of the place."""
    old = problem.span
    by = start - old.start
    fix = problem.fix
    if fix and all(old.covers(edit.span) for edit in fix.edits):
        edits = (Edit(_shifted(edit.span, by), edit.replacement) for edit in fix.edits)
        fix = replace(fix, edits=tuple(edits))
    else:
        fix = None
    return replace(problem, span=_shifted(old, by), fix=fix, others=())


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
