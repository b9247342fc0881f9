"""A link to a heading that is not there, or no more, leaves readers at the top of the page."""

from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.body.links import ReadLink
from postlint.content.document import Document
from postlint.content.link_facts import html_targets
from postlint.content.local_links import local_target
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.missing_links import Target, missing_anchor

_MOST_GUESSES: Final = 100
"""For so many links of a post it is found out what may have been meant."""


@rule
class AnchorMissing:
    """Report a link to a heading (`#setup`, `guide.md#setup`, `/docs/guide/#setup`) that the post
    does not have.

    A heading may be called what any of the generators calls it (GitHub, kramdown and Jekyll, Hugo,
    Docusaurus, Astro, Zola, MkDocs), or what `{#own}`, `id="own"` or `name="own"` calls it.
    Nothing is said of a post in which a template or an include may bring in headings.
    """

    meta: ClassVar = RuleMeta(
        name="anchor-missing",
        group="links",
        summary="a link leads to no heading of its post",
        severity=Severity.WARNING,
        asks_site=True,
        fix="sometimes",
        examples=(
            Good("# Set up\n\n[a](#set-up), [twice](#set-up-1), [top](#top)\n\n## Set up\n"),
            Good('[a](#own), [b](#by-tag)\n\n## Else {#own}\n\n<a name="by-tag"></a>Text\n'),
            Good("[a](#c--c), [b](#c-c), [c](#foo_bar)\n\n# C & C\n\n# `foo_bar`\n"),
            Good("[a](#any-of-those)\n\n{% include headings.md %}\n"),
            Bad(
                "[a](#setpu)\n\n# Setup\n",
                at=("1:6",),
                fixed="[a](#setup)\n\n# Setup\n",
            ),
            Bad("[a][b]\n\n# Setup\n\n[b]: #elsewhere 'Title'\n", at=("5:7",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        missing = doc.site_links.missing
        if not (missing or "\n#" in doc.targets):
            return
        guesses = 0
        links = doc.links if missing else doc.links_among(_inside(doc))
        targets = [Target(link.target, link.target_span) for link in links if link.target]
        if missing:
            targets += (Target(one.value, one.span) for one in html_targets(doc))
        for target in targets:
            value = target.value
            said = missing.get(value)
            if said and said.what == "anchor":
                local = local_target(value)
                yield missing_anchor(doc, target, said.suggestions, local.path if local else None)
            elif value[0] == "#" and value != "#" and not doc.anchors.has(value[1:]):
                guesses += 1
                near = doc.anchors.near(value[1:]) if guesses <= _MOST_GUESSES else None
                yield missing_anchor(doc, target, (near,) if near else (), None)


def _inside(doc: Document) -> Iterator[ReadLink]:
    """The links to places of the post itself."""
    return (one for one in doc.read.links if one.has_target and one.target[:1] == "#")
