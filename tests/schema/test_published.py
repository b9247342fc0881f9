"""When a post was published: its front matter says it, its file name, or its address."""

import pytest

from postlint.content.document import parse
from postlint.content.source import Source
from postlint.schema.published import published


@pytest.mark.parametrize(
    ("path", "front_matter", "moment"),
    [
        ("a.md", "date: 2024-03-01", "2024-03-01T00:00:00"),
        ("a.md", "pubDate: 1 March 2024 10:30", "2024-03-01T10:30:00"),
        ("_posts/2024-03-01-ferry.md", "title: Ferry", "2024-03-01"),
        ("_posts/2024-03-01-ferry.md", "date: 2024-03-02", "2024-03-02T00:00:00"),
        ("a.md", "path: 2024/03/01/ferry", "2024-03-01"),
        ("a.md", "permalink: /news/2024/03/01/ferry/", "2024-03-01"),
        ("a.md", "permalink: /news/2024/03/ferry/", ""),
        ("a.md", "path: [2024/03/01]", ""),
        ("a.md", "date: soon", ""),
    ],
)
def test_published(path: str, front_matter: str, moment: str) -> None:
    assert published(parse(path, Source(f"---\n{front_matter}\n---\nText.\n"))) == moment
