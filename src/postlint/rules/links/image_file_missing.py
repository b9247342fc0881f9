"""An image that is not there is a hole in the page."""

from collections.abc import Iterator
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Good, RuleMeta, rule
from postlint.rules.missing_links import missing_covers, missing_files


@rule
class ImageFileMissing:
    """Report an image that is not in the folder that its path names.

    Images in Markdown, in HTML and in the front matter count, there only those written as a path.
    An image is looked for as `link-target-missing` looks for posts. Nothing is said where there is
    no such folder, and where most images of a site are not in its folder: they lie elsewhere.
    """

    meta: ClassVar = RuleMeta(
        name="image-file-missing",
        group="links",
        summary="an image is no file of the site",
        severity=Severity.WARNING,
        asks_site=True,
        fix="sometimes",
        examples=(Good("![A map](https://example.org/map.png) ![A map](/elsewhere/map.png)\n"),),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        yield from missing_covers(doc)
        yield from missing_files(doc, are_images=True)
