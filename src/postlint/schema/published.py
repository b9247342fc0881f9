"""When a post was published, whatever its front matter calls that."""

import re
from collections.abc import Mapping
from typing import Final

from postlint.content.data.tree import Json
from postlint.content.document import Document
from postlint.model.late_pattern import late_pattern
from postlint.schema.dates import is_in_calendar, read_date

DATE_KEYS: Final = (
    *("date", "pubDate", "pubdate", "publishDate", "publish_date", "published", "published_at"),
    *("publishedDate", "published_date", "publishedAt", "created", "created_at", "createdAt"),
)
"""The keys that say when a post was published, the most telling first."""
_ADDRESS_KEYS: Final = ("path", "permalink", "url", "slug")
_DAY: Final = late_pattern(r"(?<![^/_])(\d{4})[-/](\d\d)[-/](\d\d)(?=[-/_.]|\Z)", re.ASCII)
_LONGEST: Final = 1_000
"""Code points; what is longer is no address."""


def published(doc: Document) -> str:
    """The moment a post was published, as `published_at` has it."""
    return published_at(doc.path, doc.data if isinstance(doc.data, dict) else {})


def published_at(path: str, data: Mapping[str, Json]) -> str:
    """The moment, as in `2024-03-01T23:30:00`, so that posts sort by it; of a post without one the
    day that its file or its address is named for, and "" where there is none either. Time zones are
    not heeded."""
    for key in DATE_KEYS:
        value = data.get(key)
        moment = read_date(value) if isinstance(value, str) else None
        if moment is not None:
            return moment.time.isoformat()
    for text in (path, *(data.get(key) for key in _ADDRESS_KEYS)):
        found = _DAY.search(text[:_LONGEST]) if isinstance(text, str) else None
        if found and is_in_calendar(*map(int, found.groups())):
            return "-".join(found.groups())
    return ""


def is_out(doc: Document) -> bool:
    """Whether a post is to come out as it is: drafts are not."""
    data = doc.data if isinstance(doc.data, dict) else {}
    is_kept_back = data.get("draft") is True or data.get("published") is False
    return not is_kept_back and "_drafts/" not in doc.path
