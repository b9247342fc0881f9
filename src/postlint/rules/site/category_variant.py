"""A category that is written in two ways is two categories, and each page shows half the posts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, NamedTuple

from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.language.one_slip_away import OneSlipAway
from postlint.model.finding import Problem, Severity
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.replacement import replacement
from postlint.rules.site.terms import KEYS, Terms, Use, latest_uses, terms_of, uses_of
from postlint.schema.mistakes.one_slip import is_one_slip

_RARE: Final = 2
"""A slip is made in no more posts than these,"""
_USUAL: Final = 5
"""and what was meant stands in so many at least."""
_SURELY_USUAL: Final = 3
"""What is so many times as frequent as another way to write it is what the house writes."""
_POSTS = "---\ntitle: {}\ntags: [{}]\n---\n"


class _Name(NamedTuple):
    """A term of the site and the number of posts that are filed under it."""

    key: str
    text: str
    posts: int


@rule
class CategoryVariant:
    """Report a category, tag or topic that other posts write in another way.

    That is with other capitals, blanks, hyphens or underscores ("Local news", "local-news"), or
    with a slip ("wrold") in one or two posts, where five or more have it right and no dictionary
    knows the rare one. What most posts write is right. Of all posts that write one variant, the
    latest is reported. `keys` are the keys looked at. Drafts are left alone, and so is what the
    schema does not allow or looks for elsewhere in vain.
    """

    meta: ClassVar = RuleMeta(
        name="category-variant",
        group="site",
        summary="a category or tag that other posts write in another way",
        severity=Severity.WARNING,
        of_site=True,
        fix="sometimes",
        examples=(
            GoodSite(
                {
                    "a.md": _POSTS.format("A", "world, forms"),
                    "b.md": _POSTS.format("B", "worlds, fonts"),
                    **{f"{n}.md": _POSTS.format(n, "world, fonts, 1.10, 1.11") for n in range(5)},
                    "c.md": _POSTS.format("C", "2.11, 1.12"),
                }
            ),
            GoodSite(
                {
                    "a.md": "---\ntags: [war]\n---\n",
                    "b.md": "---\nsection: War\n---\n",
                }
            ),
            BadSite(
                {
                    "a.md": _POSTS.format("A", "World"),
                    "b.md": _POSTS.format("B", "peace, world"),
                    "c.md": "---\ntitle: C\ntag: World\n---\n",
                },
                at=("b.md:3:15",),
            ),
            BadSite(
                {
                    **{f"{n}.md": _POSTS.format(n, "world") for n in range(5)},
                    "a.md": _POSTS.format("A", '"wrold"'),
                },
                at=("a.md:3:8",),
            ),
        ),
    )
    facts: ClassVar = Terms
    keys: tuple[str, ...] = KEYS

    def collect(self, doc: Document) -> Terms | None:
        """What a post is filed under."""
        return terms_of(doc, self.keys)

    def check(self, site: SiteFacts[Terms]) -> Iterator[tuple[str, Problem]]:
        """The latest post of each variant."""
        posts = uses_of(site)
        names = [_Name(*what, number) for what, number in posts.items()]
        usual = _usual(names)
        slips = _slips([name for name in names if (name.key, name.text) not in usual])
        latest = latest_uses(site, {*usual, *slips})
        for what, name in sorted((usual | slips).items()):
            use = latest[what]
            if what in usual or not use.term.is_known:
                yield use.path, _problem(use, name, posts[what])


def _usual(names: Sequence[_Name]) -> dict[tuple[str, str], _Name]:
    """How most posts write what some write otherwise, by key and text of these."""
    alike: dict[tuple[str, str], list[_Name]] = defaultdict(list)
    for name in names:
        alike[name.key, _folded(name.text)].append(name)
    found: dict[tuple[str, str], _Name] = {}
    for group in alike.values():
        if len(group) > 1:
            first, *others = sorted(group, key=lambda name: (-name.posts, name.text))
            found |= {(other.key, other.text): first for other in others}
    return found


def _slips(names: Sequence[_Name]) -> dict[tuple[str, str], _Name]:
    """What was meant by those that are rare and one slip from one that is not."""
    usual = {(name.key, _folded(name.text)): name for name in names if name.posts >= _USUAL}
    near = OneSlipAway({folded for _, folded in usual})
    found: dict[tuple[str, str], _Name] = {}
    for name in names if usual else ():
        if name.posts <= _RARE:
            meant = (usual.get((name.key, folded)) for folded in near.to(_folded(name.text)))
            right = [one for one in meant if one and is_one_slip(name.text, one.text)]
            if right:
                found[name.key, name.text] = max(right, key=lambda one: (one.posts, one.text))
    return found


def _problem(use: Use, usual: _Name, posts: int) -> Problem:
    term = use.term
    others = f"{usual.posts:,} posts have" if usual.posts > 1 else "another post has"
    message = f'{term.key} is "{term.text}", {others} "{usual.text}"'
    advice = f"write it as they do; {posts - 1:,} more have it so, too" if posts > 1 else None
    is_clear = usual.posts >= _SURELY_USUAL * posts
    is_sure = is_clear and term.is_plain
    fix = replacement(term.span, term.text, usual.text) if is_sure else None
    return Problem(term.span, message, advice, (usual.text,), fix)


def _folded(text: str) -> str:
    return text.casefold().replace("-", "").replace("_", "").replace(" ", "")
