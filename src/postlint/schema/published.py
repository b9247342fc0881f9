"""When a post was published, whatever its front matter calls that."""

import re
from typing import Final

from postlint.content.document import Document
from postlint.schema.dates import read_date

_KEYS: Final = ("date", "pubDate", "publishDate", "published", "published_at", "publishedAt")
_ADDRESS_KEYS: Final = ("path", "permalink", "url")
_IN_NAME: Final = re.compile(r"(?:^|/)(\d{4})-(\d\d)-(\d\d)[-_.]?[^/]*\Z")
_IN_ADDRESS: Final = re.compile(r"(?:^|/)((?:19|20)\d\d)/(\d\d)/(\d\d)(?:/|\Z)", re.ASCII)


def published(doc: Document) -> str:
    """The moment, as in `2024-03-01T23:30:00`, so that posts sort by it; of a post without one the
    day that its address or its file is named for, and "" where there is none either. Time zones are
    not heeded."""
    data = doc.data if isinstance(doc.data, dict) else {}
    for key in _KEYS:
        value = data.get(key)
        moment = read_date(value) if isinstance(value, str) else None
        if moment:
            return moment.time.isoformat()
    addresses = (value for key in _ADDRESS_KEYS if isinstance(value := data.get(key), str))
    found = next(filter(None, map(_IN_ADDRESS.search, addresses)), None)
    named = found or _IN_NAME.search(doc.path) or _IN_ADDRESS.search(doc.path)
    return "-".join(named.groups()) if named else ""


def is_out(doc: Document) -> bool:
    """Whether a post is to come out as it is: drafts are not."""
    data = doc.data if isinstance(doc.data, dict) else {}
    is_kept_back = data.get("draft") is True or data.get("published") is False
    return not is_kept_back and "_drafts/" not in doc.path
