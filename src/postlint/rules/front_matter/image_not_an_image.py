"""A page or a film where an image belongs is a grey box on every card that shares the post."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.front_matter_images import FrontMatterImage, front_matter_images

_ENDING: Final = late_pattern(r"[^?#\s]*\.([A-Za-z][A-Za-z0-9]{1,4})(?:[?#].*)?", re.DOTALL)
_NO_IMAGES: Final = frozenset(
    [
        *("htm", "html", "xhtml", "md", "mdx", "txt", "pdf", "doc", "docx", "xls", "xlsx", "ppt"),
        *("pptx", "csv", "json", "xml", "zip", "mp3", "mp4", "m4v", "mov", "avi", "webm", "mkv"),
        *("psd", "ai", "eps", "indd", "css", "js"),
    ]
)
_SLIPS: Final = {
    **dict.fromkeys(("pgn", "npg", "pngg", "ppng"), "png"),
    **dict.fromkeys(("jgp", "pjg", "jpgg", "jppg", "jpq"), "jpg"),
    **dict.fromkeys(("jepg", "jpge", "jpegg", "jpeq"), "jpeg"),
    **dict.fromkeys(("gfi", "giff", "igf"), "gif"),
    **dict.fromkeys(("wepb", "webpp", "wbep"), "webp"),
    **dict.fromkeys(("sgv", "vsg", "svgg"), "svg"),
}
_PAGE: Final = late_pattern(
    r"(?i)(?:https?:)?//(?:www\.|m\.)?(?:"
    r"youtube\.com/(?:watch|shorts/)|youtu\.be/|vimeo\.com/\d|flickr\.com/photos/|flic\.kr/"
    r"|unsplash\.com/photos/|pexels\.com/photo/|pixabay\.com/(?:photos|illustrations|vectors)/"
    r"|instagram\.com/p/|(?:twitter|x)\.com/\w+/status/|facebook\.com/photo|pinterest\.\w+/pin/"
    r"|imgur\.com/(?:a/|gallery/|\w{5,8}\Z)|giphy\.com/gifs/|[\w-]+\.(?:wikipedia|wikimedia)\.org/wiki/"
    r"|drive\.google\.com/(?:file/|open)|photos\.(?:google\.com|app\.goo\.gl)/|google\.[\w.]+/(?:imgres|search)"
    r"|gettyimages\.[\w.]+/detail/|shutterstock\.com/image-|istockphoto\.com/photo/"
    r"|git(?:hub|lab)\.com/[^?#]*/blob/(?!.*\?raw=))"
)


@rule
class ImageNotAnImage:
    """Report an image in the front matter that is a page, a film or another file.

    Keys such as `image`, `cover`, `thumbnail`, `og_image` and `image: {src: ...}` are read. What a
    value ends in decides, and the host: a photo's page at Flickr or Wikimedia is not the photo.
    Silent where the schema has said so already.
    """

    meta: ClassVar = RuleMeta(
        name="image-not-an-image",
        group="front-matter",
        summary="an image in the front matter is no image",
        severity=Severity.WARNING,
        examples=(
            Good("---\nimage: https://x.org/a.jpg?w=1.5\ncover: {src: b.webp}\nthumb: c\n---\n"),
            Good(
                "---\nimage: /img.php?id=1.html\nvideo: a.mp4\nimages: [https://i.imgur.com/a]\n---\n"
            ),
            Good("---\nimage: https://upload.wikimedia.org/a.svg\nhero: '{{ page }}.html'\n---\n"),
            Bad("---\nimage: https://x.org/news/report.html\n---\n", at=("2:8",)),
            Bad("---\ncover:\n  image: clip.mp4\nthumb: photo.pgn\n---\n", at=("3:10", "4:8")),
            Bad(
                "---\nimages:\n  - https://commons.wikimedia.org/wiki/File:A.jpg\n---\n",
                at=("3:5",),
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All such values, in the order of the text."""
        for image in front_matter_images(doc):
            problem = _problem(image)
            if problem and not any(one.problem.span == image.span for one in doc.faults):
                yield problem


def _problem(image: FrontMatterImage) -> Problem | None:
    value = image.value
    shown = value if len(value) <= 80 else f"{value[:79]}…"
    if _PAGE.match(value):
        return Problem(
            image.span,
            f'image is "{shown}", which is a page, expected the image itself',
            help="on that page, copy the address of the image",
        )
    found = _ENDING.fullmatch(value)
    ending = found[1].lower() if found else ""
    meant = _SLIPS.get(ending)
    if meant:
        return Problem(image.span, f'image ends in "{ending}", expected "{meant}"', None, (meant,))
    if ending in _NO_IMAGES and not _is_host(value):
        return Problem(
            image.span,
            f'image is "{shown}", expected a file such as .jpg, .png or .webp',
            help="name the file or the address of an image",
        )
    return None


def _is_host(value: str) -> bool:
    """Whether the ending is that of a host, as in `https://example.ai`."""
    return "//" in value and "/" not in value.partition("//")[2]
