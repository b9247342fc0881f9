"""What one post does otherwise than all posts beside it is seldom meant: a key was forgotten."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.data.tree import Place
from postlint.content.document import Document, is_mould
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.habits import TEXT, UNTOLD, in_words, kind_of, type_of
from postlint.rules.front_matter.oddities import Circle, Lack, Odd, Oddity, Slip, oddities
from postlint.rules.front_matter.siblings import (
    FrontMatterFacts,
    KeyFacts,
    siblings_of,
    uses_of,
)
from postlint.schema.mistakes.values_in_words import both, listed, quoted

_SORTS: Final = ("layout", "extends", "template", "type")
_LONGEST_SORT: Final = 60
_MOST_KEYS: Final = 60
_LONGEST_KEY: Final = 60
_ABOUT_KEYS: Final = frozenset(
    {"unknown-key", "misspelt-key", "missing-key", "deprecated-key", "duplicate-key"}
)
"""Rules that say what a post should have in place of what it has."""


def _posts(*odd: str) -> dict[str, str]:
    """Twenty posts that are alike, and some others."""
    usual = "---\ntitle: War\nauthor: Ann\ndate: 2024-01-{:02}\ntags: [war]\n---\n"
    posts = {f"news/{day}.md": usual.format(day) for day in range(1, 21)}
    return posts | {f"news/odd{number}.md": text for number, text in enumerate(odd)}


@rule
class FrontMatterOutlier:
    """Report what a post alone does in its front matter, where its siblings agree.

    Siblings are the posts of a folder that have the same layout or type, twenty or more of them;
    index pages are compared with index pages. A key is missing where 98 % of the newest 300 have
    it, and those that came out right before and after. A value is odd where 98 % have another type
    or format: a list, a date as YYYY-MM-DD, a web address. A key is misspelt where no other post of
    the site has it, and it is one slip from one that many have. What more than six posts do is a
    way of its own. On keys that a schema requires or forbids, the schema has the word.
    """

    meta: ClassVar = RuleMeta(
        name="front-matter-outlier",
        group="front-matter",
        summary="front matter differs from that of all posts beside it",
        severity=Severity.INFO,
        strict=Severity.WARNING,
        fix="sometimes",
        of_site=True,
        examples=(
            GoodSite(
                _posts("---\ntitle: Peace\nauthor: Bob\ndate: 2024-01-30\ntags: [war]\n---\n")
            ),
            BadSite(
                _posts("---\ntitle: Peace\ndate: 2024-01-30\ntags: [war]\n---\n"),
                at=("news/odd0.md:1:1",),
            ),
        ),
    )
    facts: ClassVar = FrontMatterFacts

    def collect(self, doc: Document) -> FrontMatterFacts | None:
        """The keys of a post and the kinds of their values."""
        if doc.front_matter is None or not isinstance(doc.data, dict) or is_mould(doc.path):
            return None
        data, opening, told = doc.data, doc.front_matter.opening, doc.schema_keys
        sorts = (data.get(key) for key in _SORTS)
        sort = " ".join(one for one in sorts if isinstance(one, str))[:_LONGEST_SORT]
        is_draft = data.get("draft") is True or data.get("published") is False
        may_lack = (
            is_draft
            or told.are_settled
            or len(data) > _MOST_KEYS
            or any(fault.rule in _ABOUT_KEYS for fault in doc.faults)
        )
        names = [key for key in data if len(key) <= _LONGEST_KEY][:_MOST_KEYS]
        keys = tuple(_key(doc, name) for name in names)
        return FrontMatterFacts(sort, may_lack, opening.start, opening.end, keys)

    def check(self, site: SiteFacts[FrontMatterFacts]) -> Iterator[tuple[str, Problem]]:
        """All that is odd among siblings."""
        everybody = siblings_of(site)
        uses = uses_of(everybody)
        found: dict[str, list[Odd]] = defaultdict(list)
        for siblings in everybody:
            for path, odd in oddities(siblings, uses):
                found[path].append(odd)
        for post in site if found else ():
            for odd in found.get(post.path, ()):
                problem = _problem(odd, post.facts)
                if problem:
                    yield post.path, problem


def _key(doc: Document, name: str) -> KeyFacts:
    """What is known of one key; of a value that is reported by another rule only that it is there,
    and so of one that a schema has the word on."""
    place = doc.front_matter.tree.places.get((name,)) if doc.front_matter else None
    if place is None or place.key is None or not isinstance(doc.data, dict) or _is_told(doc, place):
        return KeyFacts(name, UNTOLD, -1, 0, 0)
    told = doc.schema_keys
    is_known = name in told.known
    kind = UNTOLD if is_known and told.are_settled else kind_of(doc.data[name])
    value = place.value
    end = doc.text.find("\n", value.start, value.end)
    start = doc.text.find(name, place.key.start, place.key.end)  # it may be in quotes
    return KeyFacts(
        name, kind, -1 if is_known else start, value.start, value.end if end == -1 else end
    )


def _is_told(doc: Document, place: Place) -> bool:
    if not doc.faults or place.key is None:
        return False
    span = Span(place.key.start, place.value.end)
    return any(span.covers(fault.problem.span) for fault in doc.faults)


def _problem(odd: Odd, facts: FrontMatterFacts) -> Problem | None:
    if isinstance(odd, Lack):
        return _lacking(odd, facts)
    key = next(key for key in facts.keys if key.name == odd.key)
    return _odd_value(odd, key) if isinstance(odd, Oddity) else _misspelt(odd, key)


def _lacking(lack: Lack, facts: FrontMatterFacts) -> Problem:
    names = [quoted(key) for key in lack.keys]
    least = min(lack.keys.values())
    posts = f"{least:,} of {_of(lack.circle, lack.of)}"
    if len(names) == 1:
        message = f"{names[0]} is missing; {posts} have it"
    else:
        shown = both(names) if len(names) < 4 else listed(names)
        message = f"{shown} are missing; {posts} or more have each"
    advice = f"add {both(names) if len(names) < 4 else listed(names)}"
    return Problem(Span(facts.opening_start, facts.opening_end), message, advice)


def _odd_value(odd: Oddity, key: KeyFacts) -> Problem:
    usual, kind = in_words(odd.habit.usual), in_words(odd.kind)
    if odd.kind == TEXT and type_of(odd.habit.usual) == TEXT:
        kind = "other text"
    posts = f"{odd.habit.number:,} of {_of(odd.circle, odd.habit.of)}"
    message = f"{quoted(odd.key)} is {kind}; {posts} have {usual}"
    return Problem(Span(key.value_start, key.value_end), message, f"write {usual}")


def _misspelt(slip: Slip, key: KeyFacts) -> Problem | None:
    if key.start < 0:
        return None
    span = Span(key.start, key.start + len(key.name))
    posts = _of(slip.circle, slip.number)
    message = f"{quoted(slip.key)} is in this post only; {posts} have {quoted(slip.near)}"
    fix = Fix(f"rename to {slip.near}", (Edit(span, slip.near),)) if slip.is_alike else None
    return Problem(span, message, f"write {quoted(slip.near)}", (slip.near,), fix)


def _of(circle: Circle, number: int) -> str:
    """The siblings in words: "the newest 215 posts in content/news"."""
    newest = "the newest " if circle.are_newest else ""
    return f"{newest}{number:,} posts {_here(circle)}"


def _here(circle: Circle) -> str:
    return f"in {circle.folder}" if circle.folder else "here"
