"""A name that one post spells otherwise than all the others is misspelt there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, NamedTuple

from postlint.content.document import Document
from postlint.content.facts import Name
from postlint.content.site_facts import PostFacts, SiteFacts
from postlint.language.one_slip_away import (
    LONGEST,
    SHORTEST_WORD,
    OneSlipAway,
    are_slip_and_name,
    are_slip_and_word,
)
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule

_WORD: Final = late_pattern(r"\S+")
_SHORTEST: Final = 4
_ENOUGH_POSTS: Final = 3
_MOST_NAMES: Final = 200
"""So many different names of a post are known to the others."""


class Names(NamedTuple):
    """The names of a post, each once."""

    names: tuple[Name, ...]


@rule
class SiteNameVariant:
    """Report a name in one post that is one slip from a name in three or more posts of the site.

    Names are two words with a capital side by side that are no common words, words with a capital
    inside a sentence that no lexicon has, of eight letters or more, and what stands under `author`,
    `authors` or `byline`. A slip that changes how a name begins or ends makes another name of it.
    Names that the configuration accepts are right.
    """

    meta: ClassVar = RuleMeta(
        name="site-name-variant",
        group="words",
        summary="a name is spelt otherwise in the other posts of the site",
        severity=Severity.WARNING,
        fix="sometimes",
        reads="known words",
        of_site=True,
        examples=(
            GoodSite(
                {
                    "a.md": "We spoke to Tobias Bieniek.\n",
                    "b.md": "We spoke to Tobias Bieniek.\n",
                    "c.md": "We spoke to Tobias Bienek.\n",
                }
            ),
            GoodSite(
                {
                    "a.md": "We spoke to Maria Rowland and Dan Fackler.\n",
                    "b.md": "We met Maria Rowland and Dan Fackler there.\n",
                    "c.md": "We saw Maria Rowland and Dan Fackler leave.\n",
                    "d.md": "Mario Rowland came, and Steve Fockler did.\n",
                }
            ),
            BadSite(
                {
                    "a.md": "We spoke to Tobias Bieniek.\n",
                    "b.md": "---\nauthor: Tobias Bieniek\n---\n\nText.\n",
                    "c.md": "It was written by Tobias Bieniek.\n",
                    "d.md": "We spoke to Tobias Bienek.\n",
                    "e.md": "---\nauthors: [Tobais Bieniek]\n---\n\nText.\n",
                },
                at=("d.md:1:20", "e.md:2:11"),
            ),
            BadSite(
                {
                    "a.md": "It was in Pulsifer that they met.\n",
                    "b.md": "They live in Pulsifer with them.\n",
                    "c.md": "She left Pulsifer on Monday.\n",
                    "d.md": "She went to Pulsfier again.\n",
                },
                at=("d.md:1:13",),
            ),
        ),
    )
    facts: ClassVar = Names

    def collect(self, doc: Document) -> Names | None:
        """The names of a post."""
        from postlint.language.site_names import names_in

        names: dict[str, Name] = {}
        for name in names_in(doc):
            spelt = _spelt(name)
            if len(names) < _MOST_NAMES and len(spelt) > _SHORTEST and len(name.text) < LONGEST:
                names.setdefault(spelt, name)
        return Names(tuple(names.values())) if names else None

    def check(self, site: SiteFacts[Names]) -> Iterator[tuple[str, Problem]]:
        """The names that one post alone has, and that are slips of names that many have."""
        posts = Counter(_spelt(name) for post in site for name in post.facts.names)
        established = OneSlipAway(text for text, times in posts.items() if times >= _ENOUGH_POSTS)
        for post in site:
            for name in post.facts.names:
                if posts[_spelt(name)] == 1 and not name.is_right:
                    meant = _meant(name, established, post)
                    if meant:
                        yield post.path, _problem(name, *meant, posts[meant[0]])


def _spelt(name: Name) -> str:
    """A name with one blank between its words, however many stand in the post."""
    return " ".join(name.text.split())


def _meant(name: Name, established: OneSlipAway, post: PostFacts[Names]) -> tuple[str, int] | None:
    """The name that was meant, and which word is misspelt; a post that has both names is the rule
    name-variant's."""
    spelt = _spelt(name)
    for right in established.to(spelt):
        at = _slip(spelt.split(), right.split())
        if at is not None and all(right != _spelt(other) for other in post.facts.names):
            return right, at
    return None


def _slip(wrong: Sequence[str], right: Sequence[str]) -> int | None:
    """Which word of a name is misspelt, from 0; None for two names."""
    if len(wrong) != len(right):
        return None
    differing = [at for at, word in enumerate(wrong) if word != right[at]]
    if len(differing) != 1:
        return None
    one, other = wrong[differing[0]], right[differing[0]]
    shortest = SHORTEST_WORD if len(wrong) == 1 else _SHORTEST
    is_slip = len(one) >= shortest and are_slip_and_name(one, other)
    return differing[0] if is_slip and are_slip_and_word(one, other) else None


def _problem(name: Name, right: str, at: int, posts: int) -> Problem:
    """At the word that is misspelt, the one of this number from 0."""
    word = list(_WORD.finditer(name.text))[at]
    other = right.split()[at]
    span = Span(name.start + word.start(), name.start + word.end())
    return Problem(
        span=span,
        message=f'"{_spelt(name)}" is in no other post; {posts:,} have "{right}"',
        help="if both are right, accept this one under [words]",
        suggestions=(other,),
        fix=Fix(f'replace with "{other}"', (Edit(span, other),)),
    )
