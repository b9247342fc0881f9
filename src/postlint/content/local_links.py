"""What the target of a link says of a file of its own site."""

import re
from typing import Final, Literal, NamedTuple

from postlint.content.discover import MARKDOWN

POSTS: Final = frozenset(ending.removeprefix(".") for ending in MARKDOWN)
"""The endings of posts that a link may name, in lower case and without the dot."""
_IMAGES: Final = "png jpg jpeg jpe jfif gif svg webp avif bmp tif tiff ico apng heic jxl"
IMAGES: Final = frozenset(_IMAGES.split())
"""The endings of images."""
_DOWNLOADS: Final = "pdf zip mp3 mp4 webm ogg wav mov docx xlsx pptx epub"
_PUBLISHED: Final = IMAGES | frozenset(_DOWNLOADS.split())
"""The endings of files that are published as they are."""
_ELSEWHERE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|[\\~]")
"""How a target begins that is no path in a site."""
WITHOUT_SCHEME: Final = re.compile(
    r"www\.[\w-]+\.\w|(?:[\w-]{1,63}\.){1,3}(?:com|org|net|io|dev|gov|edu)/"
)
"""How a web address begins whose writer has left out "https://"."""
_MISSPELT_SCHEME: Final = re.compile(r"(?i)[htps]{2,7}[:;]?//")
_NO_PATH: Final = re.compile(r"[\x00-\x1f\x7f{}<>$|*\ufffc\ufffd]")
_OF_REPOSITORY: Final = re.compile(
    r"(?:\.\./)+(?:blob|edit|raw|tree|issues|pull|pulls|releases|wiki|discussions|actions|commits?)"
    r"(?:/|\Z)"
)
"""An address at GitHub, seen from that of a file of the same repository."""
_LONGEST: Final = 1_000


class LocalTarget(NamedTuple):
    """What a link says of a file of its own site."""

    path: str
    """As written, without query and anchor; "" for the post itself."""
    anchor: str
    """Behind the "#"."""
    kind: Literal["post", "asset", "address"]
    """By its ending: the source of a post, a file that is published as it is, or an address that
    the generator makes."""


def local_target(target: str) -> LocalTarget | None:
    """What a target says of a file of its own site; None where it leads to another or is no path.

    `target` is that of a `Link`, with entities and escapes decoded.
    """
    if len(target) > _LONGEST or _ELSEWHERE.match(target) or _NO_PATH.search(target):
        return None
    if WITHOUT_SCHEME.match(target) or _MISSPELT_SCHEME.match(target):
        return None
    path, _, anchor = target.partition("#")
    path = path.partition("?")[0]
    if _OF_REPOSITORY.match(path):
        return None
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower() if "." in name.lstrip(".") else ""
    if ending in POSTS:
        return LocalTarget(path, anchor, "post")
    return LocalTarget(path, anchor, "asset" if ending in _PUBLISHED else "address")
