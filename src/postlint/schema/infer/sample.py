"""The front matter of one post as inference takes it, with the date that tells old from new."""

from collections.abc import Mapping
from typing import NamedTuple

from postlint.content.data.tree import Json
from postlint.content.document import Document, is_mould
from postlint.schema.published import is_out, published_at


class Sample(NamedTuple):
    """The front matter of one post."""

    path: str
    data: Mapping[str, Json]
    date: str
    """Of the post, as text that sorts: the newest last; "" where unknown, and for a draft, which is
    none of the newest posts that are out."""


def sample_of(doc: Document) -> Sample | None:
    """What a post has to teach; None where its front matter is missing, broken or no mapping,
    and for a mould for new posts."""
    if doc.front_matter is None or not doc.front_matter.tree.is_parsed or is_mould(doc.path):
        return None
    data = {} if doc.data is None else doc.data
    if not isinstance(data, dict):
        return None
    return Sample(doc.path, data, published_at(doc.path, data) if is_out(doc) else "")
