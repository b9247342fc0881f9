"""A body in; its comments out, in time that grows with the text and no faster."""

import pytest

from postlint.content.body.comments import find_comments
from postlint.model.span import Span
from time_growth import growth


def comments(text: str, *, mdx: bool = False) -> list[str]:
    found = find_comments(text, Span(0, len(text)), mdx=mdx)
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<!-- a -->\n\nText <!-- b\nc --> and é <!--d-->\n",
            ["<!-- a -->", "<!-- b\nc -->", "<!--d-->"],
        ),
        ("<!-- a --> <!-- b -->\n<!-- c\n", ["<!-- a -->", "<!-- b -->"]),
        ("`<!-- a -->`\n\n    <!-- b -->\n", []),
        ("<!-- a <!-- b -->\n", ["<!-- a <!-- b -->"]),
        ("{/* a */}\n", []),
    ],
)
def test_comments_of_html(text: str, expected: list[str]) -> None:
    assert comments(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{/* a */}\n\nText {/* b\nc */} {/* d\n", ["{/* a */}", "{/* b\nc */}"]),
        ("`{/* a */}`\n\n```\n{/* b */}\n```\n\n{/* c */}\n", ["{/* c */}"]),
        ("`{/*` opens {/* a comment */}\n", ["{/* a comment */}"]),
        ("{/* a */} <!-- b -->\n", ["{/* a */}", "<!-- b -->"]),
        ("<!-- a {/* b */} -->\n\n{/* c */}\n", ["<!-- a {/* b */} -->", "{/* c */}"]),
    ],
)
def test_comments_of_mdx(text: str, expected: list[str]) -> None:
    assert comments(text, mdx=True) == expected


@pytest.mark.parametrize(
    "unit",
    [
        "<!-- postlint-disable ",
        "Text <!-- postlint-disable ",
        "<!-- postlint-disable\n\n",
        "{/* postlint-disable ",
        "`{/* postlint-disable */}` ",
    ],
    ids=["block", "inline", "blocks", "mdx", "code"],
)
def test_comments_take_a_time_that_grows_with_them(unit: str) -> None:
    assert comments(unit * 20_000, mdx=True) == []
    assert growth(lambda size: unit * size, lambda text: comments(text, mdx=True), 2_000) < 10
