"""A link to a file that is not there leads readers to an error page."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Good, RuleMeta, rule
from postlint.rules.missing_links import missing_files


@rule
class LinkTargetMissing:
    """Report a link to a post, to a file to download or to an address that the site does not have.

    A path (`setup.md`) is looked for beside the post; one without `./` also in the folders above,
    and one that begins with `/` in what is published from there (`static/`, `public/`, ...). Upper
    and lower case count on every system.

    An address (`/docs/setup/`, `setup.html`) is looked for among those that the generator makes of
    the posts, other pages, static files, aliases and redirects: see [links and
    addresses](../links.md). It is reported only where all of these are known, and where nothing
    but a post could be at such an address.

    Where most links of a site lead to files that are not in its folder, these come from elsewhere,
    and nothing is said but of names that differ in case alone.
    """

    meta: ClassVar = RuleMeta(
        name="link-target-missing",
        group="links",
        summary="a link leads to no file or page of the site",
        severity=Severity.WARNING,
        asks_site=True,
        fix="sometimes",
        examples=(
            Good(
                "See [the setup](/docs/setup/), [the list](list.html) and [it](https://a.org/b.md).\n"
            ),
            Good("See [this very post](post.md) and `[code](code.md)`.\n"),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        return missing_files(doc, are_images=False)
