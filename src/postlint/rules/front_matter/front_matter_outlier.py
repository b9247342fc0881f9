"""What one post does otherwise than all posts beside it is seldom meant: a key was forgotten."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.data.tree import Place
from postlint.content.document import Document, is_mould
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.habits import UNTOLD, in_words, kind_of, type_of
from postlint.rules.front_matter.key_slips import SiteKeys
from postlint.rules.front_matter.oddities import Circle, Lack, Odd, Oddity, Slip, oddities
from postlint.rules.front_matter.siblings import (
    FrontMatterFacts,
    KeyFacts,
    siblings_of,
)
from postlint.schema.dates import read_date
from postlint.schema.formats import format_named
from postlint.schema.mistakes.values_in_words import both, listed, quoted

_SORTS: Final = ("layout", "extends", "template", "type")
_LONGEST_SORT: Final = 60
_MOST_KEYS: Final = 60
_LONGEST_KEY: Final = 60
_LONGEST_TEXT: Final = 40
_TELLING: Final = re.compile(r"\d|\S+\Z")
"""Texts that are no prose: a message shows them, or a fix is made of them."""
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
        keys = SiteKeys(everybody)
        found: dict[str, list[Odd]] = defaultdict(list)
        for siblings in everybody:
            for path, odd in oddities(siblings, keys):
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
    told, value = doc.schema_keys, doc.data[name]
    is_known = name in told.known
    kind = UNTOLD if is_known and told.are_settled else kind_of(value)
    start = -1 if is_known else doc.text.find(name, place.key.start, place.key.end)
    span = place.value
    line_end = doc.text.find("\n", span.start, span.end)
    end = span.end if line_end == -1 else line_end
    is_kept = isinstance(value, str) and len(value) <= _LONGEST_TEXT and _TELLING.match(value)
    text = value if is_kept and isinstance(value, str) else ""
    return KeyFacts(name, kind, start, span.start, end, text)


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
    shown = both(names) if len(names) < 4 else listed(names)
    posts = f"{min(lack.keys.values()):,} of {_of(lack.circle, lack.of)}"
    if len(set(lack.keys.values())) > 1:
        posts = f"at least {posts}"
    message = f"{shown} {'is' if len(names) == 1 else 'are'} missing; {posts} have "
    message += "it" if len(names) == 1 else "them"
    return Problem(Span(facts.opening_start, facts.opening_end), message, f"add {shown}")


def _odd_value(odd: Oddity, key: KeyFacts) -> Problem:
    usual = in_words(odd.habit.usual)
    is_other_text = type_of(odd.kind) == type_of(odd.habit.usual)
    actual = (
        (quoted(key.text) if key.text else "other text") if is_other_text else in_words(odd.kind)
    )
    posts = f"{odd.habit.number:,} of {_of(odd.circle, odd.habit.of)}"
    message = f"{quoted(odd.key)} is {actual}; {posts} have {usual}"
    span = Span(key.value_start, key.value_end)
    return Problem(span, message, f"write {usual}", fix=_rewritten(odd, key))


def _rewritten(odd: Oddity, key: KeyFacts) -> Fix | None:
    """The same moment, written as all others are."""
    usual = format_named(odd.habit.usual)
    before = read_date(key.text)
    new = usual.rewrite(key.text) if usual and before else None
    if new is None or read_date(new) != before:
        return None
    quotes = key.value_end - key.value_start - len(key.text)
    if quotes not in (0, 2):
        return None
    span = Span(key.value_start + quotes // 2, key.value_end - quotes // 2)
    return Fix(f"replace with {new}", (Edit(span, new),))


def _misspelt(slip: Slip, key: KeyFacts) -> Problem | None:
    if key.start < 0:
        return None
    span = Span(key.start, key.start + len(key.name))
    near = quoted(slip.near)
    message = (
        f"{quoted(slip.key)} is in this post only; {slip.number:,} posts of the site have {near}"
    )
    fix = Fix(f"rename to {slip.near}", (Edit(span, slip.near),)) if slip.is_alike else None
    return Problem(span, message, f"write {near}", (slip.near,), fix)


def _of(circle: Circle, number: int) -> str:
    """The siblings in words: "the newest 215 posts in content/news"."""
    newest = "the newest " if circle.are_newest else ""
    return f"{newest}{number:,} posts {f'in {circle.folder}' if circle.folder else 'here'}"
