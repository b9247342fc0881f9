"""The images that the front matter of a post names, each with its place."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from postlint.content.data.tree import Json, Path
from postlint.content.document import Document
from postlint.model.span import Span

_KEYS: Final = frozenset(
    [
        *("image", "images", "img", "cover", "coverimage", "thumbnail", "thumbnails", "thumb"),
        *("hero", "heroimage", "featuredimage", "featureimage", "featured", "ogimage", "ogimg"),
        *("banner", "bannerimage", "photo", "photos", "picture", "pictures", "poster", "teaser"),
        *("headerimage", "socialimage", "cardimage", "twitterimage", "seoimage", "mainimage"),
        *("previewimage", "shareimage", "overlayimage", "backgroundimage", "postimage", "imageurl"),
    ]
)
"""Keys of images, in small letters and without "_" and "-"."""
_PARTS: Final = frozenset(["src", "url", "path", "file", "href", "image", "feature"])
"""Keys below one of those: `image: {src: a.jpg}`."""
_TEMPLATE: Final = re.compile(r"\{[{%]|<%|\$\{")


class FrontMatterImage(NamedTuple):
    """One value that should be an image."""

    value: str
    """Without blanks around it; never empty, and no template."""
    span: Span


def front_matter_images(doc: Document) -> Iterator[FrontMatterImage]:
    """The texts under keys of images that are written in the file, in its order."""
    front_matter = doc.front_matter
    if front_matter is None:
        return
    tree = front_matter.tree
    found = [(place.value, path) for path, place in tree.places.items() if _names_image(path)]
    for span, path in sorted(found):
        value = _value(tree.data, path)
        if isinstance(value, str) and value.strip() and not _TEMPLATE.search(value):
            yield FrontMatterImage(value.strip(), span)


@lru_cache(maxsize=4096)
def _names_image(path: Path) -> bool:
    keys = [_plain(key) for key in path if isinstance(key, str)][-2:]
    if not keys:
        return False
    return keys[-1] in _KEYS or (keys[0] in _KEYS and keys[-1] in _PARTS)


def _plain(key: str) -> str:
    return re.sub(r"[_\-\s]", "", key).lower()


def _value(data: Json, path: Path) -> Json:
    value = data
    for key in path:
        if isinstance(value, dict):
            value = value.get(str(key))
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value
