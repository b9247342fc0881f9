"""The front matter of one post as inference takes it, with the date that tells old from new."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.content.document import Document
from postlint.model.late_pattern import late_pattern
from postlint.schema.dates import is_in_calendar, read_date

_DATE_KEYS: Final = (
    *("date", "pubDate", "pubdate", "publishDate", "publish_date", "published", "published_at"),
    *("publishedDate", "published_date", "publishedAt", "created", "created_at", "createdAt"),
)
_ADDRESS_KEYS: Final = ("path", "permalink", "url", "slug")
_DAY: Final = late_pattern(r"(?<![^/_])(\d{4})[-/](\d\d)[-/](\d\d)(?=[-/_.]|\Z)", re.ASCII)


class Sample(NamedTuple):
    """The front matter of one post."""

    path: str
    data: Mapping[str, Json]
    date: str
    """Of the post, as text that sorts: the newest last; "" where unknown."""


def sample_of(doc: Document) -> Sample | None:
    """What a post has to teach; None where its front matter is missing, broken or no mapping."""
    if doc.front_matter is None or not doc.front_matter.tree.is_parsed:
        return None
    data = {} if doc.data is None else doc.data
    return Sample(doc.path, data, date_of(doc.path, data)) if isinstance(data, dict) else None


def date_of(path: str, data: Mapping[str, Json]) -> str:
    """The date in the front matter of a post, in its file name, or in its address; else ""."""
    for key in _DATE_KEYS:
        value = data.get(key)
        moment = read_date(value) if isinstance(value, str) else None
        if moment is not None:
            return moment.time.isoformat()
    for text in (path, *(data.get(key) for key in _ADDRESS_KEYS)):
        found = _DAY.search(text[:1000]) if isinstance(text, str) else None
        if found and is_in_calendar(*map(int, found.groups())):
            return "-".join(found.groups())
    return ""
