"""Of two posts with one slug only one has an address, and nobody knows which."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from postlint.content.document import Document, is_mould
from postlint.content.site_facts import PostFacts, SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.site.addresses import addresses_of
from postlint.rules.site.same import digest_of, groups_of, others_in_words, own
from postlint.rules.site.slug import is_dated, place_of
from postlint.schema.published import is_out


class Slug(NamedTuple):
    """What the last part of the address of a post is made of."""

    digest: int
    span: Span | None
    """None where it is the name of the file."""


@rule
class DuplicateSlug:
    """Report a `slug` that another post of the same folder has, too, or that its file is named.

    Upper and lower case make no difference. Of all posts with one slug, the latest that says it is
    reported. A file named for a day, as `2024-03-01-war.md`, is not compared, as the day may be a
    part of the address, too. Where the generator tells the addresses of all of them, nothing is
    said here: that is for `permalink-clash`. Drafts are left alone.
    """

    meta: ClassVar = RuleMeta(
        name="duplicate-slug",
        group="site",
        summary="two posts of a folder have the same slug",
        severity=Severity.WARNING,
        of_site=True,
        examples=(
            GoodSite(
                {
                    "a.md": "---\nslug: war\n---\n",
                    "b.md": "---\nslug: peace\n---\n",
                    "c.md": "---\nslug: war\ndraft: true\n---\n",
                    "old/a.md": "---\nslug: war\n---\n",
                    "a.fr.md": "---\nslug: war\n---\n",
                    "2024-03-01-war.md": "---\ntitle: War\n---\n",
                }
            ),
            GoodSite(
                {
                    "hugo.toml": '[permalinks]\nposts = "/:year/:slug/"\n',
                    "content/posts/a.md": "---\nslug: war\ndate: 2023-03-02\n---\n",
                    "content/posts/b.md": "---\nslug: war\ndate: 2024-03-02\n---\n",
                }
            ),
            BadSite(
                {
                    "a.md": "---\nslug: war\ndate: 2024-03-02\n---\n",
                    "b.md": "---\nslug: War\ndate: 2024-03-01\n---\n",
                },
                at=("a.md:2:7",),
            ),
            BadSite(
                {"a.md": "---\nslug: war\n---\n", "war/index.md": "---\ntitle: War\n---\n"},
                at=("a.md:2:7",),
            ),
        ),
    )
    facts: ClassVar = Slug

    def collect(self, doc: Document) -> Slug | None:
        """The slug that a post names itself, or the name of its file."""
        said = own(doc, "slug")
        if said:
            return Slug(*said)
        name = place_of(doc.path)[1]
        has_slug = isinstance(doc.data, dict) and "slug" in doc.data
        if not name or has_slug or is_dated(name) or not is_out(doc) or is_mould(doc.path):
            return None
        return Slug(digest_of(name, doc), None)

    def check(self, site: SiteFacts[Slug]) -> Iterator[tuple[str, Problem]]:
        """The latest of all posts that say that they have one slug."""
        groups = list(groups_of(site, _space_of))
        addresses = addresses_of(site) if groups else {}
        for group in groups:
            said = [post for post in group if post.facts.span and not post.is_muted]
            if said and any(post.path not in addresses for post in group):
                latest = said[-1]
                others = [post for post in group if post is not latest]
                message = f"slug is that of {others_in_words([*others, latest])}, too"
                advice = "give each post its own slug"
                span = latest.facts.span or Span(0, 0)
                yield latest.path, Problem(span, message, advice)


def _space_of(post: PostFacts[Slug]) -> tuple[int, str, str]:
    """What posts have in common that have one address."""
    folder, _, endings = place_of(post.place)
    return post.facts.digest, folder, endings
