"""What a post is called in its address: its slug, or else the name of its file."""

import re
from typing import Final

from postlint.content.document import Document

_DATE: Final = re.compile(r"\d{4}-\d\d?-\d\d?-", re.ASCII)


def place_of(path: str) -> tuple[str, str, str]:
    """Folder, name and endings of a post; one in a folder of its own has the name of that."""
    folder, _, file = path.rpartition("/")
    name, _, endings = file.partition(".")
    if name in ("index", "_index"):
        folder, _, name = folder.rpartition("/")
    return folder, name, endings.rpartition(".")[0].lower()


def is_dated(name: str) -> bool:
    """Whether a file is named for a day, which may be a part of the address too."""
    return _DATE.match(name) is not None


def slugs_of(doc: Document) -> tuple[str, ...]:
    """What other posts may call a post: its slug, the name of its file, with its day or without."""
    name = place_of(doc.path)[1]
    said = doc.data.get("slug") if isinstance(doc.data, dict) else None
    own = said.strip("/") if isinstance(said, str) else ""
    return tuple(dict.fromkeys(filter(None, (own, name, _DATE.sub("", name, count=1)))))
