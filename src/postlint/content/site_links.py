"""What the files of a site say of the links of one post: which lead nowhere, and what is near."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple


class Missing(NamedTuple):
    """Why a target leads nowhere, and what may have been meant."""

    what: Literal["file", "page", "anchor", "inside"]
    """There is no such file; there is nothing at that address; the file has no such anchor; it does
    not lie inside of the site."""
    suggestions: tuple[str, ...] = ()
    """Paths, addresses or anchors to write instead, as they would be written in this post."""


class SiteLinks(NamedTuple):
    """What the files of a site say of the links of one post."""

    missing: Mapping[str, Missing] = {}
    """By target."""
    covers: Mapping[str, Missing] = {}
    """Images that the front matter names, as it names them."""


NO_SITE_LINKS: Final = SiteLinks()
"""What is said of a post of which all links are right, or of which nobody has asked."""
