"""Of two posts with one address only one can be read: the generator writes it over the other."""

from collections.abc import Iterator
from typing import ClassVar, Final, NamedTuple

from postlint.content.document import Document
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.entries import entries
from postlint.rules.site.addresses import published_addresses_of
from postlint.rules.site.same import groups_of, others_in_words, said_language

_KEYS: Final = ("permalink", "url", "path", "slug", "id", "title")
"""Those that decide on an address, the most telling first."""
_LONGEST: Final = 100


class Deciding(NamedTuple):
    """What decides on the address of a post."""

    span: Span
    language: str
    """That the post says it is in: a plugin may publish each language for itself."""


@rule
class PermalinkClash:
    """Report a post that is published at the address of another one.

    The address is computed as the generator does that (Hugo, Jekyll, Docusaurus, Eleventy, Jigsaw,
    Zola, and the pages of Astro), from the path, the front matter and the configuration of the
    site. Nothing is said of an address that only a program could tell, and of posts that
    are not published: drafts, those of a future date or past their `expiryDate`, those that
    Hugo or Zola is told not to render, and those that the configuration may leave out. Posts that
    say that they are in different languages may share an address. Of all posts with one address,
    the latest is reported.
    """

    meta: ClassVar = RuleMeta(
        name="permalink-clash",
        group="site",
        summary="two posts are published at the same address",
        severity=Severity.WARNING,
        of_site=True,
        examples=(
            GoodSite(
                {
                    "_config.yml": "permalink: /:year/:title/\n",
                    "_posts/2023-03-01-war.md": "---\ntitle: War\n---\n",
                    "_posts/2024-03-01-war.md": "---\ntitle: War\n---\n",
                }
            ),
            GoodSite(
                {
                    "hugo.toml": "",
                    "content/news/war.md": "---\ntitle: War\n---\n",
                    "content/news/a.md": "---\nurl: /news/war/\nbuild: {render: never}\n---\n",
                    "content/news/b.md": "---\nurl: /news/war/\nheadless: true\n---\n",
                    "content/news/c.md": "---\nurl: /news/war/\nexpiryDate: 2020-01-01\n---\n",
                    "content/docs/_index.md": "---\ncascade: {build: {render: never}}\n---\n",
                    "content/docs/d.md": "---\nurl: /news/war/\n---\n",
                }
            ),
            GoodSite(
                {
                    "_config.yml": "plugins: [jekyll-polyglot]\n",
                    "en/war.md": "---\nlang: en\npermalink: /war/\n---\n",
                    "fr/war.md": "---\nlang: fr\npermalink: /war/\n---\n",
                }
            ),
            GoodSite({"a.md": "---\nslug: war\n---\n", "b.md": "---\nslug: war\n---\n"}),
            BadSite(
                {
                    "_config.yml": "permalink: /:year/:title/\n",
                    "_posts/2024-01-01-war.md": "---\ntitle: War\n---\n",
                    "_posts/2024-02-01-north.md": "---\ntitle: War again\nslug: war\n---\n",
                },
                at=("_posts/2024-02-01-north.md:3:7",),
            ),
            BadSite(
                {
                    "hugo.toml": "",
                    "content/news/war.md": "---\ntitle: War\ndate: 2024-01-01\n---\n",
                    "content/news/north.md": "---\nurl: /news/war/\ndate: 2024-02-01\n---\n",
                },
                at=("content/news/north.md:2:6",),
            ),
        ),
    )
    facts: ClassVar = Deciding

    def collect(self, doc: Document) -> Deciding | None:
        """The place of what decides on the address."""
        spans = (entry.place.value for entry in entries(doc, _KEYS))
        return Deciding(next(spans, Span(0, 0)), said_language(doc))

    def check(self, site: SiteFacts[Deciding]) -> Iterator[tuple[str, Problem]]:
        """The latest of all posts that have one address."""
        addresses = published_addresses_of(site)
        for group in groups_of(
            site, lambda post: (addresses.get(post.path) or post.path, post.facts.language)
        ):
            latest = group[-1]
            address = addresses[latest.path].partition("\0")[2]
            yield (
                latest.path,
                Problem(
                    latest.facts.span,
                    f'address "{_short(address)}" is that of {others_in_words(group)}, too',
                    "give each post an address of its own, or make one of them a draft",
                ),
            )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
