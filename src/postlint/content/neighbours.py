"""What the rest of a site says of one post: of its words, and of where its links lead."""

from dataclasses import dataclass
from typing import Final

from postlint.content.site_links import NO_SITE_LINKS, SiteLinks
from postlint.content.vocabulary import NO_SITE, SiteWords


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What is known of the other files when a post is checked."""

    words: SiteWords = NO_SITE
    links: SiteLinks = NO_SITE_LINKS


ALONE: Final = Neighbours()
"""What is said of a post that is checked by itself."""
