"""How the words of a title are capitalised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.language.title_case import Style, title_case, title_words


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("the lord of the rings", "The Lord of the Rings"),
        ("how to write a book", "How To Write a Book"),
        ("from head to toe", "From Head to Toe"),
        ("what it is for", "What It Is For"),
        ("war: a history", "War: A History"),
        ("an in-depth look", "An In-Depth Look"),
        ("an end-to-end test", "An End-to-End Test"),
        ("on iOS and macOS", "On IOS and MacOS"),
        ("don't talk with him", "Don't Talk With Him"),
        ("new in .NET", "New In .NET"),
    ],
)
def test_ap(title: str, expected: str) -> None:
    assert title_case(title, "AP") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("don't talk with him", "Don't Talk with Him"),
        ("a letter from the north", "A Letter from the North"),
        ("how to write", "How to Write"),
        ("what it is about", "What It Is About"),
    ],
)
def test_chicago(title: str, expected: str) -> None:
    assert title_case(title, "Chicago") == expected


@given(st.text(), st.sampled_from(("AP", "Chicago")))
def test_a_title_that_was_capitalised_is_right(title: str, style: Style) -> None:
    once = title_case(title, style)
    assert all(once[word.start : word.end] in word.forms for word in title_words(once, style))
