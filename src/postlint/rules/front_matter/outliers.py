"""What is odd in the front matter of single posts, in words, with its place and its mend."""

from collections import defaultdict
from collections.abc import Iterator

from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Edit, Fix, Problem
from postlint.model.span import Span
from postlint.rules.front_matter.habits import in_words, type_of
from postlint.rules.front_matter.key_slips import SiteKeys
from postlint.rules.front_matter.oddities import Circle, Lack, Odd, Oddity, Slip, oddities
from postlint.rules.front_matter.own_keys import FrontMatterFacts, KeyFacts
from postlint.rules.front_matter.siblings import siblings_of
from postlint.schema.dates import read_date
from postlint.schema.formats import format_named
from postlint.schema.mistakes.values_in_words import both, listed, quoted


def outliers(site: SiteFacts[FrontMatterFacts]) -> Iterator[tuple[str, Problem]]:
    """All that is odd among siblings, each with the path of its post."""
    everybody = siblings_of(site)
    keys = SiteKeys(everybody)
    found: dict[str, list[Odd]] = defaultdict(list)
    for siblings in everybody:
        for place, odd in oddities(siblings, keys):
            found[place].append(odd)
    for post in site if found else ():
        for odd in found.get(post.place, ()):
            problem = _problem(odd, post.facts)
            if problem:
                yield post.path, problem


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
    if is_other_text and usual.startswith("a date") and key.text and read_date(key.text) is None:
        actual = f"{actual}, no date that can be read"
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
    only = "this post" if slip.uses == 1 else f"{slip.uses} posts"
    message = f"{quoted(slip.key)} is in {only} only; {slip.number:,} posts of the site have {near}"
    fix = Fix(f"rename to {slip.near}", (Edit(span, slip.near),)) if slip.is_alike else None
    return Problem(span, message, f"write {near}", (slip.near,), fix)


def _of(circle: Circle, number: int) -> str:
    """The siblings in words: "the newest 215 posts in content/news"."""
    newest = "the newest " if circle.are_newest else ""
    return f"{newest}{number:,} posts {f'in {circle.folder}' if circle.folder else 'here'}"
