"""Who wrote a post and where it is filed, in each way that front matter says it."""

import pytest

from postlint.content.data.tree import Json
from postlint.content.front_matter.author import author_of, section_of


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
        ({"author": "x" * 101}, ""),
        ({"author": ["x"] * 1_000}, ""),
        ({"author": 3}, ""),
        ({"author": {"url": "a.example"}}, ""),
        ({"title": "News"}, ""),
        (["author"], ""),
        (None, ""),
    ],
)
def test_author(data: Json, author: str) -> None:
    assert author_of(data) == author


@pytest.mark.parametrize(
    ("data", "section"),
    [
        ({"section": "World"}, "World"),
        ({"category": "World", "categories": ["Sport"]}, "World"),
        ({"categories": ["Sport", "World"]}, "Sport"),
        ({"categories": [], "category": ""}, ""),
        ({"section": {"name": "World"}}, "World"),
        ({"section": "x" * 101}, ""),
        (["World"], ""),
    ],
)
def test_section(data: Json, section: str) -> None:
    assert section_of(data) == section
