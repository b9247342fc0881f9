"""When a post was published, whatever its front matter calls that."""

import re
from typing import Final

from postlint.content.document import Document
from postlint.schema.dates import read_date

_KEYS: Final = ("date", "pubDate", "publishDate", "published", "published_at", "publishedAt")
_ROUTE_KEYS: Final = ("path", "permalink", "url", "slug")
_IN_ROUTE: Final = re.compile(r"(?:^|/)(\d{4})/(\d\d)/(\d\d)(?:/|\Z)")
_IN_NAME: Final = re.compile(r"(?:^|/)(\d{4})-(\d\d)-(\d\d)[-_.]?[^/]*\Z")


def published(doc: Document) -> str:
    """The moment, as in `2024-03-01T23:30:00`, so that posts sort by it; of a post without one the
    day its file is named for or its address begins with, and "" where there is none either. Time
    zones are not heeded."""
    data = doc.data if isinstance(doc.data, dict) else {}
    for key in _KEYS:
        value = data.get(key)
        moment = read_date(value) if isinstance(value, str) else None
        if moment:
            return moment.time.isoformat()
    routes = (data.get(key) for key in _ROUTE_KEYS)
    named = _IN_NAME.search(doc.path) or next(
        (found for one in routes if isinstance(one, str) and (found := _IN_ROUTE.search(one))),
        None,
    )
    return "-".join(named.groups()) if named else ""
