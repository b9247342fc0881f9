"""Who wrote a post, in each way that front matter says it."""

import pytest

from postlint.content.data.tree import Json
from postlint.content.front_matter.author import author_of


@pytest.mark.parametrize(
    ("data", "author"),
    [
        ({"author": "Aylin Mammadova"}, "Aylin Mammadova"),
        ({"author": " Aylin\n Mammadova "}, "Aylin Mammadova"),
        ({"authors": ["Aylin", "Jon"]}, "Aylin, Jon"),
        ({"author": {"name": "Aylin", "url": "a.example"}}, "Aylin"),
        ({"authors": [{"name": "Aylin"}, "Jon", 3, None]}, "Aylin, Jon"),
        ({"byline": "The desk"}, "The desk"),
        ({"author": "", "authors": ["Jon"]}, "Jon"),
        ({"author": "x" * 101}, None),
        ({"author": ["x"] * 1_000}, None),
        ({"author": 3}, None),
        ({"author": {"url": "a.example"}}, None),
        ({"title": "News"}, None),
        (["author"], None),
        (None, None),
    ],
)
def test_author(data: Json, author: str | None) -> None:
    assert author_of(data) == author
